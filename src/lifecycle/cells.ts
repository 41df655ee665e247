/** The cells of a table's row, and lines made of several. */

import type { Node, Text } from '../sot/entry.ts';
import { cover } from './span.ts';

/** A cell with the head of its column; `head` null where the table has none. */
export interface HeadedCell {
  readonly head: Text | null;
  readonly cell: Text | null;
}

/** A row's cells with the headers of their columns; null where the table has no header. */
export function headedCells(row: Node): readonly HeadedCell[] {
  const first = row.label ?? row.text;
  const second = row.value === null ? [] : [{ head: null, cell: row.value }];
  return [
    { head: row.column, cell: first },
    ...second,
    ...row.children.map((child) => ({ head: child.label, cell: child.value ?? child.text })),
  ];
}

/** Whether a cell says nothing: empty, a dash, or "any". */
export function isBlankCell(text: string): boolean {
  return /^[-–—*\s]*$/.test(text) || /^(?:any|all)$/i.test(text.trim());
}

/** Two texts as one line, with the place of both. */
export function join(left: Text, between: string, right: Text): Text {
  return {
    text: `${left.text}${between}${right.text}`,
    span: left.span.start <= right.span.start ? cover(left.span, right.span) : cover(right.span, left.span),
  };
}
