/** Ways that run side by side and come together: two funnels with one Customer, a product's way beside the sales way. */

import type { Model, Stage } from './model.ts';
import { waysOf } from './ways.ts';

/** In larger lifecycles nobody numbers side by side, and the walk would not be worth it. */
const mostStages = 60;

/** Whether two stages stand on ways of their own that meet further on: neither leads to the other, both to a third. */
export function runBeside(model: Model, one: Stage, other: Stage): boolean {
  if (model.living.stages.length > mostStages) return false;
  const [from, to] = [forwardFrom(model, one), forwardFrom(model, other)];
  return !from.has(other) && !to.has(one) && [...from].some((stage) => to.has(stage));
}

/** Whether a stage without a way in is a first stage itself: it says so by its Order, and its way joins the first's. */
export function startsBeside(model: Model, stage: Stage, start: Stage): boolean {
  return stage.order !== null && stage.order === start.order && runBeside(model, stage, start);
}

/** Every stage that forward lines lead to from here, itself left out. */
function forwardFrom(model: Model, start: Stage): ReadonlySet<Stage> {
  const ways = waysOf(model);
  const seen = new Set<Stage>();
  const queue = [...ways.forward(start)];
  for (let stage = queue.pop(); stage; stage = queue.pop()) {
    if (seen.has(stage)) continue;
    seen.add(stage);
    queue.push(...ways.forward(stage));
  }
  return seen;
}
