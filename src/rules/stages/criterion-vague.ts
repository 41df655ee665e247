import { eventInto, eventOf } from '../../draft/suggest.ts';
import type { Vagueness } from '../../language/criterion.ts';
import { vagueCriteria } from '../../lifecycle/vague.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

export const criterionVague: Rule = {
  id: 'criterion-vague',
  title: 'A criterion cannot be tested',
  why: 'Two people decide differently about the same lead, and nobody can say who is right.',
  fix: 'Name an event, a number or a fact that anybody can look up. If it is not known yet, log a CFD entry for the gap and link it.',
  source: 'SEED "Produces"',
  gate: 2,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Entry criteria:
      - Lead shows interest and is a good fit
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Entry criteria:
      - Demo request form sent by a company of 50 to 500 people
  `,
  *check(model): Generator<Problem> {
    for (const { stage, field, line, kind, to } of vagueCriteria(model)) {
      yield {
        at: line.span,
        message: `${named(stage)}: the ${field === 'entry' ? 'entry' : 'progression'} criterion ${quoted(line.text)} ${said[kind]}.`,
        fix: `Write what proves it, for example ${quoted(field === 'entry' ? eventInto(model, stage) : eventOf(to))}; while that is not known, log a CFD entry and link it here.`,
        entry: stage.entry,
        field,
        key: line.text,
      };
    }
  },
};

const said: { readonly [kind in NonNullable<Vagueness>]: string } = {
  restates: 'only restates the stage',
  unclear: 'is still to be defined',
  'no-event': 'names no event, number or fact that could be checked',
};
