import type { Span, Text } from '../sot/entry.ts';

/** From the start of one span to the end of another in the same file. */
export function cover(first: Span, last: Span): Span {
  return { ...first, end: last.end, endLine: last.endLine, endColumn: last.endColumn };
}

/**
 * Part of a text. Its place is exact when the text stands in the file as it reads (no marks, one line), else the
 * place of the whole text.
 */
export function slice(text: Text, from: number, to: number): Text {
  const part = text.text.slice(from, to);
  const { span } = text;
  if (span.line !== span.endLine || span.end - span.start !== text.text.length) return { text: part, span };
  return {
    text: part,
    span: {
      ...span,
      start: span.start + from,
      end: span.start + to,
      column: span.column + from,
      endColumn: span.column + to,
    },
  };
}

/** Whether two places of one file share a character; an empty one counts as the character behind it. */
export function overlap(one: Span, other: Span): boolean {
  const endOf = ({ start, end }: Span) => Math.max(end, start + 1);
  return one.file === other.file && one.start < endOf(other) && other.start < endOf(one);
}
