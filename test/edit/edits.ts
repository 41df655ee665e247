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
