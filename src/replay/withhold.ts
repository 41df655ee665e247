/**
 * Keeps small counts back so that nobody can be told from them (SPEC §14): counts of 1 to one below the least, and
 * as many others as it takes that none of them follows from those printed. Zero is printed.
 */

/** A count that may be withheld. */
export interface PrintedCount {
  readonly value: number;
  withheld: boolean;
  /** Never printed and no secret: it only joins two sums. */
  readonly joint?: true;
}

/** Cells whose sum is another cell: `total` = the sum of `parts`. */
export interface Sum {
  readonly total: PrintedCount;
  readonly parts: readonly PrintedCount[];
}

/** A count as it is printed, before small ones are withheld. */
export function printedCount(value: number): PrintedCount {
  return { value, withheld: false };
}

/** A count that is on no page and joins two sums: all rejections of a handoff, by place and by reason. */
export function jointCount(value: number): PrintedCount {
  return { value, withheld: true, joint: true };
}

/** What is printed of a cell. */
export function shown(count: PrintedCount): number | null {
  return count.withheld ? null : count.value;
}

/** Withholds what must be. Sums that do not hold in numbers are left aside. */
export function withhold(cells: readonly PrintedCount[], sums: readonly Sum[], least: number): void {
  for (const count of cells) if (count.value > 0 && count.value < least) count.withheld = true;
  const holding = sums.filter(
    ({ total, parts }) => parts.reduce((sum, { value }) => sum + value, 0) === total.value,
  );
  for (let again = true; again; ) {
    again = false;
    for (const sum of holding) {
      if (isSafe(sum)) continue;
      const next = smallest(sum);
      if (next === null) continue;
      next.withheld = true;
      again = true;
    }
    if (again) continue;
    const told = determined(cells, holding);
    for (const count of told) {
      const sum = holding.filter(({ total, parts }) => [total, ...parts].includes(count));
      const next = sum.map(smallest).find((one) => one !== null);
      if (next === undefined || next === null) continue;
      next.withheld = true;
      again = true;
      break;
    }
  }
}

/** Whether no withheld cell of a sum follows from the rest: two at least, and not all of them at their least. */
function isSafe({ total, parts }: Sum): boolean {
  const hidden = parts.filter(({ withheld }) => withheld);
  if (total.joint === true) return true;
  if (hidden.length === 0) return !total.withheld;
  if (total.withheld) {
    // A withheld total of one withheld part and zeros is that part: both stay withheld and neither is told.
    const open = parts.filter(({ withheld, value }) => !withheld && value > 0);
    return open.length > 0 || hidden.length > 0;
  }
  if (hidden.length === 1) return false;
  const sum = hidden.reduce((all, { value }) => all + value, 0);
  return sum > hidden.length;
}

/** The smallest count of a sum that is still printed; zeros are printed always. */
function smallest({ total, parts }: Sum): PrintedCount | null {
  const open = [...parts, total].filter(({ withheld, value }) => !withheld && value > 0);
  return open.reduce<PrintedCount | null>(
    (least, one) => (least === null || one.value < least.value ? one : least),
    null,
  );
}

/** Withheld cells that the sums together determine: those with a row of their own once the sums are solved. */
function determined(cells: readonly PrintedCount[], sums: readonly Sum[]): readonly PrintedCount[] {
  const joints = sums.flatMap(({ total }) => (total.joint === true ? [total] : []));
  const hidden = [...new Set([...joints, ...cells.filter(({ withheld }) => withheld)])];
  const place = new Map(hidden.map((count, at) => [count, at]));
  const rows = sums
    .map(({ total, parts }) => {
      const row = new Map<number, number>();
      const put = (count: PrintedCount, sign: number): void => {
        const at = place.get(count);
        if (at !== undefined) row.set(at, (row.get(at) ?? 0) + sign);
      };
      put(total, -1);
      for (const part of parts) put(part, 1);
      return row;
    })
    .filter((row) => row.size > 0);
  const pivots: { readonly column: number; readonly row: Map<number, number> }[] = [];
  for (const row of rows) {
    for (const pivot of pivots) subtract(row, pivot.row, pivot.column);
    const column = row.keys().next().value;
    if (column === undefined) continue;
    const lead = row.get(column) ?? 1;
    for (const [at, value] of row) row.set(at, value / lead);
    for (const pivot of pivots) subtract(pivot.row, row, column);
    pivots.push({ column, row });
  }
  return pivots.flatMap(({ column, row }) =>
    row.size === 1 && hidden[column]?.joint !== true ? (hidden[column] ?? []) : [],
  );
}

function subtract(row: Map<number, number>, pivot: ReadonlyMap<number, number>, column: number): void {
  const factor = row.get(column);
  if (factor === undefined) return;
  for (const [at, value] of pivot) {
    const rest = (row.get(at) ?? 0) - factor * value;
    if (Math.abs(rest) < 1e-9) row.delete(at);
    else row.set(at, rest);
  }
}
