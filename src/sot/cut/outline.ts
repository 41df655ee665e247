import type { FieldWords } from '../../language/fields.ts';
import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type EntryBlock, LineState, type UnclaimedLine } from './block.ts';
import { BlockList } from './block-list.ts';
import { bodyLine } from './body-line.ts';
import {
  bareForm,
  behindForm,
  bulletBehindForm,
  bulletForm,
  type Found,
  foundHead,
  headingHead,
  isLifecycle,
  isParted,
  type Standpoint,
} from './claim.ts';
import type { Cover } from './cover.ts';
import type { FrontMatter } from './front-matter.ts';
import { GoingOn } from './going-on.ts';
import { type EntryHead, readHead } from './head.ts';
import { IdsAhead } from './ids-ahead.ts';
import { bulletWidth, headingShape, isRule, mayBeId } from './line-shape.ts';
import { mergedTitle } from './merged-title.ts';
import { OwnFields } from './own-fields.ts';
import { idField } from './own-heading.ts';
import { Surroundings } from './surroundings.ts';
import { TableRows } from './table-rows.ts';
import { unclaimedIn } from './unclaimed.ts';

/** Cuts a file at its entries. Linear: each line is looked at once, and once more when a line before it asks. */
export class Outline {
  readonly unclaimed: UnclaimedLine[] = [];
  private readonly lines: Lines;
  private readonly states: Uint8Array;
  private readonly text: string;
  private readonly words: FieldWords;
  private readonly around: Surroundings;
  private readonly ids: IdsAhead;
  private readonly entries: BlockList;
  private readonly rows: TableRows;
  private readonly own: OwnFields;
  private readonly goingOn: GoingOn;
  private afterGap = true;
  private lastInk = -1;

