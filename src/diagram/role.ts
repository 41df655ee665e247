import { listed } from '../language/listed.ts';
import type { Model, Owner, Stage } from '../lifecycle/model.ts';
import type { FlowDiagram } from './diagram.ts';
import { FlowBuilder } from './flow-builder.ts';
import { plainLabel } from './label.ts';
import { type LeadPlace, leadPlaceKey, type Move, moveEdge, movesOf, stageNode } from './moves.ts';
import { ownerLooks } from './owner.ts';

/**
 * A role's part: the stages it owns (marked as the focus), every move into and out of them, and who hears of its
 * missed limits. `role` is a canonical name.
 */
export function roleDiagram(model: Model, role: string): FlowDiagram {
  const builder = new FlowBuilder(ownerLooks(model));
  const own = new Set(model.living.stages.filter(({ owner }) => owns(owner, role)));
  const isOwn = (place: LeadPlace) => place.kind === 'stage' && own.has(place.stage);
  const all = movesOf(model);
  const directly = new Set(all.filter(({ from, to }) => isOwn(from) || isOwn(to)));
  // A lead that comes back from a place outside was sent there: that arrow is shown with it.
  const waiting = new Set(
    [...directly].flatMap(({ kind, from }) => (kind === 'reengage' ? [leadPlaceKey(from)] : [])),
  );
  const near = stagesOf(directly, own);
  // Where stages of the picture send leads there already, it needs no others.
  const sentByNear = (move: Move) => move.from.kind === 'stage' && near.has(move.from.stage);
  const sent = all.filter(({ to }) => waiting.has(leadPlaceKey(to)));
  const known = new Set(sent.filter(sentByNear).map(({ to }) => leadPlaceKey(to)));
  const shown = new Set(sent.filter((move) => sentByNear(move) || !known.has(leadPlaceKey(move.to))));
  const moves = all.filter((move) => directly.has(move) || shown.has(move));
  for (const stage of stagesOf(moves, own)) near.add(stage);
  for (const stage of model.living.stages)
    if (near.has(stage)) stageNode(builder, stage, { focus: own.has(stage) });
  for (const move of moves) moveEdge(builder, move);
  for (const stage of own) {
    for (const { who, raw, roles } of stage.escalation?.steps ?? []) {
      const label = plainLabel(who ?? '');
      if (label === '') continue;
      const to = builder.node({
        of: `role ${(roles[0] ?? label).toLowerCase()}`,
        name: `role_${label}`,
        label,
        kind: 'role',
      });
      builder.edge({
        from: stageNode(builder, stage),
        to,
        kind: 'escalate',
        label: 'limit missed',
        detail: raw,
      });
    }
  }
  const names = [...own].map(({ name, id }) => name || id);
  return builder.build({
    kind: 'role',
    direction: 'down',
    title: `The part of ${model.roles.called(role)}`,
    description:
      names.length === 0
        ? `${model.roles.called(role)} owns no stage.`
        : `${model.roles.called(role)} owns ${listed(names)}. The arrows show what comes in and where it goes.`,
  });
}

/** The role's own stages and those at either end of the moves. */
function stagesOf(moves: Iterable<Move>, own: ReadonlySet<Stage>): Set<Stage> {
  const stages = new Set(own);
  for (const { from, to } of moves) {
    for (const place of [from, to]) if (place.kind === 'stage') stages.add(place.stage);
  }
  return stages;
}

/** Whether the words name this role, alone or among others. */
function owns(owner: Owner | null, role: string): boolean {
  return owner?.roles.includes(role) ?? false;
}
