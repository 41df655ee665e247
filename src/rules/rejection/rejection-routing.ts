import { rejectionFor } from '../../draft/suggest.ts';
import { saysNotApplicable, saysNothing } from '../../language/nothing.ts';
import { namesReason } from '../../language/returning.ts';
import { changesOwner, ownersOf } from '../../lifecycle/limits.ts';
import type { Field, Handoff } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { isResolved } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, listed, namedHandoff, quoted } from '../wording.ts';

export const rejectionRouting: Rule = {
  id: 'rejection-routing',
  title: 'A handoff has no rejection routing',
  why: 'When the new owner says no and nothing says where the lead goes, it dies in limbo: nobody nurtures it, nobody closes it.',
  fix: 'Add a rejection rule: Condition, Routing (a stage, Nurture, Disqualified or Requeue) and Re-engagement.',
  source: 'SEED step 7, gate 6, anti-pattern 2',
  gate: 6,
  pattern: 2,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
    Trigger: BDR sets the status to Qualified
  `,
  good: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL (owner: BDR)
    To: SQL (owner: AE)
    Rejection rule:
      Condition: Too small
      Routing: Nurture
      Re-engagement: When the headcount passes 50
  `,
  *check(model): Generator<Problem> {
    if (model.motion.value === 'self-serve') return;
    for (const handoff of model.living.handoffs) {
      if (!changesOwner(handoff) || spokenFor(model, handoff, 'rejection', 'rejection.routing')) continue;
      const text =
        handoff.rejection.routing?.items
          .map((item) => item.text)
          .join('; ')
          .trim() ?? '';
      if (
        text !== '' &&
        !saysNothing(text) &&
        (!saysNotApplicable(text) || handoff.rejection.targets.some(isResolved))
      )
        continue;
      const { from, to } = ownersOf(handoff);
      yield {
        at: fieldSpan(handoff, 'rejection.routing', 'rejection'),
        message: `${namedHandoff(handoff)} passes leads from ${from?.raw.text} to ${to?.raw.text} and ${text === '' ? 'does not say' : `says only ${quoted(text)}`} where a rejected lead goes.`,
        fix: advice(handoff),
        entry: handoff.entry,
        field: 'rejection.routing',
      };
    }
  },
};

/** All that a rejection rule still needs, so that no part of it is the next finding. */
function advice(handoff: Handoff): string {
  const { routing, back } = rejectionFor(handoff);
  const { condition, field, reengagement } = handoff.rejection;
  const says = (one: Field | null) => one?.items.map(({ text }) => text).join('; ') ?? '';
  const lines = [`"Routing: ${routing}"`, ...(says(reengagement) === '' ? [`"Re-engagement: ${back}"`] : [])];
  const reasons = [condition, field].some((one) => namesReason(says(one)));
  return `Write below "Rejection rule:" where such a lead goes${lines.length > 1 ? ' and when it may return' : ''}, for example ${listed(lines)}${reasons ? '' : '; under "Condition:" the reason codes'}.`;
}
