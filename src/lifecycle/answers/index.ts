import type { Model } from '../model.ts';
import type { Disagreement } from './answer.ts';
import { boundsThatDiffer } from './bounds.ts';
import { sizesCitedWrongly } from './cited.ts';
import { figuresThatDiffer } from './figures.ts';
import { notesThatDiffer } from './notes.ts';
import { openingsThatDiffer, thresholdsUnused } from './openings.ts';
import { reasonsThatDiffer } from './reasons.ts';
import { returnsThatDiffer } from './returns.ts';
import { segmentsThatDiffer } from './segments.ts';
import { sourcesThatPart } from './sources.ts';
import { targetsThatDiffer } from './targets.ts';
import { differsWithin } from './within.ts';

export type { Disagreement } from './answer.ts';
export { tablesThatDiffer } from './tables.ts';

/** Every question of the lifecycle that two living entries, or two lines of one, answer differently. */
export function* disagreements(model: Model): Generator<Disagreement> {
  yield* reasonsThatDiffer(model);
  yield* openingsThatDiffer(model);
  yield* thresholdsUnused(model);
  yield* segmentsThatDiffer(model);
  yield* boundsThatDiffer(model);
  yield* returnsThatDiffer(model);
  yield* differsWithin(model);
  yield* targetsThatDiffer(model);
  yield* sizesCitedWrongly(model);
  yield* sourcesThatPart(model);
  yield* notesThatDiffer(model);
  yield* figuresThatDiffer(model);
}
