import type { Diagram } from '../../src/diagram/index.ts';
import {
  channelsDiagram,
  handoffDiagram,
  lifecycleDiagram,
  roleDiagram,
  routingDiagram,
} from '../../src/diagram/index.ts';
import { ownerLooks } from '../../src/diagram/owner.ts';
import type { Model } from '../../src/lifecycle/model.ts';

/** All diagrams of a model, by a name for test titles. */
export function everyDiagram(model: Model): [string, Diagram][] {
  const roles = new Set(model.living.stages.flatMap(({ owner }) => owner?.roles ?? []));
  return [
    ['lifecycle', lifecycleDiagram(model)],
    ['channels', channelsDiagram(model)],
    ...model.living.handoffs.map((handoff): [string, Diagram] => [
      handoff.id,
      handoffDiagram(handoff, ownerLooks(model)),
    ]),
    ...model.routings.map((routing): [string, Diagram] => [routing.id, routingDiagram(routing)]),
    ...[...roles].map((role): [string, Diagram] => [`role ${role}`, roleDiagram(model, role)]),
  ];
}
