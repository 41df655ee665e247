import type { Model, Monitor, Stage } from './model.ts';
import { inForce } from './standing.ts';
import { isAt } from './target-stages.ts';

/** A drift monitor that is about leads at all; a cost baseline is none of this lifecycle's business. */
export function watchesLifecycle(monitor: Monitor): boolean {
  if (monitor.watches.length > 0 || monitor.watchedStages.length > 0) return true;
  return /\b(?:SLA|response time|speed to lead|leads?|handoffs?|hand-offs?|lifecycle)\b/i.test(
    `${monitor.entry.title.text} ${monitor.subject?.text ?? ''}`,
  );
}

/** Living monitors that name a stage, by itself or by a handoff into it. */
export function monitorsOf(model: Model, stage: Stage): readonly Monitor[] {
  const handoffs = new Set(
    model.living.handoffs.filter(({ toTarget }) => isAt(toTarget, stage)).map(({ id }) => id),
  );
  return model.monitors.filter(
    (monitor) =>
      inForce(monitor) &&
      (monitor.watchedStages.includes(stage) ||
        monitor.watches.includes(stage.id) ||
        monitor.watches.some((id) => handoffs.has(id))),
  );
}
