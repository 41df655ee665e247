import type { Entry, Unclaimed } from '../entry.ts';
import type { Lines } from '../lines.ts';
import type { HtmlTable } from './block.ts';
import { foundHead } from './claim.ts';

/** Tables in HTML outside every entry that name an entry of the lifecycle. */
export function loneTables(
  lines: Lines,
  tables: readonly HtmlTable[],
  entries: readonly Entry[],
): Unclaimed[] {
  return tables.flatMap(({ start, end }) => {
    if (entries.some(({ span }) => span.start < start && span.end >= end)) return [];
    const head = foundHead(lines.text, start, end);
    const judged = head?.head.judged;
    if (!head || judged?.kind !== 'id') return [];
    return [
      { id: judged.parsed.id, looks: 'entry', span: lines.span(head.head.idStart, head.head.idEnd) } as const,
    ];
  });
}
