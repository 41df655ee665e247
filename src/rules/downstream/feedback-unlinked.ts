import { saysRejection } from '../../language/leaving.ts';
import { addTo } from '../../lifecycle/grouped.ts';
import type { LinkedEntry } from '../../lifecycle/model.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed } from '../wording.ts';

/** Feedback with one reason in this many entries is a pattern that somebody should act on. */
const pattern = 3;

export const feedbackUnlinked: Rule = {
  id: 'feedback-unlinked',
  title: 'Feedback on rejected leads changes nothing',
  why: 'The reasons why leads are turned away are the cheapest market research there is. Filed without a link, nobody who could act on them reads them.',
  fix: 'Link the handoff they come from and the persona or price rule they speak about.',
  source: 'SEED "Downstream Connections", Feedback Loop',
  severity: { quick: 'off', standard: 'notice', deep: 'notice' },
  bad: markdown`
    ## CFD-101: Rejected as too small

    Type: Feature Request
    Verbatim: "We are only eight people"

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  good: markdown`
    ## CFD-101: Rejected as too small

    Type: Feature Request
    Verbatim: "We are only eight people"
    Linked IDs: GTM-MOPS-002, BR-PRICING-001

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  *check(model): Generator<Problem> {
    const unanswered = new Map<string, LinkedEntry[]>();
    for (const feedback of model.living.feedback) {
      if (!saysRejection(feedback.entry.title.text)) continue;
      if (
        !feedback.links.some(({ id }) => /^(?:GTM-MOPS|BR-MOPS|PER|BR-P(?:RICING|RC|KG)|BR-CMP)-/.test(id))
      ) {
        yield {
          at: feedback.entry.idSpan,
          message: `${feedback.id} is about rejected leads and links no handoff, persona or price rule.`,
          entry: feedback.entry,
          field: 'linked-ids',
        };
        continue;
      }
      const reason = feedback.entry.title.text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (!feedback.links.some(({ id }) => /^(?:PER|BR-P(?:RICING|RC|KG)|BR-CMP)-/.test(id))) {
        addTo(unanswered, reason, feedback);
      }
    }
    for (const [, same] of unanswered) {
      const last = same.at(-1);
      if (same.length < pattern || last === undefined) continue;
      yield {
        at: last.entry.idSpan,
        message: `${listed(same.map(({ id }) => id))} give the same reason, and none links a persona or price rule that could change.`,
        fix: 'Link the persona or price rule, or write down why nothing changes.',
        entry: last.entry,
        field: 'linked-ids',
        key: 'pattern',
        related: same.slice(0, -1).map(({ id, entry }) => ({ message: id, span: entry.idSpan })),
      };
    }
  },
};
