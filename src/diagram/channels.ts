import type { Model, Stage } from '../lifecycle/model.ts';
import type { FlowDiagram } from './diagram.ts';
import { FlowBuilder } from './flow-builder.ts';
import { stageNode } from './moves.ts';

/** Channels on the left, the stages that their leads enter on the right. A channel that nothing cites stands alone. */
export function channelsDiagram(model: Model): FlowDiagram {
  const builder = new FlowBuilder();
  const entered = entriesByChannel(model);
  const living = model.living.channels;
  const drawn = living.map((channel) => {
    const stages = entered.get(channel.id) ?? [];
    const from = builder.node({
      of: channel,
      name: channel.id,
      label: channel.name || channel.id,
      sublabels: [channel.id, ...(stages.length === 0 ? ['no stage cites it'] : [])],
      kind: 'channel',
      key: { kind: 'channel', id: channel.id },
    });
    return { from, stages };
  });
  // All channels come before all stages, so that each stands in a column of its own, the stages in their order.
  const reached = new Set(drawn.flatMap(({ stages }) => stages));
  for (const stage of model.living.stages) if (reached.has(stage)) stageNode(builder, stage);
  for (const { from, stages } of drawn) {
    for (const stage of stages) builder.edge({ from, to: stageNode(builder, stage), kind: 'route' });
  }
  return builder.build({
    kind: 'channels',
    direction: 'right',
    title: 'Channels into the lifecycle',
    description: 'Each channel with the stage that its leads enter.',
  });
}

/**
 * Stages by channel ID: those whose entry cites the channel; where only a handoff's payload names it as the source,
 * the first stage, since that is where its leads came in.
 */
function entriesByChannel(model: Model): Map<string, Stage[]> {
  const stageOf = new Map(model.living.stages.map((stage) => [stage.entry, stage]));
  const handoffs = new Set(model.living.handoffs.map(({ entry }) => entry));
  const ids = new Set(model.channels.map(({ id }) => id));
  const cited = new Map<string, Set<Stage>>();
  const sources = new Set<string>();
  for (const { id, from } of model.references) {
    if (!ids.has(id)) continue;
    const stage = stageOf.get(from);
    if (stage !== undefined) cited.set(id, (cited.get(id) ?? new Set()).add(stage));
    else if (handoffs.has(from)) sources.add(id);
  }
  const first = model.living.stages[0];
  return new Map(
    [...ids].map((id) => [
      id,
      [...(cited.get(id) ?? (sources.has(id) && first !== undefined ? [first] : []))],
    ]),
  );
}
