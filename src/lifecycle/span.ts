import type { Span } from '../sot/entry.ts';

/** From the start of one span to the end of another in the same file. */
export function cover(first: Span, last: Span): Span {
  return { ...first, end: last.end, endLine: last.endLine, endColumn: last.endColumn };
}
