import type { Rule } from '../rule.ts';

/** Only the engine knows which comments silenced something, so it reports this itself. */
export const ignoreUnused: Rule = {
  id: 'ignore-unused',
  title: 'An ignore comment silences nothing',
  why: 'The finding it was written for is gone, or its rule name is mistyped. Left in place, it hides the next real defect on that line.',
  fix: 'Remove the comment, or correct the rule it names.',
  source: 'SPEC §4',
  severity: { quick: 'warning', standard: 'warning', deep: 'warning' },
  bad: '<!-- mops-ignore stage-owner: the new BDR starts on 1 March -->\n## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\nOwner: BDR\n',
  good: '<!-- mops-ignore stage-owner: the new BDR starts on 1 March -->\n## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\n',
  *check() {},
};
