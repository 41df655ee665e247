import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { type Block, LineState, type Unclaimed } from './block.ts';
import { bodyLine } from './body-line.ts';
import {
  bareForm,
  behindForm,
  bulletForm,
  type Found,
  foundHead,
  headingHead,
  isLifecycle,
  isParted,
  type Standpoint,
} from './claim.ts';
import type { Cover } from './cover.ts';
import { type Head, readHead } from './head.ts';
import { IdsAhead } from './ids-ahead.ts';
import { bulletWidth, headingShape, isRule, mayBeId } from './line-shape.ts';
import { mergedTitle } from './merged-title.ts';
import { idField, typeField } from './own-heading.ts';
import { Sections, type TitledSection } from './section.ts';
import { rowCells, type TableHeader, tableHeader } from './stage-table.ts';
import { Surroundings } from './surroundings.ts';
import { unclaimedIn } from './unclaimed.ts';

interface OpenBlock extends Block {
  /** A heading of this level or above ends the entry. */
  level: number;
  template: boolean;
  /** A line "Type: Lifecycle-Stage" was seen. */
  typed: boolean;
  /** Column of a list entry's bullet; what is indented further belongs to it. -1 for other forms. */
  bullet: number;
}

/** Cuts a file at its entries. Linear: each line is looked at once, and once more when a line before it asks. */
export class Outline {
  readonly blocks: Block[] = [];
  readonly unclaimed: Unclaimed[] = [];
  /** First lines of tables outside every entry whose rows are stages, with the column that names them. */
  readonly stageTables: { readonly line: number; readonly column: number }[] = [];
  /** Lines of entries whose ID is a template's, both ends included. */
  readonly templates: (readonly [number, number])[] = [];
  private readonly lines: Lines;
  private readonly states: Uint8Array;
  private readonly text: string;
  private readonly around: Surroundings;
  private readonly sections = new Sections();
  private readonly sectionOf = new Map<Block, TitledSection | null>();
  private open: OpenBlock | null = null;
  private fence: { blocks: number; template: boolean } | null = null;
  private afterGap = true;
  /** First line of the table read at the moment, -1 outside tables. */
  private table = -1;
  /** The table stands on its own below a bare entry, so that its rows are entries. */
  private tableFree = false;
  private lastInk = -1;
  private header: TableHeader | null = null;
  /** The last heading that opened no entry: a team's own, whose ID may stand in a field below it. */
  private ownHeading: { line: number; level: number; start: number; end: number } | null = null;
  /** The file speaks of MOPS: pages of a handbook that do not hold no ID of the lifecycle. */
  private readonly mops: boolean;
  private readonly ids: IdsAhead;

  constructor(cover: Cover, states: Uint8Array) {
    this.lines = cover.lines;
    this.text = cover.lines.text;
    this.states = states;
    this.around = new Surroundings(cover.lines, states);
    this.mops = /mops/i.test(this.text);
    this.ids = new IdsAhead(this.text, this.mops);
    for (let line = 0; line < this.lines.count; line++) this.take(line);
    this.close(this.lines.count);
    this.settleSections();
  }

  private take(line: number): void {
    const state = this.states[line] as number;
    if (state === LineState.mark) this.takeMark(line);
    if (state === LineState.mark || state === LineState.dead) return;
    const start = this.lines.firstInk(line);
    const end = this.lines.lastInk(line, start);
    if (start === end) {
      this.afterGap = true;
      this.table = -1;
      if (this.open?.form === 'line' && this.open.bullet < 0) this.close(line);
      return;
    }
    const before = this.blocks.length + (this.open ? 1 : 0);
    const opened = this.open;
    const code = this.text.charCodeAt(start);
    if (code !== 124) this.table = -1;
    if (this.open && this.open.bullet >= 0 && this.around.column(line, start) <= this.open.bullet)
      this.close(line);
    if (code === 35) this.takeHash(line, start, end, state);
    else if (isRule(this.text, start, end)) this.takeRule(line, start, state);
    else if (code === 124) this.takeRow(line, start, end);
    else if (code === 62) this.takeQuote(line, end);
    else if (this.around.column(line, start) <= 3 || state !== LineState.open)
      this.takeText(line, start, end, state);
    else if (bulletWidth(this.text, start, end) > 0) this.takeBullet(line, start, end);
    if (this.open === opened && this.blocks.length + (this.open ? 1 : 0) === before) {
      this.takeOwnFields(line, start, end, state);
      if (this.ids.within(start, end)) this.noteUnclaimed(line, start, end);
    }
    // A rule parts entries as a blank line does: in a fence it may stand between two without one.
    this.afterGap = isRule(this.text, start, end);
    this.lastInk = line;
  }

