import { saysNothing } from '../../language/nothing.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { goesBack } from '../../lifecycle/target-stages.ts';
import { requeuedTo, sentAgain } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, namedHandoff } from '../wording.ts';

export const rejectionLimit: Rule = {
  id: 'rejection-limit',
  title: 'A rejection loop has no limit',
  why: 'A lead may be rejected and return for ever. Some people at one company have been called ten times this way.',
  fix: 'Say how often a lead may return: "at most 2 times, then Disqualified".',
  source: 'SEED "Execution Mode", deep: rejection-loop rules',
  gate: 6,
  pattern: 2,
  severity: { quick: 'off', standard: 'off', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
    Rejection rule:
      Condition: Too small
      Routing: MQL
      Re-engagement: After 90 days, if the headcount has passed 50
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
    Rejection rule:
      Condition: Too small
      Routing: MQL
      Re-engagement: After 90 days, if the headcount has passed 50; at most 2 times
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.living.handoffs) {
      const { rejection } = handoff;
      const back = rejection.targets.find(goesBack);
      if (back === undefined || rejection.limit !== null || requeuedTo(model, handoff) !== null) continue;
      if (sentAgain(handoff) !== null) continue;
      // Without any re-engagement condition `rejection-reengagement` is the nearer word.
      if (
        rejection.reengagement === null ||
        rejection.reengagement.items.every(({ text }) => text.trim() === '' || saysNothing(text)) ||
        spokenFor(model, handoff, 'rejection', 'rejection.reengagement', 'rejection.routing')
      )
        continue;
      yield {
        at: fieldSpan(handoff, 'rejection.reengagement', 'rejection.routing'),
        message: `Leads that ${namedHandoff(handoff)} rejects may return to ${back.name} any number of times.`,
        entry: handoff.entry,
        field: 'rejection.reengagement',
      };
    }
  },
};
