import type { FieldName, Handoff, Model, Record, Shape, Stage, Target } from '../lifecycle/model.ts';
import { shapesOf } from '../lifecycle/shape.ts';
import { shapes } from '../lifecycle/stage-names.ts';
import { isResolved } from '../lifecycle/ways.ts';
import type { Entry } from '../sot/entry.ts';

const mistyped = new WeakMap<Model, Map<Entry, Set<FieldName>>>();

/**
 * Whether a nearer rule already speaks of one of these fields of an entry (SPEC §4 "the nearer one does"): a
 * mistyped field name is `field-unknown`, template text is `template-leftover`; neither is also "missing".
 */
export function spokenFor(model: Model, record: Record, ...names: readonly FieldName[]): boolean {
  let byEntry = mistyped.get(model);
  if (!byEntry) {
    byEntry = new Map();
    for (const unknown of model.unknownFields) {
      const meant = byEntry.get(unknown.entry) ?? new Set();
      byEntry.set(unknown.entry, meant.add(unknown.meant));
    }
    mistyped.set(model, byEntry);
  }
  const meant = byEntry.get(record.entry);
  return names.some((name) => meant?.has(name) === true || record.fields.get(name)?.leftover === true);
}

/**
 * Names of stages that an entry was to define, but its Type contradicts its ID (`id-type`) or its Stage field its
 * title (`name-mismatch`): those stages are not also "missing".
 */
export function claimedNames(model: Model): ReadonlySet<string> {
  const mistyped = model.mistyped.filter(({ standing }) => standing !== 'retired');
  const titled = model.livingStages.flatMap(({ titleName, name }) =>
    titleName === null || titleName.text === name ? [] : [titleName.text],
  );
  const titles = [...mistyped.map(({ entry }) => entry.title.text), ...titled];
  return new Set(titles.flatMap((title) => title.split(/[\s—–:|→-]+/)));
}

/** Shapes that would do: those of the motion, the fullest first; in quick mode the three-stage one before them. */
export function wantedShapes(model: Model): readonly Shape[] {
  const { value } = model.motion;
  if (value === null && model.shape !== null) return [model.shape];
  const quick = model.mode === 'quick' || value === null ? shapes.filter(({ name }) => name === 'quick') : [];
  return [...quick, ...(value === null ? [] : shapesOf(value))];
}

/** Stages that `lifecycle-shape` or `id-type` already miss: one missing entry must not be ten findings. */
export function missedAnyway(model: Model): ReadonlySet<string> {
  const [shape] = model.shape === null ? wantedShapes(model) : [];
  return new Set([...(shape?.stages ?? []), ...claimedNames(model)]);
}

const unread = new WeakMap<
  Model,
  { readonly handoffs: readonly Handoff[]; readonly titles: readonly string[] }
>();

/**
 * Whether an entry that a nearer rule speaks of is the handoff of this transition: one whose other side names no
 * stage (`stage-unknown`), or one whose Type contradicts its ID (`id-type`).
 */
export function hasUnreadHandoff(model: Model, from: Stage, to: Stage): boolean {
  let found = unread.get(model);
  if (!found) {
    found = {
      handoffs: model.livingHandoffs.filter(
        ({ fromTarget, toTarget }) => !isResolved(fromTarget) || !isResolved(toTarget),
      ),
      titles: model.mistyped
        .filter(({ entry, standing }) => entry.kind === 'GTM-MOPS' && standing !== 'retired')
        .map(({ entry }) => ` ${entry.title.text} `),
    };
    unread.set(model, found);
  }
  const isAt = (target: Target | null, stage: Stage) =>
    target?.kind === 'stage' && target.stages.includes(stage);
  return (
    found.handoffs.some(
      ({ fromTarget, toTarget }) =>
        (isAt(fromTarget, from) && !isResolved(toTarget)) || (isAt(toTarget, to) && !isResolved(fromTarget)),
    ) || found.titles.some((title) => title.includes(` ${from.name} `) && title.includes(` ${to.name} `))
  );
}
