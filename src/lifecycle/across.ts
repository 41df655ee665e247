/** Tables that run the other way: names of fields in the head of two columns, or down the side with a column a segment. */

import { isExitColumn } from '../language/tables/columns.ts';
import type { Node } from '../sot/entry.ts';
import type { FieldName } from './model.ts';

/**
 * Rows as if their table had been written the usual way. A head of two names of fields ("Response time | Escalation"),
 * which stands among its rows, becomes the head of each row below it; behind a clock's or an escalation's name each
 * cell keeps the head of its column: "Demo form: 30 minutes".
 *
 * @param known the field a label names in the block around it
 */
export function turned(nodes: readonly Node[], known: (label: string) => FieldName | null): readonly Node[] {
  const read: Node[] = [];
  let head: Node | null = null;
  let last = 0;
  for (const [at, node] of nodes.entries()) {
    // The line between head and rows is the only one that is none of them: behind a gap another table begins.
    const widest = head !== null && nodes[at - 1] === head ? 2 : 1;
    if (head !== null && (node.form !== 'row' || node.span.line > last + widest)) head = null;
    last = node.span.endLine;
    const next = nodes[at + 1];
    if (head !== null) read.push(below(head, node));
    else if (next !== undefined && isHead(node, next, known)) head = node;
    else read.push(sided(node, known));
  }
  return read;
}

/**
 * Rows of a table of two columns with the head that stands among them, which says what is a reason and what a place:
 * `| Reason | Goes to |`. Each row below gets its head, and the head is no row. Rows of other tables stay.
 *
 * @param told whether the rows get the head; without, it is left out alone
 */
export function headed(nodes: readonly Node[], told = true): readonly Node[] {
  const read: Node[] = [];
  let head: Node | null = null;
  for (const [at, node] of nodes.entries()) {
    if (node.form !== 'row') head = null;
    const first = node.form === 'row' && nodes[at - 1]?.form !== 'row';
    if (first && isExitHead(node)) head = node;
    else read.push(head === null || !told || node.children.length > 0 ? node : below(head, node));
  }
  return read;
}

function isExitHead({ column, label, value, children }: Node): boolean {
  const known = (text: string | undefined) => text !== undefined && isExitColumn(text);
  return column === null && children.length === 0 && known(label?.text) && known(value?.text);
}

/** A row of two names of fields, above a row that begins with none: else the second is the first one's value. */
function isHead(
  { form, column, label, value, children, span }: Node,
  next: Node,
  known: (label: string) => FieldName | null,
): boolean {
  if (form !== 'row' || column !== null || children.length > 0 || label === null || value === null)
    return false;
  if (next.form !== 'row' || next.span.line > span.endLine + 2) return false;
  const [first, second] = [known(label.text), known(value.text)];
  return first !== null && second !== null && first !== second && known(next.label?.text ?? '') === null;
}

/** A row of two cells with the names above them. */
function below(head: Node, row: Node): Node {
  const cell = row.value;
  if (head.label === null || head.value === null || cell === null) return row;
  return {
    ...row,
    column: head.label,
    value: null,
    children: [
      {
        form: 'row',
        text: cell,
        label: head.value,
        value: cell,
        children: [],
        column: null,
        span: cell.span,
      },
    ],
  };
}

/**
 * "Response time" down the side, sources or segments across the top. Behind another field's name the first cell is its
 * value, as in a table of fields.
 */
function sided(node: Node, known: (label: string) => FieldName | null): Node {
  const { form, column, label, value, children } = node;
  const name = label === null ? null : known(label.text);
  const [first, ...others] = children;
  if (form !== 'row' || name === null || value !== null || first === undefined || column?.text !== '')
    return node;
  if (children.some((cell) => cell.label === null || known(cell.label.text) !== null)) return node;
  if (!/^(?:sla|escalation)/.test(name))
    return { ...node, value: first.value ?? first.text, children: others };
  const cells = children.map((cell) => {
    const { text, span } = cell.value ?? cell.text;
    return { ...cell, form: 'item' as const, text: { text: `${cell.label?.text}: ${text}`, span } };
  });
  return { ...node, form: 'field', children: cells };
}
