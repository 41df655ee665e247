import { numbersDiffer } from '../../language/amounts.ts';
import { differentEvents, vagueness } from '../../language/criterion.ts';
import { splitSides } from '../../language/leaving.ts';
import { saysNothing } from '../../language/nothing.ts';
import { addTo } from '../../lifecycle/grouped.ts';
import type { Model, Stage } from '../../lifecycle/model.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { leadsBack, waysOf } from '../../lifecycle/ways.ts';
import type { Text } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

export const criterionSeam: Rule = {
  id: 'criterion-seam',
  title: 'A stage ends on one event and the next begins on another',
  why: 'Between the two events a lead is in neither stage: nobody owns it and no clock runs.',
  fix: 'Use one event for the exit of the stage and the entry of the next.',
  source: 'SEED worked example',
  gate: 2,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Opportunity: AE accepts the lead

    ## BR-MOPS-004: Lifecycle Stage — Opportunity

    Type: Lifecycle-Stage
    Order: 4
    Entry criteria:
      - Discovery call held, budget and authority confirmed
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Opportunity: Discovery call held

    ## BR-MOPS-004: Lifecycle Stage — Opportunity

    Type: Lifecycle-Stage
    Order: 4
    Entry criteria:
      - Discovery call held, budget and authority confirmed
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      for (const [to, exits] of exitsByTarget(model, stage)) {
        const entries = to.entryCriteria.filter(({ text }) => !saysNothing(text));
        const [exit] = exits;
        const [entry] = entries;
        if (exit === undefined || entry === undefined) continue;
        const left = exits.map(forwardHalf).join(' ');
        const right = entries.map(({ text }) => text).join(' ');
        const vague = [...exits, ...entries].some(({ text }) => vagueness(text, to.canonical) !== null);
        if (vague || !(differentEvents(left, right) || numbersDiffer(left, right))) continue;
        yield {
          at: exit.span,
          message: `${named(stage)} exits to ${named(to)} on ${quoted(left)}, but ${to.name} is entered on ${quoted(right)}.`,
          fix: 'Use the same event in both places; else a lead past the one and not yet at the other is in neither stage.',
          entry: stage.entry,
          field: 'progression',
          key: to.canonical,
          related: [{ message: `Entry criteria of ${named(to)}`, span: entry.span }],
        };
      }
    }
  },
};

/** Exit lines by the stage they lead into; a mixed line ("accepts OR rejects") leads to the next stage by order. */
function exitsByTarget(model: Model, stage: Stage): Map<Stage, Text[]> {
  const exits = new Map<Stage, Text[]>();
  const add = (to: Stage | undefined | null, line: Text) => {
    if (to && to !== stage && !leadsBack(stage, to)) addTo(exits, to, line);
  };
  for (const { target, criterion } of stage.progression) {
    if (criterion !== null && !saysNothing(criterion.text)) add(stageAt(target), criterion);
  }
  if (!stage.final) for (const line of stage.mixedExits) add(waysOf(model).next(stage), line);
  return exits;
}

function forwardHalf({ text }: Text): string {
  const { forward, away } = splitSides(text);
  return away === '' || forward === '' ? text : forward;
}
