import { defines, termAlone, type Vagueness, vagueness } from '../language/criterion.ts';
import { saysNothing } from '../language/nothing.ts';
import type { Entry, Text } from '../sot/entry.ts';
import { grouped } from './grouped.ts';
import type { Model, Stage } from './model.ts';
import { spokenFor } from './spoken-for.ts';
import { stageAt } from './target-stages.ts';

/** A criterion that nobody can test, and why. */
export interface VagueCriterion {
  readonly stage: Stage;
  readonly field: 'entry' | 'progression';
  readonly line: Text;
  readonly kind: NonNullable<Vagueness>;
  /** The stage that the line opens. */
  readonly to: Stage | undefined;
}

/** Criteria of the living stages that cannot be tested, but of those whose gap the team has logged. */
export function* vagueCriteria(model: Model): Generator<VagueCriterion> {
  for (const stage of model.living.stages) {
    if (logsAGap(stage)) continue;
    for (const line of stage.entryCriteria) yield* judge(model, stage, 'entry', line, stage);
    for (const { criterion, target } of stage.progression) {
      if (criterion === null) continue;
      const to = stageAt(target) ?? undefined;
      yield* judge(model, stage, 'progression', criterion, to);
    }
  }
}

function* judge(
  model: Model,
  stage: Stage,
  field: 'entry' | 'progression',
  line: Text,
  to: Stage | undefined,
): Generator<VagueCriterion> {
  if (saysNothing(line.text) || spokenFor(model, stage, field)) return;
  const kind =
    vagueness(withoutPlaceholders(model, stage, line), to?.canonical ?? '') ??
    (isUndefinedTerm(model, stage, line) ? 'no-event' : null);
  if (kind !== null) yield { stage, field, line, kind, to };
}

const byEntry = new WeakMap<Model, ReadonlyMap<Entry, Model['placeholders']>>();

/** The words with an ID for each open one: "a visit from TBD (channel)" waits for an ID, which `placeholder` says. */
function withoutPlaceholders(model: Model, { entry }: Stage, { text, span }: Text): string {
  const known = byEntry.get(model) ?? grouped(model.placeholders, ({ from }) => from);
  byEntry.set(model, known);
  return (known.get(entry) ?? [])
    .filter((one) => one.span.start >= span.start && one.span.end <= span.end)
    .reduce((words, { token }) => words.replace(token, () => 'GTM-001'), text);
}

/** "BANT", "Meets our ICP": a term alone that no persona of the stage and no other line says the meaning of. */
function isUndefinedTerm(model: Model, stage: Stage, line: Text): boolean {
  const alone = termAlone(line.text);
  if (alone === null) return false;
  if (alone.ofPersona && stage.links.some(({ id }) => id.startsWith('PER-'))) return false;
  return !isDefined(model, alone.term);
}

const definitions = new WeakMap<Model, Map<string, boolean>>();

/** Whether a line of any file says what a term means; asked once a term. */
function isDefined(model: Model, term: string): boolean {
  const known = definitions.get(model) ?? new Map<string, boolean>();
  definitions.set(model, known);
  const key = term.toLowerCase();
  const found = known.get(key) ?? model.repository.files.some(({ text }) => defines(text, term));
  known.set(key, found);
  return found;
}

/** A linked CFD entry says that the team knows of the gap (SEED "Produces"). */
function logsAGap(stage: Stage): boolean {
  return stage.links.some(({ id }) => id.startsWith('CFD-'));
}
