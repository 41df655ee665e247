import type { Rule } from '../rule.ts';

/** The engine reads the comments, so it reports this itself; a comment without a reason silences nothing. */
export const ignoreReason: Rule = {
  id: 'ignore-reason',
  title: 'An ignore comment gives no reason',
  why: 'A silenced finding without a reason cannot be judged by the next reader, so the comment is not obeyed.',
  fix: 'Write the reason behind a colon: <!-- mops-ignore sla-calendar: support works round the clock -->.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: '<!-- mops-ignore stage-owner -->\n## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\n',
  good: '<!-- mops-ignore stage-owner: the new BDR starts on 1 March -->\n## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\n',
  *check() {},
};
