/** Which shape the stages form, and how the product is sold (SPEC §3). */

import type { Config, Mode, Motion } from '../config/schema.ts';
import type { Model, Shape, ShapeName, Stage } from './model.ts';
import { salesStages, shapes } from './shapes.ts';

/** A shape fits when its stages are all there, in order; a team's own stages may stand anywhere between. */
export function fits(shape: Shape, stages: readonly Stage[]): boolean {
  let next = 0;
  for (const stage of stages) if (stage.canonical === shape.stages[next]) next++;
  return next === shape.stages.length;
}

/** The shapes that a motion may take. */
export function shapesOf(motion: Motion): readonly Shape[] {
  if (motion === 'self-serve')
    return shapes.filter((shape) => shape.name === 'self-serve' || shape.name === 'self-serve-short');
  if (motion === 'sales-assisted')
    return shapes.filter((shape) => shape.name === 'sales-assisted' || shape.name === 'waterfall');
  return shapes.filter((shape) => shape.name === motion);
}

/** The shape that fits, the longest first; under a known motion only that motion's shapes and the quick one count. */
export function shapeThatFits(stages: readonly Stage[], motion: Motion | null, mode: Mode): Shape | null {
  const quick = shapes.filter((shape) => shape.name === 'quick');
  const ofMotion = motion === null ? shapes.filter((shape) => shape.name !== 'quick') : shapesOf(motion);
  const candidates =
    mode === 'quick' ? [...quick, ...ofMotion] : motion === null ? [...ofMotion, ...quick] : ofMotion;
  return candidates.find((shape) => fits(shape, stages)) ?? null;
}

/** The motion from the config or an option, else inferred from the stages, with one sentence of evidence. */
export function readMotion(config: Config, option: Motion | null, stages: readonly Stage[]): Model['motion'] {
  if (option !== null)
    return {
      value: option,
      source: 'option',
      evidence: `The motion ${option} was asked for on the command line or as an input.`,
    };
  if (config.motion !== undefined)
    return {
      value: config.motion,
      source: 'config',
      evidence: `mops.config.yml says motion: ${config.motion}.`,
    };
  const names = stages.map((stage) => stage.canonical);
  const shape = shapeThatFits(stages, null, 'standard');
  if (shape?.name === 'quick')
    return {
      value: null,
      source: 'inferred',
      evidence: 'Only the quick shape is there: Anonymous → Lead → Customer.',
    };
  if (shape !== null) {
    const motion = motionOf(shape.name) ?? 'sales-assisted';
    return {
      value: motion,
      source: 'inferred',
      evidence: `The stages form the ${motion} shape: ${shape.stages.join(' → ')}.`,
    };
  }
  const sales = names.filter((name) => salesStages.has(name));
  const product = names.filter((name) => name === 'Signup' || name === 'Activated' || name === 'Paid');
  const motion =
    sales.length > 0 && product.length > 0
      ? 'hybrid'
      : sales.length > 0
        ? 'sales-assisted'
        : product.length > 0
          ? 'self-serve'
          : null;
  const seen = [...new Set([...sales, ...product])].join(', ');
  if (motion === null)
    return {
      value: null,
      source: 'inferred',
      evidence:
        'No stage of a known shape is there, so the motion cannot be told. Set motion in mops.config.yml.',
    };
  return {
    value: motion,
    source: 'inferred',
    evidence: `No shape fits fully; the stages ${seen} point to ${motion}. Set motion in mops.config.yml to be sure.`,
  };
}

/** The motion whose shape it is; null for the quick one, which says nothing about it. */
function motionOf(name: ShapeName): Motion | null {
  if (name === 'quick') return null;
  if (name === 'self-serve-short') return 'self-serve';
  return name === 'waterfall' ? 'sales-assisted' : name;
}
