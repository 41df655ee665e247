/** Why a lead may be turned down in a stage, where each reason leads, and what brings the lead back. */

import { foldWords } from '../language/fold.ts';
import type { Handoff, Model, Reason, Stage } from '../lifecycle/model.ts';
import { targetName } from './names.ts';

/** A reason of the model in the words of an answer. */
export interface Ground {
  /** As written: a code, a condition, the row of a table. */
  readonly reason: string;
  /** Codes written in it: `no-budget`, `DQ-01`. */
  readonly codes: readonly string[];
  /** The stage or sink it leads to; the words of the route where they name neither; null when nothing is said. */
  readonly to: string | null;
  readonly back: string | null;
  readonly entry: string;
}

/** The reasons of a stage itself: its lines of disqualification. A line that only points at a handoff is none. */
export function groundsOfStage(model: Model, stage: Stage): readonly Ground[] {
  return stage.disqualification.flatMap(({ raw, reason }) =>
    pointsAtHandoff(model, raw.text) ? [] : [groundOf(reason, stage.id)],
  );
}

/** The reasons of a handoff's rejection rule. */
export function groundsOfHandoff(handoff: Handoff): readonly Ground[] {
  return handoff.rejection.reasons.map((reason) => groundOf(reason, handoff.id));
}

function groundOf({ text, codes, targets, route, back }: Reason, entry: string): Ground {
  const [target] = targets;
  return { reason: text.text, codes, to: target === undefined ? route : targetName(target), back, entry };
}

/** Whether a reason is the one asked for: the same words or code; or, as a second choice, words within it. */
export function matching<One extends Ground>(grounds: readonly One[], asked: string): readonly One[] {
  const wanted = foldWords(asked);
  if (wanted === '') return [];
  const exact = grounds.filter(({ reason, codes }) =>
    [reason, ...codes].some((one) => foldWords(one) === wanted),
  );
  if (exact.length > 0) return exact;
  const within = (reason: string): string => ` ${foldWords(reason.replace(/[(),;:]/g, ' '))} `;
  return grounds.filter(({ reason }) => within(reason).includes(` ${wanted} `));
}

function pointsAtHandoff(model: Model, text: string): boolean {
  const ids = text.match(/\bGTM-MOPS-[0-9]{3}\b/g) ?? [];
  return ids.some((id) => model.handoffs.some((handoff) => handoff.id === id));
}
