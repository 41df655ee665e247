import type { Model } from '../../lifecycle/model.ts';
import { shapesOf } from '../../lifecycle/shape.ts';
import { blank } from '../blank.ts';
import { stageDraft } from '../import/stage.ts';
import { type Draft, type Drafts, numbersOf } from './draft.ts';

/**
 * The stages that the motion's shape has and no entry defines; where there is no motion to go by, or nothing is
 * missing, one stage with its name left open. Everything else is a blank: what a stage means, only the team knows.
 */
export function missingStages(model: Model): Drafts {
  const next = numbersOf(model, 'BR-MOPS');
  const shape = model.motion.value === null ? undefined : shapesOf(model.motion.value)[0];
  const there = new Set(model.livingStages.map(({ canonical }) => canonical));
  const names = model.shape !== null ? [] : (shape?.stages ?? []).filter((name) => !there.has(name));
  const last = Math.max(0, ...model.livingStages.map(({ order }) => order ?? 0));
  const drafts = (names.length > 0 ? names : [blank("the stage's name")]).map((name, at): Draft => {
    const id = next();
    const order = names.length > 0 && shape !== undefined ? shape.stages.indexOf(name) + 1 : last + 1 + at;
    const following = shape?.stages[shape.stages.indexOf(name) + 1] ?? null;
    return stageDraft(
      id,
      { name, order: null, segments: [], own: [] },
      order,
      names.length > 0 ? following : blank('the next stage'),
    );
  });
  return { kind: 'stage', drafts, notes: [] };
}
