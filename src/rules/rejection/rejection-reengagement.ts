import { changeFor } from '../../draft/suggest.ts';
import { isUndecided, saysNothing } from '../../language/nothing.ts';
import { saysNever, saysWhenBack } from '../../language/returning.ts';
import type { Field, Handoff } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { goesBack } from '../../lifecycle/target-stages.ts';
import { requeuedTo } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, namedHandoff, quoted, spanOf } from '../wording.ts';

export const rejectionReengagement: Rule = {
  id: 'rejection-reengagement',
  title: 'Rejected leads return with no condition',
  why: 'A lead that goes straight back is handed over again, rejected again, and so on. Nobody wins and two people lose time on it every round.',
  fix: 'Say when it may return: a time and a change, for example "after 90 days, if the headcount has passed 50".',
  source: 'SEED step 7, gate 6',
  gate: 6,
  pattern: 2,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
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
      Re-engagement: After 90 days, if the headcount has passed 50
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.living.handoffs) {
      const back = handoff.rejection.targets.find(goesBack);
      const { reengagement: written } = handoff.rejection;
      if (
        back === undefined &&
        written !== null &&
        leavesReturnOpen(textIn(written)) &&
        !spokenFor(model, handoff, 'rejection.reengagement')
      ) {
        yield {
          at: spanOf(written),
          message: `${quoted(textIn(written))} does not say when leads that ${namedHandoff(handoff)} rejects may come back.`,
          fix: 'Write a time and what must have changed, or "None" when they never come back.',
          entry: handoff.entry,
          field: 'rejection.reengagement',
        };
        continue;
      }
      // Straight back into the same queue is a loop: `loop-unbounded` says so.
      if (requeuedTo(model, handoff) !== null) continue;
      if (
        back === undefined ||
        spokenFor(model, handoff, 'rejection', 'rejection.routing', 'rejection.reengagement')
      )
        continue;
      const { reengagement, routing } = handoff.rejection;
      const said = reengagement === null ? '' : textIn(reengagement);
      if (reengagement !== null && saysNever(said) && !saysNothing(said)) {
        yield {
          at: spanOf(reengagement),
          message: `Leads that ${namedHandoff(handoff)} rejects go back to ${back.name}, and ${quoted(said)} says that none of them comes back.`,
          fix: `Write "Routing: Disqualified" where they are lost for good, or under Re-engagement when they may be handed over again, for example "After 90 days ${changeFor(handoff)}".`,
          entry: handoff.entry,
          field: 'rejection.reengagement',
          key: 'never',
        };
        continue;
      }
      if ((said !== '' && !saysNothing(said)) || conditionIn(handoff)) continue;
      yield {
        at:
          reengagement !== null
            ? spanOf(reengagement)
            : routing !== null
              ? spanOf(routing)
              : fieldSpan(handoff, 'rejection'),
        message: `Leads that ${namedHandoff(handoff)} rejects go back to ${back.name}, and ${said === '' ? 'nothing says' : `${quoted(said)} does not say`} when they may be handed over again.`,
        fix: `Add "Re-engagement:" with a time and what must have changed, for example "After 90 days ${changeFor(handoff)}".`,
        entry: handoff.entry,
        field: 'rejection.reengagement',
      };
    }
  },
};

/** "None" and "n/a" are answers here, a dash or a lone sign is not. */
function leavesReturnOpen(text: string): boolean {
  return isUndecided(text) || (text !== '' && saysNothing(text) && !/[\p{L}\p{N}]/u.test(text));
}

/** All that a field says, on one line. */
function textIn(field: Field): string {
  return field.items
    .map((item) => item.text)
    .join('; ')
    .trim();
}

/** Some teams write the condition into the routing: "MQL queue; BDR can re-engage in 90 days if size changes". */
function conditionIn(handoff: Handoff): boolean {
  const { routing } = handoff.rejection;
  return routing !== null && saysWhenBack(textIn(routing));
}
