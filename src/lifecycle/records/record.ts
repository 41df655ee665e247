/** What every kind of entry has in common: status, standing, type, links. */

import { statusMeant } from '../../language/status.ts';
import type { Entry, Text } from '../../sot/entry.ts';
import type { EntryFields } from '../fields.ts';
import type { Field, FieldName, LifecycleRecord, Reference, Standing, Status } from '../model.ts';
import type { Roles } from '../roles.ts';
import type { Targets } from '../targets.ts';
import type { LimitReader } from './sla-field.ts';

/** What the record readers need to know besides the entry itself. */
export interface Knowledge {
  readonly roles: Roles;
  readonly targets: Targets;
  readonly limits: LimitReader;
  readonly linksOf: (entry: Entry) => readonly Reference[];
}

/** Reads a status in any case; a missing one is active, a word of nobody's is `unknown`. */
export function readStatus(text: Text | null): Status {
  if (text === null || text.text.trim() === '') return 'active';
  return statusMeant(text.text) ?? 'unknown';
}

function standingOf(entry: Entry, status: Status): Standing {
  if (status === 'deprecated' || status === 'superseded' || entry.section === 'deprecated') return 'retired';
  if (/\[deprecated\]\s*$/i.test(entry.title.text)) return 'retired';
  return status === 'draft' || status === 'planned' ? 'drafted' : 'gated';
}

/** The shared part of a record. */
export function readRecord(
  entry: Entry,
  { fields }: EntryFields,
  know: Pick<Knowledge, 'linksOf'>,
): LifecycleRecord {
  const statusText = fields.get('status')?.value ?? null;
  const status = fields.get('status')?.leftover === true ? 'active' : readStatus(statusText);
  return {
    id: entry.id,
    entry,
    status,
    statusText,
    standing: standingOf(entry, status),
    type: fields.get('type')?.value ?? null,
    fields,
    links: know.linksOf(entry),
    verified: fields.get('verified')?.value ?? null,
    replaces: replacedIn(fields),
  };
}

/** IDs and placeholders of a `Replaces:` line. */
function replacedIn(fields: ReadonlyMap<FieldName, Field>): readonly string[] {
  const text = (fields.get('replaces')?.items ?? []).map((item) => item.text).join(' ');
  return text.match(/[A-Z]{2,}(?:-[A-Z]+)?-(?:[A-Z0-9]+|\?)/g) ?? [];
}

/** A field's value, null when the field is missing, empty or still the template's. */
export function filled(fields: ReadonlyMap<FieldName, Field>, name: FieldName): Text | null {
  const field = fields.get(name);
  if (field === undefined || field.leftover) return null;
  return field.value ?? field.items[0] ?? null;
}

/** Items of a list field without template text. */
export function itemsOf(fields: ReadonlyMap<FieldName, Field>, name: FieldName): readonly Text[] {
  return (fields.get(name)?.items ?? []).filter((item) => item.text.trim() !== '');
}
