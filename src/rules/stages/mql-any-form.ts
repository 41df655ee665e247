import { saysNothing } from '../../language/nothing.ts';
import type { Model, Stage } from '../../lifecycle/model.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

export const mqlAnyForm: Rule = {
  id: 'mql-any-form',
  title: 'Anybody who fills in a form is an MQL',
  why: 'Many MQLs come in, about one in a hundred becomes an SQL, and sales stops looking at them.',
  fix: 'Ask for a high-intent form (demo, pricing, talk to sales), or for fit as well: company size, role, persona (PER) or a score.',
  source: 'SEED anti-pattern 1',
  pattern: 1,
  severity: { quick: 'off', standard: 'warning', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Entry criteria:
      - Filled in any form
      - Downloaded the e-book
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Entry criteria:
      - Filled in any form
      - Company has 50 to 500 people (matches PER-001)
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.livingStages) {
      if (stage.canonical !== 'MQL' || testsFit(model, stage)) continue;
      const lines = stage.entryCriteria.filter(({ text }) => !saysNothing(text));
      const [first] = lines;
      if (first === undefined || !lines.every(({ text }) => engagement.test(text) && !intent.test(text)))
        continue;
      yield {
        at: first.span,
        message: `${named(stage)} takes anybody with ${quoted(lines.map(({ text }) => text).join('; '))}: no line tests whether the lead fits.`,
        fix: 'Name a high-intent form ("Demo request form sent"), or add fit, for example "Company has 50 to 500 people (PER-001)" or "score of 50 reached".',
        entry: stage.entry,
        field: 'entry',
        softens: true,
      };
    }
  },
};

/** What anybody does who only looks around. */
const engagement =
  /\b(?:forms?|fill(?:s|ed)?|download\w*|content|e-?books?|white ?papers?|webinars?|newsletters?|subscri\w+|visit\w*|view\w*|open(?:s|ed)?|click\w*|attend\w*|regist\w+|blog|page|e-?mails?|event|survey)\b/i;

/** What asks for a person, costs effort or is counted: an intent, a use, a score. */
const intent =
  /\b(?:demos?|pricing|prices?|quote|sales|contact(?: us| form| sales)|call|meeting|consultation|trial|high[- ]intent|bottom[- ]of[- ]funnel|usage|threshold|scor\w+|points?|talk to|request(?:s|ed)? (?:a|an|for)|budget|buying|proposal|rfp)\b/i;

/** Words of a test of fit: who the company or the person is. */
const fit =
  /\b(?:PER-\d{3}|ICP|persona|fit|firmographic\w*|employees?|headcount|compan(?:y|ies)|people|industr(?:y|ies)|sector|revenue|job titles?|titles?|role|decision[- ]makers?|region|country|segment|business e-?mail|work e-?mail|corporate e-?mail|seats?)\b/i;

function testsFit(model: Model, stage: Stage): boolean {
  if (stage.entryCriteria.some(({ text }) => fit.test(text))) return true;
  if (stage.links.some(({ id }) => id.startsWith('PER-'))) return true;
  if (model.placeholders.some(({ from, role }) => from === stage.entry && role === 'persona')) return true;
  return model.scorings.some(
    ({ standing, thresholds }) =>
      standing !== 'retired' &&
      thresholds.some(({ target }) => target.kind === 'stage' && target.stages.includes(stage)),
  );
}
