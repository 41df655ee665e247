import type { Stage } from '../lifecycle/model.ts';
import { isLiving } from '../lifecycle/standing.ts';
import { longestRising } from '../sot/sorted.ts';
import type { Paired } from './pair.ts';

/** Where a stage stood and where it stands: `first`, `after MQL`. */
export interface MovedStage {
  readonly before: string;
  readonly after: string;
}

/**
 * Stages that stand elsewhere in the order: those outside the longest run that kept its order, so that one stage
 * pulled up does not count as five pushed down. Order numbers alone mean nothing.
 *
 * @param paired the head's stages in its order
 */
export function movedStages(
  paired: Paired<Stage>,
  baseOrder: readonly Stage[],
): ReadonlyMap<Stage, MovedStage> {
  const rank = new Map(baseOrder.map((stage, index) => [stage, index]));
  const pairs = paired.pairs
    .filter(({ base, head }) => isLiving(base) && isLiving(head))
    .map(({ base, head }) => ({ base, head, rank: rank.get(base) ?? 0 }));
  const earlier = [...pairs].sort((a, b) => a.rank - b.rank);
  const place = new Map(earlier.map(({ base }, index) => [base, index]));
  const kept = new Set(longestRising(pairs.map((pair) => pair.rank)));
  return new Map(
    pairs.flatMap(({ base, head }, index): [Stage, MovedStage][] => {
      if (kept.has(index)) return [];
      const before = earlier[(place.get(base) ?? 0) - 1]?.base;
      return [[head, { before: where(before), after: where(pairs[index - 1]?.head) }]];
    }),
  );
}

function where(previous: Stage | undefined): string {
  return previous === undefined ? 'first' : `after ${previous.name || previous.id}`;
}
