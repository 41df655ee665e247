import { arrowPattern } from '../../language/arrow.ts';
import { type FieldSet, type FieldWords, usualLabels } from '../../language/fields.ts';
import { fieldNamed, type InnerLabel, innerLabels, isWithin } from '../../language/flattened.ts';
import type { FieldName } from '../../language/tables/fields.ts';
import { beginsNote } from '../../language/tables/notes.ts';
import { type LabelSplit, splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type DraftNode, draft, type Piece } from './draft-node.ts';
import type { Labels } from './labels.ts';
import { between, lineOf, offsetOf, piecesText } from './pieces.ts';

/** A field made of a part of a line, and what it belongs below: that line's own label, or one that was parted off it. */
export interface Parted {
  readonly node: DraftNode;
  readonly below: DraftNode | null;
}

/**
 * A line that an editor made of several: the first keeps its label, each known label inside begins a field of its
 * own. Empty where nothing has to be parted.
 *
 * @param labels what is known of the entry's labels
 * @param taken fields that stand at the margin of the entry, which no words inside another line repeat
 */
export function unflatten(
  node: DraftNode,
  lines: Lines,
  labels: Labels,
  taken: () => ReadonlySet<FieldName>,
): readonly Parted[] {
  const { split, value } = node;
  if (value.length === 0 || (split === null && !node.bullet)) return [];
  const text = piecesText(value, lines);
  const sign = split === null ? null : signOf(lines, split);
  if (!(sign === null ? /[:：]/.test(text) : text.includes(sign))) return [];
  if (labelBehindBreak.test(text)) return [];
  const block = split === null ? null : labels.nameOf(split, null);
  const isNested = (name: FieldName | null) => name !== null && block !== null && isWithin(name, block);
  const isSides = sidesIn(block);
  const seen = new Set<FieldName | null>();
  const kept: InnerLabel[] = [];
  for (const label of innerLabels(text, labels.kind, block, labels.words, sign)) {
    const { name } = label;
    if (name === null && kept.length === 0 && node.bullet) continue;
    if (
      name !== null &&
      !isSides(name) &&
      !isNested(name) &&
      (seen.has(name) || (name !== block && taken().has(name)))
    )
      continue;
    seen.add(name);
    kept.push(label);
  }
  const [first] = kept;
  if (first === undefined) return [];
  const pieces = [...value];
  value.splice(0, value.length, ...withoutParting(between(pieces, 0, first.before), lines));
  const sentences = kept.some(({ before }) => /\.\s*$/.test(text.slice(0, before)));
  const isSidesOwn = sidesIn(block);
  let side = node;
  return kept.map((label, at) => {
    const below = isSidesOwn(label.name) ? side : isNested(label.name) ? node : null;
    const next = kept[at + 1];
    const all = between(pieces, label.value, next?.before ?? text.length);
    const said = next === undefined && !sentences ? all : withoutParting(all, lines);
    const start = offsetOf(pieces, label.start);
    const labelEnd = offsetOf(pieces, label.end);
    const own = { line: lineOf(pieces, label.start), start, end: Math.max(labelEnd, said.at(-1)?.end ?? 0) };
    const made = draft('field', own, {
      indent: below === null ? node.indent : node.indent + 2,
      split: {
        labelStart: start,
        labelEnd,
        valueStart: said[0]?.start ?? labelEnd,
        by: 'colon',
        bold: false,
      },
      value: said,
    });
    if (isSide(label.name)) side = made;
    return { node: made, below };
  });
}

function isSide(name: FieldName | null): name is 'from' | 'to' {
  return name === 'from' || name === 'to';
}

/** Tells the fields of a handoff's sides as they come: `From: Stage: MQL Owner: BDR`, the owner straight behind its stage. */
function sidesIn(block: FieldName | null): (name: FieldName | null) => boolean {
  let before: FieldName | null = isSide(block) ? block : null;
  return (name) => {
    const sided = name === 'stage' ? isSide(before) : name === 'owner' && before === 'stage';
    before = sided || isSide(name) ? name : null;
    return sided;
  };
}

/** Lines that are parted by breaks have labels of their own, which belong to the line's own label. */
const labelBehindBreak = /<br\s{0,3}\/?>\s{0,3}[*_]{0,3}\p{Lu}[^:<>\n]{0,60}:(?!\S)/iu;

const otherSign = new RegExp(`^\\s*(=|,|${arrowPattern})\\s*$`);

/** What parts a label and its value where that is no colon: `Owner = BDR`, `Owner,BDR`, `Owner BDR`. */
function signOf(lines: Lines, { labelEnd, valueStart, bold }: LabelSplit): string | null {
  const between = bold ? '' : lines.slice(labelEnd, valueStart);
  if (/^ +$/.test(between)) return ' ';
  return otherSign.exec(between)?.[1] ?? null;
}

/** A dot or bar between two fields of one line (`**Order:** 2 · **Status:** Active`, `Stage: MQL. Owner: BDR.`) belongs to neither. */
function withoutParting(pieces: readonly Piece[], lines: Lines): Piece[] {
  const last = pieces.at(-1);
  if (last === undefined) return [];
  const mark = /\s[\u00b7\u2022|]\s*$|(?<!\.)\.\s*$/.exec(lines.slice(last.start, last.end));
  if (mark === null) return [...pieces];
  const kept = { ...last, end: last.start + mark.index };
  return kept.end > kept.start ? [...pieces.slice(0, -1), kept] : pieces.slice(0, -1);
}

/** Fields that stand at the margin of some lines, quote marks apart; those below a list are not among them. */
export function fieldsAtMargin(
  lines: Lines,
  first: number,
  past: number,
  kind: FieldSet,
  words: FieldWords = usualLabels,
): Set<FieldName> {
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
    const name = notes ? null : fieldNamed(kind, label, null, words);
    if (name !== null) found.add(name);
  }
  return found;
}
