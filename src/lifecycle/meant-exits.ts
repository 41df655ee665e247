/** Exits under a label nobody knows: lines that each say where a lead goes ("### What happens next", "Wohin:"). */

import type { FieldWords } from '../language/fields.ts';
import { hasWay } from '../language/way.ts';
import type { Entry, Node, Text } from '../sot/entry.ts';
import { eachWay } from './each-way.ts';
import { fieldFrom } from './field-values.ts';
import type { EntryFields } from './fields.ts';
import type { Targets } from './targets.ts';

type Side = 'progression' | 'disqualification' | 'exit';

/**
 * A stage's fields with the exits it lacks, where a label that no field took can only be them: each of its lines
 * points somewhere, and at least one at a stage or a place that needs no entry. Such a place makes it the
 * disqualification, a stage the progress, and both together the exits; where there is progress already, leads are
 * sent back.
 */
export function withMeantExits(
  entry: Entry,
  read: EntryFields,
  words: FieldWords,
  targets: Targets,
): EntryFields {
  if (read.fields.has('exit') || read.rest.length === 0) return read;
  const fields = new Map(read.fields);
  const unknown = [...read.unknown];
  for (const written of read.rest) {
    const { label } = written;
    if (label === null || written.form === 'row' || words.isNoOwner(label.text)) continue;
    const below = written.children.filter(({ label: own }) => !isField(own, words));
    const items = below.filter(({ form }) => form === 'item');
    const children = items.length > 0 ? items : below;
    const node = { ...written, children };
    const side = sideOf(linesOf(node), fields, targets);
    if (side === null) continue;
    fields.set(side, fieldFrom(side, node, children));
    unknown.push({ label, meant: side, suggestion: words.spelling('stage', side), word: true, entry });
  }
  return { ...read, fields, unknown };
}

function isField(label: Text | null, words: FieldWords): boolean {
  return label !== null && words.named('stage', label.text, null) !== null;
}

function linesOf({ value, children }: Node): readonly Text[] {
  const below = children.map(({ text }) => text);
  return value === null ? below : [value, ...below];
}

function sideOf(lines: readonly Text[], fields: EntryFields['fields'], targets: Targets): Side | null {
  if (!lines.every(({ text }) => hasWay(text))) return null;
  const ways = lines.flatMap((line) => eachWay(line, targets));
  const kinds = new Set(ways.map((way) => targets.progression(way).target?.kind ?? 'unknown'));
  const none = !fields.has('progression') && !fields.has('disqualification');
  const onALine = ways.length > lines.length;
  if (none && kinds.size > 1 && (kinds.has('sink') || onALine)) return 'exit';
  const away = fields.has('disqualification') ? null : 'disqualification';
  if (kinds.has('sink')) return away;
  if (!kinds.has('stage') && !kinds.has('undefined-stage')) return null;
  return fields.has('progression') ? away : 'progression';
}
