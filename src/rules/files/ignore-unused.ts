import type { Problem, Rule } from '../rule.ts';

export const ignoreUnused: Rule = {
  id: 'ignore-unused',
  title: 'An ignore comment silences nothing',
  why: 'The finding it was written for is gone, or its rule name is mistyped. Left in place, it hides the next real defect on that line.',
  fix: 'Remove the comment, or correct the rule it names.',
  source: 'SPEC §4',
  about: 'ignores',
  severity: { quick: 'warning', standard: 'warning', deep: 'warning' },
  bad: '<!-- mops-ignore stage-owner: the new BDR starts on 1 March -->\n## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\nOwner: BDR\n',
  good: '<!-- mops-ignore stage-owner: the new BDR starts on 1 March -->\n## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\n',
  *check(_model, { ignores }): Generator<Problem> {
    for (const { rule, reason, span, silences, known } of ignores) {
      if (reason === '' || silences) continue;
      yield {
        at: span,
        message: known
          ? `This comment silences nothing: ${rule} finds no fault on the line or entry below it.`
          : `No rule is called ${rule}, so this comment silences nothing.`,
        fix: known ? 'Remove the comment.' : 'Write the ID of a rule; mops explain lists them.',
        key: rule,
      };
    }
  },
};
