import { startsBeside } from '../../lifecycle/beside.ts';
import { missingJoin } from '../../lifecycle/hybrid-join.ts';
import type { Stage } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { isEnd, waysOf } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named } from '../wording.ts';

export const stageUnreachable: Rule = {
  id: 'stage-unreachable',
  title: 'No path leads to a stage',
  why: 'No lead can ever be in it, so either its text is dead or a line that leads to it is missing.',
  fix: 'Add the line that leads to it to the stage before, or retire the stage.',
  source: 'SPEC §4',
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Type: Lifecycle-Stage
    Order: 1
    Exit criteria (progression):
      - To Customer: Contract signed

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Exit criteria (progression):
      - To Customer: Contract signed

    ## BR-MOPS-003: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 3
  `,
  good: markdown`
    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Type: Lifecycle-Stage
    Order: 1
    Exit criteria (progression):
      - To MQL: Demo form sent

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2
    Exit criteria (progression):
      - To Customer: Contract signed

    ## BR-MOPS-003: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 3
  `,
  *check(model): Generator<Problem> {
    const start =
      model.living.stages.find(({ canonical }) => canonical === 'Anonymous') ?? model.living.stages[0];
    if (start === undefined) return;
    const ways = waysOf(model);
    const reached = new Set(ways.reachableFrom([start]));
    const join = missingJoin(model);
    // Where a way on is still a blank, nobody knows yet where it leads: `template-leftover` asks.
    if ([...reached].some((stage) => spokenFor(model, stage, 'progression', 'exit'))) return;
    // Nor where a line on the way is missing: `stage-progression` asks for it.
    if ([...reached].some((stage) => !stage.final && !isEnd(stage) && leadsNowhere(stage))) return;
    // Hybrid without its join is one defect and `lifecycle-shape` names it.
    if (join !== null) for (const stage of ways.reachableFrom([join.sql])) reached.add(stage);
    for (const stage of model.living.stages)
      if (startsBeside(model, stage, start))
        for (const next of ways.reachableFrom([stage])) reached.add(next);
    // Variants and copies of a stage are entered as it is.
    const names = new Set([...reached].map(({ canonical }) => canonical));
    const unreached = model.living.stages.filter((stage) => !names.has(stage.canonical));
    const entered = new Set(unreached.flatMap((stage) => ways.forward(stage).filter((to) => to !== stage)));
    // The first of a chain is the one without a way in; what follows it is only a consequence.
    for (const stage of [...unreached.filter((one) => !entered.has(one)), ...unreached]) {
      if (reached.has(stage)) continue;
      for (const next of ways.reachableFrom([stage])) reached.add(next);
      yield problem(stage, start);
    }
  },
};

function leadsNowhere({ progression, mixedExits }: Stage): boolean {
  return mixedExits.length === 0 && progression.every(({ to }) => to === null);
}

function problem(stage: Stage, start: Stage): Problem {
  return {
    at: stage.nameText?.span ?? stage.entry.idSpan,
    message: `No path leads from ${named(start)} to ${named(stage)}.`,
    fix: `Add "To ${stage.name}: …" to the progression of the stage before it, or mark ${stage.id} as Deprecated.`,
    entry: stage.entry,
    field: 'stage',
    softens: true,
  };
}
