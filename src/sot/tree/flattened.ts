import type { FieldSet } from '../../language/fields.ts';
import { fieldNamed, type InnerLabel, innerLabels, isWithin } from '../../language/flattened.ts';
import type { FieldName } from '../../language/tables/fields.ts';
import { beginsNote } from '../../language/tables/notes.ts';
import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type DraftNode, draft, type Piece } from './draft-node.ts';

/** A field made of a part of a line, and whether it belongs below that line's own label. */
export interface Parted {
  readonly node: DraftNode;
  readonly nested: boolean;
}

/**
 * A line that an editor made of several: the first keeps its label, each known label inside begins a field of its
 * own. Empty where nothing has to be parted.
 *
 * @param kind whose labels are known
 * @param taken fields that stand at the margin of the entry, which no words inside another line repeat
 */
export function unflatten(
  node: DraftNode,
  lines: Lines,
  kind: FieldSet,
  taken: () => ReadonlySet<FieldName>,
): readonly Parted[] {
  const { split, value } = node;
  if (value.length === 0 || (split === null && !node.bullet)) return [];
  const text = textOf(value, lines);
  if (!/[:：]/.test(text)) return [];
  const block = split === null ? null : fieldNamed(kind, lines.slice(split.labelStart, split.labelEnd), null);
  const isNested = (name: FieldName | null) => name !== null && block !== null && isWithin(name, block);
  const seen = new Set<FieldName | null>();
  const kept: InnerLabel[] = [];
  for (const label of innerLabels(text, kind, block)) {
    const { name } = label;
    if (name === null && kept.length === 0 && node.bullet) continue;
    if (name !== null && !isNested(name) && (seen.has(name) || (name !== block && taken().has(name))))
      continue;
    seen.add(name);
    kept.push(label);
  }
  const [first] = kept;
  if (first === undefined) return [];
  const pieces = [...value];
  value.splice(0, value.length, ...withoutParting(between(pieces, 0, first.before), lines));
  return kept.map((label, at) => {
    const nested = isNested(label.name);
    const next = kept[at + 1];
    const all = between(pieces, label.value, next?.before ?? text.length);
    const said = next === undefined ? all : withoutParting(all, lines);
    const start = offsetOf(pieces, label.start);
    const labelEnd = offsetOf(pieces, label.end);
    const own = { line: lineOf(pieces, label.start), start, end: Math.max(labelEnd, said.at(-1)?.end ?? 0) };
    const made = draft('field', own, {
      indent: nested ? node.indent + 2 : node.indent,
      split: {
        labelStart: start,
        labelEnd,
        valueStart: said[0]?.start ?? labelEnd,
        by: 'colon',
        bold: false,
      },
      value: said,
    });
    return { node: made, nested };
  });
}

/** A dot or bar between two fields of one line (`**Order:** 2 · **Status:** Active`) belongs to neither. */
function withoutParting(pieces: readonly Piece[], lines: Lines): Piece[] {
  const last = pieces.at(-1);
  if (last === undefined) return [];
  const mark = /\s[\u00b7\u2022|]\s*$/.exec(lines.slice(last.start, last.end));
  if (mark === null) return [...pieces];
  const kept = { ...last, end: last.start + mark.index };
  return kept.end > kept.start ? [...pieces.slice(0, -1), kept] : pieces.slice(0, -1);
}

/** Where the items of a list begin that an editor put on one line: behind a label, or escaped behind an item. */
const listMark = /(?:^|\s)(?:\\?[-*+–·•]|o(?=\s+\p{Lu}))\s+(?=[*_]{0,3}[\p{Lu}\p{N}])/gu;
const escapedMark = /\s\\[-*+]\s+(?=[*_]{0,3}[\p{Lu}\p{N}])/gu;

/**
 * The items of a list that stands on its label's line (`Entry criteria: - Demo form`) or behind its first item
 * (`\- Competitor \- Student`); the node keeps what stands before them. Empty where there is no such list.
 */