  private takeMark(line: number): void {
    this.table = -1;
    this.afterGap = true;
    if (this.fence) {
      if (this.open?.fenced) this.close(line);
      if (this.fence.template) {
        for (let at = this.fence.blocks; at < this.blocks.length; at++) {
          const block = this.blocks[at] as Block;
          if (block.section === null) block.section = 'example';
        }
      }
      this.fence = null;
    } else if (this.states[line + 1] === LineState.fenced || this.states[line + 1] === LineState.yaml) {
      if (this.open?.form === 'line') this.close(line);
      this.fence = { blocks: this.blocks.length, template: false };
    }
  }

  private takeHash(line: number, start: number, end: number, state: number): void {
    const inFence = state !== LineState.open;
    const shape = headingShape(this.lines, line, start, end);
    if (!shape) return;
    const { level, start: first, end: stop } = shape;
    const head = headingHead(this.text, line, first, stop, level, this.standpoint());
    if (head) {
      if (inFence && this.open && !this.open.fenced && this.sameId(head)) return;
      this.close(line);
      if (!inFence) this.sections.enter(level, null);
      this.ownHeading = null;
      this.begin(head, 'heading', line, { level, fenced: inFence });
      return;
    }
    this.ownHeading = { line, level, start: first, end: stop };
    if (state === LineState.yaml) return;
    if (this.open && this.open.fenced === inFence && level <= this.open.level) this.close(line);
    if (!inFence) this.sections.enter(level, this.text.slice(first, stop));
  }

