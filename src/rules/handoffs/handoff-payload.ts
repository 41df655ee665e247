import { saysNothing } from '../../language/nothing.ts';
import type { Handoff } from '../../lifecycle/model.ts';
import { payloadFields } from '../../lifecycle/payload-fields.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, listed, namedHandoff, quoted } from '../wording.ts';

export const handoffPayload: Rule = {
  id: 'handoff-payload',
  title: 'A handoff lacks payload fields',
  why: 'The new owner asks "who is this?", repeats questions the lead has answered, and works on what an earlier stage already ruled out.',
  fix: 'List all five payload fields: Source, Touchpoint history, Best-fit signals, Disqualifiers, Open questions.',
  source: 'SEED step 5, gate 5, anti-pattern 4',
  gate: 5,
  pattern: 4,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    Payload:
      - Source: GTM-002
      - Touchpoint history: pages and mails
      - Best-fit signals: PER-001
  `,
  good: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    Payload:
      - Source: GTM-002
      - Touchpoint history: pages and mails
      - Best-fit signals: PER-001
      - Disqualifiers: reason codes so far
      - Open questions: who signs, and when
  `,
  *check(model): Generator<Problem> {
    if (model.motion.value === 'self-serve') return;
    for (const handoff of model.living.handoffs) {
      const missing = payloadFields.filter(
        ({ key, name }) => handoff.payload[key] === null && !spokenFor(model, handoff, name),
      );
      if (missing.length === 0 || spokenFor(model, handoff, 'payload')) continue;
      const labels = missing.map(({ label }) => label);
      const said = saidIn(handoff);
      yield {
        at: fieldSpan(handoff, 'payload'),
        message:
          missing.length === payloadFields.length && saysNothing(said)
            ? `${namedHandoff(handoff)} says nothing about what goes with the lead: ${listed(labels)} are missing.`
            : missing.length === payloadFields.length
              ? `The payload of ${namedHandoff(handoff)} is ${quoted(said)}: ${listed(labels)} are missing.`
              : `The payload of ${namedHandoff(handoff)} lacks ${listed(labels)}.`,
        fix: `Add ${listed(labels.map((label) => `"${label}: …"`))} below Payload, saying what the new owner is given.`,
        entry: handoff.entry,
        field: 'payload',
      };
    }
  },
};

/** What the payload says, of whatever kind: its value, or the items of its list. */
function saidIn({ payloadField }: Handoff): string {
  const { value, items = [] } = payloadField ?? {};
  return value?.text ?? items.map(({ text }) => text).join(', ');
}

/** Payload fields of a handoff that are there, with their labels. */
export function presentPayload(handoff: Handoff) {
  return payloadFields.flatMap(({ key, name, label }) => {
    const field = handoff.payload[key];
    return field === null || field.leftover ? [] : [{ field, name, label }];
  });
}
