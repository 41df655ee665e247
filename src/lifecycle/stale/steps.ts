/** KPIs of a conversion between two stages that leads no longer pass one after the other. */

import { spansSteps } from '../../language/measuring.ts';
import { isLeadStatus } from '../../language/status.ts';
import { keptByPerson } from '../limits.ts';
import type { Model, Stage } from '../model.ts';
import { isAt } from '../target-stages.ts';
import type { Watcher } from './watcher.ts';

/** A KPI of a step that is gone. */
export interface StaleStep {
  readonly watcher: Watcher;
  readonly from: Stage;
  readonly to: Stage;
  /** Where leads go on to from `from` now. */
  readonly next: readonly Stage[];
}

/**
 * A KPI that a stage links for its way out, where no lead takes that way any more. One over several steps beside the
 * KPI of the step itself is meant so, as is one that says it spans the whole.
 */
export function* staleSteps(model: Model, watcher: Watcher): Generator<StaleStep> {
  const { record } = watcher;
  if (!('conversion' in record) || record.conversion === null) return;
  const { conversion } = record;
  const [from] = model.living.stages.filter(({ canonical }) => canonical === conversion.from);
  const [to] = model.living.stages.filter(({ canonical }) => canonical === conversion.to);
  if (from === undefined || to === undefined) return;
  const words = [record.entry.title, record.fields.get('definition')?.value];
  if (words.some((text) => text && spansSteps(text.text))) return;
  // Without a shape, with a status for a stage or a salesperson in self-serve, the lifecycle is to be mended first.
  if (model.shape === null) return;
  const next = nextOf(model, from);
  if (next.some(({ canonical, name }) => canonical === to.canonical || isLeadStatus(name))) return;
  const between = next.filter((stage) => leadsTo(model, stage, to, from));
  if (between.length === 0) return;
  if (model.motion.value === 'self-serve' && between.some(({ owner }) => keptByPerson(owner))) return;
  const cites = [from, ...model.living.handoffs.filter(({ fromTarget }) => isAt(fromTarget, from))].some(
    ({ links }) => links.some(({ id }) => id === record.id),
  );
  const beside = model.living.kpis.some(
    ({ conversion: other }) =>
      other?.from === conversion.from && between.some(({ canonical }) => canonical === other.to),
  );
  if (cites && !beside) yield { watcher, from, to, next: between };
}

function nextOf(model: Model, from: Stage): readonly Stage[] {
  return model.edges.filter((edge) => edge.from === from).map((edge) => edge.to);
}

/** Whether a way leads on from one stage to another, without going back over `not`. */
function leadsTo(model: Model, from: Stage, to: Stage, not: Stage): boolean {
  const seen = new Set([not, from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    for (const next of nextOf(model, at)) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}
