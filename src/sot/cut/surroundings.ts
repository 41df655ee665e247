import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { LineState } from './block.ts';
import { bulletWidth, headingShape } from './line-shape.ts';

/** Fields of which one stands first below the ID of nearly every entry. */
const headFields =
  /^[*_|\s]{0,6}(?:id|type|status|order|stage|from|to|owner|category|tier|layer|subject|created|severity|channel|segment|rule|rule type|definition|description|verbatim|target|source ids?)[*_\s]{0,4}(?:[:：|]|\*\*|$)/i;
/** Fields of which one stands among the first lines of nearly every stage and handoff. */
const mopsFields =
  /^[^\p{L}\p{N}]{0,8}(?:id|type|status|order|stage|from|to|owner|trigger|sla|entry(?: criteria)?|exit(?: criteria)?|payload|rejection rule)(?: \([a-z ]{1,40}\))?[*_\s\u2060]{0,4}(?:[:：|]|\*\*|$)/iu;
const mopsHead = /^[\s[(*_`~\u2060]{0,6}(?:BR|GTM)\\?[-_ \u2010-\u2014]?MOPS\\?[-_ \u2010-\u2014]?[0-9]/i;
/** Lines below an ID among which its fields begin, words of introduction above them. */
const reach = 10;
const fieldTable = /^[|\s:*-]{0,20}(?:field|name|property|attribute|key)\b/i;

/** What stands around a line: the questions that tell an entry's ID line from a mention. */
export class Surroundings {
  private readonly lines: Lines;
  private readonly states: Uint8Array;
  private readonly text: string;

  constructor(lines: Lines, states: Uint8Array) {
    this.lines = lines;
    this.states = states;
    this.text = lines.text;
  }

  column(line: number, at: number): number {
    return this.lines.columns(this.lines.starts[line] as number, at);
  }

  /** Whether a line is a heading or a label alone, so that what follows is its value. */
  labelAlone(line: number): boolean {
    if (line < 0) return false;
    const start = this.lines.firstInk(line);
    const end = this.lines.lastInk(line, start);
    if (this.text.charCodeAt(start) === 35) return true;
    const from = this.lines.firstInk(line, start + bulletWidth(this.text, start, end));
    const split = splitLabel(this.text, from, end);
    return split !== null && split.valueStart >= end;
  }

  /** Whether the next line with ink is a field: one of those that head an entry, or any. */
  fieldsFollow(line: number, which: 'head' | 'mops' | 'any'): boolean {
    const next = this.nextInk(line);
    if (next < 0) return this.tableFollows(line);
    return this.isField(line, next, which);
  }

  /** A table in HTML is not read, but it is where the fields are. */
  private tableFollows(line: number): boolean {
    let next = line + 1;
    while (next < this.lines.count && this.lines.empty(next)) next++;
    const start = next < this.lines.count ? this.lines.firstInk(next) : this.text.length;
    return /^<table\b/i.test(this.text.slice(start, start + 8));
  }

  /**
   * Whether fields of a stage or handoff stand among the next lines, with at most some words of introduction above
   * them; another entry or a heading of `level` or above ends the search.
   */
  fieldsAhead(line: number, level: number): boolean {
    let next = line;
    for (let count = 0; count < reach; count++) {
      const from = next;
      next = this.nextInk(from);
      if (next < 0) return this.tableFollows(from);
      const start = this.lines.firstInk(next);
      const end = this.lines.lastInk(next, start);
      const shape = this.text.charCodeAt(start) === 35 ? headingShape(this.lines, next, start, end) : null;
      if (shape && shape.level <= level) return false;
      const words = shape?.start ?? start + bulletWidth(this.text, start, end);
      if (mopsHead.test(this.text.slice(words, Math.min(end, words + 40)))) return false;
      if (this.isField(line, next, 'mops')) return true;
    }
    return false;
  }

  /** Whether a line has a number in front and nothing straight above and below: it is no item among others. */
  numberedAlone(line: number): boolean {
    if (!/[0-9]/.test(this.text.charAt(this.lines.firstInk(line)))) return false;
    const [above, below] = [line - 1, line + 1];
    return (above < 0 || this.lines.empty(above)) && (below >= this.lines.count || this.lines.empty(below));
  }

  private isField(line: number, next: number, which: 'head' | 'mops' | 'any'): boolean {
    const ink = this.lines.firstInk(next);
    const end = this.lines.lastInk(next, ink);
    const row = this.lines.isRow(next, ink);
    let start = ink;
    while (start < end && (this.text.charCodeAt(start) === 62 || this.text.charCodeAt(start) === 124)) {
      start = this.lines.firstInk(next, start + 1);
    }
    const bullet = bulletWidth(this.text, start, end);
    let hashes = start;
    while (this.text.charCodeAt(hashes) === 35) hashes++;
    start = this.lines.firstInk(next, Math.max(hashes, start + bullet));
    const ahead = this.text.slice(start, Math.min(end, start + 60));
    if ((which === 'mops' ? mopsFields : headFields).test(ahead)) return true;
    if (which !== 'any') return row && fieldTable.test(ahead);
    if (bullet > 0 && next > line + 1 && !ahead.startsWith('**')) return false;
    return row || splitLabel(this.text, start, end) !== null;
  }

  /** Whether fields are nested below a list mark at this column. */
  fieldsNested(line: number, column: number): boolean {
    const next = this.nextInk(line);
    if (next < 0 || this.column(next, this.lines.firstInk(next)) <= column) return false;
    return this.fieldsFollow(line, 'head');
  }

  /** The next line with ink in the same stretch of text, -1 when there is none. */
  private nextInk(line: number): number {
    const fenced = (this.states[line] as number) >= LineState.fenced;
    for (let next = line + 1; next < this.lines.count; next++) {
      const state = this.states[next] as number;
      if (state === LineState.dead || (state === LineState.mark && fenced)) return -1;
      if (state === LineState.mark || this.lines.empty(next)) continue;
      // In YAML a comment may stand between an ID and its fields.
      if (state === LineState.yaml && this.text.charCodeAt(this.lines.firstInk(next)) === 35) continue;
      return next;
    }
    return -1;
  }
}
