/** Parts of a handoff that several pages show: payload, rejection rule, the lines of a field. */

import type { Clock, Field, Handoff, Payload, Stage } from '../../../src/lifecycle/model.ts';
import { payloadFields } from '../../../src/lifecycle/payload-fields.ts';
import { pagePath } from '../../lib/paths.ts';
import { code, type Fact, link, type Words } from '../page.ts';
import { handoffName, type Site, withoutIds } from '../site.ts';
import { hasClock } from './limit-words.ts';
import { clockAsks, receiver } from './limits.ts';

/** What each part of a payload asks for, where it is not written. */
const payloadHints: Readonly<Record<keyof Payload, string>> = {
  source: 'The channel that brought the lead, as an ID: GTM-002',
  touchpointHistory: 'What the lead has read, watched, visited, asked',
  bestFitSignals: 'Size, industry, role, behaviour that speak for the lead',
  disqualifiers: 'What has been ruled out, or "none"',
  openQuestions: 'What the next owner should find out first',
};

/**
 * The parts of the payload in the order of the template, each with its lines; a part that is not written says what
 * belongs there.
 */
export function payloadItems(site: Site, handoff: Handoff): readonly Fact[] {
  return payloadFields.map(({ key, label }) => {
    const field = handoff.payload[key];
    return {
      label,
      lines: fieldLines(field).map((line) => site.words(line)),
      missing: [`Not written. ${payloadHints[key]}.`],
      ...(field ? { at: site.place(field.span) } : {}),
    };
  });
}

/**
 * Grounds for a no, where such a lead goes and when it comes back; a part that is not written says what to add.
 */
export function rejectionFacts(site: Site, handoff: Handoff): readonly Fact[] {
  const { condition, routing, reengagement, reasons } = handoff.rejection;
  const fact = (label: string, field: Field | null, paired: readonly string[], missing: Words): Fact => {
    const own = fieldLines(field);
    return {
      label,
      lines: (own.length > 0 ? own : paired).map((line) => site.words(line)),
      missing,
      ...(field ? { at: site.place(field.span) } : {}),
    };
  };
  const grounds = reasons.map(({ text }) => text.text);
  const routes = reasons.flatMap(({ text, route }) => (route === null ? [] : [`${text.text} → ${route}`]));
  const backs = [...new Set(reasons.flatMap(({ back }) => back ?? []))];
  return [
    fact('A no, when', condition, grounds, [
      'Nothing is written, so a rejection has no ground. Add ',
      code('Condition:'),
      ' to the rejection rule.',
    ]),
    fact('Then the lead goes', routing, routes, [
      'Nowhere yet: rejected leads get lost. Add ',
      code('Routing: Nurture, tag "small-team"'),
      '.',
    ]),
    fact('It may come back when', reengagement, backs, [
      'Nothing is written. Add ',
      code('Re-engagement:'),
      ' with what must have changed.',
    ]),
  ];
}

/** The list of a field, else its value; empty when it says nothing. */
export function fieldLines(field: Field | null): readonly string[] {
  if (field === null) return [];
  const items = field.items.map(({ text }) => text).filter((text) => text !== '');
  return items.length > 0 ? items : field.value && field.value.text !== '' ? [field.value.text] : [];
}

/** The five lines of a payload, for boxes to tick: what each asks for in a few words; the handoff's page has them whole. */
export function payloadShort(site: Site, handoff: Handoff, most: number): readonly Words[] {
  return payloadFields.map(({ key, label }): Words => {
    const lines = fieldLines(handoff.payload[key]);
    if (lines.length === 0) return [`${label}: not written yet`];
    return site.said(`${label}: ${shortened(withoutIds(lines.join('; ')), most)}`);
  });
}

/** The first clauses that fit into `most` characters, with an ellipsis where something was left out. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most + 1);
  const clause = Math.max(...[', ', '; ', '. ', '? ', ' ('].map((sign) => head.lastIndexOf(sign)));
  const mark = head.charAt(clause) === '?' ? '?' : '';
  const at = clause >= most / 3 ? clause : head.lastIndexOf(' ');
  const kept = head.slice(0, at > 0 ? at : most).trimEnd();
  return `${kept}${at === clause ? mark : ''} …`;
}

/** The payload as text for the CRM: a line a field, what is asked for in brackets. */
export function payloadCopy(handoff: Handoff): string {
  const lines = payloadFields.map(({ key, label }) => {
    const asked = fieldLines(handoff.payload[key]).join('; ');
    return `${label}: ${asked === '' ? '' : `[${asked}]`}`;
  });
  return `${[`${handoffName(handoff)} (${handoff.id})`, ...lines].join('\n')}\n`;
}

/** What whoever gets a lead back, or looks at it again, has to know. */
export const rejectionNote = `${['Reason code:', 'What I checked:', 'Goes to:', 'What would change my mind:', 'Who it was (title, company size):'].join('\n')}\n`;

/** A handoff as the bearer of clocks that run against whoever receives. */
export function handoffClocks(handoff: Handoff): Pick<Stage, 'clocks' | 'owner'> {
  return { clocks: handoff.clocks, owner: receiver(handoff) };
}

/** Where a no leads, in the entry's words; each ground with its own place where the rule pairs them. */
export function routeWords(site: Site, { rejection }: Handoff): Words {
  const lines = fieldLines(rejection.routing);
  if (lines.length > 0) return site.words(lines.join('; '));
  const paired = rejection.reasons.flatMap(({ text, route }) =>
    route === null ? [] : [`${text.text} → ${route}`],
  );
  return site.words(paired.join('; ') || 'No route is written');
}

/** The clocks of an entry as it writes them, the one that is no answer with its name. */
export function clockLines(clocks: readonly Clock[]): readonly Words[] {
  return clocks.map(
    ({ kind, sla }): Words => [
      kind === 'response' ? '' : `${clockAsks[kind]}: `,
      sla.raw.text === '' ? 'the line is empty' : sla.raw.text,
      ...(hasClock(sla) ? [' · ', link('Compute a due time', pagePath('sla', 'clock'))] : []),
    ],
  );
}
