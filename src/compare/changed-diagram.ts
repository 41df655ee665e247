import type { FlowDiagram, Marked } from '../diagram/diagram.ts';
import { FlowBuilder } from '../diagram/flow-builder.ts';
import { type LeadPlace, leadPlaceKey, type Move, moveEdge, movesOf, stageNode } from '../diagram/moves.ts';
import { ownerLooks } from '../diagram/owner.ts';
import type { Model, Stage } from '../lifecycle/model.ts';
import { isLiving } from '../lifecycle/standing.ts';
import type { Change } from './change.ts';
import { renamesIn, translator } from './consequences.ts';
import { StageIdentity } from './identity.ts';
import { foldSaid } from './said.ts';

/** Moves between the same two places, of one kind: one arrow. */
interface Arrow {
  readonly moves: Move[];
  marked: Marked;
}

/**
 * The part of the lifecycle that changed: stages and arrows that were added, removed or changed, each marked, with the
 * ways forward beside them. Null when no stage and no arrow changed.
 *
 * @param changes what `semanticChanges` found between the two
 */
export function changedDiagram(base: Model, head: Model, changes: readonly Change[]): FlowDiagram | null {
  const identity = new StageIdentity(base, head);
  const now = new Map(identity.paired.pairs.map((pair) => [pair.base, pair.head]));
  const inHead = (place: LeadPlace): LeadPlace => {
    return place.kind === 'stage' ? { kind: 'stage', stage: now.get(place.stage) ?? place.stage } : place;
  };
  const earlier = movesOf(base).map((move) => ({ ...move, from: inHead(move.from), to: inHead(move.to) }));
  const renames = renamesIn(changes);
  const told = renames.size === 0 ? foldSaid : translator(renames);
  const arrows = markedArrows(earlier, movesOf(head), changedIds(changes, 'handoff'), told);
  const stages = markedStages(identity, head, changedIds(changes, 'stage'));

  const shown = new Set<unknown>([...stages].flatMap(([stage, marked]) => (marked === null ? [] : [stage])));
  for (const { moves, marked } of arrows) {
    if (marked !== null)
      for (const move of moves) shown.add(leadPlaceKey(move.from)).add(leadPlaceKey(move.to));
  }
  if (shown.size === 0) return null;
  const near = arrows.filter(({ moves: [move], marked }) => {
    if (marked !== null || move === undefined) return marked !== null;
    return (
      move.kind === 'advance' && (shown.has(leadPlaceKey(move.from)) || shown.has(leadPlaceKey(move.to)))
    );
  });
  for (const { moves } of near)
    for (const move of moves) shown.add(leadPlaceKey(move.from)).add(leadPlaceKey(move.to));

  const builder = new FlowBuilder(new Map([...ownerLooks(base), ...ownerLooks(head)]));
  for (const [stage, marked] of stages) if (shown.has(stage)) stageNode(builder, stage, { marked });
  for (const { moves, marked } of near) for (const move of moves) moveEdge(builder, move, marked);
  return builder.build({
    kind: 'change',
    direction: 'down',
    title: 'What changed in the lifecycle',
    description: 'Stages and arrows that were added, removed or changed say so; the others are unchanged.',
  });
}

function changedIds(changes: readonly Change[], kind: 'stage' | 'handoff'): ReadonlySet<string> {
  return new Set(changes.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : [])));
}

/** @param told the base's words under the head's names */
function markedArrows(
  base: readonly Move[],
  head: readonly Move[],
  changed: ReadonlySet<string>,
  told: (words: string) => string,
): Arrow[] {
  const numbers = new Map<unknown, number>();
  const before = byArrow(base, numbers);
  const after = byArrow(head, numbers);
  for (const [key, arrow] of after) {
    const old = before.get(key);
    const touched = arrow.moves.some(({ handoff }) => handoff !== null && changed.has(handoff.id));
    if (old === undefined) arrow.marked = 'added';
    else if (touched || wordsOf(old, told) !== wordsOf(arrow, foldSaid)) arrow.marked = 'changed';
  }
  const gone = [...before].flatMap(([key, arrow]): Arrow[] =>
    after.has(key) ? [] : [{ ...arrow, marked: 'removed' }],
  );
  return [...after.values(), ...gone];
}

/** Living stages of both in the head's order, those that are gone behind the stage they followed. */
function markedStages(
  { paired, baseOrder }: StageIdentity,
  head: Model,
  changed: ReadonlySet<string>,
): ReadonlyMap<Stage, Marked> {
  const baseOf = new Map(paired.pairs.map((pair) => [pair.head, pair.base]));
  const now = new Map(paired.pairs.map((pair) => [pair.base, pair.head]));
  const living = new Set(head.living.stages);
  const order = head.living.stages.map((stage): [Stage, Marked] => {
    const before = baseOf.get(stage);
    if (before === undefined || !isLiving(before)) return [stage, 'added'];
    return [stage, changed.has(stage.id) ? 'changed' : null];
  });
  let previous: Stage | undefined;
  for (const stage of baseOrder) {
    if (!isLiving(stage)) continue;
    const here = now.get(stage) ?? stage;
    if (!living.has(here)) {
      const at = previous === undefined ? 0 : order.findIndex(([other]) => other === previous) + 1;
      order.splice(at, 0, [here, 'removed']);
    }
    previous = here;
  }
  return new Map(order);
}

/** What an arrow says, in an order of its own: the order of entries means nothing. */
function wordsOf({ moves }: Arrow, told: (words: string) => string): string {
  const words = moves.map(({ label, detail }) => `${told(label)} ${told(detail)}`);
  return [...new Set(words)].sort().join('\n');
}

function byArrow(moves: readonly Move[], numbers: Map<unknown, number>): Map<string, Arrow> {
  const found = new Map<string, Arrow>();
  const number = (place: LeadPlace): number => {
    const key = leadPlaceKey(place);
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  for (const move of moves) {
    const key = `${number(move.from)} ${number(move.to)} ${move.kind}`;
    const arrow = found.get(key);
    if (arrow === undefined) found.set(key, { moves: [move], marked: null });
    else arrow.moves.push(move);
  }
  return found;
}
