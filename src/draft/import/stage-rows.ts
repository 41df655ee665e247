/** The rows of a stage table: one stage may take several, where a merged cell holds its name or each segment has a limit. */

import { foldName } from '../../language/fold.ts';
import { shorten } from '../../untrusted/plain-text.ts';
import type { ColumnOf } from './columns.ts';
import type { ImportRow } from './sort.ts';
import type { FoundTable } from './tables.ts';

export interface StageRow extends ImportRow {
  /** `Enterprise: 1 business hour`; empty where the stage has one limit. */
  readonly segments: readonly string[];
}

/** The stages of the rows, and a sentence for each row that says something and belongs to none. */
export function stageRows(
  { header }: FoundTable,
  rows: readonly ImportRow[],
  columnOf: ColumnOf,
): { readonly stages: readonly StageRow[]; readonly notes: readonly string[] } {
  const label = header.find((one) => columnOf(one) === 'segment') ?? 'Segment';
  const stages: { row: ImportRow; parts: ImportRow['cells'][] }[] = [];
  const notes: string[] = [];
  for (const row of rows) {
    const { stage: name, segment, sla } = row.cells;
    const last = stages.at(-1);
    const continues = name === undefined || foldName(name) === foldName(last?.row.cells.stage ?? '');
    if (last?.parts[0]?.segment !== undefined && segment !== undefined && sla !== undefined && continues)
      last.parts.push(row.cells);
    else if (name !== undefined) stages.push({ row, parts: [row.cells] });
    else {
      const words = [...Object.values(row.cells), ...row.own.map(([, cell]) => cell)].join(', ');
      if (words !== '') notes.push(`A row without a stage was left out: ${shorten(words, 120)}.`);
    }
  }
  return { stages: stages.map(({ row, parts }) => together(row, parts, label)), notes };
}

function together({ cells, own }: ImportRow, parts: readonly ImportRow['cells'][], label: string): StageRow {
  const { segment, ...others } = cells;
  if (parts.length < 2)
    // One segment alone is a remark of the team's own.
    return { cells: others, own: segment === undefined ? own : [...own, [label, segment]], segments: [] };
  const segments = parts.flatMap((part) =>
    part.segment === undefined || part.sla === undefined
      ? []
      : [`${part.segment.replace(/[:;]/g, ',')}: ${part.sla}`],
  );
  return { cells: others, own, segments };
}