export function unflattenList(
  { split, value, indent, bullet }: DraftNode,
  lines: Lines,
): readonly DraftNode[] {
  const at = value[0]?.start;
  if (at === undefined || (split === null && !bullet)) return [];
  // Behind a label the list begins at once; nearly every value begins with a letter or digit.
  const code = lines.text.charCodeAt(at);
  if (!bullet && isAlphanumeric(code) && !(code === 111 && /^o\s+\p{Lu}/u.test(lines.slice(at, at + 8))))
    return [];
  const text = textOf(value, lines);
  if (bullet && !text.includes('\\')) return [];
  const marks = [...text.matchAll(bullet ? escapedMark : listMark)];
  const [first] = marks;
  if (first === undefined || (!bullet && first.index !== 0)) return [];
  const pieces = [...value];
  value.splice(0, value.length, ...between(pieces, 0, first.index));
  return marks.flatMap((mark, at) => {
    const said = between(pieces, mark.index + mark[0].length, marks[at + 1]?.index ?? text.length);
    const [own] = said;
    if (own === undefined) return [];
    const label = splitLabel(lines.text, own.start, own.end);
    const made = draft('item', own, { indent: bullet ? indent : indent + 2, bullet: true, split: label });
    if (label === null) made.value.push(...said);
    else {
      if (label.valueStart < own.end) made.value.push({ ...own, start: label.valueStart });
      made.value.push(...said.slice(1));
    }
    return [made];
  });
}

function textOf(pieces: readonly Piece[], lines: Lines): string {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return lines.slice(first.start, first.end);
  return pieces.map(({ start, end }) => lines.slice(start, end)).join('\n');
}

function isAlphanumeric(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 48 && code <= 57);
}

/** Fields that stand at the margin of some lines, quote marks apart; those below a list are not among them. */
export function fieldsAtMargin(lines: Lines, first: number, past: number, kind: FieldSet): Set<FieldName> {
  const found = new Set<FieldName>();
  let notes = false;
  for (let line = first; line < past; line++) {
    let start = lines.starts[line] as number;
    const end = lines.lastInk(line, start);
    start +=
      /^(?:> ?)*(?:[-*+|] ?|#{1,6} )?(?! )/.exec(lines.slice(start, Math.min(end, start + 12)))?.[0].length ??
      end;
    if (start >= end) continue;
    const split = splitLabel(lines.text, start, end);
    const heading = lines.text.charCodeAt(lines.firstInk(line)) === 35;
    if (split === null && !heading) continue;
    const [from, to] = split === null ? [start, end] : [split.labelStart, split.labelEnd];
    const label = lines.slice(from, to);
    if (heading) notes = beginsNote(label);
    // What a section of notes lists ("- Status: Draft until May") says nothing of the entry.
    const name = notes ? null : fieldNamed(kind, label, null);
    if (name !== null) found.add(name);
  }
  return found;
}

/** The parts of some pieces that stand between two offsets of their joined text. */
function between(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const { line, start, end } of pieces) {
    const first = Math.max(start, start + from - at);
    const last = Math.min(end, start + to - at);
    if (last > first) parts.push({ line, start: first, end: last });
    at += end - start + 1;
  }
  return parts;
}

/** The place in the file of an offset into the joined text. */
function offsetOf(pieces: readonly Piece[], offset: number): number {
  let at = 0;
  for (const { start, end } of pieces) {
    if (offset <= at + end - start) return start + offset - at;
    at += end - start + 1;
  }
  return pieces.at(-1)?.end ?? 0;
}

function lineOf(pieces: readonly Piece[], offset: number): number {
  let at = 0;
  for (const { line, start, end } of pieces) {
    if (offset <= at + end - start) return line;
    at += end - start + 1;
  }
  return pieces.at(-1)?.line ?? 0;
}
