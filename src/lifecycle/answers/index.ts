import type { Model } from '../model.ts';
import type { Disagreement } from './answer.ts';
import { boundsThatDiffer } from './bounds.ts';
import { openingsThatDiffer, thresholdsUnused } from './openings.ts';
import { reasonsThatDiffer } from './reasons.ts';
import { segmentsThatDiffer } from './segments.ts';

export type { Disagreement } from './answer.ts';

/** Every question of the lifecycle that two living entries answer differently. */
export function* disagreements(model: Model): Generator<Disagreement> {
  yield* reasonsThatDiffer(model);
  yield* openingsThatDiffer(model);
  yield* thresholdsUnused(model);
  yield* segmentsThatDiffer(model);
  yield* boundsThatDiffer(model);
}
