/** Lines of a segment routing: what advice proposes for one that is missing or half said. */

import type { Model, Route, Routing, Stage } from '../lifecycle/model.ts';
import { livingAt } from '../lifecycle/target-stages.ts';
import { limitFor, ownerFor } from './suggest.ts';

/** `1–49 → BDR: 1 business day`: the segment with who takes leads over this transition, and how fast. */
export function routeFor(model: Model, routing: Routing, segment: string, own: Route | null = null): string {
  const [from, to] = [livingAt(routing.fromTarget), livingAt(routing.toTarget)];
  const receiver = model.living.handoffs.find(
    ({ segment: special, fromTarget, toTarget }) =>
      special === null && meet(from, livingAt(fromTarget)) && meet(to, livingAt(toTarget)),
  )?.toOwner;
  const [stage] = to;
  const slowest = routing.routes.findLast(({ sla }) => sla !== null)?.sla ?? null;
  const owner = receiver?.kind === 'role' ? receiver.raw.text : null;
  const usual = stage === undefined ? 'BDR' : ownerFor(model, stage);
  const limit =
    (own?.sla ?? slowest)?.raw.text ?? (stage === undefined ? '1 business day' : limitFor(model, stage));
  return `${segment} → ${owner ?? usual}: ${limit}`;
}

function meet(one: readonly Stage[], other: readonly Stage[]): boolean {
  return one.some((stage) => other.includes(stage));
}

/** A segment with a range that can be read, from the numbers that it names; a lower end alone reaches to the next route. */
export function rangeFor({ segment, ...route }: Route, { routes }: Routing): string {
  const numbers = [...segment.replace(/(?<=\d),(?=\d{3}\b)/g, '').matchAll(/\d+/g)]
    .map(([digits]) => Number(digits))
    .sort((one, other) => one - other);
  const [low, high] = [numbers[0], numbers.at(-1)];
  if (low === undefined || high === undefined) return '1–49';
  if (low !== high) return `${low}–${high}`;
  const next = routes
    .flatMap((other) => (other.raw === route.raw || other.range === null ? [] : [other.range.min]))
    .filter((min) => min > low);
  return next.length > 0 ? `${low}–${Math.min(...next) - 1}` : `${low}+`;
}
