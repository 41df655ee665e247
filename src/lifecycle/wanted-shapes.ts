/** Which shapes the stages should form: what is missed is told from the first of them. */

import type { Model, Shape } from './model.ts';
import { nearestShape } from './own-names.ts';
import { shapesOf } from './shape.ts';
import { shapes } from './shapes.ts';

/** Shapes that would do: those of the motion, the fullest first; in quick mode the three-stage one before them. */
export function wantedShapes(model: Model): readonly Shape[] {
  const { value } = model.motion;
  if (value === null && model.shape !== null) return [model.shape];
  const nearest = value === null && model.mode !== 'quick' ? nearestShape(model.living.stages) : null;
  if (nearest !== null) return [nearest];
  const quick = model.mode === 'quick' || value === null ? shapes.filter(({ name }) => name === 'quick') : [];
  const names = new Set(model.living.stages.map(({ canonical }) => canonical));
  const [accepted, qualified] = ['SAL', 'SQL'].map((name) =>
    model.living.stages.findIndex(({ canonical }) => canonical === name),
  ) as [number, number];
  // An SAL behind the SQL is a deal that the AE accepted: the Opportunity of the usual shape.
  const isWaterfall = accepted >= 0 && !(qualified >= 0 && qualified < accepted) && !names.has('Opportunity');
  const shapesWanted = value === null ? [] : shapesOf(value);
  return [...quick, ...(isWaterfall ? shapesWanted.toReversed() : shapesWanted)];
}
