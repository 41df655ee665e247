import { watchedBySla } from '../../lifecycle/limits.ts';
import type { Model } from '../../lifecycle/model.ts';
import { monitorsOf, watchesLifecycle } from '../../lifecycle/monitors.ts';
import { isDrafted } from '../../lifecycle/standing.ts';
import { isAt } from '../../lifecycle/target-stages.ts';
import { keeperOf } from '../keeper.ts';
import { responseMonitor } from '../response-monitor.ts';
import { type Draft, type Drafts, numbersOf, uncited } from './draft.ts';

/**
 * A drift monitor for every stage whose owner answers under an SLA and that no active monitor watches.
 *
 * @param today ISO date of the new baselines
 */
export function missingMonitors(model: Model, today: string): Drafts {
  const next = numbersOf(model, 'MON-DRIFT');
  const unfinished = model.monitors.filter((monitor) => isDrafted(monitor) && watchesLifecycle(monitor));
  const waiting = new Set(unfinished.flatMap(({ watchedStages }) => watchedStages));
  const drafts = watchedBySla(model).flatMap((stage): Draft[] => {
    if (stage.sla === null || waiting.has(stage) || monitorsOf(model, stage).length > 0) return [];
    const id = next(stage, stage.id);
    const handoffs = model.living.handoffs
      .filter(({ toTarget }) => isAt(toTarget, stage))
      .map((handoff) => handoff.id);
    const watched = {
      id: stage.id,
      name: stage.name,
      limit: stage.sla.raw.text,
      handoffs,
      keeper: keeperOf(model),
    };
    return [
      {
        id,
        about: `the SLA of ${stage.name} (${stage.id})`,
        text: responseMonitor(id, watched, today),
        linkIn: uncited(id, [stage]),
      },
    ];
  });
  return {
    kind: 'mon-drift',
    drafts,
    notes: unfinished.map(
      ({ id, statusText }) =>
        `${id} is there, with Status ${statusText?.text ?? 'Draft'}. Finish it and set it to Active.`,
    ),
  };
}
