import { freeIdFor } from '../../lifecycle/ids.ts';
import type { Model, Scoring } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named, quoted } from '../wording.ts';

export const scoringModel: Rule = {
  id: 'scoring-model',
  title: 'The scoring model is missing or cannot work',
  why: 'A threshold that no lead can reach lets nobody through; one that does not rise from stage to stage sorts nothing.',
  fix: 'Give every signal its points and every later stage a higher threshold that the signals can add up to.',
  source: 'SEED "Execution Mode", deep; SPEC §4',
  severity: { quick: 'off', standard: 'off', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-011: Scoring Model — Fit and intent

    Type: Scoring-Model
    Signals:
      - Demo request form: +40
    Thresholds:
      - MQL: 50

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  good: markdown`
    ## BR-MOPS-011: Scoring Model — Fit and intent

    Type: Scoring-Model
    Signals:
      - Demo request form: +40
      - 50–500 employees: +20
    Thresholds:
      - MQL: 50

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  *check(model): Generator<Problem> {
    const living = model.living.scorings;
    const mql =
      model.living.stages.find((stage) => stage.canonical === 'MQL') ??
      model.living.stages[1] ??
      model.living.stages[0];
    if (living.length === 0 && mql !== undefined) {
      yield {
        at: mql.entry.idSpan,
        message: `The mode is deep, and no entry says how leads are scored on their way to ${named(mql)}.`,
        fix: `Add ${freeIdFor(model, 'BR-MOPS', 'scoring model')} with Type Scoring-Model, or set mode: standard in mops.config.yml.`,
        entry: mql.entry,
        field: 'title',
      };
    }
    for (const scoring of living) yield* problems(model, scoring);
  },
};

function* problems(model: Model, scoring: Scoring): Generator<Problem> {
  const { signals, thresholds } = scoring;
  const reach = signals.reduce((sum, { points }) => sum + Math.max(0, points ?? 0), 0);
  const own = { entry: scoring.entry };
  for (const name of ['signals', 'thresholds'] as const) {
    if (scoring[name].length > 0 || spokenFor(model, scoring, name)) continue;
    yield {
      ...own,
      at: fieldSpan(scoring, name),
      field: name,
      message: `${scoring.id} lists no ${name}.`,
      fix:
        name === 'signals'
          ? 'Write one line per signal: "Demo request form: +40".'
          : 'Write one line per stage: "MQL: 50".',
      key: 'empty',
    };
  }
  for (const [field, lines] of [
    ['signals', signals],
    ['thresholds', thresholds],
  ] as const) {
    for (const { raw, points, ...line } of lines) {
      // "0–49: Nurture" says who opens no stage.
      if ('target' in line && line.target.kind === 'sink') continue;
      if (points !== null || spokenFor(model, scoring, field)) continue;
      yield {
        ...own,
        at: raw.span,
        field,
        message:
          field === 'signals'
            ? `${quoted(raw.text)} in ${scoring.id} has no points.`
            : `${quoted(raw.text)} in ${scoring.id} names no single score, so nobody can tell when a lead gets there.`,
        fix:
          field === 'signals'
            ? `End the line with a number: "${raw.text.replace(/[\s:=]+$/, '')}: +20".`
            : `Write the stage and the lowest score: "${'stage' in line ? line.stage : 'MQL'}: ${/\d+/.exec(raw.text)?.[0] ?? 50}". Give each score of its own a model of its own.`,
        key: raw.text,
      };
    }
  }
  if (signals.length === 0) return;
  // While a signal has no points, or a stage no order, nobody can tell what is reachable or later.
  const counted = signals.every(({ points }) => points !== null) && !spokenFor(model, scoring, 'signals');
  const ordered = model.living.stages.some((stage) => stage.order !== null);
  const order = new Map(
    model.living.stages
      .filter((stage) => !ordered || stage.order !== null)
      .map((stage, at) => [stage.canonical, at]),
  );
  let before: { name: string; points: number; at: number } | null = null;
  for (const { raw, stage, target, points } of thresholds) {
    if (points === null) continue;
    if (counted && points > reach) {
      yield {
        ...own,
        at: raw.span,
        field: 'thresholds',
        message: `${stage} needs ${points} points in ${scoring.id}, and all its signals add up to ${reach}.`,
        fix: `Lower the threshold to at most ${reach}, or add signals.`,
        key: `reach ${stage}`,
      };
    }
    const at = order.get(stageAt(target)?.canonical ?? '') ?? -1;
    if (
      before !== null &&
      at >= 0 &&
      before.at >= 0 &&
      (at > before.at ? points <= before.points : points >= before.points)
    ) {
      yield {
        ...own,
        at: raw.span,
        field: 'thresholds',
        message: `In ${scoring.id}, ${stage} needs ${points} points and ${before.name} ${before.points}: the later stage needs the higher score.`,
        fix: 'Let the thresholds rise from stage to stage.',
        key: `rise ${stage}`,
      };
    }
    if (at >= 0) before = { name: stage, points, at };
  }
}
