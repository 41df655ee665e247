/** Which field a line is: the name of its label, and what is read so far of the entry it stands in. */

import { isCadence } from '../language/cadence.ts';
import type { FieldSet, FieldWords } from '../language/fields.ts';
import { saysRejection } from '../language/leaving.ts';
import { listFields } from '../language/tables/fields.ts';
import { readSla } from '../sla/index.ts';
import type { Entry, EntryKind, Node } from '../sot/entry.ts';
import type { Field, FieldName, UnknownField } from './model.ts';

/** A field that an entry has a second time, with another value. */
export interface Twice {
  readonly entry: Entry;
  readonly first: Field;
  readonly second: Field;
}

/** What is read so far of one entry. */
export interface EntryReading {
  readonly entry: Entry;
  readonly words: FieldWords;
  readonly fields: Map<FieldName, Field>;
  readonly unknown: UnknownField[];
  readonly twice: Twice[];
}

/** Whose fields an entry of a kind has. */
export function fieldSetOf(kind: EntryKind): FieldSet {
  if (kind === 'BR-MOPS') return 'stage';
  if (kind === 'GTM-MOPS') return 'handoff';
  return kind === 'MON-DRIFT' || kind === 'MON' ? 'monitor' : 'linked';
}

/** The field of each node, null for one that is none or whose row was read as several. */
export function namesOf(
  reading: EntryReading,
  nodes: readonly Node[],
  rows: readonly (readonly unknown[])[],
  block: FieldName | null,
): readonly (FieldName | null)[] {
  let before: FieldName | null = null;
  return nodes.map((node, at) => {
    const read = (rows[at] ?? []).length > 0;
    before = read ? null : (cadenceBehind(reading, node, block, before) ?? nameOf(reading, node, block));
    return before;
  });
}

/** `Sequence: 8 touches in 12 days` behind a clock at the margin, where a formatter has put the lines of `SLA:`. */
function cadenceBehind(
  { entry, words }: EntryReading,
  { label, form, value }: Node,
  block: FieldName | null,
  before: FieldName | null,
): FieldName | null {
  if (block !== null || form === 'item' || label === null || value === null || !before) return null;
  if (!before.startsWith('sla') && !before.startsWith('escalation')) return null;
  const set = fieldSetOf(entry.kind);
  if (words.named(set, label.text, null) !== null || words.named(set, label.text, 'sla') !== 'cadence')
    return null;
  return isCadence(value.text) && !readSla(value.text).ok ? 'cadence' : null;
}

/** The field that a line's label names; a slip or a word of the team's own is noted. */
function nameOf(reading: EntryReading, node: Node, block: FieldName | null): FieldName | null {
  const { entry, words, unknown } = reading;
  if (node.label === null) return null;
  const label = node.label;
  const set = fieldSetOf(entry.kind);
  const name = words.named(set, label.text, block);
  if (name !== null) return name;
  if (set === 'linked' || entry.kind === 'MON') return null;
  // Inside lists a label is part of a criterion; only lines that stand where fields stand can be mistyped fields.
  if (block !== null && node.form === 'item' && listFields.has(block)) return null;
  const meant = words.meant(set, label.text);
  if (meant === null) return null;
  // "Accountable: RevOps" beside "Owner: BDR" is the team's own; alone it can only be the owner.
  if (meant.word && (!belongs(meant.name, label.text, block) || isNamed(reading, meant.name))) return null;
  // A label read for its block and for the entry is one slip.
  if (unknown.some((known) => known.label.span === label.span)) return meant.name;
  unknown.push({ label, meant: meant.name, suggestion: meant.spelling, word: meant.word, entry });
  return meant.name;
}

/** Whether a field may stand in a block: its own sub-fields, and in `SLA` its escalation and its cadence. `History:` outside a payload is the team's own. */
function belongs(name: FieldName, label: string, block: FieldName | null): boolean {
  if (name.startsWith('payload.')) return block === 'payload';
  if (name.startsWith('rejection.') && !saysRejection(label)) return block === 'rejection';
  return (
    block === null ||
    name.startsWith(`${block}.`) ||
    (block === 'sla' && (name === 'escalation' || name === 'cadence'))
  );
}

/** Whether the entry has a field by one of its known labels, or has read one already. */
export function isNamed({ entry, words, fields }: EntryReading, name: FieldName): boolean {
  if (fields.has(name)) return true;
  const set = fieldSetOf(entry.kind);
  const among = (nodes: readonly Node[]): boolean =>
    nodes.some(
      ({ label, form, children }) =>
        (label !== null && words.named(set, label.text, null) === name) ||
        (form === 'heading' && among(children)),
    );
  return among(entry.nodes);
}
