/** What the handoffs into and out of a stage say of a lead: payload, reasons for a no, ways on. */

import type { Field, Handoff, Model, Stage } from '../lifecycle/model.ts';
import { rangeOf } from '../lifecycle/records/range.ts';
import type { Ask, Lead, PayloadOf } from './lead.ts';
import { targetName } from './names.ts';
import { type Ground, groundsOfHandoff, groundsOfStage, matching } from './reasons.ts';
import { type Facts, inRange, meets } from './segment.ts';

/** Living handoffs into or out of a stage, those of other segments aside. */
export function handoffsWith(
  model: Model,
  stage: Stage,
  side: 'fromTarget' | 'toTarget',
  facts: Facts,
): readonly Handoff[] {
  return model.living.handoffs.filter((handoff) => {
    const target = handoff[side];
    if (target?.kind !== 'stage' || !target.stages.some(({ canonical }) => canonical === stage.canonical))
      return false;
    return !isOtherSegment(handoff, facts);
  });
}

function isOtherSegment({ segment }: Handoff, facts: Facts): boolean {
  if (segment === null) return false;
  const range = rangeOf(segment.text);
  if (range !== null) return facts.size !== null && !inRange(range, facts.size);
  const words = facts.segment ?? facts.region;
  return words !== null && !meets(segment.text, words);
}

/** Reasons for a no: all of them, or those that were asked for. */
export function rejectsOf(
  model: Model,
  stage: Stage,
  inward: readonly Handoff[],
  outward: readonly Handoff[],
  asked: string | undefined,
  ask: Ask,
): Lead['reject'] {
  const all = [
    ...[...inward.flatMap((one) => groundsOfHandoff(one)), ...groundsOfStage(model, stage)].map((reason) => ({
      ...reason,
      in: stage.name,
    })),
    ...outward.flatMap((one) =>
      groundsOfHandoff(one).map((reason) => ({
        ...reason,
        in: one.toTarget === null ? stage.name : targetName(one.toTarget),
      })),
    ),
  ];
  const shown = (reasons: readonly (Ground & { readonly in: string })[]): Lead['reject'] =>
    reasons.map(({ reason, to, back, entry, in: place }) => ({ reason, to, back, entry, in: place }));
  if (asked === undefined) return shown(all);
  const found = new Set<Ground>(matching(all, asked));
  if (found.size === 0) {
    const known = all.map(({ reason }) => reason).join('; ') || 'none';
    ask(`What does "${asked}" mean? No rejection rule has it. Known reasons: ${known}.`);
  }
  const places = new Set([...found].map(({ to }) => to));
  if (places.size > 1)
    ask(`Which "${asked}"? It leads to ${[...places].map((to) => to ?? 'no place').join(' or ')}.`);
  return shown(all.filter((reason) => found.has(reason)));
}

/** What a handoff hands over. */
export function payloadOf({ id, from, to, payload }: Handoff): PayloadOf {
  return {
    handoff: id,
    from: from?.text ?? null,
    to: to?.text ?? null,
    source: textOf(payload.source),
    touchpointHistory: textOf(payload.touchpointHistory),
    bestFitSignals: textOf(payload.bestFitSignals),
    disqualifiers: textOf(payload.disqualifiers),
    openQuestions: textOf(payload.openQuestions),
  };
}

/** A field's value; a list under it becomes one line. */
function textOf(field: Field | null): string | null {
  if (field === null || field.leftover) return null;
  if (field.items.length > 1) return field.items.map(({ text }) => text).join('; ');
  return field.value?.text ?? field.items[0]?.text ?? null;
}

/** One way on; where several handoffs cover it, the text does not say which. */
export function nextOf(
  { target, to, criterion }: Stage['progression'][number],
  outward: readonly Handoff[],
  ask: Ask,
): Lead['next'][number] {
  const place = target === null ? null : targetName(target);
  const covering = outward.filter(({ toTarget }) => toTarget !== null && targetName(toTarget) === place);
  if (covering.length > 1) {
    const list = covering.map(({ id, segment }) => (segment === null ? id : `${id} (${segment.text})`));
    ask(`By which handoff does the lead go to ${place}? ${list.join(' or ')}.`);
  }
  return {
    to: place ?? to?.text ?? null,
    when: criterion?.text ?? null,
    handoff: covering.length === 1 ? (covering[0]?.id ?? null) : null,
  };
}
