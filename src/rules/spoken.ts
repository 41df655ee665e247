import type { Model, Shape } from '../lifecycle/model.ts';
import { nearestShape } from '../lifecycle/own-names.ts';
import { shapesOf } from '../lifecycle/shape.ts';
import { shapes } from '../lifecycle/shapes.ts';

export { spokenFor } from '../lifecycle/spoken-for.ts';

/**
 * Names of stages that an entry was to define, but its Type contradicts its ID (`id-type`) or its Stage field its
 * title (`name-mismatch`): those stages are not also "missing".
 */
export function claimedNames(model: Model): ReadonlySet<string> {
  const mistyped = model.living.mistyped;
  const titled = model.livingStages.flatMap(({ titleName, name }) =>
    titleName === null || titleName.text === name ? [] : [titleName.text],
  );
  const titles = [...mistyped.map(({ entry }) => entry.title.text), ...titled];
  return new Set(titles.flatMap((title) => title.split(/[\s—–:|→-]+/)));
}

/** Shapes that would do: those of the motion, the fullest first; in quick mode the three-stage one before them. */
export function wantedShapes(model: Model): readonly Shape[] {
  const { value } = model.motion;
  if (value === null && model.shape !== null) return [model.shape];
  const nearest = value === null && model.mode !== 'quick' ? nearestShape(model.livingStages) : null;
  if (nearest !== null) return [nearest];
  const quick = model.mode === 'quick' || value === null ? shapes.filter(({ name }) => name === 'quick') : [];
  const names = new Set(model.livingStages.map(({ canonical }) => canonical));
  const isWaterfall = names.has('SAL') && !names.has('Opportunity');
  const shapesWanted = value === null ? [] : shapesOf(value);
  return [...quick, ...(isWaterfall ? shapesWanted.toReversed() : shapesWanted)];
}

/** Stages that `lifecycle-shape` or `id-type` already miss: one missing entry must not be ten findings. */
export function missedAnyway(model: Model): ReadonlySet<string> {
  const [shape] = model.shape === null ? wantedShapes(model) : [];
  return new Set([...(shape?.stages ?? []), ...claimedNames(model)]);
}
