/** A lifecycle of stages A, B, C … in one file, and rules made for one test, so that only the engine is asked. */
import { type CheckOptions, check } from '../../src/check/check.ts';
import type { Config } from '../../src/config/schema.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model, Stage } from '../../src/lifecycle/model.ts';
import type { Problem, Rule } from '../../src/rules/rule.ts';
import type { Span } from '../../src/sot/entry.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

/** Each is six lines: A begins at line 1, B at 7, C at 13. */
export const stagesText = (names: string, more = ''): string =>
  Array.from(
    names,
    (name, at) =>
      `## BR-MOPS-${String(at + 1).padStart(3, '0')}: Lifecycle Stage — ${name}\n${more}\nType: Lifecycle-Stage\nStage: ${name}\nOwner: BDR\n`,
  ).join('\n');

export function modelOf(text: string, keys: Partial<Config> | object = {}): Model {
  return buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf(keys));
}

/** A rule that yields what the test says of each stage. */
export function askingStages(
  id: string,
  ask: (stage: Stage, at: number) => Partial<Problem> | readonly Partial<Problem>[] | null,
  more: Partial<Rule> = {},
): Rule {
  return {
    id,
    title: id,
    why: 'It hurts.',
    fix: 'Write it.',
    source: 'SPEC §4',
    severity: { quick: 'off', standard: 'error', deep: 'error' },
    bad: '',
    good: '',
    *check(model) {
      for (const [at, stage] of model.living.stages.entries())
        for (const problem of [ask(stage, at) ?? []].flat())
          yield { at: stage.entry.title.span, message: `${stage.name}.`, entry: stage.entry, ...problem };
    },
    ...more,
  };
}

export const checked = (model: Model, rules: readonly Rule[], options: CheckOptions = {}) =>
  check(model, { ...options, rules });

/** A part of a span, by its place in it. */
export const part = (span: Span, from: number, length: number): Span => ({
  ...span,
  start: span.start + from,
  end: span.start + from + length,
  column: span.column + from,
});
