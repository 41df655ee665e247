import { foldName } from '../language/fold.ts';
import type { Model, Stage, Target } from '../lifecycle/model.ts';
import { placeName, stageAt } from '../lifecycle/target-stages.ts';
import { type Paired, pairRecords } from './pair.ts';

/** Stages of two models, and what tells whether two targets are the same place in both. */
export class StageIdentity {
  readonly paired: Paired<Stage>;
  readonly baseOrder: readonly Stage[];
  /** The head's stages with the name they had. */
  readonly #earlier = new Map<Stage, string>();

  constructor(base: Model, head: Model) {
    this.paired = pairRecords(base.stages, head.stages, nameOf);
    this.baseOrder = base.stages;
    for (const pair of this.paired.pairs) this.#earlier.set(pair.head, nameOf(pair.base));
  }

  /**
   * Equal for the same stage or place in both models, also when the stage has another name or ID now, or when another
   * entry took its name over.
   */
  place(target: Target | null): string {
    if (target === null) return '';
    const stage = stageAt(target);
    if (stage !== null) return `stage ${this.#earlier.get(stage) ?? nameOf(stage)}`;
    return `${target.kind === 'sink' ? 'sink' : 'stage'} ${foldName(placeName(target))}`;
  }
}

function nameOf({ canonical }: Stage): string {
  return foldName(canonical);
}
