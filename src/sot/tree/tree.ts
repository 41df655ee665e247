import type { FieldWords } from '../../language/fields.ts';
import { type EntryBlock, LineState } from '../cut/block.ts';
import { bodyLine } from '../cut/body-line.ts';
import { readHead } from '../cut/head.ts';
import { bulletWidth, headingShape, isRule } from '../cut/line-shape.ts';
import { kindOfFields, mergedTitle } from '../cut/merged-title.ts';
import type { Node } from '../entry.ts';
import { type LabelSplit, splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { awaits, draft, fill, finish, goOn, isQuoted, type Piece, whole } from './draft-node.ts';
import { isJoint, Joined } from './joined.ts';
import { Labels, numbering } from './labels.ts';
import { OpenNodes } from './open-nodes.ts';
import { tableDrafts } from './table.ts';

type Asides = ReadonlyMap<number, number>;

/**
 * Reads the lines below an entry's ID into a tree. Every way to write a field gives the same tree: what decides is
 * the label, the list mark and the indentation, never the dialect. A sub-heading holds all that follows up to the
 * next heading of its level or above, fields at the margin included.
 */
export function readNodes(
  lines: Lines,
  states: Uint8Array,
  block: EntryBlock,
  asides: Asides,
  words: FieldWords,
): Node[] {
  return new TreeReader(lines, states, block, asides, words).read();
}

class TreeReader {
  private readonly lines: Lines;
  private readonly text: string;
  private readonly states: Uint8Array;
  private readonly block: EntryBlock;
  private readonly asides: Asides;
  private readonly labels: Labels;
  private readonly open: OpenNodes;
  private readonly joined: Joined;
  /** An aside has begun whose first words are still to come. */
  private opening = false;

  constructor(lines: Lines, states: Uint8Array, block: EntryBlock, asides: Asides, words: FieldWords) {
    this.lines = lines;
    this.text = lines.text;
    this.states = states;
    this.block = block;
    this.asides = asides;
    this.labels = new Labels(lines, kindOfFields(block.head), words);
    this.open = new OpenNodes(lines.text, this.labels);
    this.joined = new Joined(lines, block, this.labels, this.open);
  }

  read(): Node[] {
    const { rest, line: head } = this.block;
    if (rest !== null) this.takeText(head, rest, this.lines.lastInk(head, rest), 0, LineState.open);
    for (let line = this.block.body; line < this.block.end; line++) {
      const state = this.states[line] as number;
      if (state === LineState.dead) continue;
      if (state === LineState.mark) {
        this.endParagraph();
        continue;
      }
      let aside = this.asides.get(line) ?? 0;
      if (aside > 0) {
        this.joined.part();
        this.open.enterAside();
        this.opening = true;
      }
      line = this.take(line, state);
      for (; aside < 0; aside++) {
        this.joined.part();
        this.open.leaveAside();
      }
    }
    this.joined.part();
    return finish(this.open.root.children, this.lines);
  }

  private endParagraph(): void {
    this.joined.part();
    this.open.last = null;
  }

  /** `<summary>Owner</summary>`, `:::note Owner`: the name of a field alone at the head of an aside is its label. */
  private titleOfAside(own: Piece): LabelSplit | null {
    if (!this.opening) return null;
    const label = whole(own);
    return this.labels.nameOf(label, null) === null ? null : label;
  }

  /** Reads one line (of a table: all its rows) and gives back the last line read. */
  private take(line: number, state: number): number {
    const { start, end, indent } = bodyLine(this.lines, line);
    if (start >= end) {
      this.endParagraph();
      return line;
    }
    const code = this.text.charCodeAt(start);
    if (code === 35 && state === LineState.yaml) return line;
    if (code === 35 && (state === LineState.open || this.block.fenced) && this.takeHeading(line, start, end))
      return line;
    if (isRule(this.text, start, end)) {
      if (!this.takeUnderline(line, code)) this.joined.part();
      this.open.last = null;
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

  private takeHeading(line: number, start: number, end: number): boolean {
    const shape = headingShape(this.lines, line, start, end);
    if (!shape) return false;
    const { level, start: at, end: stop } = shape;
    this.endParagraph();
    if (line === this.block.titleLine) {
      this.open.leaveAll();
      return true;
    }
    this.open.leaveHeadings(level);
    if (at >= stop) return true;
    const number = numbering.exec(this.text.slice(at, Math.min(stop, at + 20)))?.[0].length ?? 0;
    const own: Piece = { line, start: at + number, end: stop };
    const split = splitLabel(this.text, own.start, stop) ?? whole(own);
    const made = draft('heading', own, { indent: -1, level, split });
    if (split.valueStart < stop) made.value.push({ line, start: split.valueStart, end: stop });
    this.open.add(made);
    return true;
  }

  /** Dashes straight below a line of words make it a sub-heading of an entry whose own heading is the highest. */
  private takeUnderline(line: number, code: number): boolean {
    const above = this.open.last;
    if (code !== 45 || above === null || above.form !== 'text' || above.own.line !== line - 1) return false;
    this.open.takeBack(above);
    this.open.leaveAll();
    this.open.add(draft('heading', above.own, { indent: -1, level: 2, split: whole(above.own) }));
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
    this.joined.part();
    this.open.leaveItems(indent);
    for (const row of tableDrafts(this.lines, rows, indent)) this.open.top().children.push(row);
    this.open.last = null;
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
      this.open.last = null;
      return;
    }
    if (state === LineState.yaml && isQuoted(this.text, at, end)) {
      at++;
      end--;
      if (at >= end) return;
    }
    this.joined.part();
    const own: Piece = { line, start: at, end };
    const parts = this.joined.fieldsOn(own);
    if (parts.length > 1) {
      for (const part of parts) this.takeText(line, part.start, part.end, indent, state);
      return;
    }
    const split = this.labels.ofBullet(at, end);
    this.open.leaveItems(indent, split);
    const above = this.open.top();
    const adopted = above.bullet && above.indent >= indent - 1 ? above.indent + 1 : indent;
    const made = draft('item', own, { indent: Math.max(indent, adopted), bullet: true, split });
    fill(made, own);
    this.open.add(made);
  }

  private takeText(line: number, start: number, end: number, indent: number, state: number): void {
    const own: Piece = { line, start, end };
    const parts = this.joined.fieldsOn(own);
    if (parts.length > 1) {
      for (const part of parts) this.takeText(line, part.start, part.end, indent, state);
      return;
    }
    if ((this.open.last ?? this.open.top()).bullet && isJoint(this.text.slice(start, end))) return;
    const split = this.labels.ofLine(start, end, this.open.last) ?? this.titleOfAside(own);
    this.opening = false;
    if (split && !this.labels.continues(this.open.last, split, indent, state !== LineState.open)) {
      this.joined.part();
      const outdented = this.joined.isIndented(split);
      if (outdented) this.open.leaveList();
      this.open.leaveFields(indent);
      const made = draft('field', own, { indent: outdented ? 0 : indent, split });
      if (outdented) this.joined.outdent(made);
      fill(made, own, state === LineState.yaml ? this.text : null);
      this.open.add(made);
      return;
    }
    if (this.open.last && this.open.last.form !== 'row') {
      goOn(this.open.last, own);
      return;
    }
    this.open.leaveWords(indent);
    const top = this.open.top();
    if (top !== this.open.root && awaits(top)) {
      goOn(top, own);
      this.open.last = top;
      return;
    }
    if (this.joined.takeParagraph(own)) return;
    const made = draft('text', own, { indent, value: [own] });
    this.open.add(made);
  }

  /** A line in a fence that has the ID of the heading above it, and perhaps the first fields behind that. */
  private repeatsId(line: number, start: number, end: number, state: number): boolean {
    const head = readHead(this.text, start, end);
    if (head === null || head.token !== this.block.head.token) return false;
    const merged = mergedTitle(this.text, head, this.labels.words);
    if (merged !== null) this.takeText(line, merged.rest, end, 0, state);
    return true;
  }
}
