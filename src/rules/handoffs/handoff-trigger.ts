import { triggerFor } from '../../draft/suggest.ts';
import { saysNothing } from '../../language/nothing.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, namedHandoff, quoted } from '../wording.ts';

/** Moments that nobody can see in a CRM. */
const moods =
  /^(?:when(?:ever)?|once|as soon as|if|at)?\s*(?:it(?:'s| is)|they(?:'re| are)|the lead is|lead is|the time is|everybody is)?\s*(?:ready|appropriate|needed|necessary|possible|right|the right time|suitable|it feels right|it makes sense|some point)\.?$|^(?:as|when|if) (?:needed|required|appropriate|necessary|applicable)\.?$|^(?:manual(?:ly)?|ad hoc|case by case|it depends)\.?$/i;

export const handoffTrigger: Rule = {
  id: 'handoff-trigger',
  title: 'A handoff has no trigger event',
  why: 'Without an event the handoff happens when somebody feels like it, and no clock can start.',
  fix: 'Name the event that anybody can see, for example "BDR sets the status to Qualified in the CRM".',
  source: 'SEED output template',
  gate: 5,
  pattern: 4,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    Trigger: When ready
  `,
  good: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    Trigger: BDR sets the status to Qualified in the CRM
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.living.handoffs) {
      if (spokenFor(model, handoff, 'trigger')) continue;
      const text =
        handoff.trigger?.items
          .map((item) => item.text)
          .join('; ')
          .trim() ?? '';
      if (text !== '' && !saysNothing(text) && !moods.test(text)) continue;
      yield {
        at: fieldSpan(handoff, 'trigger'),
        message:
          text === ''
            ? `${namedHandoff(handoff)} has no trigger.`
            : `The trigger of ${namedHandoff(handoff)}, ${quoted(text)}, is no event that anybody can see.`,
        fix: `Name the event that anybody can see, for example "${triggerFor(handoff)}".`,
        entry: handoff.entry,
        field: 'trigger',
      };
    }
  },
};
