/** What is given of a lead and nothing in the rules knows: it is asked about, with what is known. */

import type { Model, Stage } from '../lifecycle/model.ts';
import { rangeOf } from '../lifecycle/records/range.ts';
import { isAt } from '../lifecycle/target-stages.ts';
import { segmentsOf } from '../sla/index.ts';
import type { ClockAt } from './clocks.ts';
import type { Ask } from './lead.ts';
import { dimensionOf, type Facts } from './segment.ts';

/** A region or size that nothing of the stage knows, with those that are known. */
export function askUnknown(
  model: Model,
  stage: Stage,
  clocks: readonly ClockAt[],
  facts: Facts,
  ask: Ask,
): void {
  const routings = model.living.routings;
  const here = routings.filter(({ toTarget }) => isAt(toTarget, stage));
  const labels = stage.clocks
    .flatMap(({ sla }) => (sla.reading.ok ? segmentsOf(sla.reading.meaning) : []))
    .map(({ segment }) => segment);
  for (const dimension of ['size', 'region'] as const) {
    const fact = facts[dimension];
    if (fact === null) continue;
    if (here.some((routing) => dimensionOf(routing) === dimension)) continue;
    const ranged = labels.some((label) => rangeOf(label) !== null);
    if (
      dimension === 'size'
        ? ranged
        : labels.length > 0 && !ranged && clocks.some(({ segment }) => segment !== null)
    )
      continue;
    const known = routings
      .filter((routing) => dimensionOf(routing) === dimension)
      .map(({ id, routes }) => `${id}: ${routes.map(({ segment }) => segment).join(', ')}`);
    const words =
      known.length > 0 ? `Known are ${known.join('; ')}.` : `No limit or routing goes by ${dimension}.`;
    ask(
      `What does ${dimension} ${fact} change in ${stage.name}? No limit or routing of the stage knows it. ${words}`,
    );
  }
}

/** A score that does not fit the stage by the scoring model. */
export function askScore(model: Model, stage: Stage, score: number | null, ask: Ask, by: Set<string>): void {
  if (score === null) return;
  const scorings = model.living.scorings;
  if (scorings.length === 0) ask(`What does a score of ${score} mean? No entry has a scoring model.`);
  for (const { id, thresholds } of scorings) {
    for (const { target, points } of thresholds) {
      if (points === null || target.kind !== 'stage') continue;
      const [of] = target.stages;
      if (of === undefined) continue;
      by.add(id);
      if (of.canonical === stage.canonical && score < points)
        ask(`Is it ${stage.name} already? ${id} asks for ${points} points, the lead has ${score}.`);
      const later = of.order !== null && stage.order !== null && of.order > stage.order;
      if (later && score >= points)
        ask(`Should it be ${of.name} by now? ${id} asks for ${points} points, the lead has ${score}.`);
    }
  }
}
