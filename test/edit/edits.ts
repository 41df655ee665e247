import type { ReasonedEdit } from '../../src/edit/edit.ts';
import type { Span } from '../../src/sot/entry.ts';

/** A span of offsets in a file; its line and column play no part in applying. */
export function spanAt(start: number, end: number, file = 'a.md'): Span {
  return { file, start, end, line: 1, column: start + 1, endLine: 1, endColumn: end + 1 };
}

/** An edit of the first place in a text that holds some words. */
export function editOf(text: string, from: string, to: string): ReasonedEdit {
  const start = text.indexOf(from);
  return {
    span: spanAt(start, start + from.length),
    text: to,
    reason: `${from} is ${to}`,
    entry: 'BR-MOPS-002',
  };
}

/** A table of `before => after`, a row each. */
export const rows = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(' => '));

/** A text as it stands in such a table: line ends as `\n`. */
export const shown = (text: string): string => JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');

/** The text that is meant by a cell of such a table. */
export const meant = (text: string): string => JSON.parse(`"${text.replaceAll('"', '\\"')}"`);
