import type { FieldWords } from '../../language/fields.ts';
import type { Lines } from '../lines.ts';
import { type EntryBlock, LineState, type UnclaimedLine } from './block.ts';
import { BlockList } from './block-list.ts';
import { headingHead } from './claim.ts';
import type { Cover } from './cover.ts';
import { GoingOn } from './going-on.ts';
import { IdsAhead } from './ids-ahead.ts';
import { bulletWidth, headingShape, isRule } from './line-shape.ts';
import { OwnFields } from './own-fields.ts';
import { type Above, SignLines } from './sign-lines.ts';
import { Surroundings } from './surroundings.ts';
import { TableRows } from './table-rows.ts';
import { TextHeads } from './text-heads.ts';
import { unclaimedIn } from './unclaimed.ts';

/** Cuts a file at its entries. Linear: each line is looked at once, and once more when a line before it asks. */
export class Outline {
  readonly unclaimed: UnclaimedLine[] = [];
  private readonly lines: Lines;
  private readonly states: Uint8Array;
  private readonly text: string;
  private readonly around: Surroundings;
  private readonly ids: IdsAhead;
  private readonly entries: BlockList;
  private readonly rows: TableRows;
  private readonly own: OwnFields;
  private readonly goingOn: GoingOn;
  private readonly signs: SignLines;
  private readonly heads: TextHeads;
  private afterGap = true;
  private lastInk = -1;

  constructor(cover: Cover, states: Uint8Array, words: FieldWords) {
    this.lines = cover.lines;
    this.text = cover.lines.text;
    this.states = states;
    this.around = new Surroundings(cover.lines, states);
    const mops = /mops/i.test(this.text);
    this.ids = new IdsAhead(this.text, mops);
    this.entries = new BlockList(this.text);
    this.rows = new TableRows(this.lines, this.around, this.ids, this.entries);
    this.own = new OwnFields(this.text, mops, this.ids, this.entries, this.unclaimed);
    this.goingOn = new GoingOn(this.lines, states, words);
    this.signs = new SignLines(this.lines, this.around, this.entries, this.goingOn);
    const { lines, around, ids, entries, own, signs } = this;
    this.heads = new TextHeads({ lines, words, around, ids, entries, own, signs });
    if (cover.matter !== null) this.heads.takeMatter(cover.matter);
    for (let line = 0; line < this.lines.count; line++) this.take(line);
    this.entries.close(this.lines.count);
    this.entries.settleSections();
  }

  /** The entries in their order. */
  get blocks(): readonly EntryBlock[] {
    return this.entries.blocks;
  }

  /** Lines of entries whose ID is a template's, both ends included. */
  get templates(): readonly (readonly [number, number])[] {
    return this.entries.templates;
  }

  /** First lines of tables outside every entry whose rows are stages, and whether a heading sets them aside. */
  get stageTables(): readonly { readonly line: number; readonly aside: boolean }[] {
    return this.rows.stageTables;
  }

  private take(line: number): void {
    const state = this.states[line] as number;
    if (state === LineState.mark) this.takeMark(line);
    if (state === LineState.mark || state === LineState.dead) return;
    const start = this.lines.firstInk(line);
    const end = this.lines.lastInk(line, start);
    if (start === end) {
      this.afterGap = true;
      this.rows.leave();
      if (this.entries.open?.form === 'line' && this.entries.open.bullet < 0) this.entries.close(line);
      return;
    }
    const before = this.entries.count;
    const opened = this.entries.open;
    const code = this.text.charCodeAt(start);
    const row = this.lines.isRow(line, start);
    if (!row) this.rows.leave();
    if (
      this.entries.open &&
      this.entries.open.bullet >= 0 &&
      this.around.column(line, start) <= this.entries.open.bullet
    )
      this.entries.close(line);
    if (code === 35) this.takeHash(line, start, end, state);
    else if (isRule(this.text, start, end)) this.signs.takeRule(line, start, state, this.above());
    else if (row) this.rows.take(line, start, end, this.above());
    else if (code === 62) this.heads.takeQuote(line, end);
    else if (this.around.column(line, start) <= 3 || state !== LineState.open)
      this.heads.takeText(line, start, end, state, this.above());
    else if (bulletWidth(this.text, start, end) > 0) this.heads.takeBullet(line, start, end, this.above());
    if (this.entries.open === opened && this.entries.count === before) {
      this.own.take(line, start, end, state);
      if (this.ids.within(start, end)) this.noteUnclaimed(line, start, end);
    }
    // A rule parts entries as a blank line does: in a fence it may stand between two without one.
    this.afterGap = isRule(this.text, start, end);
    this.lastInk = line;
  }

  private takeMark(line: number): void {
    this.rows.leave();
    this.afterGap = true;
    this.entries.takeMark(line, this.states[line + 1]);
  }

  private takeHash(line: number, start: number, end: number, state: number): void {
    const inFence = state !== LineState.open;
    const shape = headingShape(this.lines, line, start, end);
    if (!shape) return;
    const { level, start: first, end: stop } = shape;
    const head = headingHead(this.text, line, first, stop, level, this.heads.standpoint(this.above()));
    if (!inFence && this.entries.isTitle(line, head, level, first, stop)) return;
    if (head) {
      if (inFence && this.entries.open && !this.entries.open.fenced && this.entries.sameId(head)) return;
      this.entries.close(line);
      if (!inFence) this.entries.sections.enter(level, null);
      this.own.heading = null;
      const cited = head.linked && /\]\([^#)]/.test(this.text.slice(start, end));
      this.entries.begin(head, 'heading', line, { level, fenced: inFence, cited });
      return;
    }
    const open = this.entries.open;
    if (open && !inFence && level === open.level && this.goingOn.atHeading(line, open, first, stop)) return;
    this.own.heading = { line, level, start: first, end: stop };
    if (state === LineState.yaml) return;
    if (this.entries.open && this.entries.open.fenced === inFence && level <= this.entries.open.level)
      this.entries.close(line);
    if (!inFence) this.entries.sections.enter(level, this.text.slice(first, stop));
  }

  /** Keeps a line that begins with an ID of the lifecycle and opened no entry. */
  private noteUnclaimed(line: number, start: number, end: number): void {
    const found = unclaimedIn(this.lines, line, start, end, {
      inEntry: this.entries.open !== null && !this.entries.open.template && this.entries.open.form !== 'line',
      afterGap: this.afterGap,
      index: this.entries.sections.index,
      afterLabelAlone: () => this.around.labelAlone(this.lastInk),
      sameId: (head) => this.entries.sameId(head),
    });
    if (found) this.unclaimed.push(found);
  }

  private above(): Above {
    return { afterGap: this.afterGap, lastInk: this.lastInk };
  }
}
