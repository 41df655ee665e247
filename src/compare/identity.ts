import type { Model, Stage, Target } from '../lifecycle/model.ts';
import { foldName } from '../lifecycle/stage-names.ts';
import { type Paired, pairRecords } from './pair.ts';

/** Stages of two models, and what tells whether two targets are the same place in both. */
export class StageIdentity {
  readonly paired: Paired<Stage>;
  readonly baseOrder: readonly Stage[];
  readonly #tokens = new Map<Stage, string>();

  constructor(base: Model, head: Model) {
    this.paired = pairRecords(base.stages, head.stages, ({ canonical }) => foldName(canonical));
    this.baseOrder = base.stages;
    const { pairs, added, removed } = this.paired;
    for (const [index, pair] of pairs.entries()) {
      this.#tokens.set(pair.base, `pair ${index}`);
      this.#tokens.set(pair.head, `pair ${index}`);
    }
    for (const stage of [...added, ...removed]) this.#tokens.set(stage, `stage ${foldName(stage.canonical)}`);
  }

  /** Equal for the same stage or place in both models, also when the stage has another name or ID now. */
  place(target: Target | null): string {
    if (target === null) return '';
    const stage = target.kind === 'stage' ? target.stages[0] : undefined;
    if (stage !== undefined) return this.stage(stage);
    return `${target.kind === 'sink' ? 'sink' : 'stage'} ${foldName(target.name)}`;
  }

  stage(stage: Stage): string {
    return this.#tokens.get(stage) ?? `stage ${foldName(stage.canonical)}`;
  }
}
