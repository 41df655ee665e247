/** The living graph: stages in order, which of them are final, and the forward edges with their handoffs. */

import { addTo } from './grouped.ts';
import type { Edge, Handoff, Stage, Target } from './model.ts';
import { sameSeat } from './roles.ts';
import { inForce } from './standing.ts';
import { stageAt, stagesAt } from './target-stages.ts';

/** By `Order`, then by place; when nobody gives an order, by following the progressions from the first stage. */
export function inOrder<One extends Stage>(stages: readonly One[]): readonly One[] {
  const byPlace = [...stages].sort(byPlaceInFiles);
  if (byPlace.every((stage) => stage.order === null)) return followed(byPlace);
  return byPlace
    .map((stage, place) => ({ stage, place }))
    .sort(
      (a, b) =>
        (a.stage.order ?? Number.MAX_SAFE_INTEGER) - (b.stage.order ?? Number.MAX_SAFE_INTEGER) ||
        a.place - b.place,
    )
    .map(({ stage }) => stage);
}

/** By file, and in a file by where they stand. */
export function byPlaceInFiles({ entry: a }: Stage, { entry: b }: Stage): number {
  return compareText(a.span.file, b.span.file) || a.span.start - b.span.start;
}

/** Code-unit order, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function followed<One extends Stage>(stages: readonly One[]): readonly One[] {
  const own = new Map<Stage, One>(stages.map((stage) => [stage, stage]));
  const entered = new Set(stages.flatMap((stage) => nextOf(stage)));
  const first =
    stages.find((stage) => stage.canonical === 'Anonymous') ?? stages.find((stage) => !entered.has(stage));
  const order = new Set<One>();
  let at: One | undefined = first;
  while (at !== undefined && !order.has(at)) {
    order.add(at);
    at = nextOf(at)
      .flatMap((stage) => own.get(stage) ?? [])
      .find((stage) => !order.has(stage));
  }
  return [...order, ...stages.filter((stage) => !order.has(stage))];
}

function nextOf(stage: Stage): readonly Stage[] {
  return stage.progression.flatMap(({ target }): readonly Stage[] => stagesAt(target));
}

/** A stage while the model is built: which stages are final is told when all are there. */
export type FreshStage = Omit<Stage, 'final'> & { final: boolean };

/**
 * Marks the stages that need no way forward: Customer and Expansion, and the last stage by order, unless it leads on to
 * a stage that no entry defines. Growth behind a customer is a stage that many leave out.
 */
export function markFinal(living: readonly FreshStage[]): void {
  const last = living.at(-1);
  for (const stage of living)
    stage.final =
      (stage === last && !stage.progression.some(({ target }) => isUnwritten(target))) ||
      stage.canonical === 'Customer' ||
      stage.canonical === 'Expansion';
}

function isUnwritten(target: Target | null): boolean {
  return target?.kind === 'undefined-stage' && target.canonical !== 'Expansion';
}

/**
 * Of entries under one stage name this many count: a few are variants (by region, by size), more are copies, and
 * every one joined to every other would cost their number squared.
 */
export const mostAlike = 8;

/** Forward edges among living stages, in stage order, each once per pair. */
export function edgesOf(living: readonly Stage[], handoffs: readonly Handoff[]): readonly Edge[] {
  const alive = new Set(living);
  const byPair = new Map<string, Handoff[]>();
  for (const handoff of handoffs) {
    if (handoff.fromTarget?.kind !== 'stage' || handoff.toTarget?.kind !== 'stage') continue;
    const key = pairKey(
      stageAt(handoff.fromTarget)?.canonical ?? '',
      stageAt(handoff.toTarget)?.canonical ?? '',
    );
    addTo(byPair, key, handoff);
  }
  for (const list of byPair.values()) list.sort((a, b) => rank(a) - rank(b));
  const edges: Edge[] = [];
  for (const from of living) {
    const seen = new Set<Stage>();
    for (const progression of from.progression) {
      if (progression.target?.kind !== 'stage') continue;
      for (const to of progression.target.stages.slice(0, mostAlike)) {
        if (!alive.has(to) || to === from || seen.has(to)) continue;
        seen.add(to);
        const known = (byPair.get(pairKey(from.canonical, to.canonical)) ?? []).filter(
          (handoff) => points(handoff.fromTarget, from) && points(handoff.toTarget, to),
        );
        edges.push({
          from,
          to,
          progression,
          ownerChanges: ownerChanges(from, to),
          handoffs: known,
        });
      }
    }
  }
  return edges;
}

const sets = new WeakMap<readonly Stage[], ReadonlySet<Stage>>();

/** Whether a side of a handoff means this very stage: one of two variants may be named ("SQL (EMEA)"). */
function points(target: Target | null, stage: Stage): boolean {
  if (target?.kind !== 'stage') return false;
  let set = sets.get(target.stages);
  if (set === undefined) {
    set = new Set(target.stages);
    sets.set(target.stages, set);
  }
  return set.has(stage);
}

/** True when both sides name a seat and the seats have nobody in common. Owners that cannot be read change nothing. */
function ownerChanges(from: Stage, to: Stage): boolean {
  if (from.owner === null || to.owner === null) return false;
  if (from.owner.seat.length === 0 || to.owner.seat.length === 0) return false;
  return !sameSeat(from.owner, to.owner);
}

function pairKey(from: string, to: string): string {
  return `${from}\u0000${to}`;
}

function rank(handoff: Handoff): number {
  return inForce(handoff) ? 0 : 1;
}
