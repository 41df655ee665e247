import type { Routing } from '../lifecycle/model.ts';
import type { FlowDiagram } from './diagram.ts';
import { FlowBuilder } from './flow-builder.ts';
import { plainLabel } from './label.ts';
import { ownerLabel, slaWords } from './moves.ts';

/** Who gets which segment: the transition, its segments with their limits, the roles. */
export function routingDiagram(routing: Routing): FlowDiagram {
  const builder = new FlowBuilder();
  const dimension = plainLabel(routing.dimension?.text ?? '') || 'segment';
  const applies = plainLabel(routing.appliesTo?.text ?? '') || routing.id;
  const start = builder.node({
    of: routing,
    name: routing.id,
    label: applies,
    sublabels: [`by ${dimension}`],
    kind: 'group',
    key: { kind: 'routing', id: routing.id },
  });
  const segments = routing.routes.map((route, index) => {
    const segment = builder.node({
      of: route,
      name: `segment_${index + 1}`,
      label: plainLabel(route.segment) || plainLabel(route.raw.text),
      sublabels: [slaWords(route.sla)],
      kind: 'segment',
    });
    builder.edge({ from: start, to: segment, kind: 'route', detail: route.raw.text });
    return { segment, route };
  });
  // All segments come before all roles, so that each stands in a column of its own.
  for (const { segment, route } of segments) {
    const role = route.owner?.kind === 'role' ? (route.owner.roles[0] ?? null) : null;
    const who = ownerLabel(route.owner);
    builder.edge({
      from: segment,
      to: builder.node({
        of: `role ${who.toLowerCase()}`,
        name: `role_${who}`,
        label: who,
        kind: 'role',
        key: role === null ? null : { kind: 'role', id: role },
      }),
      kind: 'route',
      detail: route.raw.text,
    });
  }
  return builder.build({
    kind: 'routing',
    direction: 'right',
    title: `Routing ${routing.id}: ${applies} by ${dimension}`,
    description: `Who takes a lead, and how fast, by ${dimension}.`,
  });
}
