import { closest } from '../../language/closest.ts';
import type { Model } from '../../lifecycle/model.ts';
import type { Span } from '../../sot/entry.ts';
import { type Offered, removing, replacingWithin } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';

export const ignoreUnused: Rule = {
  id: 'ignore-unused',
  title: 'An ignore comment silences nothing',
  why: 'The finding it was written for is gone, or its rule name is mistyped. Left in place, it hides the next real defect on that line.',
  fix: 'Remove the comment, or correct the rule it names.',
  source: 'SPEC §4',
  about: 'ignores',
  severity: { quick: 'warning', standard: 'warning', deep: 'warning' },
  bad: markdown`
    <!-- mops-ignore stage-owner: the new BDR starts on 1 March -->
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  good: markdown`
    <!-- mops-ignore stage-owner: the new BDR starts on 1 March -->
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  *check(model, { ignores, ruleIds }): Generator<Problem> {
    for (const { rule, reason, span, silences, known } of ignores) {
      if (reason === '' || silences) continue;
      const meant = known ? null : closest(rule, ruleIds);
      yield {
        at: span,
        message: known
          ? `This comment silences nothing: ${rule} finds no fault on the line or entry below it.`
          : `No rule is called ${rule}, so this comment silences nothing.`,
        fix: known
          ? 'Remove the comment.'
          : meant === null
            ? 'Write the ID of a rule; mops explain lists them.'
            : `Did you mean ${meant}? mops explain lists all rules.`,
        key: rule,
        ...(known ? removing(model, span, { sure: true }) : correction(model, span, rule, meant)),
      };
    }
  },
};

/** The rule that was meant, in the comment's own words. It may bring another finding to light: a person looks. */
function correction(model: Model, span: Span, rule: string, meant: string | null): Offered {
  return meant === null ? {} : replacingWithin(model, { span }, rule, meant, { sure: false });
}
