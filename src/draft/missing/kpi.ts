import type { Model, Stage } from '../../lifecycle/model.ts';
import { blank } from '../blank.ts';
import { conversionText } from '../entry-text.ts';
import { keeperOf } from '../keeper.ts';
import { type Draft, type Drafts, numbersOf, uncited } from './draft.ts';

/** A KPI for every transition whose conversion none measures (SEED "Downstream Connections", Launch Metrics). */
export function missingKpis(model: Model): Drafts {
  const next = numbersOf(model, 'KPI');
  const measured = new Set(
    model.living.kpis.flatMap(({ conversion }) =>
      conversion === null ? [] : [key(conversion.from, conversion.to)],
    ),
  );
  const drafts: Draft[] = [];
  const told = new Set<Stage>();
  for (const { from, to } of model.edges) {
    const backwards = from.order !== null && to.order !== null && to.order < from.order;
    if (from === to || backwards || measured.has(key(from.canonical, to.canonical))) continue;
    measured.add(key(from.canonical, to.canonical));
    // A finding speaks of all ways out of a stage and names one number: the first way's.
    const id = next(from, told.has(from) ? `${from.id} ${to.id}` : from.id);
    told.add(from);
    drafts.push({
      id,
      about: `the transition ${from.name} → ${to.name}`,
      text: conversionText({
        id,
        owner: keeperOf(model),
        from: from.name,
        to: to.name,
        target: blank('your own rate of the last months, rounded down'),
        links: `${from.id}, ${to.id}`,
      }),
      linkIn: uncited(id, [from]),
    });
  }
  return { kind: 'kpi', drafts, notes: [] };
}

function key(from: string, to: string): string {
  return `${from}\u0000${to}`;
}
