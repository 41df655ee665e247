/** The steps of an escalation in the reader's words, and what a clock needs to date them. */

import { numberPattern } from '../../../src/language/numbers.ts';
import type { Escalation, Owner, Sla } from '../../../src/lifecycle/model.ts';
import { deadlineWords } from '../../../src/sla/index.ts';
import type { EscalationStep, SlaLimit } from '../../../src/sla/meaning.ts';
import type { ClockLimit, Step } from '../page.ts';
import type { Site } from '../site.ts';
import { durationWords, hasClock, limitWords, ownerWords } from './limit-words.ts';
import type { LimitRow } from './limits.ts';

const timeFirst = new RegExp(
  String.raw`^(?:at|after|if|when|once|on)\s+(?:the\s+)?(?:\d+(?:[.,]\d+)?|${numberPattern}|an?)\s*(?:more\s+)?(?:(?:business|working|calendar|wall|clock)\s+)?(?:minutes?|mins?|hours?|h|days?|d|weeks?)\b[\s,:;–-]*`,
  'iu',
);

/** `At 2 business days notify the CS lead` without its time. */
export function stepWhat({ raw }: Pick<EscalationStep, 'raw'>): string {
  const rest = raw
    .replace(timeFirst, '')
    .replace(/^(?:on|at|after)\s+(?:a\s+|the\s+)?breach\b[\s,:]*/iu, '')
    .trim();
  return rest === '' ? raw : rest;
}

/** When a step comes: its own time, a share of the limit, or the limit itself. */
export function stepWhen(step: EscalationStep, sla: Sla): string {
  const { at, factor, onBreach, early } = step;
  if (at?.kind === 'duration') {
    const words = durationWords(at.amount, at.unit, at.calendar === 'business');
    if (early) return `${words} before the limit`;
    return onBreach ? `${words} late` : words;
  }
  if (factor !== null && sla.reading.ok && sla.reading.meaning.kind === 'duration') {
    const { amount, unit, calendar } = sla.reading.meaning;
    return durationWords(Math.round(amount * factor * 100) / 100, unit, calendar === 'business');
  }
  return 'when it passes';
}

/** What is done at one time and stands in one clause is one step: "the CS lead sends the mail and takes the account". */
export function wholeSteps(escalation: Escalation | null): readonly EscalationStep[] {
  const written = escalation?.raw.text ?? '';
  const whole: EscalationStep[] = [];
  for (const step of escalation?.steps ?? []) {
    const before = whole.at(-1);
    const goesOn = before !== undefined && !/[;\n\r]/.test(written.slice(before.to, step.from));
    if (goesOn && JSON.stringify(timeOf(before)) === JSON.stringify(timeOf(step)))
      whole[whole.length - 1] = { ...before, raw: written.slice(before.from, step.to), to: step.to };
    else whole.push(step);
  }
  return whole;
}

const timeOf = ({ at, factor, onBreach, early }: EscalationStep) => ({ at, factor, onBreach, early });

/** In time, then each step: the first warns, the last is late. */
export function stepsOf(
  site: Site,
  sla: Sla,
  escalation: Escalation | null,
  inTime: string,
): readonly Step[] {
  const steps = wholeSteps(escalation);
  return [
    { state: 'ok', when: inTimeWhen(sla), what: [inTime] },
    ...steps.map(
      (step, at): Step => ({
        state: at > 0 && at === steps.length - 1 ? 'late' : 'warn',
        when: stepWhen(step, sla),
        what: site.said(stepWhat(step)),
      }),
    ),
  ];
}

/** A limit that differs by segment is written out beside the steps. */
function inTimeWhen(sla: Sla): string {
  if (!sla.reading.ok) return `within ${limitWords(sla)}`;
  const { kind } = sla.reading.meaning;
  return kind === 'instant' ? 'at once' : kind === 'segments' ? 'in time' : `within ${limitWords(sla)}`;
}

/** What the clock offers for a limit: once, or once per segment. */
export function clockLimitsOf(
  limit: Pick<LimitRow, 'sla' | 'name' | 'key' | 'escalation'> & { readonly owner: Owner | null },
): readonly ClockLimit[] {
  const { sla, name, key, owner, escalation } = limit;
  if (!hasClock(sla) || !sla.reading.ok) return [];
  const { meaning } = sla.reading;
  const steps = wholeSteps(escalation).map((step) => ({
    step: timeOf(step),
    what: stepWhat(step),
  }));
  const label = `${name}: ${limitWords(sla)}, ${ownerWords(owner)}`;
  if (meaning.kind !== 'segments') return [{ label, key, meaning, segment: null, steps }];
  return meaning.segments.map(
    ({ segment, limit: own }): ClockLimit => ({
      label: `${name}, ${segment}: ${segmentWords(own)}, ${ownerWords(owner)}`,
      key,
      meaning,
      segment,
      steps,
    }),
  );
}

/** One segment's limit in words. */
export function segmentWords(limit: SlaLimit): string {
  if (limit.kind === 'deadline') return deadlineWords(limit);
  if (limit.kind === 'instant') return 'at once';
  return durationWords(limit.amount, limit.unit, limit.calendar === 'business');
}