  constructor(cover: Cover, states: Uint8Array, words: FieldWords) {
    this.words = words;
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
    this.beginMatter(cover.matter);
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

  /** A file whose front matter names its entry is that entry: no heading ends it but another entry's. */
  private beginMatter(matter: FrontMatter | null): void {
    if (matter === null) return;
    const line = matter.idLine;
    const start = this.lines.starts[line] as number;
    const end = this.lines.lastInk(line, start);
    const id = /(?:BR|GTM)-MOPS-\d{3}/i.exec(this.text.slice(start, end));
    const at = start + (id?.index ?? 0);
    const head = readHead(this.text, at, at + (id?.[0].length ?? 0));
    if (head !== null) {
      const first = this.lines.starts[matter.first] as number;
      const untitled = { ...head, titleStart: first, titleEnd: first };
      this.entries.begin(untitled, 'bare', matter.first, { level: 0, idLine: line });
    }
  }

  /** The first heading below the front matter of an entry is its title, with or without the ID. */
  private isTitle(line: number, head: EntryHead | null, level: number, start: number, end: number): boolean {
    const open = this.entries.open;
    if (open === null || open.level > 0 || open.titleLine !== open.line) return false;
    if (head === null ? level > 1 : !this.entries.sameId(head)) return false;
    open.titleLine = line;
    open.head = {
      ...open.head,
      titleStart: head?.titleStart ?? start,
      titleEnd: head?.titleEnd ?? end,
    };
    return true;
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
    else if (isRule(this.text, start, end)) this.takeRule(line, start, state);
    else if (row) this.rows.take(line, start, end, { afterGap: this.afterGap, lastInk: this.lastInk });
    else if (code === 62) this.takeQuote(line, end);
    else if (this.around.column(line, start) <= 3 || state !== LineState.open)
      this.takeText(line, start, end, state);
    else if (bulletWidth(this.text, start, end) > 0) this.takeBullet(line, start, end);
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
    const head = headingHead(this.text, line, first, stop, level, this.standpoint());
    if (!inFence && this.isTitle(line, head, level, first, stop)) return;
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

  private takeRule(line: number, start: number, state: number): void {
    const open = this.entries.open;
    const dash = this.text.charCodeAt(start) === 45;
    if (state !== LineState.open) {
      if (dash && open?.fenced) this.entries.close(line);
      this.afterGap = true;
      return;
    }
    if (dash && open?.form === 'bare' && open.line === line - 1 && !open.fenced) {
      open.level = 2;
      return;
    }
    if (open && !open.fenced) {
      if (this.lastInk === open.line && this.around.fieldsFollow(line, 'any')) return;
      if (dash && open.level === 1 && this.underlines(line, open.line)) return;
      if (this.goingOn.behindRule(line, open, open.level)) return;
      this.entries.close(line);
    } else if (dash && !this.afterGap && this.lastInk === line - 1) {
      this.enterSetext(line - 1, 2);
    }
  }

  /** Dashes straight below a line of words: a sub-heading in an entry of the highest level. */
  private underlines(line: number, head: number): boolean {
    if (this.afterGap || this.lastInk !== line - 1 || line - 1 === head) return false;
    const start = this.lines.firstInk(line - 1);
    const end = this.lines.lastInk(line - 1, start);
    const code = this.text.charCodeAt(start);
    if (code === 124 || code === 35 || code === 62 || bulletWidth(this.text, start, end) > 0) return false;
    return splitLabel(this.text, start, end) === null;
  }

  /** `-----` or `=====`: what makes the words above it a heading. */
  private isUnderline(line: number): boolean {
    if (line >= this.lines.count) return false;
    const start = this.lines.firstInk(line);
    return /^(?:-{2,}|={2,})$/.test(this.text.slice(start, this.lines.lastInk(line, start)));
  }

  /** Equal signs straight below a line of words: the highest heading, which ends every entry but the one it heads. */
  private takeHighest(line: number, state: number): void {
    const open = this.entries.open;
    if (open?.line === line - 1) {
      open.level = 1;
      return;
    }
    if (state !== LineState.open || open?.fenced) return;
    if (open !== null) {
      if (!this.underlines(line, open.line)) return;
      const start = this.lines.firstInk(line - 1);
      if (this.goingOn.atHeading(line - 1, open, start, this.lines.lastInk(line - 1, start))) return;
      this.entries.close(line - 1);
    }
    this.enterSetext(line - 1, 1);
  }

  private enterSetext(line: number, level: number): void {
    const start = this.lines.firstInk(line);
    const end = this.lines.lastInk(line, start);
    if (end > start && !splitLabel(this.text, start, end))
      this.entries.sections.enter(level, this.text.slice(start, end));
  }

  private takeText(line: number, start: number, end: number, state: number): void {
    const code = this.text.charCodeAt(start);
    if (
      code === 61 &&
      this.lastInk === line - 1 &&
      !this.afterGap &&
      /^=+$/.test(this.text.slice(start, end))
    ) {
      this.takeHighest(line, state);
      return;
    }
    const width = bulletWidth(this.text, start, end);
    // `1. BR-MOPS-001: MQL` over `-----` is a numbered heading, and no item of a list.
    const numbered = width > 0 && /[0-9]/.test(this.text.charAt(start)) && this.isUnderline(line + 1);
    if (width > 0 && !numbered) {
      this.takeBullet(line, start, end);
      return;
    }
    const found = this.headIn(this.lines.firstInk(line, start + width), end);
    if (found === null) return;
    const { head } = found;
    let form: EntryBlock['form'] | null = null;
    if (found.where !== 'front') {
      const behind =
        state === LineState.open &&
        (splitLabel(this.text, start, end)?.by ?? 'none') === 'none' &&
        behindForm(found, this.isUnderline(line + 1) ? line + 1 : line, this.standpoint());
      if (!behind) return;
      form = 'bare';
    }
    if (
      state !== LineState.open &&
      this.entries.open &&
      !this.entries.open.fenced &&
      this.entries.sameId(head)
    )
      return;
    const here = this.standpoint();
    const merged =
      state === LineState.open && here.afterGap && isParted(head)
        ? mergedTitle(this.text, head, this.words)
        : null;
    if (merged !== null && !here.index()) form ??= 'bare';
    const titled = state === LineState.open && isParted(head) && !head.linked && this.isUnderline(line + 1);
    form ??= titled && !here.index() ? 'bare' : bareForm(head, line, here);
    if (!form) return;
    if (form === 'bare' && head.titleStart >= head.titleEnd && this.own.heading?.line === this.lastInk) {
      this.own.takeIdField(head, line, state);
      return;
    }
    this.entries.close(line);
    this.own.heading = null;
    this.entries.begin(merged?.head ?? head, form, line, {
      rest: form === 'bare' ? (merged?.rest ?? null) : null,
      level: Math.max(2, state === LineState.open ? this.entries.sections.level : 2),
      fenced: state !== LineState.open,
    });
  }

  /** An entry that is quoted as a whole; anything else in a quotation is left to the entry around it. */
  private takeQuote(line: number, end: number): void {
    const { start } = bodyLine(this.lines, line);
    const shape = headingShape(this.lines, line, start, end);
    const head = readHead(this.text, shape?.start ?? start, shape?.end ?? end);
    if (!head || !isLifecycle(head) || head.judged.kind !== 'id' || this.entries.sameId(head)) return;
    if (this.entries.inFence || !this.around.fieldsFollow(line, 'head')) return;
    this.entries.close(line);
    this.entries.begin(head, shape ? 'heading' : 'bare', line, { level: shape?.level ?? 2, cited: true });
  }

  private takeBullet(line: number, start: number, end: number): void {
    let at = this.lines.firstInk(line, start + bulletWidth(this.text, start, end));
    const box = /^\[[ xX]\][ \t]/.exec(this.text.slice(at, Math.min(end, at + 4)));
    if (box) at = this.lines.firstInk(line, at + 3);
    const sign = /^[^\p{L}\p{N}\s[*_`~#(]{1,4}\s{1,2}/u.exec(this.text.slice(at, Math.min(end, at + 8)));
    if (sign) at += sign[0].length;
    const found = this.headIn(at, end);
    if (found === null || (box && !isLifecycle(found.head))) return;
    // `- **Reference**: BR-MOPS-004` says whose ID it is; its label is no title.
    if (found.where !== 'front' && idField(this.text, at, end) !== null) return;
    const { head } = found;
    const own = isLifecycle(head) || this.around.numberedAlone(line);
    if (this.entries.open && this.entries.open.form !== 'line' && this.entries.open.form !== 'row' && !own)
      return;
    const column = this.around.column(line, start);
    const form =
      found.where === 'front'
        ? bulletForm(this.text, head, line, column, this.standpoint())
        : bulletBehindForm(found, line, column, this.standpoint());
    if (!form) return;
    if (this.entries.open && this.entries.open.bullet >= 0 && this.entries.open.bullet < column) return;
    const nested = this.around.fieldsNested(line, column);
    this.entries.close(line);
    this.own.heading = null;
    this.entries.begin(head, form, line, {
      level: nested || !own ? 6 : Math.max(2, this.entries.sections.level),
      bullet: nested || !own ? column : -1,
      cited: nested,
      fenced: this.entries.inFence,
    });
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

  /** An ID on a line: at its very front, or behind an anchor, an emoji, a title. */
  private headIn(start: number, end: number): Found | null {
    const head = mayBeId(this.text, start, end) ? readHead(this.text, start, end) : null;
    if (head) return { head, where: 'front' };
    return this.ids.within(start, end) ? foundHead(this.text, start, end) : null;
  }

  private standpoint(): Standpoint {
    return {
      around: this.around,
      open: this.entries.open?.form ?? null,
      openFenced: this.entries.open?.fenced ?? false,
      afterGap: this.afterGap || this.lastInk < 0,
      afterLabelAlone: () => this.around.labelAlone(this.lastInk),
      afterListLabel: () =>
        this.lastInk >= 0 &&
        this.text.charCodeAt(this.lines.firstInk(this.lastInk)) !== 35 &&
        this.around.labelAlone(this.lastInk),
      index: () => this.entries.sections.index,
      sameId: (head) => this.entries.sameId(head),
    };
  }
}
