import type { EntryBlock } from '../cut/block.ts';
import { rowCells } from '../cut/stage-table.ts';
import type { Node } from '../entry.ts';
import type { Lines } from '../lines.ts';
import { finish, type Piece } from './draft-node.ts';
import { cellDraft } from './table.ts';

/** Cells of a row beside its ID, each labelled with its column's header where the table has one. */
export function rowNodes(lines: Lines, block: EntryBlock): Node[] {
  const header = block.header < 0 ? [] : rowCells(lines, block.header);
  const own = idCell(lines, block);
  const drafts = rowCells(lines, block.line)
    .map((cell, index) => ({ cell, head: header[index] ?? null }))
    .map(({ cell, head }) => ({ cell: cell.start === own?.start ? beside(block, cell) : cell, head }))
    .filter(({ cell }) => cell.end > cell.start)
    .map(({ cell, head }) => cellDraft(lines, cell, head && head.end > head.start ? head : null));
  return finish(drafts, lines);
}

/** What a cell says beside the ID in it: the name of the stage, or nothing. */
function beside({ head }: EntryBlock, { line, start, end }: Piece): Piece {
  return head.titleStart < head.titleEnd && head.titleEnd <= end
    ? { line, start: head.titleStart, end: head.titleEnd }
    : { line, start, end: start };
}

/** The cell that holds the ID of a row's entry. */
export function idCell(lines: Lines, block: EntryBlock): Piece | undefined {
  return rowCells(lines, block.line).find(
    ({ start, end }) => start <= block.head.idStart && end >= block.head.idEnd,
  );
}
