/** Parts of a handoff that several pages show: payload, rejection rule, the lines of a field. */

import type { Field, Handoff } from '../../../src/lifecycle/model.ts';
import { code, type Fact, type Words } from '../page.ts';
import type { Site } from '../site.ts';

export const payloadFields = [
  ['source', 'Source', 'The channel that brought the lead, as an ID: GTM-002'],
  ['touchpointHistory', 'Touchpoint history', 'What the lead has read, watched, visited, asked'],
  ['bestFitSignals', 'Best-fit signals', 'Size, industry, role, behaviour that speak for the lead'],
  ['disqualifiers', 'Disqualifiers', 'What has been ruled out, or "none"'],
  ['openQuestions', 'Open questions', 'What the next owner should find out first'],
] as const;

export function payloadItems(site: Site, handoff: Handoff): readonly Fact[] {
  return payloadFields.map(([key, label, hint]) => {
    const field = handoff.payload[key];
    return {
      label,
      lines: fieldLines(field).map((line) => site.words(line)),
      missing: [`Not written. ${hint}.`],
      ...(field ? { at: site.place(field.span) } : {}),
    };
  });
}

export function rejectionFacts(site: Site, handoff: Handoff): readonly Fact[] {
  const { condition, routing, reengagement } = handoff.rejection;
  const fact = (label: string, field: Field | null, missing: Words): Fact => ({
    label,
    lines: fieldLines(field).map((line) => site.words(line)),
    missing,
    ...(field ? { at: site.place(field.span) } : {}),
  });
  return [
    fact('Yes, when', condition, [
      'Nothing is written, so a rejection has no ground. Add ',
      code('Condition:'),
      ' to the rejection rule.',
    ]),
    fact('Then the lead goes', routing, [
      'Nowhere yet: rejected leads get lost. Add ',
      code('Routing: Nurture, tag "small-team"'),
      '.',
    ]),
    fact('It may come back when', reengagement, [
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
