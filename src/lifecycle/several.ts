/** Two lifecycles or more in one source of truth: by region, brand, product line, or a folder each. */

import { foldName } from '../language/fold.ts';
import { byPlaceInFiles } from './graph.ts';
import type { Model, Stage } from './model.ts';
import { splits } from './qualified-names.ts';

/** One of the lifecycles. */
export interface OneOfSeveral {
  /** `EMEA`, `Acme`, the folder or file that holds it, or `set 2` where only the turn tells. */
  readonly name: string;
  readonly stages: readonly Stage[];
}

/** As many kinds of stages must two groups have in common: with one, it is one lifecycle with two ways in. */
const shared = { name: 2, place: 3 } as const;
const known = new WeakMap<Model, readonly OneOfSeveral[] | null>();

/** The lifecycles, by what tells their stages apart; null where there is one. */
export function severalLifecycles(model: Model): readonly OneOfSeveral[] | null {
  let found = known.get(model);
  if (found === undefined) {
    found =
      byName(model) ??
      besidePlainNames(model) ??
      byPlace(model, folderOf) ??
      byPlace(model, ({ entry }) => entry.span.file) ??
      byTurn(model);
    known.set(model, found);
  }
  return found;
}

function byName(model: Model): readonly OneOfSeveral[] | null {
  return apart(model, qualified(model), shared.name);
}

interface Group {
  readonly name: string;
  readonly stages: Map<Stage, string>;
}

/** Stages by what stands before or behind a name of a stage: `EMEA` of "MQL (EMEA)". */
function qualified(model: Model): readonly Group[] {
  const groups = new Map<string, { name: string; stages: Map<Stage, string> }>();
  for (const stage of model.living.stages)
    for (const { qualifier, base } of splits(stage.name)) {
      const key = foldName(qualifier);
      const group: Group = groups.get(key) ?? { name: qualifier, stages: new Map<Stage, string>() };
      groups.set(key, group);
      group.stages.set(stage, base);
    }
  return [...groups.values()];
}

/** "MQL", "SQL", "Customer" beside "Partner MQL", "Partner SQL", "Partner Customer": the first has no name of its own. */
function besidePlainNames(model: Model): readonly OneOfSeveral[] | null {
  for (const group of qualified(model)) {
    const kinds = new Set([...group.stages.values()].map(foldName));
    if (kinds.size < shared.place) continue;
    const plain = new Map(
      model.living.stages
        .filter((stage) => !group.stages.has(stage) && kinds.has(foldName(stage.name)))
        .map((stage) => [stage, foldName(stage.name)] as const),
    );
    const own = new Map([...group.stages].map(([stage, base]) => [stage, foldName(base)] as const));
    const found = apart(
      model,
      [
        { name: 'main', stages: plain },
        { ...group, stages: own },
      ],
      shared.place,
    );
    if (found !== null) return found;
  }
  return null;
}

/** A folder or a file each, with stages of the same names in both. */
function byPlace(model: Model, placeOf: (stage: Stage) => string): readonly OneOfSeveral[] | null {
  const groups = new Map<string, { name: string; stages: Map<Stage, string> }>();
  for (const stage of model.living.stages) {
    const name = placeOf(stage);
    const group = groups.get(name) ?? { name, stages: new Map<Stage, string>() };
    groups.set(name, group);
    group.stages.set(stage, foldName(stage.name));
  }
  return apart(model, [...groups.values()], shared.place);
}

/** Sets of stages with the same names in one file, the first of each name against the second. */
function byTurn(model: Model): readonly OneOfSeveral[] | null {
  const turns = new Map<string, number>();
  const sets: Stage[][] = [];
  for (const stage of [...model.living.stages].sort(byPlaceInFiles)) {
    const key = foldName(stage.name);
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    if (turn >= mostGroups || key === '') return null;
    const set = sets[turn] ?? [];
    sets[turn] = set;
    set.push(stage);
  }
  const [first, second] = sets;
  if (first === undefined || second === undefined || second.length < shared.place) return null;
  // Two entries under one ID are `id-duplicate`: a copy, not a lifecycle.
  const ids = new Set(first.map(({ id }) => id));
  if (second.some(({ id }) => ids.has(id))) return null;
  return sets
    .filter((stages) => stages.length >= shared.place)
    .map((stages, at) => ({ name: `set ${at + 1}`, stages }));
}

function folderOf({ entry }: Stage): string {
  return entry.span.file.split('/').slice(0, -1).join('/') || '.';
}

/** The groups that have kinds of stages in common and lead nowhere together; null for fewer than two. */
function apart(
  model: Model,
  groups: readonly { readonly name: string; readonly stages: ReadonlyMap<Stage, string> }[],
  least: number,
): readonly OneOfSeveral[] | null {
  const large = groups.filter(({ stages }) => new Set(stages.values()).size >= least);
  if (large.length < 2 || large.length > mostGroups) return null;
  const alike = large.filter((one) => large.some((other) => one !== other && common(one, other) >= least));
  if (alike.length < 2) return null;
  const taken = new Set(alike.flatMap(({ stages }) => [...stages.keys()]));
  // What stands outside all groups is more than a common way in: one lifecycle with two kinds of some stages.
  if (taken.size * 2 < model.living.stages.length || joined(model, alike)) return null;
  return alike.map(({ name, stages }) => ({ name, stages: [...stages.keys()] }));
}

/** More groups are no lifecycles of their own. */
const mostGroups = 20;

function common(one: { readonly stages: ReadonlyMap<Stage, string> }, other: typeof one): number {
  const kinds = new Set(other.stages.values());
  return new Set([...one.stages.values()].filter((kind) => kinds.has(kind))).size;
}

/** Whether a way leads from one group into another, or from two into one stage that belongs to neither. */
function joined(model: Model, groups: readonly { readonly stages: ReadonlyMap<Stage, string> }[]): boolean {
  const groupOf = new Map(groups.flatMap(({ stages }, at) => [...stages.keys()].map((stage) => [stage, at])));
  const into = new Map<Stage, number>();
  for (const { from, progression } of model.edges) {
    const own = groupOf.get(from);
    if (own === undefined || progression.target?.kind !== 'stage') continue;
    const targets = progression.target.stages;
    // "To SQL" beside two of that name means the own one.
    if (targets.some((stage) => groupOf.get(stage) === own)) continue;
    for (const target of targets) {
      const before = groupOf.get(target) ?? into.get(target);
      if (before !== undefined && before !== own) return true;
      into.set(target, own);
    }
  }
  return false;
}
