import type { Model } from '../lifecycle/model.ts';
import { csvCell } from '../untrusted/csv.ts';
import { exportLifecycle } from './lifecycle.ts';

const columns = [
  ...['kind', 'id', 'name', 'order', 'status', 'from', 'to', 'owner', 'sla', 'escalation'],
  ...['entry', 'progression', 'disqualification', 'trigger', 'rejection', 'links', 'file', 'line'],
  ...['acceptance', 'maximum', 'cadence'],
] as const;

type Row = { readonly [column in (typeof columns)[number]]?: string | number | null };

/**
 * Stages and handoffs as a table for a spreadsheet (RFC 4180, CRLF): one row each, lists joined with `; `.
 * A cell that a spreadsheet would run as a formula starts with an apostrophe; a cell is one line.
 */
export function exportCsv(model: Model): string {
  const lifecycle = exportLifecycle(model);
  const rows: Row[] = [
    ...lifecycle.stages.map((stage) => ({
      ...stage,
      kind: 'stage',
      sla: stage.sla?.raw ?? null,
      ...furtherClocks(stage.clocks),
      entry: stage.entry.join('; '),
      progression: stage.progression
        .map(({ to, criterion }) => [to, criterion].filter(Boolean).join(': '))
        .join('; '),
      disqualification: stage.disqualification.join('; '),
      links: stage.links.join('; '),
    })),
    ...lifecycle.handoffs.map((handoff) => ({
      kind: 'handoff',
      id: handoff.id,
      name: `${handoff.from ?? '?'} → ${handoff.to ?? '?'}`,
      status: handoff.status,
      from: handoff.from,
      to: handoff.to,
      owner: handoff.toOwner,
      sla: handoff.sla?.raw ?? null,
      ...furtherClocks(handoff.clocks),
      trigger: handoff.trigger,
      rejection: handoff.rejection.routing,
      links: handoff.links.join('; '),
      file: handoff.file,
      line: handoff.line,
    })),
  ];
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

/** The limits of the clocks beside the response, by column. */
function furtherClocks(clocks: readonly { readonly kind: string; readonly raw: string }[]): Row {
  const of = (kind: string) => clocks.find((clock) => clock.kind === kind)?.raw ?? null;
  return { acceptance: of('acceptance'), maximum: of('maximum') };
}
