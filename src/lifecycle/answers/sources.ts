import { addTo } from '../grouped.ts';
import type { Handoff, Model, Stage } from '../model.ts';
import { stagesAt } from '../target-stages.ts';
import type { Disagreement } from './answer.ts';

/**
 * The channels of one handoff and of the next, each with one that the other lacks: leads that came by the first go on by
 * the second, so what is a source there was one before. Only where there is one way in and one way on.
 */
export function* sourcesThatPart(model: Model): Generator<Disagreement> {
  const channels = new Set(model.living.channels.map(({ id }) => id));
  const told = new Set<Handoff>();
  const [into, outOf] = [new Map<Stage, Handoff[]>(), new Map<Stage, Handoff[]>()];
  for (const handoff of model.living.handoffs) {
    for (const stage of stagesAt(handoff.toTarget)) addTo(into, stage, handoff);
    for (const stage of stagesAt(handoff.fromTarget)) addTo(outOf, stage, handoff);
  }
  const ways = new Map<Stage, number>();
  for (const { to } of model.edges) ways.set(to, (ways.get(to) ?? 0) + 1);
  for (const stage of model.living.stages) {
    const [before, after] = [only(into.get(stage)), only(outOf.get(stage))];
    if (before === null || after === null || ways.get(stage) !== 1) continue;
    const [came, goes] = [before, after].map((handoff) => channelsOf(handoff, channels));
    if (!came || !goes || came.size === 0 || goes.size === 0) continue;
    if ([...came].every((id) => goes.has(id)) || [...goes].every((id) => came.has(id))) continue;
    // One with other channels than both its neighbours is one cause.
    if (told.has(before)) continue;
    told.add(after);
    const [one, other] = [before.payload.source?.value, after.payload.source?.value];
    if (!one || !other) continue;
    yield {
      question: `Which channels do leads of ${stage.name} come from?`,
      here: { entry: after.entry, field: 'payload.source', text: other, says: [...goes].join(', ') },
      there: { entry: before.entry, field: 'payload.source', text: one, says: [...came].join(', ') },
      key: `sources ${stage.canonical}`,
      way: 'so that no source is lost or new on the way.',
    };
  }
}

function only(handoffs: readonly Handoff[] = []): Handoff | null {
  const [handoff, another] = handoffs;
  return handoff === undefined || another !== undefined || handoff.segment !== null ? null : handoff;
}

/** IDs of channels in the source; null where something else stands for one of them. */
function channelsOf({ payload }: Handoff, channels: ReadonlySet<string>): ReadonlySet<string> | null {
  const ids = payload.source?.value?.text.match(/\bGTM-\d{3}\b/g) ?? [];
  return ids.every((id) => channels.has(id)) ? new Set(ids) : null;
}
