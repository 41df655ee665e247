import type { Entry, StageTable, Text, Unclaimed } from '../entry.ts';
import type { Lines } from '../lines.ts';
import type { HtmlTable } from './block.ts';
import { foundHead } from './claim.ts';
import { headerOf, stagesIn } from './stage-table.ts';

const anyId = /(?:BR|GTM)-MOPS-\d{3}/;

function foundInTable(text: string, start: number, end: number): ReturnType<typeof foundHead> {
  const at = start + text.slice(start, end).search(anyId);
  return at < start ? null : foundHead(text, at, end);
}

/** Tables in HTML outside every entry that name an entry of the lifecycle. */
export function loneTablesIn(
  lines: Lines,
  tables: readonly HtmlTable[],
  entries: readonly Entry[],
): Unclaimed[] {
  return tables.flatMap(({ start, end }) => {
    if (entries.some(({ span }) => span.start < start && span.end >= end)) return [];
    const head = foundInTable(lines.text, start, end);
    const judged = head?.head.judged;
    if (!head || judged?.kind !== 'id') return [];
    return [
      { id: judged.parsed.id, looks: 'html', span: lines.span(head.head.idStart, head.head.idEnd) } as const,
    ];
  });
}

const row = /<tr\b[^<>]{0,200}>/gi;
const cell = /<t[hd]\b[^<>]{0,200}>([^<>]{0,300})/gi;

/** Tables in HTML outside every entry whose rows are stages, as their header says. */
export function htmlStageTables(
  lines: Lines,
  tables: readonly HtmlTable[],
  entries: readonly Entry[],
): StageTable[] {
  return tables.flatMap(({ start, end }) => {
    if (entries.some(({ span }) => span.start < start && span.end >= end)) return [];
    const [header = [], ...rows] = rowsOf(lines, start, Math.min(end, start + longestTable));
    const { stage, id, fields } = headerOf(header.map(({ text }) => text));
    if (stage < 0 || id >= 0 || fields < 3) return [];
    const heads = header.map(({ text }) => text);
    return [{ ...stagesIn(heads, rows), span: lines.span(start, end), aside: false, html: true }];
  });
}

/** More of a table is not looked at. */
const longestTable = 20_000;

function rowsOf(lines: Lines, start: number, end: number): Text[][] {
  const text = lines.text.slice(start, end);
  const starts = [...text.matchAll(row)].map(({ index }) => index);
  return starts.map((from, at) =>
    [...text.slice(from, starts[at + 1]).matchAll(cell)].map((found) => {
      const words = (found[1] ?? '').trim();
      const first = start + from + found.index + found[0].length - (found[1] ?? '').trimStart().length;
      return { text: words, span: lines.span(first, first + words.length) };
    }),
  );
}
