import type { Span, Text } from '../sot/entry.ts';
import type { Edit } from './edit.ts';

/** A field as it is written: its label and, where there is one, its value. */
interface Written {
  readonly label: Text;
  readonly value: Text | null;
}

/**
 * A new field on a line of its own behind the line of another, in that line's own form: bullet, marks, table row.
 *
 * @param text of the file
 * @returns null where the other does not stand on one line as label and value
 */
export function lineBeside(
  text: string,
  { label, value }: Written,
  name: string,
  words: string,
): Edit | null {
  if (value === null || value.span.line !== label.span.line || value.span.endLine !== label.span.line)
    return null;
  const start = text.lastIndexOf('\n', label.span.start - 1) + 1;
  const line =
    text.slice(start, label.span.start) +
    name +
    text.slice(label.span.end, value.span.start) +
    words +
    // Only marks and bars of the line's end, no words behind the value.
    text
      .slice(value.span.end, endOfLine(text, value.span.end))
      .replace(/[^*_|`\s]+/g, '')
      .trimEnd();
  return linesBehind(text, value.span, [line]);
}

/** Whole lines behind the line in which a place ends, each with that line's own end (LF or CRLF). */
export function linesBehind(text: string, span: Span, lines: readonly string[]): Edit {
  const end = endOfLine(text, span.end);
  const lineEnd = text[end] === '\r' ? '\r\n' : '\n';
  const column = span.endColumn + (end - span.end);
  const place = { ...span, start: end, end, line: span.endLine, column, endColumn: column };
  return { span: place, text: lines.map((line) => lineEnd + line).join('') };
}

function endOfLine(text: string, from: number): number {
  const stop = text.indexOf('\n', from);
  if (stop < 0) return text.length;
  return text[stop - 1] === '\r' ? stop - 1 : stop;
}
