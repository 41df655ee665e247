import { type Vagueness, vagueness } from '../../language/criterion.ts';
import { saysNothing } from '../../language/nothing.ts';
import type { Model, Stage } from '../../lifecycle/model.ts';
import type { Text } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { spokenFor } from '../spoken.ts';
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
    for (const stage of model.livingStages) {
      if (logsAGap(stage)) continue;
      for (const line of stage.entryCriteria) yield* judge(model, stage, 'entry', line, stage.canonical);
      for (const { criterion, target } of stage.progression) {
        if (criterion === null) continue;
        const to = target?.kind === 'stage' ? (target.stages[0]?.canonical ?? '') : '';
        yield* judge(model, stage, 'progression', criterion, to);
      }
    }
  },
};

const said: { readonly [kind in NonNullable<Vagueness>]: string } = {
  restates: 'only restates the stage',
  unclear: 'is still to be defined',
  'no-event': 'names no event, number or fact that could be checked',
};

function* judge(
  model: Model,
  stage: Stage,
  field: 'entry' | 'progression',
  line: Text,
  into: string,
): Generator<Problem> {
  if (saysNothing(line.text) || spokenFor(model, stage, field)) return;
  const kind = vagueness(line.text, into);
  if (kind === null) return;
  yield {
    at: line.span,
    message: `${named(stage)}: the ${field === 'entry' ? 'entry' : 'progression'} criterion ${quoted(line.text)} ${said[kind]}.`,
    fix: 'Write what proves it, for example "Demo request form sent" or "score of 50 reached"; while that is not known, log a CFD entry and link it here.',
    entry: stage.entry,
    field,
    key: line.text,
  };
}

/** A linked CFD entry says that the team knows of the gap (SEED "Produces"). */
function logsAGap(stage: Stage): boolean {
  return stage.links.some(({ id }) => id.startsWith('CFD-'));
}
