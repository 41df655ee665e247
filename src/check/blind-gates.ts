/** Gates that have nothing to judge because what they ask about is missing or cannot be read: they do not pass. */

import { changesOwner, keptByPerson, watchedBySla } from '../lifecycle/limits.ts';
import type { Model } from '../lifecycle/model.ts';
import { inForce } from '../lifecycle/standing.ts';
import { uncoveredEdges } from '../lifecycle/uncovered.ts';
import type { Gate } from '../rules/rule.ts';

/**
 * Gates whose question nobody could answer with yes (SPEC §2: a gate over nothing is skipped): handoffs where no
 * transition can be told, rejections where every handoff is missing, drift where no limit can be read. Another gate
 * fails for the cause.
 */
export function blindGates(model: Model): ReadonlySet<Gate> {
  const blind = new Set<Gate>();
  if (model.motion.value !== 'self-serve') {
    const unowned = model.edges.filter(({ from, to }) => from.owner === null || to.owner === null);
    const untold = unowned.length === model.edges.length;
    if (untold && model.living.handoffs.length === 0) blind.add(5);
    if (!model.living.handoffs.some(changesOwner) && (untold || uncoveredEdges(model).length > 0))
      blind.add(6);
  }
  const unread = model.living.stages.some(
    (stage) => inForce(stage) && keptByPerson(stage.owner) && (stage.sla === null || !stage.sla.reading.ok),
  );
  if (unread && watchedBySla(model).length === 0) blind.add(7);
  return blind;
}
