import type { Lines } from '../lines.ts';

const none: ReadonlySet<number> = new Set();
/** `---|:--:`: the line of dashes of a table whose rows begin without a bar. */
const bareDashes = /^[ \t>]{0,12}:?-+:?[ \t]{0,9}\|[ \t|:-]*$/gm;

/** Lines (from 0) of tables that are written without a bar in front of their rows. */
export function bareTableLines(lines: Lines): ReadonlySet<number> {
  const { text } = lines;
  if (!text.includes('-|') && !/-[ :]{1,9}\|/.test(text)) return none;
  const found = new Set<number>();
  for (const { index } of text.matchAll(bareDashes)) {
    const dashes = lines.lineAt(index);
    const header = dashes - 1;
    if (header < 0 || cellsIn(lines, header) !== cellsIn(lines, dashes)) continue;
    found.add(header);
    found.add(dashes);
    for (let row = dashes + 1; row < lines.count && !found.has(row) && cellsIn(lines, row) > 1; row++)
      found.add(row);
  }
  return found;
}

/** How many cells a row has, the bars at its ends apart; 1 for a line without a bar inside. */
function cellsIn(lines: Lines, line: number): number {
  const { text } = lines;
  let start = lines.firstInk(line);
  let end = lines.lastInk(line, start);
  if (text.charCodeAt(start) === 124) start++;
  if (end > start && text.charCodeAt(end - 1) === 124) end--;
  let cells = 1;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === 92) at++;
    else if (text.charCodeAt(at) === 124) cells++;
  }
  return cells;
}
