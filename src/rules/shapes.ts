import type { Motion } from '../config/schema.ts';
import type { Shape } from '../lifecycle/model.ts';
import { shapes } from '../lifecycle/stage-names.ts';

const byMotion: { readonly [motion in Motion]: readonly Shape['name'][] } = {
  'self-serve': ['self-serve', 'self-serve-short'],
  'sales-assisted': ['sales-assisted'],
  hybrid: ['hybrid'],
};

/** The shapes that fit a motion (SEED step 1), the fullest first; none while no motion is known. */
export function shapesFor(motion: Motion | null): readonly Shape[] {
  return motion === null ? [] : shapes.filter(({ name }) => byMotion[motion].includes(name));
}