  private takeRule(line: number, start: number, state: number): void {
    const open = this.open;
    const dash = this.text.charCodeAt(start) === 45;
    if (state !== LineState.open) {
      if (dash && open?.fenced) this.close(line);
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
      this.close(line);
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

  private enterSetext(line: number, level: number): void {
    const start = this.lines.firstInk(line);
    const end = this.lines.lastInk(line, start);
    if (end > start && !splitLabel(this.text, start, end))
      this.sections.enter(level, this.text.slice(start, end));
  }

  private takeRow(line: number, start: number, end: number): void {
    const first = this.table < 0;
    if (first) {
      this.table = line;
      this.tableFree =
        this.afterGap &&
        this.open?.form === 'bare' &&
        !this.open.fenced &&
        !this.around.labelAlone(this.lastInk);
    }
    if (first) this.header = this.hasRoom() ? tableHeader(this.lines, line) : null;
    if (first && this.header && this.header.stage >= 0 && this.header.fields >= 3 && this.header.id < 0)
      this.stageTables.push({ line, column: this.header.stage });
    if (this.sections.index || this.fence) return;
    if (this.ids.within(start, end) && this.takeStageRow(line)) return;
    const head = readHead(this.text, this.lines.firstInk(line, start + 1), end);
    if (head && isLifecycle(head)) return;
    if (head?.delimiter !== 'pipe' || head.linked || head.judged.kind !== 'id') return;
    if (this.open && this.open.form !== 'line' && !this.open.template && !this.tableFree) return;
    const rest = this.text.slice(head.idEnd + 1, end);
    if (!/[\p{L}]/u.test(rest.replace(/[A-Z]{2,5}(?:-[A-Z][A-Z0-9]*)?-[0-9]{3}/g, ''))) return;
    this.close(this.table);
    const header =
      this.table !== line &&
      /^[\s|:-]*$/.test(this.text.slice(this.lines.starts[this.table + 1], this.lines.ends[this.table + 1]))
        ? this.table
        : -1;
    this.begin(head, 'row', line, { level: 9, header });
    this.close(line + 1);
  }

  /** No entry is open that a table would belong to; one of another kind may hold a table of stages. */
  private hasRoom(): boolean {
    const open = this.open;
    if (!open || open.template || open.form === 'line' || this.tableFree) return true;
    return !isLifecycle(open.head);
  }

  /** A row of a stage table: its ID column holds an ID, and its header names the fields of an entry. */
  private takeStageRow(line: number): boolean {
    const header = this.header;
    if (!header || header.fields < 2 || line < this.table + 2) return false;
    const cells = rowCells(this.lines, line);
    const cell = cells[Math.max(0, header.id)];
    const head = cell ? readHead(this.text, cell.start, cell.end) : null;
    if (!head || !isLifecycle(head) || head.delimiter !== 'end' || head.judged.kind === 'placeholder')
      return false;
    this.close(this.open ? line : this.table);
    this.begin(head, 'row', line, { level: 9, header: this.table });
    this.close(line + 1);
    return true;
  }

  private takeText(line: number, start: number, end: number, state: number): void {
    const code = this.text.charCodeAt(start);
    if (
      code === 61 &&
      this.lastInk === line - 1 &&
      !this.afterGap &&
      /^=+$/.test(this.text.slice(start, end))
    ) {
      if (this.open?.line === line - 1) this.open.level = 1;
      else if (!this.open && state === LineState.open) this.enterSetext(line - 1, 1);
      return;
    }
    if (bulletWidth(this.text, start, end) > 0) {
      this.takeBullet(line, start, end);
      return;
    }
    const found = this.headIn(start, end);
    if (found === null) return;
    const { head } = found;
    let form: Block['form'] | null = null;
    if (found.where !== 'front') {
      const behind =
        state === LineState.open &&
        splitLabel(this.text, start, end) === null &&
        behindForm(found, line, this.standpoint());
      if (!behind) return;
      form = 'bare';
    }
    if (state !== LineState.open && this.open && !this.open.fenced && this.sameId(head)) return;
    const here = this.standpoint();
    const merged =
      state === LineState.open && here.afterGap && isParted(head) ? mergedTitle(this.text, head) : null;
    if (merged !== null && !here.index()) form ??= 'bare';
    form ??= bareForm(head, line, here);
    if (!form) return;
    this.close(line);
    this.ownHeading = null;
    this.begin(merged?.head ?? head, form, line, {
      rest: form === 'bare' ? (merged?.rest ?? null) : null,
      level: Math.max(2, state === LineState.open ? this.sections.level : 2),
      fenced: state !== LineState.open,
    });
  }

  /** An entry that is quoted as a whole; anything else in a quotation is left to the entry around it. */
  private takeQuote(line: number, end: number): void {
    const { start } = bodyLine(this.lines, line);
    const shape = headingShape(this.lines, line, start, end);
    const head = readHead(this.text, shape?.start ?? start, shape?.end ?? end);
    if (!head || !isLifecycle(head) || head.judged.kind !== 'id' || this.sameId(head)) return;
    if (this.fence || !this.around.fieldsFollow(line, 'head')) return;
    this.close(line);
    this.begin(head, shape ? 'heading' : 'bare', line, { level: shape?.level ?? 2 });
  }

  private takeBullet(line: number, start: number, end: number): void {
    let at = this.lines.firstInk(line, start + bulletWidth(this.text, start, end));
    const sign = /^[^\p{L}\p{N}\s[*_`~#(]{1,4}\s{1,2}/u.exec(this.text.slice(at, Math.min(end, at + 8)));
    if (sign) at += sign[0].length;
    const found = this.headIn(at, end);
    if (found?.where !== 'front') return;
    const { head } = found;
    if (this.open && this.open.form !== 'line' && this.open.form !== 'row' && !isLifecycle(head)) return;
    const column = this.around.column(line, start);
    const form = bulletForm(this.text, head, line, column, this.standpoint());
    if (!form) return;
    if (this.open && this.open.bullet >= 0 && this.open.bullet < column) return;
    const nested = this.around.fieldsNested(line, column);
    this.close(line);
    this.ownHeading = null;
    this.begin(head, form, line, {
      level: nested || !isLifecycle(head) ? 6 : Math.max(2, this.sections.level),
      bullet: nested || !isLifecycle(head) ? column : -1,
      fenced: this.fence !== null,
    });
  }

  private begin(
    head: Head,
    form: Block['form'],
    line: number,
    more: {
      level: number;
      fenced?: boolean;
      header?: number;
      bullet?: number;
      idLine?: number;
      rest?: number | null;
    },
  ): void {
    const template = head.judged.kind === 'placeholder';
    if (template && this.fence) this.fence.template = true;
    if (template) this.sections.holdsTemplate();
    this.open = {
      head,
      form,
      line,
      idLine: more.idLine ?? line,
      typed: false,
      body: line + 1,
      end: line + 1,
      fenced: more.fenced ?? false,
      rest: more.rest ?? null,
      section: retired.test(this.text.slice(head.titleStart, head.titleEnd))
        ? 'deprecated'
        : this.sections.deprecated
          ? 'deprecated'
          : null,
      header: more.header ?? -1,
      level: more.level,
      template,
      bullet: more.bullet ?? -1,
    };
  }

  private close(line: number): void {
    const open = this.open;
    this.open = null;
    if (!open) return;
    open.end = line;
    if (open.template) this.templates.push([open.line, line - 1]);
    else {
      this.blocks.push(open);
      this.sectionOf.set(open, this.sections.titledTemplate);
    }
  }

  /** A section whose title says template counts as one where it holds a template's ID; its title alone does not. */
  private settleSections(): void {
    for (const block of this.blocks) {
      const titled = this.sectionOf.get(block);
      if (titled?.holdsTemplate && block.section === null) block.section = titled.meaning;
    }
  }

  /** An ID in a field below a team's own heading; a type that no entry above may have taken as its own. */
  private takeOwnFields(line: number, start: number, end: number, state: number): void {
    if (state !== LineState.open && state !== LineState.fenced) return;
    const own = this.mops && this.ids.within(start, end) ? idField(this.text, start, end) : null;
    if (own) {
      this.takeIdField(own, line, state);
      return;
    }
    if (!typeField(this.text, start, end)) return;
    const heading = this.ownHeading;
    if (this.open && !this.open.typed && (isLifecycle(this.open.head) || this.open.template)) {
      this.open.typed = true;
      return;
    }
    if (this.open && heading && heading.line > this.open.line) this.close(heading.line);
    if (this.open && (this.open.template || this.open.form === 'line' || this.open.form === 'row')) return;
    if (this.open) return;
    const at = heading ?? { line, start, end };
    this.unclaimed.push({ line: at.line, start: at.start, end: at.end, id: null, looks: 'entry' });
  }

  private takeIdField(own: Head, line: number, state: number): void {
    if (this.sameId(own)) return;
    const heading = this.ownHeading;
    if (heading === null || (this.open && heading.line < this.open.line)) {
      if (this.open && !this.open.template && this.open.form !== 'line' && this.open.form !== 'row') return;
      this.close(line);
      this.begin({ ...own, titleStart: own.idEnd, titleEnd: own.idEnd }, 'bare', line, {
        level: Math.max(2, this.sections.level),
        fenced: state !== LineState.open,
      });
      return;
    }
    this.close(heading.line);
    this.ownHeading = null;
    const head = { ...own, titleStart: heading.start, titleEnd: heading.end };
    this.begin(head, 'heading', heading.line, {
      level: heading.level,
      fenced: state !== LineState.open,
      idLine: line,
    });
  }

  /** Keeps a line that begins with an ID of the lifecycle and opened no entry. */
  private noteUnclaimed(line: number, start: number, end: number): void {
    const found = unclaimedIn(this.lines, line, start, end, {
      inEntry: this.open !== null && !this.open.template && this.open.form !== 'line',
      afterGap: this.afterGap,
      index: this.sections.index,
      afterLabelAlone: () => this.around.labelAlone(this.lastInk),
      sameId: (head) => this.sameId(head),
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
      open: this.open?.form ?? null,
      openFenced: this.open?.fenced ?? false,
      afterGap: this.afterGap || this.lastInk < 0,
      afterLabelAlone: () => this.around.labelAlone(this.lastInk),
      afterListLabel: () =>
        this.lastInk >= 0 &&
        this.text.charCodeAt(this.lines.firstInk(this.lastInk)) !== 35 &&
        this.around.labelAlone(this.lastInk),
      index: () => this.sections.index,
      sameId: (head) => this.sameId(head),
    };
  }

  private sameId(head: Head): boolean {
    const open = this.open?.head.judged;
    return head.judged.kind === 'id' && open?.kind === 'id' && open.parsed.id === head.judged.parsed.id;
  }
}

/** `### BR-MOPS-009: Old [DEPRECATED]` is retired wherever it stands. */
const retired = /[[(~]deprecated[\])~]/i;
