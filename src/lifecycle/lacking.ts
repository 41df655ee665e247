/** Stages that the lifecycle lacks: those of its shape, and the one that was there before. */

import type { Model, Shape } from './model.ts';
import { severalLifecycles } from './several.ts';
import { fits } from './shape.ts';
import { salesStages } from './shapes.ts';
import { type UndefinedIds, undefinedIds } from './undefined.ts';
import { wantedShapes } from './wanted-shapes.ts';

/**
 * Names of stages that an entry was to define, but its Type contradicts its ID (`id-type`) or its Stage field its
 * title (`name-mismatch`): those stages are not also "missing".
 */
function claimedNames(model: Model): ReadonlySet<string> {
  const mistyped = model.living.mistyped;
  const titled = model.livingStages.flatMap(({ titleName, name }) =>
    titleName === null || titleName.text === name ? [] : [titleName.text],
  );
  const titles = [...mistyped.map(({ entry }) => entry.title.text), ...titled];
  return new Set(titles.flatMap((title) => title.split(/[\s—–:|→-]+/)));
}

/** Stages that `lifecycle-shape` or `id-type` already miss: one missing entry must not be ten findings. */
export function missedAnyway(model: Model): ReadonlySet<string> {
  const [shape] = model.shape === null ? wantedShapes(model) : [];
  return new Set([...(shape?.stages ?? []), ...claimedNames(model)]);
}

/** The shape that the stages do not form, and the names of its stages that no entry defines. */
interface Lacking {
  readonly shape: Shape;
  readonly names: readonly string[];
}

/** Null where the stages form a shape, or where another fault speaks first. */
export function lackingStages(model: Model): Lacking | null {
  if (model.livingStages.length === 0 || model.living.mistyped.length > 0) return null;
  if (severalLifecycles(model) !== null) return null;
  const sells = model.livingStages.some((stage) => salesStages.has(stage.canonical));
  if (model.motion.value === 'self-serve' && sells) return null;
  const wanted = wantedShapes(model);
  const [shape] = wanted;
  if (shape === undefined || wanted.some((one) => fits(one, model.livingStages))) return null;
  const present = new Set(model.livingStages.map(({ canonical }) => canonical));
  const names = shape.stages.filter((name) => !present.has(name));
  const claimed = claimedNames(model);
  return names.length === 0 || names.every((name) => claimed.has(name)) ? null : { shape, names };
}

/**
 * The number that the one lacking stage had: cited, and defined nowhere. Null unless exactly one number of a stage and
 * one stage are missing, and the report speaks of the stage.
 */
export function goneStage(model: Model): UndefinedIds | null {
  if (model.config.rules['lifecycle-shape'] !== undefined) return null;
  const [only, second] = undefinedIds(model).filter(({ ids }) => ids.some((id) => id.startsWith('BR-MOPS-')));
  if (only === undefined || second !== undefined || only.ids.length > 1 || only.meant !== null) return null;
  return lackingStages(model)?.names.length === 1 ? only : null;
}
