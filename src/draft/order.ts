/** The place of a stage in the lifecycle, told from its neighbours. */

import type { Model, Stage } from '../lifecycle/model.ts';
import { shapes } from '../lifecycle/shapes.ts';
import { wantedShapes } from '../lifecycle/wanted-shapes.ts';

/** The Order to write: free, behind the stages that come before it and before those that follow. */
export function orderFor(model: Model, stage: Stage): number {
  const others = model.living.stages.filter(({ id, order }) => id !== stage.id && order !== null);
  const taken = new Set(others.map(({ order }) => order));
  const before = earlier(model, stage);
  const orders = others.filter(({ canonical }) => before.has(canonical)).map(({ order }) => order ?? 0);
  let number = orders.length > 0 ? Math.max(...orders) + 1 : 1;
  while (taken.has(number)) number += 1;
  return number;
}

/** Stages that come before it: by the first shape that has it, else those whose exits lead here. */
function earlier(model: Model, stage: Stage): ReadonlySet<string> {
  const shape = [...wantedShapes(model), ...shapes].find(({ stages }) => stages.includes(stage.canonical));
  if (shape !== undefined) return new Set(shape.stages.slice(0, shape.stages.indexOf(stage.canonical)));
  return new Set(model.edges.filter(({ to }) => to === stage).map(({ from }) => from.canonical));
}
