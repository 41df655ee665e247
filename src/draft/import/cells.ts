/** What the cells of a row say, beside plain words. */

import { splitAtArrows } from '../../language/arrow.ts';
import type { ImportRow } from './sort.ts';

/** `3` or `3.` of an order column. */
export function orderCell(cell: string | undefined): number | null {
  return cell !== undefined && /^\d{1,3}\.?$/.test(cell) ? Number.parseInt(cell, 10) : null;
}

/** `MQL → SQL`, or a From and a To. */
export function sidesOf({
  transition,
  from,
  to,
  stage,
}: ImportRow['cells']): { from: string; to: string } | null {
  if (from !== undefined && to !== undefined) return { from, to };
  const [left = '', right = '', third] = splitAtArrows(transition ?? stage ?? '').map((side) => side.trim());
  return left === '' || right === '' || third !== undefined ? null : { from: left, to: right };
}
