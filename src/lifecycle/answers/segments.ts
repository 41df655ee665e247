import type { Handoff, Model, Route, Routing, Target } from '../model.ts';
import { sameSeat } from '../roles.ts';
import { inForce } from '../standing.ts';
import type { Disagreement } from './answer.ts';

/**
 * Who takes a segment: the route against the receiver of the handoffs over the same transition. A handoff for the
 * segment answers for it; where several handoffs stand beside each other, one that agrees with the route is enough.
 */
export function* segmentsThatDiffer(model: Model): Generator<Disagreement> {
  for (const routing of model.living.routings) {
    const handoffs = model.living.handoffs.filter(
      (handoff) =>
        inForce(handoff) &&
        meet(handoff.fromTarget, routing.fromTarget) &&
        meet(handoff.toTarget, routing.toTarget),
    );
    // One cause, one finding: routes to the same owner that one handoff contradicts.
    const causes = new Map<string, { handoff: Handoff; routes: Route[] }>();
    for (const route of routing.routes) {
      const handoff = differing(handoffs, route);
      if (handoff === null) continue;
      const cause = `${handoff.id} ${route.owner?.raw.text.toLowerCase() ?? ''}`;
      const known = causes.get(cause);
      if (known) known.routes.push(route);
      else causes.set(cause, { handoff, routes: [route] });
    }
    for (const { handoff, routes } of causes.values()) yield said(routing, routes, handoff);
  }
}

function differing(handoffs: readonly Handoff[], route: Route): Handoff | null {
  const { owner } = route;
  // Who is no role is told by `owner-role`, at the same place.
  if (owner === null || owner.kind !== 'role') return null;
  const own = handoffs.filter(({ segment }) => segment !== null && named(segment.text, route.segment));
  const asked = own.length > 0 ? own : handoffs.filter(({ segment }) => segment === null);
  const others = asked.filter(({ toOwner }) => toOwner !== null && toOwner.seat.length > 0);
  const disagree = others.filter(({ toOwner }) => toOwner !== null && !sameSeat(toOwner, owner));
  return disagree.length > 0 && disagree.length === others.length ? (disagree[0] ?? null) : null;
}

function named(segment: string, route: string): boolean {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}+]+/gu, ' ')
      .trim();
  return ` ${fold(segment)} `.includes(` ${fold(route)} `);
}

function meet(one: Target | null, other: Target | null): boolean {
  if (one?.kind !== 'stage' || other?.kind !== 'stage') return false;
  return one.stages.some((stage) => other.stages.includes(stage));
}

function said(routing: Routing, routes: readonly Route[], handoff: Handoff): Disagreement {
  const [route, ...others] = routes as readonly [Route, ...Route[]];
  const receiver = handoff.toOwner;
  const segments = routes.map(({ segment }) => `"${segment}"`).join(', ');
  return {
    question: `Who takes leads of ${routes.length === 1 ? 'segment' : 'the segments'} ${segments}?`,
    here: { entry: routing.entry, field: 'routes', text: route.raw, says: route.owner?.raw.text ?? '' },
    there: {
      entry: handoff.entry,
      field: 'to',
      text: receiver?.raw ?? handoff.entry.title,
      says: receiver?.raw.text ?? '',
    },
    also: others.map(({ raw }) => raw),
    key: `segment ${route.owner?.raw.text.toLowerCase() ?? ''} ${handoff.id}`,
    way: 'or write a handoff of its own with Segment for them.',
  };
}
