/** Grounds for a no: what an entry says in one line, taken apart into reason, code and place. */

import type { Disqualification, Handoff, Stage, Target } from '../../../src/lifecycle/model.ts';
import { placesInline } from '../owner-words.ts';
import type { Reason, Words } from '../page.ts';
import type { Site } from '../site.ts';
import { fieldLines } from './handoff-parts.ts';
import { receivingStage } from './limits.ts';

const arrows = ['→', '⇒', '=>', '->', '➜', '➔'];

/** A line at its first arrow: what it is about, where it leads; null without one. */
export function atArrow(line: string): { readonly before: string; readonly after: string } | null {
  let first = -1;
  let length = 0;
  for (const arrow of arrows) {
    const at = line.indexOf(arrow);
    if (at >= 0 && (first < 0 || at < first)) {
      first = at;
      length = arrow.length;
    }
  }
  if (first <= 0) return null;
  return { before: line.slice(0, first).trim(), after: line.slice(first + length).trim() };
}

/** The codes in a line: words in quotation marks, `reason code x`, or names like `too-small`. */
export function codesIn(line: string): readonly string[] {
  const quoted = [...line.slice(0, 2000).matchAll(/["“”'‘’]([\p{L}\p{N}_-]{2,40})["“”'‘’]/gu)].map(
    ([, code = '']) => code,
  );
  const named = [...line.slice(0, 2000).matchAll(/\b[a-z]{2,20}(?:-[a-z]{2,20}){1,3}\b/g)]
    .map(([code]) => code)
    .filter((code) => !usualWords.has(code));
  return [...new Set(quoted.length > 0 ? quoted : named)];
}

/** Words with a hyphen that are no codes. */
const usualWords = new Set([
  'e-mail',
  're-engage',
  're-engagement',
  'follow-up',
  'sign-on',
  'single-sign-on',
  'throw-away',
  'low-signal',
  'high-signal',
  'closed-lost',
  'closed-won',
  'self-serve',
  'one-person',
  'best-fit',
  'opt-out',
  'no-one',
  'ex-customer',
]);

/** The targets that a piece of a line names; all of them where the line is the only piece. */
function targetsIn(piece: string, targets: readonly Target[], alone: boolean): readonly Target[] {
  const text = piece.toLowerCase();
  const named = targets.filter(({ name }) => text.includes(name.toLowerCase()));
  return named.length > 0 || !alone ? named : targets;
}

/** One line of a stage's disqualification. */
export function stageReason(site: Site, { raw, targets }: Disqualification): Reason {
  const parts = atArrow(raw.text);
  if (parts === null || targets.length === 0)
    return { words: site.said(raw.text), code: null, to: placesInline(site, targets) };
  const [code = null] = codesIn(parts.after);
  return { words: site.said(parts.before), code, to: placesInline(site, targets) };
}

/** The rejection rule of a handoff, a row a route. */
export function handoffReasons(site: Site, handoff: Handoff): readonly Reason[] {
  const { condition, routing, targets } = handoff.rejection;
  const grounds = fieldLines(condition);
  const pieces = fieldLines(routing)
    .flatMap((line) => line.split(';'))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const routed = pieces.filter((piece) => atArrow(piece) !== null);
  if (routed.length === 0) {
    const to = pieces.length === 0 ? [] : placesInline(site, targets);
    return grounds.map((ground) => ({
      words: site.said(ground),
      code: null,
      to: to.length > 0 ? to : site.said(pieces.join('; ')),
    }));
  }
  return pieces.map((piece): Reason => {
    const parts = atArrow(piece);
    const places = placesInline(site, targetsIn(parts?.after ?? piece, targets, pieces.length === 1));
    const to: Words = places.length > 0 ? places : site.said(parts?.after ?? piece);
    const before = parts?.before ?? '';
    return { words: before === '' ? site.said(piece) : site.said(before), code: null, to };
  });
}

/** Every ground on which a lead in this stage is turned away: the stage's own, then those of the handoffs into it. */
export function reasonsOf(site: Site, stage: Stage): readonly Reason[] {
  const handoffs = site.model.livingHandoffs.filter((handoff) => receivingStage(handoff) === stage);
  const own = stage.disqualification.filter(({ raw }) => !pointsAtHandoff(raw.text, handoffs));
  return [
    ...own.map((line) => stageReason(site, line)),
    ...stage.mixedExits.map(({ text }): Reason => ({ words: site.said(text), code: null, to: [] })),
    ...handoffs.flatMap((handoff) => handoffReasons(site, handoff)),
  ];
}

/** "AE rejects with a reason code → the route in GTM-MOPS-002": the handoff's own rows say it. */
function pointsAtHandoff(line: string, handoffs: readonly Handoff[]): boolean {
  return handoffs.some(({ id, rejection }) => line.includes(id) && rejection.routing !== null);
}

/** Where a no leads from a stage, back before out: "back to MQL, Nurture". Null where nothing is written. */
export function noWords(site: Site, stage: Stage): string | null {
  const targets = [
    ...stage.disqualification.flatMap((line) => line.targets),
    ...site.model.livingHandoffs
      .filter((handoff) => receivingStage(handoff) === stage)
      .flatMap(({ rejection }) => rejection.targets),
  ];
  const living = site.model.livingStages;
  const back = new Set<string>();
  const out = new Set<string>();
  for (const target of targets) {
    if (target.kind === 'stage') {
      const own = target.stages.find((each) => living.includes(each));
      if (own !== undefined && own !== stage) back.add(own.name || own.id);
    } else if (target.kind === 'sink') out.add(target.name);
  }
  const words = [...[...back].map((name, at) => (at === 0 ? `back to ${name}` : name)), ...out];
  if (words.length > 0) return words.join(', ');
  return stage.disqualification.length > 0 ? 'see the stage' : null;
}
