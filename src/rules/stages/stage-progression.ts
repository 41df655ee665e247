import { eventOf, wayOutFor } from '../../draft/suggest.ts';
import { saysNothing } from '../../language/nothing.ts';
import type { Model, Progression, Stage } from '../../lifecycle/model.ts';
import { skippedStages } from '../../lifecycle/skipped.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { isEnd, leadsBack, waysOf } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named, quoted } from '../wording.ts';

export const stageProgression: Rule = {
  id: 'stage-progression',
  title: 'A stage does not say how a lead moves on',
  why: 'Leads stay in it for ever, or move on whenever somebody feels like it. A line that names no stage is a way that no diagram and no check can see.',
  fix: 'Write under "Exit criteria (progression)" a line "To [next stage]: [what must happen]".',
  source: 'SEED step 3, gate 2',
  gate: 2,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - AE accepts the lead

    ## BR-MOPS-004: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 4
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Customer: Contract signed

    ## BR-MOPS-004: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 4
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      if (stage.final || isEnd(stage) || spokenFor(model, stage, 'progression', 'exit')) continue;
      const lines = stage.progression.filter(({ raw }) => !saysNothing(raw.text));
      if (lines.length === 0) {
        if (stage.mixedExits.length === 0) yield missing(model, stage);
        continue;
      }
      for (const line of lines) if (line.to === null) yield withoutStage(model, stage, line);
      const plain = lines.filter(({ to }) => to !== null);
      if (plain.length > 0 && plain.every((line) => isBare(model, stage, line)))
        yield withoutCriterion(stage, plain);
    }
  },
};

function missing(model: Model, stage: Stage): Problem {
  const following = waysOf(model).next(stage);
  const next = following?.name || 'the next stage';
  const event = following === null || following.name === '' ? '…' : eventOf(following);
  const noExit = stage.disqualification.length === 0 && !spokenFor(model, stage, 'disqualification');
  return {
    at: fieldSpan(stage, 'progression', 'exit'),
    message: noExit
      ? `${named(stage)} has no exit criteria: nothing says how a lead moves on, or how it leaves.`
      : `${named(stage)} says nothing about how a lead moves on.`,
    fix: noExit
      ? `Write "Exit criteria (progression)" with a line such as "To ${next}: ${event}", and "Exit criteria (disqualification)" with a line such as "${wayOutFor(model, stage)}".`
      : `Write under "Exit criteria (progression)" a line such as "To ${next}: ${event}", with the event that moves a lead on.`,
    entry: stage.entry,
    field: 'progression',
  };
}

function withoutStage(model: Model, stage: Stage, { raw }: Progression): Problem {
  const next = waysOf(model).next(stage)?.name || 'SQL';
  return {
    at: raw.span,
    message: `${named(stage)}: the progression line ${quoted(raw.text)} names no next stage.`,
    fix: `Begin it with the stage it leads to, for example ${quoted(`To ${next}: ${raw.text}`, 120)}.`,
    entry: stage.entry,
    field: 'progression',
    key: raw.text,
  };
}

function withoutCriterion(stage: Stage, lines: readonly Progression[]): Problem {
  const [line] = lines as readonly [Progression];
  const next = stageAt(line.target);
  return {
    at: line.raw.span,
    message: `${named(stage)}: ${quoted(line.raw.text)} names a stage, but not what must happen first.`,
    fix: `Write the event behind the stage, for example ${quoted(`${line.raw.text.replace(/:\s*$/, '')}: ${eventOf(next)}`)}.`,
    entry: stage.entry,
    field: 'progression',
    key: line.raw.text,
  };
}

/** A line with a target and no condition, where no graph rule (way back, skipped stage, dead end) speaks of it. */
function isBare(model: Model, stage: Stage, line: Progression): boolean {
  if (line.criterion !== null && !saysNothing(line.criterion.text)) return false;
  if (line.target?.kind !== 'stage' || waysOf(model).isDeadEnd(stage)) return false;
  return line.target.stages.every(
    (to) =>
      !(leadsBack(stage, to) && waysOf(model).inOneRound(stage, to)) &&
      skippedStages(model, stage, to).length === 0,
  );
}
