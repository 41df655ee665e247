import { isBlank, isZeroWidth } from './blank.ts';
import { coverSign } from './cut/cover-sign.ts';
import type { Span } from './entry.ts';
import { type ParserBudget, parserBudget } from './inline.ts';
import { countUpTo } from './sorted.ts';

const coverCode = coverSign.charCodeAt(0);
const none: ReadonlySet<number> = new Set();

/**
 * The lines of a file and the places in it. Lines end at LF, CRLF or a lone CR; a byte order mark takes no column.
 * `text` is what is read; comments and front matter may have been blanked in it, offsets stay those of the file.
 */
export class Lines {
  readonly path: string;
  readonly text: string;
  readonly starts: readonly number[];
  /** Offset just past the last character of each line, its line end left out. */
  readonly ends: readonly number[];
  readonly bom: 0 | 1;
  readonly budget: ParserBudget;
  /** Rows of tables that begin without a bar. */
  readonly bareRows: ReadonlySet<number>;

  constructor(path: string, text: string, from?: Lines, bareRows = from?.bareRows) {
    this.path = path;
    this.text = text;
    this.bareRows = bareRows ?? none;
    if (from) {
      this.starts = from.starts;
      this.ends = from.ends;
      this.bom = from.bom;
      this.budget = from.budget;
      return;
    }
    const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const starts: number[] = [bom];
    const ends: number[] = [];
    if (text.includes('\r')) {
      for (let at = bom; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code !== 10 && code !== 13) continue;
        ends.push(at);
        if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
        starts.push(at + 1);
      }
    } else {
      for (let at = text.indexOf('\n', bom); at >= 0; at = text.indexOf('\n', at + 1)) {
        ends.push(at);
        starts.push(at + 1);
      }
    }
    ends.push(text.length);
    this.starts = starts;
    this.ends = ends;
    this.bom = bom;
    this.budget = { left: parserBudget };
  }

  get count(): number {
    return this.starts.length;
  }

  /** The same lines over a text of the same length: comments blanked. */
  over(text: string): Lines {
    return new Lines(this.path, text, this);
  }

  /** The same lines with some of them known as rows of tables. */
  withBareRows(rows: ReadonlySet<number>): Lines {
    return rows.size === 0 ? this : new Lines(this.path, this.text, this, rows);
  }

  /** Whether a line whose first words begin at an offset is a row of a table. */
  isRow(line: number, start: number): boolean {
    return this.text.charCodeAt(start) === 124 || (this.bareRows.size > 0 && this.bareRows.has(line));
  }

  /** Index (from 0) of the line that holds `offset`. */
  lineAt(offset: number): number {
    return Math.max(0, countUpTo(this.starts, offset) - 1);
  }

  /** Span of a range whose lines are known. */
  spanOn(line: number, start: number, endLine: number, end: number): Span {
    return {
      file: this.path,
      start,
      end,
      line: line + 1,
      column: start - (this.starts[line] as number) + 1,
      endLine: endLine + 1,
      endColumn: end - (this.starts[endLine] as number) + 1,
    };
  }

  /** Span of any range of the file. */
  span(start: number, end: number): Span {
    const line = this.lineAt(start);
    const endLine = end <= (this.ends[line] as number) ? line : this.lineAt(end);
    return this.spanOn(line, Math.max(start, this.bom), endLine, Math.max(end, this.bom));
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** First offset of the line from `at` on that holds no blank, or the line's end. */
  firstInk(line: number, at: number = this.starts[line] as number): number {
    const end = this.ends[line] as number;
    while (at < end && isBlank(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** Offset just past the last character from `start` on that is no blank. */
  lastInk(line: number, start: number, end: number = this.ends[line] as number): number {
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end--;
    return end;
  }

  /**
   * Columns between two offsets of a line: tabs go on to the next multiple of four, marks without width count none. What
   * is not read (`<!-- who --> Owner`, `~~Owner: BDR~~ Owner`) begins the line in the words' place: they stand no deeper.
   */
  columns(from: number, to: number): number {
    let column = 0;
    for (let at = from; at < to; at++) {
      const code = this.text.charCodeAt(at);
      if (code === coverCode) return column;
      if (code === 9) column = (column | 3) + 1;
      else if (!isZeroWidth(code)) column++;
    }
    return column;
  }

  /** Whether nothing stands on the line; quote marks count as nothing. */
  empty(line: number): boolean {
    const end = this.ends[line] as number;
    for (let at = this.starts[line] as number; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code !== 62 && !isBlank(code)) return false;
    }
    return true;
  }
}

/** What a place in a file can be asked of: the file as read, or its path and text. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

const tables = new WeakMap<PlacedText, Lines>();

/** The line table of a file, built once per object. */
export function linesOf(file: PlacedText): Lines {
  const known = tables.get(file);
  if (known) return known;
  const lines = new Lines(file.path, file.text);
  tables.set(file, lines);
  return lines;
}

/** Keeps a line table that was built while reading for the file that came of it. */
export function keepLines(file: PlacedText, lines: Lines): void {
  tables.set(file, lines);
}
