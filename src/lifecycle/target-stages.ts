import type { Stage, Target } from './model.ts';
import { isLiving } from './standing.ts';

/** The stages that a line leads to or comes from; none for a sink, a name that nobody has, and nothing. */
export function stagesAt(target: Target | null | undefined): readonly Stage[] {
  return target?.kind === 'stage' ? target.stages : [];
}

/** Those of them that are not retired. */
export function livingAt(target: Target | null | undefined): readonly Stage[] {
  return stagesAt(target).filter(isLiving);
}

/** The first stage of a place: it has one unless two entries share a name. */
export function stageAt(target: Target | null | undefined): Stage | null {
  return stagesAt(target)[0] ?? null;
}

/** Whether a line leads to this stage, or comes from it. */
export function isAt(target: Target | null | undefined, stage: Stage): boolean {
  return stagesAt(target).includes(stage);
}
