import { configLineOf } from '../../config/line.ts';
import type { Model } from '../../lifecycle/model.ts';
import { type OwnNames, ownNamesFor, whichIsWhich } from '../../lifecycle/own-names.ts';
import { wantedShapes } from '../../lifecycle/wanted-shapes.ts';
import { blank } from '../blank.ts';
import { stageDraft } from '../import/stage.ts';
import { type Draft, type Drafts, numbersOf } from './draft.ts';

/**
 * The stages that the shape has and no entry defines, but none that a stage of the team's own may stand for: which is
 * which, the team says in the config. Where nothing is missing, one stage with its name left open. Everything else is
 * a blank: what a stage means, only the team knows.
 */
export function missingStages(model: Model): Drafts {
  const next = numbersOf(model, 'BR-MOPS');
  const unknown = model.motion.value === null && model.living.stages.length === 0 && model.mode !== 'quick';
  const shape = unknown ? undefined : wantedShapes(model)[0];
  const there = new Set(model.living.stages.map(({ canonical }) => canonical));
  const missing = model.shape !== null ? [] : (shape?.stages ?? []).filter((name) => !there.has(name));
  const own = shape === undefined ? [] : ownNamesFor(model.living.stages, shape, missing);
  const names = missing.filter((name) => own.every(([offered]) => offered !== name));
  const notes = [
    ...(own.length === 0 ? [] : [askedFor(model, own)]),
    ...names.flatMap((name) => taken(model, (shape?.stages.indexOf(name) ?? 0) + 1)),
  ];
  if (missing.length > 0 && shape !== undefined)
    return {
      kind: 'stage',
      drafts: names.map((name): Draft => {
        const at = shape.stages.indexOf(name);
        return stageDraft(next(), empty(name), at + 1, shape.stages[at + 1] ?? null);
      }),
      notes,
    };
  const last = Math.max(0, ...model.living.stages.map(({ order }) => order ?? 0));
  const open = stageDraft(next(), empty(blank("the stage's name")), last + 1, blank('the next stage'));
  return { kind: 'stage', drafts: [open], notes };
}

function empty(name: string): Parameters<typeof stageDraft>[1] {
  return { name, order: null, segments: [], own: [] };
}

function askedFor(model: Model, own: OwnNames): string {
  const names = own.map(([name]) => name).join(', ');
  return `No draft of ${names}: if ${whichIsWhich(own)}, put this line into mops.config.yml: ${configLineOf(model.config, 'stages', own)}. If not, write the entry by hand; mops explain lifecycle-shape shows one.`;
}

/** A number that another stage has: the stages behind the new one have to move up. */
function taken(model: Model, order: number): readonly string[] {
  const there = model.living.stages.find((stage) => stage.order === order);
  return there === undefined
    ? []
    : [`Order ${order} is ${there.id} (${there.name}) now: count it, and the stages behind it, one up.`];
}
