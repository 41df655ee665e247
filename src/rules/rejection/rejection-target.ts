import { saysNothing } from '../../language/nothing.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { missedAnyway, spokenFor } from '../spoken.ts';
import { listed, namedHandoff, quoted, spanOf } from '../wording.ts';

export const rejectionTarget: Rule = {
  id: 'rejection-target',
  title: 'Rejected leads go nowhere known',
  why: 'A team or "back" is no place: nobody picks the lead up there, and no report counts it.',
  fix: 'Name a stage of the lifecycle, or Nurture, Disqualified, Requeue, Closed-lost or Churn.',
  source: 'SEED step 7, gate 6, anti-pattern 2',
  gate: 6,
  pattern: 2,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
    Rejection rule:
      Condition: Too small
      Routing: Back to marketing
  `,
  good: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
    Rejection rule:
      Condition: Too small
      Routing: Nurture
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.livingHandoffs) {
      const { routing, targets } = handoff.rejection;
      const text =
        routing?.items
          .map((item) => item.text)
          .join('; ')
          .trim() ?? '';
      if (
        routing === null ||
        text === '' ||
        saysNothing(text) ||
        spokenFor(model, handoff, 'rejection.routing', 'rejection')
      )
        continue;
      if (targets.some((target) => target.kind === 'stage' || target.kind === 'sink')) continue;
      const missing = targets.find((target) => target.kind === 'undefined-stage');
      // A stage that is missing as a whole is `lifecycle-shape` or `id-type`.
      if (missing !== undefined && missedAnyway(model).has(missing.name)) continue;
      const places = [
        ...model.livingStages.map(({ name }) => name).filter((name) => name !== ''),
        'Nurture',
        'Disqualified',
        'Requeue',
      ];
      yield {
        at: spanOf(routing),
        message:
          missing === undefined
            ? `${namedHandoff(handoff)} sends rejected leads to ${quoted(text)}, which is neither a stage nor one of the places that need no entry.`
            : `${namedHandoff(handoff)} sends rejected leads to ${missing.name}, a stage that no entry defines.`,
        fix: `Name one of these: ${listed(places.slice(0, 12), 'or')}.`,
        entry: handoff.entry,
        field: 'rejection.routing',
      };
    }
  },
};
