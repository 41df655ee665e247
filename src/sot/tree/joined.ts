import { firstArrow, lastArrow } from '../../language/arrow.ts';
import { isWithin } from '../../language/flattened.ts';
import { type FieldName, listFields } from '../../language/tables/fields.ts';
import { isRemark } from '../../language/tables/notes.ts';
import type { EntryBlock } from '../cut/block.ts';
import type { LabelSplit } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type DraftNode, draft, type Piece, startsLower } from './draft-node.ts';
import { fieldsAtMargin, unflatten } from './flattened.ts';
import { unflattenList } from './flattened-list.ts';
import type { Labels } from './labels.ts';
import type { OpenNodes } from './open-nodes.ts';
import { brokenLines, lineDraft } from './table.ts';

/** `AND`, `**or**`, `— or —` alone between two items of a list: words of the list, and none of an item. */
export function isJoint(line: string): boolean {
  return /^[*_(–— -]{0,4}(?:and|or|plus|und|oder|et|ou)[*_):–— -]{0,4}$/i.test(line);
}

/** A line with one arrow, words on both sides of it and nothing that parts it: not what an editor wrapped. */
function isWay(line: string): boolean {
  const arrow = firstArrow(line);
  return (
    arrow !== null &&
    arrow.start > 0 &&
    lastArrow(line) <= arrow.end &&
    /^[\p{Lu}\p{N}"“]/u.test(line) &&
    !line.includes(';') &&
    line.slice(arrow.end).trim() !== ''
  );
}

/** Lists whose lines people write as paragraphs. */
const exits: ReadonlySet<FieldName> = new Set<FieldName>([
  'entry',
  'progression',
  'disqualification',
  'exit',
]);

/** Undoes what editors join and indent: fields put on one line, lists behind their label, lines below a list. */
export class Joined {
  private readonly lines: Lines;
  private readonly block: EntryBlock;
  private readonly labels: Labels;
  private readonly open: OpenNodes;
  /** The last field that an editor indented below a list. */
  private outdented: DraftNode | null = null;
  private atMargin: ReadonlySet<FieldName> | null = null;

  constructor(lines: Lines, block: EntryBlock, labels: Labels, open: OpenNodes) {
    this.lines = lines;
    this.block = block;
    this.labels = labels;
    this.open = open;
  }

  /** The paragraph above is done: where an editor put several lines on one, each becomes a field of its own. */
  part(): void {
    const { open } = this;
    const joined = open.last;
    if (joined === null || joined.level > 0 || joined.form === 'row') return;
    const more = unflatten(joined, this.lines, this.labels, () => this.namesAtMargin());
    this.partList(joined);
    this.partBroken(joined);
    if (more.length === 0 && open.last === joined) this.partLines(joined);
    for (const { node, below } of more) {
      if (below !== null) open.leaveTo(below);
      else open.leaveList();
      open.add(node);
      this.partList(node);
      this.partBroken(node);
    }
  }

  /** Lines below the label of a list that end with a break each, or have an arrow each, are its items. */
  private partLines({ split, value, children }: DraftNode): void {
    if (split === null || value.length < 2 || children.length > 0) return;
    const name = this.labels.nameOf(split, null);
    if (name === null || !listFields.has(name)) return;
    const text = ({ start, end }: Piece) => this.lines.text.slice(start, end);
    const own = value.every((piece) => isWay(text(piece)));
    const broken = value.map((piece) => this.breaks(piece));
    if (!own && !broken.slice(0, -1).includes(true)) return;
    let item: DraftNode | null = null;
    for (const [at, piece] of value.splice(0).entries()) {
      if (item !== null && !own && broken[at - 1] !== true) item.value.push(piece);
      else {
        item = lineDraft(this.lines, piece);
        children.push(item);
      }
    }
  }

  /**
   * A paragraph behind the one below a label alone is the next line of its list: nobody set marks before any of them.
   */
  takeParagraph(own: Piece): boolean {
    const list = this.open.top().children.at(-1);
    if (
      list === undefined ||
      list.form !== 'field' ||
      list.split === null ||
      list.split.valueStart < list.own.end
    )
      return false;
    const name = this.labels.nameOf(list.split, null);
    if (name === null || !exits.has(name)) return false;
    if (!list.children.every(({ form, bullet }) => form === 'item' && !bullet)) return false;
    if (isRemark(this.lines.text.slice(own.start, own.end), true)) return false;
    const [value] = list.value;
    if (value !== undefined)
      list.children.push(draft('item', value, { indent: 2, value: list.value.splice(0) }));
    if (list.children.length === 0) return false;
    const next = draft('item', own, { indent: 2, value: [own] });
    list.children.push(next);
    this.open.last = next;
    return true;
  }

  /** Two blanks or a backslash at the end of a line, which nothing but a break can mean. */
  private breaks({ line, end }: Piece): boolean {
    return /^(?: {2,}|[ \t]*\\)[ \t]*$/.test(this.lines.text.slice(end, this.lines.ends[line]));
  }

  /** Takes a list off the line of its label, or of its first item. */
  private partList(node: DraftNode): void {
    const name = node.split === null ? null : this.labels.nameOf(node.split, null);
    const items = unflattenList(node, this.lines, name !== null && listFields.has(name));
    const last = items.at(-1);
    if (last === undefined) return;
    this.open.leaveItem(node);
    this.open.addItems(items, last);
  }

  /** The fields of a line that holds several, parted by breaks: each from its label to the next. */
  fieldsOn(own: Piece): readonly Piece[] {
    if (!this.lines.text.slice(own.start, own.end).includes('<br')) return [];
    const parts: { line: number; start: number; end: number }[] = [];
    let block: FieldName | null = null;
    for (const { start, end } of brokenLines(this.lines, own)) {
      const split = this.labels.ofText(start, end);
      const name: FieldName | null = split === null ? null : this.labels.nameOf(split, block);
      const last = parts.at(-1);
      if (last !== undefined && (name === null || (block !== null && isWithin(name, block)))) last.end = end;
      else {
        parts.push({ line: own.line, start, end });
        block = name;
      }
    }
    return parts;
  }

  /** A label with its lines behind it, parted by `<br>`: `Entry criteria: form<br>50 seats`. An editor may have wrapped them. */
  private partBroken({ split, value, children }: DraftNode): void {
    const isBroken = ({ start, end }: Piece) => this.lines.text.slice(start, end).includes('<br');
    if (split === null || children.length > 0 || !value.some(isBroken)) return;
    const items: DraftNode[] = [];
    let goesOn = false;
    for (const piece of value) {
      for (const line of brokenLines(this.lines, piece)) {
        if (goesOn) items.at(-1)?.value.push(line);
        else items.push(lineDraft(this.lines, line));
        goesOn = false;
      }
      goesOn = !/<br\s{0,3}\/?>\s*$/i.test(
        this.lines.text.slice(Math.max(piece.start, piece.end - 9), piece.end),
      );
    }
    if (items.length < 2) return;
    value.length = 0;
    children.push(...items);
  }

  /**
   * Whether a line below a list item begins a field of the entry: editors indent lines at the margin behind a list as
   * if they went on with its last item. A field that the margin has already belongs to the item.
   */
  isIndented(split: LabelSplit): boolean {
    const above = this.open.last ?? this.open.top();
    if ((!above.bullet && above !== this.outdented) || startsLower(this.lines.text, split.labelStart))
      return false;
    const block = above.split === null ? null : this.labels.nameOf(above.split, null);
    const name = this.labels.nameOf(split, block);
    if (name === null || (block !== null && isWithin(name, block))) return false;
    return !this.namesAtMargin().has(name);
  }

  /** Marks a field that was indented so, which the next may stand straight below. */
  outdent(field: DraftNode): void {
    this.outdented = field;
  }

  private namesAtMargin(): ReadonlySet<FieldName> {
    const { block, labels } = this;
    this.atMargin ??= fieldsAtMargin(this.lines, block.body, block.end, labels.kind, labels.words);
    return this.atMargin;
  }
}
