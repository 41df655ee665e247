import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';

export const ignoreReason: Rule = {
  id: 'ignore-reason',
  title: 'An ignore comment gives no reason',
  why: 'A silenced finding without a reason cannot be judged by the next reader, so the comment is not obeyed.',
  fix: 'Write the reason behind a colon: <!-- mops-ignore sla-calendar: support works round the clock -->.',
  source: 'SPEC §4',
  about: 'ignores',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    <!-- mops-ignore stage-owner -->
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  good: markdown`
    <!-- mops-ignore stage-owner: the new BDR starts on 1 March -->
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  *check(_model, { ignores }): Generator<Problem> {
    for (const { rule, reason, span } of ignores) {
      if (reason !== '') continue;
      yield {
        at: span,
        message: `This comment silences ${rule === '' ? 'a rule' : rule} without saying why, so it silences nothing.`,
        fix: `Write the reason behind a colon: <!-- mops-ignore ${rule === '' ? 'rule-id' : rule}: reason -->.`,
        key: rule,
      };
    }
  },
};
