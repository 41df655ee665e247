import type { Model } from '../lifecycle/model.ts';
import type { FlowDiagram } from './diagram.ts';
import { FlowBuilder } from './flow-builder.ts';
import { moveEdge, movesOf, stageNode } from './moves.ts';
import { ownerLooks } from './owner.ts';

/** More names than these say less to a listener than their number; all stand in the table beside the picture. */
const mostListed = 12;

/** The whole lifecycle: living stages in order, the ways between them, and the places outside that they lead to. */
export function lifecycleDiagram(model: Model): FlowDiagram {
  const builder = new FlowBuilder(ownerLooks(model));
  for (const stage of model.living.stages) stageNode(builder, stage);
  for (const move of movesOf(model)) moveEdge(builder, move);
  const names = model.living.stages.map(({ name, id }) => name || id);
  return builder.build({
    kind: 'lifecycle',
    direction: 'down',
    title: 'Lead lifecycle',
    description:
      names.length === 0
        ? 'No stage is defined yet.'
        : `${
            names.length > mostListed
              ? `${names.length} stages, from ${names[0]} to ${names.at(-1)}`
              : `The stages from first to last: ${names.join(', ')}`
          }. Solid arrows lead forward, dashed arrows back or out, dotted arrows in again.`,
  });
}
