/** Tables whose rows say the same as lines of a block: a clock a row, a payload's field a row, both sides of a handoff. */

import { foldLabel } from '../language/fold.ts';
import { columnOf } from '../language/tables/columns.ts';
import type { Node, Text } from '../sot/entry.ts';
import { type HeadedCell, headedCells, isBlankCell, join } from './cells.ts';
import type { FieldName } from './model.ts';
import { cover } from './span.ts';
import { withTables } from './tables-among.ts';

/** The field a label names in the block around it. */
type Known = (label: string) => FieldName | null;

/** How a table is read in each block that has such tables; in no block it is both sides of a handoff. */
const linesIn: Readonly<
  Partial<Record<FieldName | 'none', (table: readonly Node[], known: Known) => readonly Node[] | null>>
> = { sla: clockLines, payload: payloadLines, rejection: reasonRows, none: sideLines };

/** Siblings with such tables written as lines. */
export function retold(nodes: readonly Node[], block: FieldName | null, known: Known): readonly Node[] {
  const lines = linesIn[block ?? 'none'];
  return lines === undefined ? nodes : withTables(nodes, (table) => lines(table, known));
}

function line(label: Text, value: Text): Node {
  const span = cover(label.span, value.span);
  const text = { text: `${label.text}: ${value.text}`, span };
  return { form: 'field', text, label, value, children: [], column: null, span };
}

/** `| Response | 1 business hour | At 1 business hour notify the manager |` below `Clock | Limit | Escalation`. */
function clockLines(table: readonly Node[], known: Known): readonly Node[] | null {
  const lines: Node[] = [];
  for (const row of table) {
    const [first, ...others] = headedCells(row);
    const name = first?.cell == null ? null : known(first.cell.text);
    if (row.column === null || first?.cell == null || name === null || !name.startsWith('sla.')) return null;
    // "Response time" with sources across the top is one clock by source.
    if (
      !others.every(
        ({ head }) =>
          head !== null &&
          (isLimit(head, known) || isEscalation(head, known) || columnOf(head.text) !== null),
      )
    )
      return null;
    for (const { head, cell } of others) {
      if (head === null || cell === null || isBlankCell(cell.text)) continue;
      if (isEscalation(head, known)) lines.push(line({ ...head, span: cell.span }, cell));
      else if (isLimit(head, known)) lines.push(line(first.cell, cell));
    }
  }
  return lines.length >= table.length ? lines : null;
}

function isLimit(head: Text, known: Known): boolean {
  return columnOf(head.text) === 'limit' || (known(head.text)?.startsWith('sla') ?? false);
}

function isEscalation(head: Text, known: Known): boolean {
  return known(head.text)?.startsWith('escalation') ?? false;
}

const said =
  /^(?:values?|contents?|details?|descriptions?|text|what to (?:write|send|pass)|what it (?:holds|is)|what transfers|examples?|answers?)$/;

/** Rows of which one column names the payload's fields, with the one that says what they hold. */
function payloadLines(table: readonly Node[], known: Known): readonly Node[] | null {
  if (table.some(({ column }) => column === null)) return null;
  const rows = table.map(headedCells);
  const isName = ({ cell }: HeadedCell) =>
    cell !== null && (known(cell.text)?.startsWith('payload.') ?? false);
  const named = rows.map((cells) => cells.findIndex(isName));
  const at = named[0] ?? -1;
  if (at < 0 || named.some((one) => one !== at)) return null;
  const lines: Node[] = [];
  for (const cells of rows) {
    const label = cells[at]?.cell;
    const others = cells.filter(
      ({ cell }, index) => index !== at && cell !== null && !isBlankCell(cell.text),
    );
    const own = others.filter(({ head }) => head !== null && said.test(foldLabel(head.text)));
    const behind = cells.slice(at + 1).filter(({ cell }) => cell !== null && !isBlankCell(cell.text));
    const value = (own.length === 1 ? own[0] : behind.length === 1 ? behind[0] : undefined)?.cell;
    if (label == null || value == null) return null;
    lines.push(line(label, value));
  }
  return lines;
}

/** Reasons across the top, routing and way back down the side: a row for each reason instead. */
function reasonRows(table: readonly Node[], known: Known): readonly Node[] | null {
  const rows = table.map(headedCells);
  const own = rows.every(
    ([first]) =>
      first?.head?.text === '' &&
      first.cell !== null &&
      (known(first.cell.text)?.startsWith('rejection.') ?? false),
  );
  const heads = rows[0]?.slice(1).map(({ head }) => head) ?? [];
  if (!own || heads.length < 2) return null;
  return heads.flatMap((reason) => {
    if (reason === null) return [];
    const children = rows.flatMap((cells): Node[] => {
      const label = cells[0]?.cell;
      const value = cells.find(({ head }) => head?.text === reason.text)?.cell;
      if (label == null || value == null || isBlankCell(value.text)) return [];
      return [{ form: 'row', text: value, label, value, children: [], column: null, span: value.span }];
    });
    const span = children.reduce((all, one) => cover(all, one.span), reason.span);
    return [{ form: 'item', text: reason, label: null, value: reason, children, column: null, span }];
  });
}

/** `| | From | To |` with `| Stage | MQL | SQL |` and `| Owner | BDR | AE |`. */
function sideLines(table: readonly Node[], known: Known): readonly Node[] | null {
  const rows = table.map(headedCells);
  const cellOf = (cells: readonly HeadedCell[], name: FieldName) =>
    cells.find(({ head }) => head !== null && known(head.text) === name) ?? null;
  const rowOf = (names: readonly string[]) =>
    rows.find(([first]) => first?.cell != null && names.includes(foldLabel(first.cell.text))) ?? [];
  const [stages, owners] = [rowOf(['stage', 'stages']), rowOf(['owner', 'role', 'owned by'])];
  const lines: Node[] = [];
  for (const name of ['from', 'to'] as const) {
    const stage = cellOf(stages, name);
    const owner = cellOf(owners, name);
    if (stage?.head == null || stage.cell === null || owner?.cell == null) return null;
    const text = `${stage.cell.text} (owner: ${owner.cell.text})`;
    lines.push(line(stage.head, { ...join(stage.cell, ' ', owner.cell), text }));
  }
  return [...lines, ...table.filter((_row, at) => rows[at] !== stages && rows[at] !== owners)];
}
