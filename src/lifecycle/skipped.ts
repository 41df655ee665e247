import type { Model, Stage } from './model.ts';

/**
 * Names of the shape's stages that a line from one stage to another passes by. A hybrid's product users may join
 * sales from any of their stages, and stages of the team's own may be optional: neither is skipped.
 */
export function skippedStages(model: Model, from: Stage, to: Stage): string[] {
  const { order: start } = from;
  const { order: end } = to;
  if (start === null || end === null || model.shape === null) return [];
  if (model.motion.value === 'hybrid' && to.canonical === 'SQL') return [];
  const { stages } = model.shape;
  return model.living.stages
    .filter(
      ({ order, canonical }) => order !== null && order > start && order < end && stages.includes(canonical),
    )
    .map(({ name }) => name);
}
