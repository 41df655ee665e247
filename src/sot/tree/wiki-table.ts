/** Tables as Confluence and Jira write them: `||Field||Value||`, below it `|Owner|AE|`. */
import type { Lines } from '../lines.ts';
import type { Piece } from './draft-node.ts';

/** No table that people read has more columns. */
export const mostCells = 64;

/** `||Stage||Owner||`: the header of a table in Confluence and Jira, which no dashes follow. */
export function isWikiHeader(text: string, start: number, end: number): boolean {
  return (
    end - start > 4 &&
    text.startsWith('||', start) &&
    text.charCodeAt(start + 2) !== 124 &&
    text.endsWith('||', end)
  );
}

/** The cells of such a header. */
export function wikiHeads(lines: Lines, line: number, start: number, end: number): Piece[] {
  const cells: Piece[] = [];
  for (let from = start + 2; from < end && cells.length < mostCells; ) {
    const bars = lines.text.indexOf('||', from);
    const to = bars < 0 || bars > end ? end : bars;
    const first = Math.min(lines.firstInk(line, from), to);
    cells.push({ line, start: first, end: lines.lastInk(line, first, to) });
    from = to + 2;
  }
  return cells;
}

/** The rows of a wiki's table that a formatter put on one line: `||Field||Value|| |Owner|AE| |Order|3|`. */
export function wikiRows(lines: Lines, row: Piece): readonly Piece[] {
  const text = lines.slice(row.start, row.end);
  const header = /^\|\|[^|].{0,2000}?\|\|(?=[ \t]+\|(?!\|))/.exec(text)?.[0];
  if (header === undefined) return [row];
  const width = wikiHeads(lines, row.line, row.start, row.start + header.length).length;
  const rows: Piece[] = [{ ...row, end: row.start + header.length }];
  const bars = [...text.slice(header.length).matchAll(/\|/g)].map(
    ({ index }) => row.start + header.length + index,
  );
  for (let at = 0; at + width < bars.length; at += width + 1)
    rows.push({ ...row, start: bars[at] as number, end: (bars[at + width] as number) + 1 });
  return rows;
}
