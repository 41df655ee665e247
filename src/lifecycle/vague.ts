import { type Vagueness, vagueness } from '../language/criterion.ts';
import { saysNothing } from '../language/nothing.ts';
import type { Text } from '../sot/entry.ts';
import type { Model, Stage } from './model.ts';
import { spokenFor } from './spoken-for.ts';

/** A criterion that nobody can test, and why. */
export interface VagueCriterion {
  readonly stage: Stage;
  readonly field: 'entry' | 'progression';
  readonly line: Text;
  readonly kind: NonNullable<Vagueness>;
}

/** Criteria of the living stages that cannot be tested, but of those whose gap the team has logged. */
export function* vagueCriteria(model: Model): Generator<VagueCriterion> {
  for (const stage of model.livingStages) {
    if (logsAGap(stage)) continue;
    for (const line of stage.entryCriteria) yield* judge(model, stage, 'entry', line, stage.canonical);
    for (const { criterion, target } of stage.progression) {
      if (criterion === null) continue;
      const to = target?.kind === 'stage' ? (target.stages[0]?.canonical ?? '') : '';
      yield* judge(model, stage, 'progression', criterion, to);
    }
  }
}

function* judge(
  model: Model,
  stage: Stage,
  field: 'entry' | 'progression',
  line: Text,
  into: string,
): Generator<VagueCriterion> {
  if (saysNothing(line.text) || spokenFor(model, stage, field)) return;
  const kind = vagueness(line.text, into);
  if (kind !== null) yield { stage, field, line, kind };
}

/** A linked CFD entry says that the team knows of the gap (SEED "Produces"). */
function logsAGap(stage: Stage): boolean {
  return stage.links.some(({ id }) => id.startsWith('CFD-'));
}
