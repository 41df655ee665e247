import type { Entry } from './entry.ts';
import type { Cover, Fence } from './fences.ts';
import { type Head, readHead } from './head.ts';
import { kindOf } from './id.ts';
import { plainText } from './inline.ts';
import { splitLabel } from './label.ts';
import type { Lines } from './lines.ts';
import { Sections } from './section.ts';

/** One entry cut out of its file, not yet read: its ID line and the lines below that belong to it. */
export interface Block {
  readonly head: Head;
  readonly form: Entry['form'];
  /** Line of the ID (indices from 0), first line of the body, line past the last. */
  readonly line: number;
  readonly body: number;
  end: number;
  readonly fenced: boolean;
  section: Entry['section'];
  /** For a row: the line of its table's header, -1 without one. */
  readonly header: number;
  /** A line that looks like an entry whose ID cannot be told. */
  readonly illegible: boolean;
}

/** What a line is before its entry is read. */
export const LineState = { open: 0, mark: 1, dead: 2, fenced: 3, yaml: 4 } as const;

/** For each line whether it stands in the open, is a fence mark, is code nobody reads, or stands in a readable fence. */
export function lineStates(count: number, fences: readonly Fence[]): Uint8Array {
  const states = new Uint8Array(count);
  for (const fence of fences) {
    const inside = !fence.readable ? LineState.dead : fence.yaml ? LineState.yaml : LineState.fenced;
    states.fill(inside, fence.open + 1, fence.close);
    states[fence.open] = LineState.mark;
    states[fence.close] = LineState.mark;
  }
  return states;
}

interface OpenBlock extends Block {
  /** A heading of this level or above ends the entry. */
  level: number;
  template: boolean;
  /** Column of a list entry's bullet; what is indented further belongs to it. -1 for other forms. */
  bullet: number;
}

/** Cuts a file at its entries. Linear: each line is looked at once, and once more when a line before it asks. */
export class Outline {
  readonly blocks: Block[] = [];
  private readonly lines: Lines;
  private readonly states: Uint8Array;
  private readonly text: string;
  private readonly sections = new Sections();
  private open: OpenBlock | null = null;
  private fence: { blocks: number; template: boolean } | null = null;
  private afterGap = true;
  /** First line of the table read at the moment, -1 outside tables. */
  private table = -1;
  /** The table stands on its own below a bare entry, so that its rows are entries. */
  private tableFree = false;
  private lastInk = -1;

  constructor(cover: Cover, states: Uint8Array) {
    this.lines = cover.lines;
    this.text = cover.lines.text;
    this.states = states;
    for (let line = 0; line < this.lines.count; line++) this.take(line);
    this.close(this.lines.count);
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
    const code = this.text.charCodeAt(start);
    if (code !== 124) this.table = -1;
    if (this.open && this.open.bullet >= 0 && this.column(line, start) <= this.open.bullet) this.close(line);
    if (code === 35) this.takeHash(line, start, end, state);
    else if (isRule(this.text, start, end)) this.takeRule(line, start, state);
    else if (code === 124) this.takeRow(line, start, end);
    else if (this.column(line, start) <= 3 || state !== LineState.open)
      this.takeText(line, start, end, state);
    else if (bulletWidth(this.text, start, end) > 0) this.takeBullet(line, start, end);
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
    let at = start;
    while (at < end && this.text.charCodeAt(at) === 35) at++;
    const level = at - start;
    const inFence = state !== LineState.open;
    if (level > 6 || (at < end && this.lines.firstInk(line, at) === at)) return;
    let stop = end;
    while (stop > at && this.text.charCodeAt(stop - 1) === 35) stop--;
    if (stop < end && stop > at && this.lines.lastInk(line, at, stop) === stop) stop = end;
    stop = this.lines.lastInk(line, at, stop);
    const first = this.lines.firstInk(line, at);
    const head = this.headingHead(line, first, stop);
    if (head) {
      if (inFence && this.open && !this.open.fenced && this.sameId(head)) return;
      this.close(line);
      if (!inFence) this.sections.enter(level, '');
      this.begin(head, 'heading', line, { level, fenced: inFence });
      const title = this.text.slice(head.titleStart, head.titleEnd);
      if (this.open && /[[(~]deprecated[\])~]|^~~/i.test(title))
        (this.open as OpenBlock).section = 'deprecated';
      return;
    }
    if (state === LineState.yaml) return;
    if (this.open && this.open.fenced === inFence && level <= this.open.level) this.close(line);
    if (!inFence) this.sections.enter(level, plainText(this.text.slice(first, stop)));
  }

