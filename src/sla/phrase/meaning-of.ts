/** Turns what was read of a limit into its meaning. */

import type { LimitDraft } from '../limit/draft.ts';
import type { SlaDeadline, SlaLimit, SlaTerms, SlaWarning } from '../meaning.ts';
import { refuse } from '../text/refusals.ts';
import type { Item } from './item.ts';

/** Hours of a business limit that nobody means: whole days of 24 hours, or a working week and more. */
const suspiciousHours = [16, 24, 48, 72];

const workingWeekHours = 40;

/** Puts a limit on business time, unless it says that it runs round the clock. */
export function inHours(draft: LimitDraft): void {
  if (draft.calendar !== 'wall') draft.calendar = 'business';
}

/** The limit itself. */
export function limitFrom(draft: LimitDraft): SlaLimit {
  const { kind, calendar } = draft;
  if (kind === 'duration') return { kind, amount: draft.amount, unit: draft.unit, calendar };
  return kind === 'deadline' ? deadlineOf(draft) : { kind, calendar };
}

/** What it says beside the limit. */
export function termsOf(draft: LimitDraft, warnings: readonly SlaWarning[]): SlaTerms {
  return {
    recurrence: draft.recurrence,
    ...(draft.anchor === undefined ? {} : { anchor: draft.anchor }),
    ...(draft.action === undefined ? {} : { action: draft.action }),
    ...(draft.max === undefined ? {} : { max: draft.max }),
    ...(draft.attainment === undefined ? {} : { attainment: draft.attainment }),
    ...(draft.tz === undefined ? {} : { tz: draft.tz }),
    ...(draft.on === undefined ? {} : { on: draft.on }),
    warnings,
  };
}

/** What may be meant otherwise in these limits, each warning once. */
export function warningsOf(drafts: readonly LimitDraft[]): SlaWarning[] {
  const found = new Set<SlaWarning>();
  for (const draft of drafts) {
    if (draft.calendar === 'unstated') found.add('calendar-unstated');
    if (draft.kind === 'duration' && draft.calendar === 'business' && draft.unit === 'hour') {
      if (draft.amount >= workingWeekHours || suspiciousHours.includes(draft.amount))
        found.add('many-business-hours');
    }
    const clock = draft.kind === 'deadline' && (!['close', 'open'].includes(draft.by) || draft.endOfDay);
    if ((clock || draft.cutoff !== undefined) && draft.tz === undefined) found.add('needs-timezone');
  }
  return (['calendar-unstated', 'many-business-hours', 'needs-timezone'] as const).filter((one) =>
    found.has(one),
  );
}

/** The deadline that a limit was read as: its day counted from the arrival, and when on that day. */
export function deadlineOf({ day, by, calendar }: LimitDraft): SlaDeadline {
  return { kind: 'deadline', day, by, calendar };
}

/** What all limits of a phrase share; refuses limits that differ in more than their size. */
export function sharedDraft(items: readonly Item[]): LimitDraft {
  const drafts = items.map((item) => item.draft);
  const [first] = drafts;
  if (first === undefined) throw refuse.empty();
  const recurrences = new Set(drafts.map((draft) => draft.recurrence));
  if (recurrences.size > 1) throw refuse.unalike('how often they run');
  const merged: LimitDraft = { ...first };
  const anchor = shared(drafts, (draft) => draft.anchor, 'what starts the clock');
  const attainment = shared(drafts, (draft) => draft.attainment, 'the share');
  const max = shared(drafts, (draft) => draft.max, 'the attempts');
  const action = shared(drafts, (draft) => draft.action, 'what must be done');
  const tz = shared(drafts, (draft) => draft.tz, 'the time zone');
  if (anchor !== undefined) merged.anchor = anchor;
  if (attainment !== undefined) merged.attainment = attainment;
  if (max !== undefined) merged.max = max;
  if (action !== undefined) merged.action = action;
  if (tz !== undefined) merged.tz = tz;
  return merged;
}

function shared<T>(
  drafts: readonly LimitDraft[],
  pick: (draft: LimitDraft) => T | undefined,
  what: string,
): T | undefined {
  const values = new Set(drafts.map(pick).filter((value) => value !== undefined));
  if (values.size > 1) throw refuse.unalike(what);
  return [...values][0];
}
