import { payloadFields } from '../lifecycle/payload-fields.ts';
import type { ClockAt } from './clocks.ts';
import type { Lead, PayloadOf } from './lead.ts';

/** One lead in words: who, until when, what with it, why not, what next, what is open. */
export function printLead(lead: Lead, note: string | null): string {
  const segment = lead.segment === null ? '' : `, segment ${lead.segment}`;
  const lines = [
    `${lead.stage} (${lead.entry}): ${lead.owner ?? 'nobody named'}${segment}`,
    ...(note === null ? [] : [note]),
    ...lead.clocks.flatMap(clockLines),
    ...lead.payload.flatMap(payloadLines(lead)),
    ...section(
      'A no:',
      lead.reject.map(
        ({ reason, to, back, entry, in: place }) =>
          `${reason} → ${to ?? 'no place named'}${back === null ? '' : `; back: ${back}`} (${place === lead.stage ? entry : `in ${place}, ${entry}`})`,
      ),
    ),
    ...section(
      'Next:',
      lead.next.map(
        ({ to, when, handoff }) =>
          `${to ?? 'no stage named'}${when === null ? '' : `: ${when}`}${handoff === null ? '' : ` (${handoff})`}`,
      ),
    ),
    ...section('Open:', lead.open),
    `By ${lead.by.join(', ')}`,
  ];
  return `${lines.join('\n')}\n`;
}

function section(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [head, ...lines.map((line) => `  ${line}`)];
}

const clockNames = { response: 'Response', acceptance: 'Acceptance', maximum: 'Longest stay' } as const;

function clockLines(clock: ClockAt): string[] {
  const due = clock.due === null ? 'open' : `due ${clock.due}`;
  return [
    `${clockNames[clock.clock]}: ${due} (${clock.limit})`,
    ...clock.escalations.map(({ at, text }) => `  ${at ?? 'open'}: ${text}`),
  ];
}

function payloadLines(lead: Lead): (payload: PayloadOf) => string[] {
  return (payload) =>
    section(
      `Hand over ${payload.from ?? '?'} → ${payload.to ?? lead.stage} (${payload.handoff}):`,
      payloadFields.flatMap(({ key, label }) => (payload[key] === null ? [] : [`${label}: ${payload[key]}`])),
    );
}
