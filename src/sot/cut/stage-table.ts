import type { Span, StageTable, StageTableRow, Text } from '../entry.ts';
import type { Lines } from '../lines.ts';
import { textOfPieces } from '../tree/draft-node.ts';
import { cellsOf, isDelimiterRow } from '../tree/table.ts';
import { isWikiHeader } from '../tree/wiki-table.ts';

/** Headers of the columns that stage tables have. */
const stageHeader =
  /^[*_\s]*(?:(?:lifecycle|lead|funnel|pipeline|crm) )?(?:stages?|phases?|status(?:es)?)(?: names?)?[*_\s]*$/i;
const idHeader = /^[*_\s]*(?:(?:entry|rule|stage|handoff|sot|br|gtm) )?(?:ids?|ref|identifier)[*_\s]*$/i;
const fieldHeader =
  /\b(?:owners?|owned by|slas?|entry|exits?|criteria|trigger|response|escalation|order|from|to|payload|rejection|progression|disqualif\w+|definition|responsible|limit)\b/i;

/** What the header of a table says: its stage column, its ID column (-1 without one), how many fields it names. */
export interface TableHeader {
  readonly stage: number;
  readonly id: number;
  readonly fields: number;
  /** First line of its rows. */
  readonly body: number;
}

/** Reads the header of a table that begins on a line; null where no line of dashes follows, nor wikis mark it. */
export function tableHeader(lines: Lines, line: number): TableHeader | null {
  if (line + 1 >= lines.count) return null;
  const dashed = isDelimiterRow(
    lines.slice(lines.starts[line + 1] as number, lines.ends[line + 1] as number),
  );
  const start = lines.firstInk(line);
  if (!dashed && !isWikiHeader(lines.text, start, lines.lastInk(line, start))) return null;
  const heads = rowCells(lines, line).map(({ start, end }) => lines.slice(start, end));
  return { ...headerOf(heads), body: line + (dashed ? 2 : 1) };
}

/** What the words of a header say. */
export function headerOf(heads: readonly string[]): Omit<TableHeader, 'body'> {
  return {
    stage: heads.findIndex((head) => stageHeader.test(head)),
    id: heads.findIndex((head) => idHeader.test(head)),
    fields: heads.filter((head) => fieldHeader.test(head) || stageHeader.test(head)).length,
  };
}

/** Cells of a row with their offsets, blanks around the row left out. */
export function rowCells(lines: Lines, line: number) {
  const start = lines.firstInk(line);
  return cellsOf(lines, line, start, lines.lastInk(line, start));
}

/** The stages that a table outside every entry describes. */
export function stageTableAt(lines: Lines, line: number, aside: boolean): StageTable {
  const body = tableHeader(lines, line)?.body ?? line + 1;
  const heads = rowCells(lines, line).map(({ start, end }) => lines.slice(start, end));
  const rows: (readonly (Text | null)[])[] = [];
  let last = body - 1;
  for (let row = body; row < lines.count && rows.length < 40; row++) {
    const start = lines.firstInk(row);
    if (!lines.isRow(row, start)) break;
    last = row;
    rows.push(
      rowCells(lines, row).map((cell) => (cell.end > cell.start ? textOfPieces([cell], lines) : null)),
    );
  }
  const first = lines.firstInk(line);
  const span: Span = lines.spanOn(line, first, last, lines.lastInk(last, lines.starts[last] as number));
  return { ...stagesIn(heads, rows), span, aside };
}

/** What the rows of a table say of the stages that its header promises. */
export function stagesIn(
  heads: readonly string[],
  rows: readonly (readonly (Text | null)[])[],
): Pick<StageTable, 'stages' | 'rows' | 'fields'> {
  const { stage: column, fields } = headerOf(heads);
  const read = rows.flatMap((cells): StageTableRow[] => {
    const stage = cells[column];
    if (stage == null || stage.text === '') return [];
    const others = cells.flatMap((text, at) =>
      at === column || text === null ? [] : [{ head: heads[at] ?? '', text }],
    );
    return [{ stage, cells: others }];
  });
  return { stages: read.map(({ stage }) => stage), rows: read, fields };
}
