import type { Edge, Handoff, Model, Stage } from './model.ts';
import { inForce, isDrafted } from './standing.ts';
import { isAt } from './target-stages.ts';
import { isResolved } from './ways.ts';

/** Transitions that need a handoff and have none that covers them; self-serve asks for none, quick mode for one in all. */
export function uncoveredEdges(model: Model): readonly Edge[] {
  if (model.motion.value === 'self-serve') return [];
  const uncovered = model.edges.filter(
    (edge) => needsHandoff(edge) && !covered(edge) && !hasUnreadHandoff(model, edge.from, edge.to),
  );
  // Quick mode asks for one handoff in all (SEED "Execution Mode").
  if (model.mode !== 'quick') return uncovered;
  return model.living.handoffs.some(inForce) ? [] : uncovered.filter((edge) => edge.ownerChanges).slice(0, 1);
}

function needsHandoff({ from, to }: Edge): boolean {
  if (from.owner?.automated === true && to.owner?.automated === true) return false;
  // Without an owner nobody can tell whether the lead changes hands: `stage-owner` comes first.
  if (isUnowned(from) || isUnowned(to)) return false;
  // A progression that leads backwards is `progression-backwards`, not a handoff to write.
  return from.order === null || to.order === null || to.order >= from.order;
}

function isUnowned({ owner }: Stage): boolean {
  return owner === null || owner.kind === 'none';
}

/** An active transition is covered by an active handoff, one that is still drafted by any. */
function covered({ from, to, handoffs }: Edge): boolean {
  if (isDrafted(from) || isDrafted(to)) return handoffs.length > 0;
  return handoffs.some(inForce);
}

const unread = new WeakMap<
  Model,
  { readonly handoffs: readonly Handoff[]; readonly titles: readonly string[] }
>();

/**
 * Whether an entry that a nearer rule speaks of is the handoff of this transition: one whose other side names no
 * stage (`stage-unknown`), or one whose Type contradicts its ID (`id-type`).
 */
function hasUnreadHandoff(model: Model, from: Stage, to: Stage): boolean {
  let found = unread.get(model);
  if (!found) {
    found = {
      handoffs: model.living.handoffs.filter(
        ({ fromTarget, toTarget }) => !isResolved(fromTarget) || !isResolved(toTarget),
      ),
      titles: model.living.mistyped
        .filter(({ entry }) => entry.kind === 'GTM-MOPS')
        .map(({ entry }) => ` ${entry.title.text} `),
    };
    unread.set(model, found);
  }
  return (
    found.handoffs.some(
      ({ fromTarget, toTarget }) =>
        (isAt(fromTarget, from) && !isResolved(toTarget)) || (isAt(toTarget, to) && !isResolved(fromTarget)),
    ) || found.titles.some((title) => title.includes(` ${from.name} `) && title.includes(` ${to.name} `))
  );
}
