import { isBlank } from '../blank.ts';
import type { Lines } from '../lines.ts';

/** The words of a line inside an entry: quote marks in front and a hard break at the end are no part of them. */
export interface BodyLine {
  readonly start: number;
  readonly end: number;
  /** Column of the first character, counted from behind the quote marks. */
  readonly indent: number;
}

/** Where the words of a line begin and end behind the marks of a quote; offsets into the text of the file. */
export function bodyLine(lines: Lines, line: number): BodyLine {
  const text = lines.text;
  const stop = lines.ends[line] as number;
  let from = lines.starts[line] as number;
  let start = lines.firstInk(line, from);
  while (start < stop && text.charCodeAt(start) === 62) {
    from = start + 1;
    if (from < stop && isBlank(text.charCodeAt(from))) from++;
    start = lines.firstInk(line, from);
  }
  let end = lines.lastInk(line, start);
  const breaks = end - start > 1 && text.charCodeAt(end - 1) === 92 && text.charCodeAt(end - 2) !== 92;
  if (breaks) end = lines.lastInk(line, start, end - 1);
  return { start, end, indent: lines.columns(from, start) };
}
