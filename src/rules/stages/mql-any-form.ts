import { namesFit, showsIntent, showsInterest } from '../../language/interest.ts';
import { saysNothing } from '../../language/nothing.ts';
import type { Model, Stage } from '../../lifecycle/model.ts';
import { isAt } from '../../lifecycle/target-stages.ts';
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
    for (const stage of model.living.stages) {
      if (stage.canonical !== 'MQL' || testsFit(model, stage)) continue;
      const lines = stage.entryCriteria.filter(({ text }) => !saysNothing(text));
      const [first] = lines;
      if (first === undefined || !lines.every(({ text }) => showsInterest(text) && !showsIntent(text)))
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

function testsFit(model: Model, stage: Stage): boolean {
  if (stage.entryCriteria.some(({ text }) => namesFit(text))) return true;
  if (stage.links.some(({ id }) => id.startsWith('PER-'))) return true;
  if (model.placeholders.some(({ from, role }) => from === stage.entry && role === 'persona')) return true;
  return model.living.scorings.some(({ thresholds }) => thresholds.some(({ target }) => isAt(target, stage)));
}
