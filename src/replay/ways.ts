/** Which moves the rules know, by which entry; which of them are rejections, and how often a lead may go round. */

import { foldWords } from '../language/fold.ts';
import { numberPattern, oftenPattern, ordinalPattern, saidNumber, saidPlace } from '../language/numbers.ts';
import { saysReturn } from '../language/returning.ts';
import { targetName } from '../lead/names.ts';
import { groundsOfHandoff } from '../lead/reasons.ts';
import type { Handoff, Model, Target } from '../lifecycle/model.ts';
import { livingAt } from '../lifecycle/target-stages.ts';
import type { LoggedPlace } from './places.ts';

export interface Rejecting {
  readonly handoff: Handoff;
  /** Names of the stages it comes from. */
  readonly from: readonly string[];
  /** Reasons as written, by their folded words and codes. */
  readonly reasons: ReadonlyMap<string, string>;
  /** How often a lead may be rejected; null where the rule does not say. */
  readonly limit: number | null;
}

export class KnownWays {
  readonly #moves = new Map<string, string>();
  readonly #rejections = new Map<string, Rejecting[]>();
  readonly rejecting: readonly Rejecting[];

  constructor(model: Model) {
    for (const stage of model.living.stages) {
      for (const { target } of stage.progression) this.#know(stage.name, target, stage.id);
      for (const { targets } of stage.disqualification) {
        for (const target of targets) this.#know(stage.name, target, stage.id);
      }
    }
    this.rejecting = model.living.handoffs.map((handoff) => this.#readRejection(handoff));
    for (const { fromTarget, toTarget, id } of model.living.handoffs) {
      for (const from of livingAt(fromTarget)) this.#know(from.name, toTarget, id);
    }
  }

  #readRejection(handoff: Handoff): Rejecting {
    const { rejection, toTarget, fromTarget, id } = handoff;
    const reasons = new Map<string, string>();
    for (const { reason, codes } of groundsOfHandoff(handoff)) {
      for (const word of [reason, ...codes]) reasons.set(foldWords(word), reason);
    }
    const rejecting: Rejecting = {
      handoff,
      from: livingAt(fromTarget).map(({ name }) => name),
      reasons,
      limit: limitNumber(rejection.limit?.text ?? ''),
    };
    const targets = [...rejection.targets, ...rejectionTargets(handoff)];
    for (const from of livingAt(toTarget)) {
      for (const target of targets) {
        if (target.kind === 'unknown' || target.kind === 'undefined-stage') continue;
        const key = way(from.name, targetName(target));
        const list = this.#rejections.get(key) ?? [];
        if (!list.includes(rejecting)) list.push(rejecting);
        this.#rejections.set(key, list);
        this.#moves.set(key, this.#moves.get(key) ?? id);
      }
    }
    this.#knowReturns(handoff, targets);
    return rejecting;
  }

  /** A return out of a sink is known by the re-engagement: to the stages the handoff joins. */
  #knowReturns({ rejection, fromTarget, toTarget, id }: Handoff, targets: readonly Target[]): void {
    const back = rejection.reengagement;
    const said = back?.items.map(({ text }) => text).join(' ') ?? '';
    const nested = rejectionBacks(rejection);
    if (!saysReturn(said) && !nested.some(saysReturn)) return;
    for (const target of targets) {
      if (target.kind !== 'sink') continue;
      for (const stage of [...livingAt(fromTarget), ...livingAt(toTarget)]) {
        const key = way(target.name, stage.name);
        this.#moves.set(key, this.#moves.get(key) ?? id);
      }
    }
  }

  #know(from: string, target: Target | null, entry: string): void {
    if (target === null || target.kind === 'unknown' || target.kind === 'undefined-stage') return;
    const key = way(from, targetName(target));
    this.#moves.set(key, this.#moves.get(key) ?? entry);
  }

  /** The entry that knows a move; null when none does. */
  entryOf(from: LoggedPlace, to: LoggedPlace): string | null {
    return this.#moves.get(way(from.name, to.name)) ?? null;
  }

  /** The handoff that a move rejects: the one the lead came by, where several would do. */
  rejectionOf(from: LoggedPlace, to: LoggedPlace, before: string | null): Rejecting | null {
    const list = this.#rejections.get(way(from.name, to.name)) ?? [];
    return list.find((one) => before !== null && one.from.includes(before)) ?? list[0] ?? null;
  }
}

function way(from: string, to: string): string {
  return `${from}\u0000${to}`;
}

function rejectionTargets({ rejection }: Handoff): readonly Target[] {
  return rejection.reasons.flatMap(({ targets }) => targets);
}

function rejectionBacks({ reasons }: Handoff['rejection']): readonly string[] {
  return reasons.flatMap(({ back }) => back ?? []);
}

/** `At most 2 times`, `twice`; "on the third rejection" lets two pass. Null where no number is said. */
export function limitNumber(text: string): number | null {
  const ordinal = nth.exec(text)?.[0];
  if (ordinal !== undefined) return saidPlace(ordinal) - 1;
  const digits = /\b(\d{1,3})\b(?!\s*(?:%|days?|hours?|weeks?|months?))/i.exec(text);
  if (digits !== null) return Number(digits[1]);
  const word = many.exec(text)?.[0];
  return word === undefined ? null : saidNumber(word);
}

const nth = new RegExp(`\\b(?:${ordinalPattern})\\b`, 'i');
const many = new RegExp(`\\b(?:${oftenPattern}|${numberPattern})\\b`, 'i');