  /** The ID of a heading; after an emoji or a section number too, and in brackets at its end when fields follow. */
  private headingHead(line: number, start: number, end: number): Head | null {
    let at = start;
    let head = readHead(this.text, at, end);
    if (!head) {
      const lead = /^(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)]?|[^\p{L}\p{N}\s[*_`~#]{1,8})\s+/u.exec(
        this.text.slice(start, Math.min(end, start + 40)),
      );
      if (lead) {
        at += lead[0].length;
        head = readHead(this.text, at, end);
      }
    }
    if (head) return this.acceptHeading(head, line) ? head : null;
    const tail = /[([]((?:BR|GTM)-MOPS-[0-9]{3})[\])]$/.exec(this.text.slice(Math.max(start, end - 20), end));
    if (!tail || !this.fieldsFollow(line, true)) return null;
    const idStart = end - tail[0].length + 1;
    const inner = readHead(this.text, idStart, end - 1);
    if (!inner) return null;
    let titleEnd = idStart - 1;
    while (titleEnd > start && /[\s:–—-]/.test(this.text.charAt(titleEnd - 1))) titleEnd--;
    return { ...inner, titleStart: start, titleEnd };
  }

  private acceptHeading(head: Head, line: number): boolean {
    if (head.judged.kind === 'named')
      return isLifecycle(head) && head.delimiter !== 'blank' && this.fieldsFollow(line, true);
    if (
      head.judged.kind === 'malformed' &&
      !isLifecycle(head) &&
      (head.delimiter === 'blank' || head.delimiter === 'end')
    )
      return false;
    if (this.sections.index || (head.linked && head.delimiter !== 'colon'))
      return head.titleEnd > head.titleStart && this.fieldsFollow(line, true);
    return true;
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
      if (this.lastInk === open.line && this.fieldsFollow(line, false)) return;
      this.close(line);
    } else if (dash && !this.afterGap && this.lastInk === line - 1) {
      this.enterSetext(line - 1, 2);
    }
  }

  private enterSetext(line: number, level: number): void {
    const start = this.lines.firstInk(line);
    const end = this.lines.lastInk(line, start);
    if (end > start && !splitLabel(this.text, start, end))
      this.sections.enter(level, plainText(this.text.slice(start, end)));
  }

  private takeRow(line: number, start: number, end: number): void {
    const first = this.table < 0;
    if (first) {
      this.table = line;
      this.tableFree =
        this.afterGap && this.open?.form === 'bare' && !this.open.fenced && !this.afterLabelAlone();
    }
    if (this.sections.index || this.fence) return;
    const head = readHead(this.text, this.lines.firstInk(line, start + 1), end);
    if (head?.delimiter !== 'pipe' || head.linked || head.judged.kind !== 'id' || isLifecycle(head)) return;
    if (this.open && this.open.form !== 'row' && this.open.form !== 'line' && !this.tableFree) return;
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
    if (!mayBeId(code)) return;
    const head = readHead(this.text, start, end);
    if (!head || head.linked) return;
    if (state !== LineState.open && this.open && !this.open.fenced && this.sameId(head)) return;
    const form = this.bareForm(head, line);
    if (!form) return;
    this.close(line);
    this.begin(head, form, line, {
      level: Math.max(2, state === LineState.open ? this.sections.level : 2),
      fenced: state !== LineState.open,
    });
  }

  /** Whether an ID at the margin begins an entry, and of which form. */
  private bareForm(head: Head, line: number): 'bare' | 'line' | null {
    const kind = head.judged.kind;
    const within = this.open !== null && !(this.open.form === 'line') && !(this.open.fenced && this.afterGap);
    const gap = this.afterGap || this.lastInk < 0 || this.open?.form === 'line';
    const strong = this.fieldsFollow(line, true);
    const weak = strong || this.fieldsFollow(line, false);
    if (kind === 'named') return isLifecycle(head) && head.delimiter === 'colon' && strong ? 'bare' : null;
    if (isLifecycle(head)) {
      if (head.delimiter === 'blank' || head.delimiter === 'end') return strong && gap ? 'bare' : null;
      if (within && this.afterLabelAlone()) return strong ? 'bare' : null;
      if (this.sections.index && !strong) return null;
      const titled = /^(?:lifecycle|handoff|hand-off|segment|scoring|stage|routing)\b/i.test(
        this.text.slice(head.titleStart, head.titleEnd),
      );
      return (gap && (weak || titled)) || strong ? 'bare' : null;
    }
    if (kind === 'malformed' && !weak) return null;
    if (head.delimiter === 'blank' || head.delimiter === 'end') return strong && gap ? 'bare' : null;
    if (!gap || this.sections.index) return strong && gap ? 'bare' : null;
    if (within && (this.open?.form === 'heading' || this.afterLabelAlone())) return strong ? 'bare' : null;
    return weak ? 'bare' : 'line';
  }

  private takeBullet(line: number, start: number, end: number): void {
    let at = this.lines.firstInk(line, start + bulletWidth(this.text, start, end));
    const sign = /^[^\p{L}\p{N}\s[*_`~#(]{1,4}\s{1,2}/u.exec(this.text.slice(at, Math.min(end, at + 8)));
    if (sign) at += sign[0].length;
    if (at >= end || !mayBeId(this.text.charCodeAt(at))) return;
    if (this.open && this.open.form !== 'line' && this.open.form !== 'row') return;
    const head = readHead(this.text, at, end);
    if (!head || head.linked || head.delimiter === 'end' || head.delimiter === 'pipe') return;
    const column = this.column(line, start);
    const strong = this.nestedFields(line, column);
    if (
      !strong &&
      (this.sections.index || isLifecycle(head) || head.judged.kind !== 'id' || head.delimiter === 'blank')
    )
      return;
    if (this.open && this.open.bullet >= 0 && this.open.bullet < column) return;
    this.close(line);
    this.begin(head, strong ? 'bare' : 'line', line, {
      level: 6,
      bullet: column,
      fenced: this.fence !== null,
    });
  }

  private begin(
    head: Head,
    form: Block['form'],
    line: number,
    more: { level: number; fenced?: boolean; header?: number; bullet?: number },
  ): void {
    const kind = head.judged.kind;
    const template = kind === 'placeholder';
    if (template && this.fence) this.fence.template = true;
    this.open = {
      head,
      form,
      line,
      body: line + 1,
      end: line + 1,
      fenced: more.fenced ?? false,
      section: this.sections.section,
      header: more.header ?? -1,
      illegible: kind === 'named' || (head.judged.kind === 'malformed' && head.judged.expected === null),
      level: more.level,
      template,
      bullet: more.bullet ?? -1,
    };
  }

  private close(line: number): void {
    const open = this.open;
    this.open = null;
    if (!open || open.template) return;
    open.end = line;
    this.blocks.push(open);
  }

  private sameId(head: Head): boolean {
    const open = this.open?.head.judged;
    return head.judged.kind === 'id' && open?.kind === 'id' && open.parsed.id === head.judged.parsed.id;
  }

  private column(line: number, at: number): number {
    return this.lines.columns(this.lines.starts[line] as number, at);
  }

  /** Whether the last line with ink is a label alone, so that what follows is its value. */
  private afterLabelAlone(): boolean {
    if (this.lastInk < 0) return false;
    const start = this.lines.firstInk(this.lastInk);
    const end = this.lines.lastInk(this.lastInk, start);
    if (this.text.charCodeAt(start) === 35) return true;
    const from = this.lines.firstInk(this.lastInk, start + bulletWidth(this.text, start, end));
    const split = splitLabel(this.text, from, end);
    return split !== null && split.valueStart >= end;
  }

  private nextInk(line: number): number {
    const state = this.states[line] as number;
    for (let next = line + 1; next < this.lines.count; next++) {
      const other = this.states[next] as number;
      if (other === LineState.dead || (other === LineState.mark && state >= LineState.fenced)) return -1;
      if (other !== LineState.mark && this.lines.firstInk(next) < (this.lines.ends[next] as number))
        return next;
    }
    return -1;
  }

  /** Whether the next line with ink is a field; `strong` asks for one of the fields that head an entry. */
  private fieldsFollow(line: number, strong: boolean): boolean {
    const next = this.nextInk(line);
    if (next < 0) return false;
    let start = this.lines.firstInk(next);
    const end = this.lines.lastInk(next, start);
    while (this.text.charCodeAt(start) === 62 || this.text.charCodeAt(start) === 124)
      start = this.lines.firstInk(next, start + 1);
    let hashes = start;
    while (this.text.charCodeAt(hashes) === 35) hashes++;
    const width = bulletWidth(this.text, start, end);
    const row = this.text.charCodeAt(this.lines.firstInk(next)) === 124;
    start = this.lines.firstInk(next, Math.max(hashes, start + width));
    const ahead = this.text.slice(start, Math.min(end, start + 60));
    if (headFields.test(ahead)) return true;
    if (strong)
      return row || hashes > 0
        ? row && /^[|\s:*-]*(?:field|name|property|attribute|key)\b/i.test(ahead)
        : false;
    if (width > 0 && next > line + 1)
      return ahead.startsWith('**') && splitLabel(this.text, start, end) !== null;
    return row || splitLabel(this.text, start, end) !== null;
  }

  /** Whether fields are nested below a bullet. */
  private nestedFields(line: number, column: number): boolean {
    const next = this.nextInk(line);
    if (next < 0 || this.column(next, this.lines.firstInk(next)) <= column) return false;
    return this.fieldsFollow(line, true);
  }
}

const headFields =
  /^[*_|\s]{0,6}(?:id|type|status|order|stage|from|to|owner|category|tier|layer|subject|created|severity|channel|segment|rule type|source ids?)[*_\s]{0,4}(?:[:：|]|\*\*|$)/i;

function isLifecycle(head: Head): boolean {
  const judged = head.judged;
  if (judged.kind === 'id') {
    const kind = kindOf(judged.parsed);
    return kind === 'BR-MOPS' || kind === 'GTM-MOPS';
  }
  return /^(?:BR|GTM)\W?_?MOPS/i.test(head.token);
}

function mayBeId(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 91 ||
    code === 42 ||
    code === 95 ||
    code === 96 ||
    code === 126
  );
}

/** Three or more of `-`, `*` or `_` and nothing else: a line that parts entries. */
export function isRule(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== 45 && mark !== 42 && mark !== 95) return false;
  let marks = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) marks++;
    else if (code !== 32 && code !== 9) return false;
  }
  return marks >= 3;
}

/** Characters of a list mark with the blank behind it (`- `, `* `, `1. `, `• `), 0 when the line has none. */
export function bulletWidth(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  let at = start;
  if (code === 45 || code === 42 || code === 43) at++;
  else if (code === 0x2022 || code === 0x25e6 || code === 0x25aa || code === 0x2023 || code === 0xb7) {
    at++;
    if (at < end && text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 9 && text.charCodeAt(at) !== 0xa0)
      return 1;
  } else if (code >= 48 && code <= 57) {
    while (at < end && at - start < 9 && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
    const after = text.charCodeAt(at);
    if (after !== 46 && after !== 41) return 0;
    at++;
  } else return 0;
  if (at >= end) return at - start;
  const gap = text.charCodeAt(at);
  return gap === 32 || gap === 9 || gap === 0xa0 ? at - start + 1 : 0;
}
