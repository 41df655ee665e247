/** Who has a lead, and by which limit: what routes and handoffs into a stage say over the stage's own entry. */

import type { Handoff, Model, Owner, Route, Stage } from '../lifecycle/model.ts';
import type { StageClock } from './clocks.ts';
import type { Ask } from './lead.ts';
import { chooseRoute, type Dimension, type Facts } from './segment.ts';

/** The route that holds; `route` null where the question has to be asked first. */
export interface Routed {
  readonly route: Route | null;
  readonly routes: readonly Route[];
}

/** The route of a lead that comes into a stage; null where no routing holds. `ask` takes what has to be known first, `by` the IDs it rests on. */
export function routeOf(model: Model, stage: Stage, facts: Facts, ask: Ask, by: Set<string>): Routed | null {
  const routings = model.living.routings.filter(
    ({ toTarget, routes }) =>
      routes.length > 0 &&
      toTarget?.kind === 'stage' &&
      toTarget.stages.some(({ canonical }) => canonical === stage.canonical),
  );
  let answer: Routed | null = null;
  for (const routing of routings) {
    by.add(routing.id);
    const choice = chooseRoute(routing, facts);
    if (choice.chosen === null) {
      ask(
        `${questionFor(choice.dimension, factOf(choice.dimension, facts))} ${routing.id} knows ${choice.known.join(', ')}.`,
      );
      answer ??= { route: null, routes: routing.routes };
    } else if (answer?.route != null && differ(answer.route, choice.chosen)) {
      ask(`Which holds: "${answer.route.raw.text}" or "${choice.chosen.raw.text}" (${routing.id})?`);
      answer = { route: null, routes: [answer.route, choice.chosen] };
    } else answer = { route: choice.chosen, routes: routing.routes };
  }
  return answer;
}

function differ(one: Route, other: Route): boolean {
  return one.owner?.raw.text !== other.owner?.raw.text || one.sla?.raw.text !== other.sla?.raw.text;
}

function factOf(dimension: Dimension, facts: Facts): string | null {
  if (dimension === 'source') return facts.source[0] ?? null;
  const fact = facts[dimension];
  return fact === null ? facts.segment : String(fact);
}

const questions: Record<Dimension, string> = {
  size: 'How large is the company (--size)?',
  region: 'Which region (--region)?',
  source: 'Which source (--source)?',
  score: 'What is its score (--score)?',
  segment: 'Which segment (--segment)?',
};

function questionFor(dimension: Dimension, given: string | null): string {
  return given === null ? questions[dimension] : `No route is for ${dimension} ${given}.`;
}

/** The clocks with the limit of the route, or of the handoff where the stage has none, in place of the response. */
export function stageClocks(
  stage: Stage,
  inward: readonly Handoff[],
  routed: Routed | null,
): readonly StageClock[] {
  const own = stage.clocks;
  const response = own.find(({ kind }) => kind === 'response') ?? null;
  const others = own.filter(({ kind }) => kind !== 'response');
  const limits = new Set(routed?.routes.map(({ sla }) => sla?.raw.text));
  const settled = routed?.route ?? (limits.size === 1 ? routed?.routes[0] : undefined);
  const escalation = response?.escalation ?? stage.escalation ?? inward[0]?.escalation ?? null;
  if (settled?.sla != null) return [{ kind: 'response', sla: settled.sla, escalation }, ...others];
  if (response !== null) return own;
  const handoff = inward.find(({ sla }) => sla !== null);
  return handoff?.sla == null ? others : [{ kind: 'response', sla: handoff.sla, escalation }, ...others];
}

/** The owner of the route, else who receives the lead, else the stage's own. */
export function ownerOf(
  stage: Stage,
  inward: readonly Handoff[],
  routed: Routed | null,
  ask: Ask,
): string | null {
  const written = (owner: Owner | null): string | null =>
    owner === null || owner.kind === 'none' ? null : owner.raw.text;
  if (routed !== null) {
    const owners = new Set(routed.routes.map(({ owner }) => written(owner)));
    const routes = routed.route === null ? [...owners] : [written(routed.route.owner)];
    if (routes.length > 1) return null;
    if (routes[0] != null) return routes[0];
  }
  const receivers = [...new Set(inward.flatMap(({ toOwner }) => written(toOwner) ?? []))];
  if (receivers.length > 1) {
    const list = inward.map(({ id, toOwner }) => `${id} (${written(toOwner) ?? 'nobody'})`).join(', ');
    ask(`By which handoff did the lead come? ${list}.`);
    return null;
  }
  const owner = receivers[0] ?? written(stage.owner);
  if (owner === null) ask(`Who owns ${stage.name}? ${stage.id} does not say.`);
  return owner;
}
