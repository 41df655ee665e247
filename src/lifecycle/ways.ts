import { comesBackAtOnce, goesToAnother } from '../language/returning.ts';
import { mostAlike } from './graph.ts';
import type { Handoff, Model, Owner, Stage, Target } from './model.ts';
import { shapes } from './shapes.ts';
import { livingAt, stageAt, stagesAt } from './target-stages.ts';

/**
 * Ways through the living stages, for the rules about the whole graph. Where a stage's way forward cannot be told
 * and another rule says so, it is taken to lead to the next stage by order: one defect must not make ten.
 */
export interface Ways {
  /** The living stage that follows by order; null for the last one and for stages without an order. */
  next(stage: Stage): Stage | null;
  /** Stages that a lead in this stage can be sent to by a progression line. */
  forward(stage: Stage): readonly Stage[];
  /** Whether forward lines lead into the stage; a stage without is entered by rejections alone (Recycled). */
  isOnTheWay(stage: Stage): boolean;
  /** Whether the stage has lines forward and every one of them leads out, back or to the stage itself; back alone is the way of a stage that rejections fill. */
  isDeadEnd(stage: Stage): boolean;
  /** Whether forward lines lead from each of the two stages to the other. */
  inOneRound(one: Stage, other: Stage): boolean;
  /** Everything a lead can come to from this stage, itself included. */
  reachableFrom(stages: readonly Stage[]): ReadonlySet<Stage>;
}

const cache = new WeakMap<Model, Ways>();

/** The ways of a model; built once. */
export function waysOf(model: Model): Ways {
  let ways = cache.get(model);
  if (!ways) {
    ways = build(model);
    cache.set(model, ways);
  }
  return ways;
}

function build(model: Model): Ways {
  const following = followers(model);
  const forwards = new Map<Stage, Stage[]>(model.living.stages.map((stage) => [stage, []]));
  for (const edge of model.edges) forwards.get(edge.from)?.push(edge.to);
  const forward = (stage: Stage) => forwards.get(stage) ?? [];

  const entered = new Set(model.edges.map(({ to }) => to));
  const isOnTheWay = (stage: Stage) => entered.has(stage) || stage === model.living.stages[0];

  // A stage that rejections alone fill (Recycled) sends its leads back for good.
  const isDeadEnd = (stage: Stage) =>
    !stage.final &&
    !isEnd(stage) &&
    stage.progression.length > 0 &&
    stage.progression.every(({ target }) => isResolved(target)) &&
    forward(stage).every((to) => to === stage || (isOnTheWay(stage) && leadsBack(stage, to)));

  const others = new Map<Stage, Stage[]>(model.living.stages.map((stage) => [stage, sideways(stage)]));
  for (const handoff of model.living.handoffs) {
    const rejecting = stagesAt(handoff.toTarget);
    for (const stage of rejecting.slice(0, mostAlike)) {
      for (const target of handoff.rejection.targets) others.get(stage)?.push(...waysAside(stage, target));
    }
  }
  const untold = (stage: Stage) =>
    stage.mixedExits.length > 0 ||
    (!stage.final && !isEnd(stage) && forward(stage).length === 0) ||
    isDeadEnd(stage) ||
    stage.progression.some(({ target }) => !isResolved(target));

  const reachableFrom = (stages: readonly Stage[]) => {
    const seen = new Set<Stage>(stages);
    const queue = [...stages];
    for (let stage = queue.pop(); stage; stage = queue.pop()) {
      const after = untold(stage) ? following.get(stage) : undefined;
      for (const to of [...forward(stage), ...(others.get(stage) ?? []), ...(after ? [after] : [])]) {
        if (seen.has(to)) continue;
        seen.add(to);
        queue.push(to);
      }
    }
    return seen;
  };
  const rounds = roundsOf(model.living.stages, forward);
  return {
    next: (stage) => following.get(stage) ?? null,
    forward,
    isOnTheWay,
    isDeadEnd,
    inOneRound: (one, other) => rounds.get(one) === rounds.get(other),
    reachableFrom,
  };
}

