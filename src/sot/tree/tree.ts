import type { FieldSet } from '../../language/fields.ts';
import { isWithin } from '../../language/flattened.ts';
import type { FieldName } from '../../language/tables/fields.ts';
import { type Block, LineState } from '../cut/block.ts';
import { bodyLine } from '../cut/body-line.ts';
import { readHead } from '../cut/head.ts';
import { bulletWidth, headingShape, isRule } from '../cut/line-shape.ts';
import { kindOfFields, mergedTitle } from '../cut/merged-title.ts';
import type { Node } from '../entry.ts';
import { type LabelSplit, splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import {
  asLabel,
  awaits,
  type Draft,
  draft,
  fill,
  finish,
  isQuoted,
  type Piece,
  startsLower,
  whole,
} from './draft-node.ts';
import { fieldsAtMargin, unflatten, unflattenList } from './flattened.ts';
import { Labels } from './labels.ts';
import { brokenLines, lineDraft, tableDrafts } from './table.ts';

/** Nesting deeper than this is read as if it stood at this depth. */
const maxDepth = 40;

/**
 * Reads the lines below an entry's ID into a tree. Every way to write a field gives the same tree: what decides is
 * the label, the list mark and the indentation, never the dialect. A sub-heading holds all that follows up to the
 * next heading of its level or above, fields at the margin included.
 */
export function readNodes(
  lines: Lines,
  states: Uint8Array,
  block: Block,
  asides: ReadonlyMap<number, 'open' | 'close'>,
): Node[] {
  return new TreeReader(lines, states, block, asides).read();
}

/** `2.1.1 Entry criteria`, `3) SLA`: the number of a section is no word of its name. */
const numbering = /^(?:\d{1,3}(?:\.\d{1,3}){1,5}\.?|\d{1,3}[.)])[ \t\u00a0]+(?=[\p{L}*_`])/u;

class TreeReader {
  private readonly lines: Lines;
  private readonly text: string;
  private readonly states: Uint8Array;
  private readonly block: Block;
  private readonly root: Draft = draft('heading', { line: 0, start: 0, end: 0 }, { indent: -1 });
  private stack: Draft[] = [this.root];
  private readonly asides: ReadonlyMap<number, 'open' | 'close'>;
  /** Where the entry goes on behind an aside (`<details>`, a callout of Notion), whose words are nobody's list. */
  private readonly outside: Draft[][] = [];
  /** The draft a line without a mark of its own continues; null after a blank line. */
  private last: Draft | null = null;
  private readonly kind: FieldSet;
  private readonly labels: Labels;
  /** The last field that an editor indented below a list. */
  private outdented: Draft | null = null;
  /** An aside has begun whose first words are still to come. */
  private opening = false;
  private atMargin: ReadonlySet<FieldName> | null = null;

  constructor(lines: Lines, states: Uint8Array, block: Block, asides: ReadonlyMap<number, 'open' | 'close'>) {
    this.lines = lines;
    this.text = lines.text;
    this.states = states;
    this.block = block;
    this.asides = asides;
    this.kind = kindOfFields(block.head);
    this.labels = new Labels(lines, this.kind);
  }

  read(): Node[] {
    const { rest, line: head } = this.block;
    if (rest !== null) this.takeText(head, rest, this.lines.lastInk(head, rest), 0, LineState.open);
    for (let line = this.block.body; line < this.block.end; line++) {
      const state = this.states[line] as number;
      if (state === LineState.dead) continue;
      if (state === LineState.mark) {
        this.part();
        this.last = null;
        continue;
      }
      const aside = this.asides.get(line);
      if (aside === 'open') this.enterAside();
      line = this.take(line, state);
      if (aside === 'close') this.leaveAside();
    }
    this.part();
    return finish(this.root.children, this.lines);
  }

  /** An aside straight below a label alone holds its value; below anything else it holds words beside it. */
  private enterAside(): void {
    this.part();
    this.outside.push(this.stack);
    this.last = null;
    this.stack = awaits(this.top()) ? [...this.stack] : [this.root];
    this.opening = true;
  }

  /** `<summary>Owner</summary>`, `:::note Owner`: the name of a field alone at the head of an aside is its label. */
  private titleOfAside(own: Piece): LabelSplit | null {
    if (!this.opening) return null;
    const label = whole(own);
    return this.labels.nameOf(label, null) === null ? null : label;
  }

  /** The fields of a line that holds several, parted by breaks: each from its label to the next. */
  private fieldsOn(own: Piece): readonly Piece[] {
    if (!this.text.slice(own.start, own.end).includes('<br')) return [];
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

  private leaveAside(): void {
    this.part();
    this.stack = this.outside.pop() ?? this.stack;
    this.last = null;
  }

  /** The paragraph above is done: where an editor put several lines on one, each becomes a field of its own. */
  private part(): void {
    const joined = this.last;
    if (joined === null || joined.level > 0 || joined.form === 'row') return;
    const more = unflatten(joined, this.lines, this.kind, () => this.namesAtMargin());
    this.partList(joined);
    for (const { node, nested } of more) {
      if (nested) while (this.stack.length > 1 && this.top() !== joined) this.stack.pop();
      else this.leaveList();
      this.add(node);
      this.last = node;
      this.partList(node);
    }
  }

  /** Takes a list off the line of its label, or of its first item. */
  private partList(node: Draft): void {
    const items = unflattenList(node, this.lines);
    const last = items.at(-1);
    if (last === undefined) return;
    while (this.stack.length > 1 && this.top() !== node) this.stack.pop();
    if (node.bullet && this.stack.length > 1) this.stack.pop();
    this.top().children.push(...items);
    this.stack.push(last);
    this.last = last;
  }

  /**
   * Whether a line straight below a list item begins a field of the entry: editors indent lines at the margin behind
   * a list as if they went on with its last item. A field that the margin has already belongs to the item.
   */
  private isIndentedField(split: LabelSplit): boolean {
    const above = this.last;
    if (
      above === null ||
      (!above.bullet && above !== this.outdented) ||
      startsLower(this.text, split.labelStart)
    )
      return false;
    const block = above.split === null ? null : this.labels.nameOf(above.split, null);
    const name = this.labels.nameOf(split, block);
    if (name === null || (block !== null && isWithin(name, block))) return false;
    return !this.namesAtMargin().has(name);
  }

  private namesAtMargin(): ReadonlySet<FieldName> {
    this.atMargin ??= fieldsAtMargin(this.lines, this.block.body, this.block.end, this.kind);
    return this.atMargin;
  }

  /** Back to where the entry's own fields stand: the sub-heading that is open, else the entry. */
  private leaveList(): void {
    while (this.stack.length > 1 && this.top().level === 0) this.stack.pop();
  }

  /** Reads one line (of a table: all its rows) and gives back the last line read. */
  private take(line: number, state: number): number {
    const { start, end, indent } = bodyLine(this.lines, line);
    if (start >= end) {
      this.part();
      this.last = null;
      return line;
    }
    const code = this.text.charCodeAt(start);
    if (
      code === 35 &&
      (state === LineState.open || this.block.fenced) &&
      this.takeHeading(line, start, end, state)
    )
      return line;
    if (code === 35 && state === LineState.yaml) return line;
    if (isRule(this.text, start, end)) {
      if (!this.takeUnderline(line, code)) this.part();
      this.last = null;
      return line;
    }
    if (this.lines.isRow(line, start)) return this.takeTable(line, start, indent);
    if (state !== LineState.open && !this.block.fenced && this.repeatsId(line, start, end, state))
      return line;
    const width = bulletWidth(this.text, start, end);
    if (width > 0) this.takeBullet(line, start, end, width, indent, state);
    else this.takeText(line, start, end, indent, state);
    return line;
  }

  private takeHeading(line: number, start: number, end: number, state: number): boolean {
    if (state === LineState.yaml) return false;
    const shape = headingShape(this.lines, line, start, end);
    if (!shape) return false;
    const { level, start: at, end: stop } = shape;
    this.part();
    this.last = null;
    if (line === this.block.titleLine) {
      this.stack.length = 1;
      return true;
    }
    while (this.stack.length > 1) {
      const top = this.top();
      if (top.level > 0 && top.level < level) break;
      this.stack.pop();
    }
    if (at >= stop) return true;
    const number = numbering.exec(this.text.slice(at, Math.min(stop, at + 20)))?.[0].length ?? 0;
    const own: Piece = { line, start: at + number, end: stop };
    const split = splitLabel(this.text, own.start, stop) ?? whole(own);
    const made = draft('heading', own, { indent: -1, level, split });
    if (split.valueStart < stop) made.value.push({ line, start: split.valueStart, end: stop });
    this.add(made);
    this.last = made;
    return true;
  }

  /** Dashes straight below a line of words make it a sub-heading of an entry whose own heading is the highest. */
  private takeUnderline(line: number, code: number): boolean {
    const above = this.last;
    if (code !== 45 || above === null || above.form !== 'text' || above.own.line !== line - 1) return false;
    this.top().children.pop();
    while (this.stack.length > 1) this.stack.pop();
    this.add(draft('heading', above.own, { indent: -1, level: 2, split: whole(above.own) }));
    return true;
  }

  private takeTable(line: number, start: number, indent: number): number {
    const rows: Piece[] = [{ line, start, end: this.lines.lastInk(line, start) }];
    let next = line + 1;
    for (; next < this.block.end && this.states[next] === this.states[line]; next++) {
      const from = bodyLine(this.lines, next).start;
      if (!this.lines.isRow(next, from) || from >= (this.lines.ends[next] as number)) break;
      rows.push({ line: next, start: from, end: this.lines.lastInk(next, from) });
    }
    this.part();
    this.unwindToList(indent);
    for (const row of tableDrafts(this.lines, rows, indent)) this.top().children.push(row);
    this.last = null;
    return next - 1;
  }

  private takeBullet(
    line: number,
    start: number,
    stop: number,
    width: number,
    indent: number,
    state: number,
  ): void {
    let end = stop;
    let at = this.lines.firstInk(line, start + width);
    const box = /^\[[ xX]\][ \t]/.exec(this.text.slice(at, at + 4));
    if (box) at = this.lines.firstInk(line, at + 3);
    if (at >= end) {
      this.last = null;
      return;
    }
    if (state === LineState.yaml && isQuoted(this.text, at, end)) {
      at++;
      end--;
      if (at >= end) return;
    }
    this.part();
    const own: Piece = { line, start: at, end };
    const parts = this.fieldsOn(own);
    if (parts.length > 1) {
      for (const part of parts) this.takeText(line, part.start, part.end, indent, state);
      return;
    }
    const split = this.labels.ofBullet(at, end);
    this.unwindToList(indent, split?.bold ?? false);
    const adopted = this.top().bullet && this.top().indent >= indent - 1 ? this.top().indent + 1 : indent;
    const made = draft('item', own, { indent: Math.max(indent, adopted), bullet: true, split });
    if (!this.takeBroken(made, own)) fill(made, own);
    this.add(made);
    this.last = made;
  }

  /** Leaves on the stack the node that a list mark or a row at this column hangs below. */
  private unwindToList(indent: number, bold = false): void {
    for (let top = this.top(); this.stack.length > 1 && top.level === 0; top = this.top()) {
      if (top.form === 'row') this.stack.pop();
      else if (top.bullet) {
        if (indent >= top.indent + 2) {
          this.nameAlone(top);
          break;
        }
        if (indent === top.indent && !bold && top.split?.bold && top.value.length === 0) break;
        this.stack.pop();
      } else {
        if (top.split === null && top.indent <= indent) asLabel(top, this.text);
        const below = top.split !== null && top.indent <= indent;
        if (
          below &&
          (top.value.length === 0 || this.last !== null || indent > top.indent || top.children.length > 0)
        )
          break;
        this.stack.pop();
      }
    }
  }

  /** `- Entry criteria` with a list below it: the name of a field alone is its label, without a colon too. */
  private nameAlone(node: Draft): void {
    const [only, second] = node.value;
    if (node.split !== null || only === undefined || second !== undefined || node.children.length > 0) return;
    const label = whole(only);
    if (this.labels.nameOf(label, this.blockAround(node)) === null) return;
    node.split = label;
    node.value.length = 0;
  }

  /** The field that a line stands in, null at the margin. */
  private blockAround(node: Draft): FieldName | null {
    const above = this.stack[this.stack.indexOf(node) - 1];
    return above === undefined || above.split === null ? null : this.labels.nameOf(above.split, null);
  }

  private takeText(line: number, start: number, end: number, indent: number, state: number): void {
    const own: Piece = { line, start, end };
    const parts = this.fieldsOn(own);
    if (parts.length > 1) {
      for (const part of parts) this.takeText(line, part.start, part.end, indent, state);
      return;
    }
    const split = this.labels.ofText(start, end) ?? this.titleOfAside(own);
    this.opening = false;
    if (split && !this.labels.continues(this.last, split, indent)) {
      this.part();
      const outdented = this.isIndentedField(split);
      if (outdented) this.leaveList();
      while (this.stack.length > 1 && this.top().level === 0 && !this.holds(this.top(), indent))
        this.stack.pop();
      const made = draft('field', own, { indent: outdented ? 0 : indent, split });
      if (outdented) this.outdented = made;
      if (!this.takeBroken(made, own)) fill(made, own, state === LineState.yaml ? this.text : null);
      this.add(made);
      this.last = made;
      return;
    }
    if (this.last && this.last.form !== 'row') {
      this.append(this.last, own);
      return;
    }
    while (this.stack.length > 1 && this.top().level === 0) {
      const top = this.top();
      if (this.holds(top, indent) || (awaits(top) && !top.bullet && top.indent <= indent + 1)) break;
      this.stack.pop();
    }
    const top = this.top();
    if (top !== this.root && awaits(top)) {
      this.append(top, own);
      this.last = top;
      return;
    }
    const made = draft('text', own, { indent, value: [own] });
    this.add(made);
    this.last = made;
  }

  /** A label with its lines behind it, parted by `<br>`: `**Owner**<br>BDR`, `Entry criteria: form<br>50 seats`. */
  private takeBroken({ split, children }: Draft, own: Piece): boolean {
    if (split === null || !this.text.slice(split.labelEnd, own.end).includes('<br')) return false;
    const broken = brokenLines(this.lines, { ...own, start: split.valueStart });
    if (broken.length < 2) return false;
    for (const piece of broken) children.push(lineDraft(this.lines, piece));
    return true;
  }

  private holds(node: Draft, indent: number): boolean {
    return node.indent < indent && node.form !== 'row' && (node.bullet || node.split !== null);
  }

  private append(node: Draft, piece: Piece): void {
    if (node.split?.by === 'none' && node.bullet && awaits(node)) {
      node.split = null;
      node.value.push(node.own);
    }
    node.value.push(piece);
  }

  /** A line in a fence that has the ID of the heading above it, and perhaps the first fields behind that. */
  private repeatsId(line: number, start: number, end: number, state: number): boolean {
    const head = readHead(this.text, start, end);
    if (head === null || head.token !== this.block.head.token) return false;
    const merged = mergedTitle(this.text, head);
    if (merged !== null) this.takeText(line, merged.rest, end, 0, state);
    return true;
  }

  private add(node: Draft): void {
    while (this.stack.length > maxDepth) this.stack.pop();
    this.top().children.push(node);
    this.stack.push(node);
  }

  private top(): Draft {
    return this.stack[this.stack.length - 1] as Draft;
  }
}
