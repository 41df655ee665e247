import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { LineState } from './block.ts';
import type { BlockList, OpenBlock } from './block-list.ts';
import type { GoingOn } from './going-on.ts';
import { bulletWidth } from './line-shape.ts';
import type { Surroundings } from './surroundings.ts';

/** What stands above a line. */
export interface Above {
  /** A blank line, a rule or a mark stands straight above. */
  readonly afterGap: boolean;
  /** The last line above with ink, -1 for none. */
  readonly lastInk: number;
}

/** Lines of signs alone: rules, which may end an entry, and underlines, which make a heading of the words above them. */
export class SignLines {
  private readonly lines: Lines;
  private readonly around: Surroundings;
  private readonly entries: BlockList;
  private readonly goingOn: GoingOn;

  constructor(lines: Lines, around: Surroundings, entries: BlockList, goingOn: GoingOn) {
    this.lines = lines;
    this.around = around;
    this.entries = entries;
    this.goingOn = goingOn;
  }

  /** `-----` or `=====`: what makes the words above it a heading. */
  isUnderline(line: number): boolean {
    if (line >= this.lines.count) return false;
    const start = this.lines.firstInk(line);
    return /^(?:-{2,}|={2,})$/.test(this.lines.slice(start, this.lines.lastInk(line, start)));
  }

  /** A rule: it ends an entry unless its fields go on behind it, or it underlines a sub-heading. */
  takeRule(line: number, start: number, state: number, above: Above): void {
    const open = this.entries.open;
    const dash = this.lines.text.charCodeAt(start) === 45;
    if (state !== LineState.open) {
      if (dash && open?.fenced) this.entries.close(line);
      return;
    }
    if (dash && open?.form === 'bare' && open.line === line - 1 && !open.fenced) {
      open.level = 2;
      return;
    }
    if (open && !open.fenced) {
      if (above.lastInk === open.line && this.around.fieldsFollow(line, 'any')) return;
      if (dash && open.level === 1 && this.underlines(line, open, above)) return;
      if (this.goingOn.behindRule(line, open, open.level)) return;
      this.entries.close(line);
    } else if (dash && !above.afterGap && above.lastInk === line - 1) {
      this.enterSection(line - 1, 2);
    }
  }

  /** Equal signs straight below a line of words: the highest heading, which ends every entry but the one it heads. */
  takeHighest(line: number, state: number, above: Above): void {
    const open = this.entries.open;
    if (open?.line === line - 1) {
      open.level = 1;
      return;
    }
    if (state !== LineState.open || open?.fenced) return;
    if (open !== null) {
      if (!this.underlines(line, open, above)) return;
      const start = this.lines.firstInk(line - 1);
      if (this.goingOn.atHeading(line - 1, open, start, this.lines.lastInk(line - 1, start))) return;
      this.entries.close(line - 1);
    }
    this.enterSection(line - 1, 1);
  }

  /** Signs straight below a line of words: a sub-heading in an entry of the highest level. */
  private underlines(line: number, open: OpenBlock, { afterGap, lastInk }: Above): boolean {
    if (afterGap || lastInk !== line - 1 || line - 1 === open.line) return false;
    const start = this.lines.firstInk(line - 1);
    const end = this.lines.lastInk(line - 1, start);
    const code = this.lines.text.charCodeAt(start);
    if (code === 124 || code === 35 || code === 62 || bulletWidth(this.lines.text, start, end) > 0)
      return false;
    return splitLabel(this.lines.text, start, end) === null;
  }

  private enterSection(line: number, level: number): void {
    const start = this.lines.firstInk(line);
    const end = this.lines.lastInk(line, start);
    if (end > start && !splitLabel(this.lines.text, start, end))
      this.entries.sections.enter(level, this.lines.slice(start, end));
  }
}
