import { meaningRow } from '../../../src/sla/index.ts';
import { csvCell } from '../../../src/untrusted/csv.ts';
import type { Site } from '../site.ts';
import { worstMinutes } from './calendar-words.ts';
import { limitsOf } from './limits.ts';

/** Every limit as a row for a spreadsheet (RFC 4180): stage, handoff or segment. */
export function slaCsv(site: Site): string {
  const head = [
    'kind',
    'id',
    'name',
    'owner',
    'limit',
    'kind_of_limit',
    'amount',
    'unit',
    'calendar',
    'worst_wall_minutes',
    'escalation',
    'monitors',
    'file',
    'line',
  ];
  const rows = limitsOf(site).map((limit) => {
    const meaning = limit.sla.reading.ok ? meaningRow(limit.sla.reading.meaning) : null;
    const { span } = limit.sla.raw;
    return [
      limit.of,
      limit.id,
      limit.name,
      limit.owner === null ? '' : limit.owner.names.join(', ') || limit.owner.raw.text,
      limit.sla.raw.text,
      meaning?.kind ?? 'unreadable',
      meaning?.amount ?? '',
      meaning?.unit ?? '',
      meaning?.calendar ?? '',
      worstMinutes(site.model, limit.sla) ?? '',
      limit.escalation?.raw.text ?? '',
      limit.monitors.join(', '),
      span.file,
      span.line,
    ];
  });
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
