/** Stages that the report misses already, so that nothing else says so once more. */

import type { Model } from './model.ts';
import { wantedShapes } from './wanted-shapes.ts';

/**
 * Names of stages that an entry was to define, but its Type contradicts its ID (`id-type`) or its Stage field its
 * title (`name-mismatch`): those stages are not also "missing".
 */
export function claimedNames(model: Model): ReadonlySet<string> {
  const mistyped = model.living.mistyped;
  const titled = model.living.stages.flatMap(({ titleName, name }) =>
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
