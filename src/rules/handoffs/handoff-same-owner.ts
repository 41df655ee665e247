import { ownersOf } from '../../lifecycle/limits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { namedHandoff } from '../wording.ts';

export const handoffSameOwner: Rule = {
  id: 'handoff-same-owner',
  title: 'A handoff to oneself',
  why: 'Nobody new takes over, so there is nothing to accept or reject. The entry is upkeep without use, unless the payload is wanted as a checklist.',
  fix: 'Keep it only if the payload matters; else set its Status to Deprecated.',
  source: 'SPEC §4',
  severity: { quick: 'notice', standard: 'notice', deep: 'notice' },
  bad: markdown`
    ## GTM-MOPS-003: Handoff — SQL → Opportunity

    Type: Handoff
    From: SQL (owner: AE)
    To: Opportunity (owner: AE)
  `,
  good: markdown`
    ## GTM-MOPS-003: Handoff — SQL → Opportunity

    Type: Handoff
    From: SQL (owner: BDR)
    To: Opportunity (owner: AE)
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.living.handoffs) {
      const { from, to } = ownersOf(handoff);
      if (from?.kind !== 'role' || to?.kind !== 'role' || from.roles[0] !== to.roles[0]) continue;
      // A founder who does several jobs will hand them over one day; the entry is written for then.
      if (from.seat.includes('Founder') || from.automated !== to.automated) continue;
      yield {
        at: (handoff.toOwner ?? handoff.fromOwner)?.raw.span ?? handoff.to?.span ?? handoff.entry.idSpan,
        message: `${namedHandoff(handoff)} hands the lead from ${from.raw.text} to ${to.raw.text}: the same role on both sides.`,
        entry: handoff.entry,
        field: 'to',
      };
    }
  },
};