/** Strongly connected components (Tarjan, without recursion): stages with the same number lead to each other. */
function roundsOf(stages: readonly Stage[], forward: (stage: Stage) => readonly Stage[]): Map<Stage, number> {
  const round = new Map<Stage, number>();
  const found = new Map<Stage, number>();
  const lowest = new Map<Stage, number>();
  const open: Stage[] = [];
  for (const start of stages) {
    if (found.has(start)) continue;
    const path = [{ stage: start, at: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { stage } = top;
      if (top.at === 0) {
        found.set(stage, found.size);
        lowest.set(stage, found.size - 1);
        open.push(stage);
      }
      const to = forward(stage)[top.at++];
      if (to !== undefined && !found.has(to)) {
        path.push({ stage: to, at: 0 });
      } else if (to !== undefined) {
        if (!round.has(to)) lower(lowest, stage, found.get(to));
      } else {
        path.pop();
        const parent = path.at(-1);
        if (parent) lower(lowest, parent.stage, lowest.get(stage));
        if (lowest.get(stage) === found.get(stage)) {
          for (let member = open.pop(); member; member = open.pop()) {
            round.set(member, found.get(stage) ?? 0);
            if (member === stage) break;
          }
        }
      }
    }
  }
  return round;
}

function lower(lowest: Map<Stage, number>, stage: Stage, to: number | undefined): void {
  lowest.set(stage, Math.min(lowest.get(stage) ?? 0, to ?? Number.POSITIVE_INFINITY));
}

/** Whether a target is a living stage or a sink; a rule speaks of every other one. */
export function isResolved(target: Target | null): boolean {
  return target?.kind === 'sink' || livingAt(target).length > 0;
}

/**
 * Whether a line from one stage to another runs against the orders. Where a shape has the two the other way round,
 * the orders are wrong and not the line: `lifecycle-shape` says so.
 */
export function leadsBack(from: Stage, to: Stage): boolean {
  if (from.order === null || to.order === null || to.order >= from.order) return false;
  return !shapes.some(({ stages }) => {
    const [start, end] = [stages.indexOf(from.canonical), stages.indexOf(to.canonical)];
    return start >= 0 && end > start;
  });
}

/** Whether a stage is where leads rest for good (an entry for Closed-lost, Disqualified, Churn): it needs no exits. */
export function isEnd(stage: Stage): boolean {
  return stage.sink !== null && stage.sink !== 'Nurture' && stage.sink !== 'Requeue';
}

/**
 * The stage a handoff is rejected from, when its rejects go straight back there with no re-engagement condition:
 * `loop-unbounded` speaks of it, and `rejection-reengagement` does not.
 */
export function requeuedTo(model: Model, handoff: Handoff): Stage | null {
  const { targets } = handoff.rejection;
  const own = stagesAt(handoff.toTarget);
  const [target] = targets;
  if (returnOf(handoff) === 'conditioned' || targets.length !== 1 || target === undefined) return null;
  if (target.kind === 'sink' && target.name === 'Requeue')
    return own.find(({ owner }) => owner !== null && requeuesTo(model, handoff, owner)) ?? null;
  return target.kind === 'stage' ? (target.stages.find((stage) => own.includes(stage)) ?? null) : null;
}

/**
 * The stage that rejects go back to when its owner may send them again as they are, and no limit ends it: "Routing:
 * MQL, Re-engagement: BDR may resubmit". `loop-unbounded` speaks of it, and the nearer rules do not.
 */
export function sentAgain(handoff: Handoff): Stage | null {
  const { targets } = handoff.rejection;
  const senders = stagesAt(handoff.fromTarget);
  if (returnOf(handoff) !== 'at once') return null;
  const [back] = targets.flatMap((target) => stagesAt(target));
  if (back !== undefined) return targets.length === 1 && senders.includes(back) ? back : null;
  const [only] = targets;
  return targets.length === 1 && only?.kind === 'sink' && only.name === 'Requeue'
    ? (senders[0] ?? null)
    : null;
}

/** What a rejection rule says of the way back: nothing, no more than "at once", or a condition or a limit. */
function returnOf({ rejection }: Handoff): 'untold' | 'at once' | 'conditioned' {
  const { reengagement, limit } = rejection;
  if (limit !== null) return 'conditioned';
  if (reengagement === null) return 'untold';
  const text = reengagement.items.map((item) => item.text).join('; ');
  return !reengagement.leftover && comesBackAtOnce(text) ? 'at once' : 'conditioned';
}

/** Whether "requeue to AE" names the seat of the owner who rejects. */
function requeuesTo({ roles }: Model, { rejection }: Handoff, owner: Owner): boolean {
  const text = rejection.routing?.items.map((item) => item.text).join(' ') ?? '';
  if (goesToAnother(text)) return false;
  const said = roles.within(text);
  return said.length > 0 && said.every((role) => roles.sits(role, owner));
}

/** Stages that disqualification lines send leads to. */
function sideways(stage: Stage): Stage[] {
  return stage.disqualification.flatMap(({ targets }) =>
    targets.flatMap((target) => waysAside(stage, target)),
  );
}

/** A rejection can fill a stage of the team's own (Recycled); a stage of a shape must be entered from before. */
function waysAside(from: Stage, target: Target): Stage[] {
  if (target.kind !== 'stage') return [];
  const name = stageAt(target)?.canonical ?? target.name;
  const ofAShape = shapes.some(({ stages }) => stages.includes(name));
  return target.stages.slice(0, mostAlike).filter((to) => !(ofAShape && leadsBack(from, to)));
}

function followers(model: Model): Map<Stage, Stage> {
  const ordered = model.living.stages.filter((stage) => stage.order !== null);
  const following = new Map<Stage, Stage>();
  let after: Stage | undefined;
  for (let at = ordered.length - 1; at >= 0; at--) {
    const stage = ordered[at] as Stage;
    const right = ordered[at + 1];
    if (right && (right.order ?? 0) > (stage.order ?? 0)) after = right;
    if (after) following.set(stage, after);
  }
  return following;
}
