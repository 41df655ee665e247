/** Lines of a list field that a row of a table says: routes, signals with points, scores of stages, ways out. */

import { isOtherwise } from '../language/segments.ts';
import { type ColumnKind, columnOf } from '../language/tables/columns.ts';
import type { Node, Text } from '../sot/entry.ts';
import { type HeadedCell, headedCells, isBlankCell, join } from './cells.ts';
import { wayLine } from './exit-rows.ts';
import type { FieldName } from './model.ts';

const points = /^[+\u2212\u2013-]?\s?\d{1,6}\s*(?:points?|pts?)?$/i;

/** Lines of a list field as a row says them: routes, a signal with its points, a stage with its score; null for others. */
export function rowLines(name: FieldName, row: Node): readonly Text[] | null {
  const cells = headedCells(row);
  if (row.form !== 'row') return null;
  if (name === 'progression' || name === 'disqualification' || name === 'exit') return wayLine(name, cells);
  if (name === 'routes') return routeLines(row, cells);
  if (cells.length < 3 || (name !== 'signals' && name !== 'thresholds')) return null;
  const at = (test: (one: HeadedCell) => boolean) => cells.find(test)?.cell ?? null;
  const score = at(({ cell }) => cell !== null && points.test(cell.text));
  const signal =
    at(({ head, cell }) => head !== null && columnOf(head.text) === 'signal' && cell !== score) ??
    cells[0]?.cell ??
    null;
  return score === null || signal === null || signal === score ? null : [join(signal, ': ', score)];
}

/**
 * Routes of a row: every column that is neither owner, limit nor note parts the leads. A table of two columns gives
 * the segment to whom stands beside it; one without an owner's column names the segments across the top.
 */
function routeLines(row: Node, cells: readonly HeadedCell[]): readonly Text[] | null {
  if (cells.length === 2 && row.column === null && row.label !== null && row.value !== null)
    return isHead(row) ? [] : [join(row.label, ' → ', row.value)];
  // Empty cells are left out: a row of a wider table may have two.
  if (cells.length < 2 || (cells.length === 2 && row.column === null)) return null;
  const kindOf = ({ head }: HeadedCell) => (head === null ? null : columnOf(head.text));
  const of = (kind: ColumnKind) => cells.find((one) => kindOf(one) === kind)?.cell ?? null;
  const [owner, limit] = [of('owner'), of('limit')];
  const sides = cells.filter((one) => !['owner', 'limit', 'note'].includes(kindOf(one) ?? ''));
  const [first, ...others] = sides;
  if (first?.cell == null) return null;
  if (owner !== null) {
    const filled = sides.flatMap(({ cell }) => (cell === null || isBlankCell(cell.text) ? [] : [cell]));
    const segment = filled.reduce((left, right) => join(left, ', ', right));
    const routed = join(segment, ' → ', owner);
    return [limit === null ? routed : join(routed, ': ', limit)];
  }
  if (limit !== null || !others.every(({ head }) => head !== null)) return null;
  const { cell: size } = first;
  return others.flatMap(({ head, cell }) =>
    cell === null || head === null || isBlankCell(cell.text)
      ? []
      : [
          {
            text: `${isOtherwise(size.text) ? '' : `${size.text}, `}${head.text} → ${cell.text}`,
            span: cell.span,
          },
        ],
  );
}

/** The head of a table of two columns, which stands among its rows. */
function isHead({ label, value }: Node): boolean {
  return columnOf(label?.text ?? '') === 'segment' && columnOf(value?.text ?? '') === 'owner';
}
