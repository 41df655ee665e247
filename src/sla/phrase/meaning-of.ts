/** Turns what was read of a limit into the fields of its meaning. */

import type { Draft } from '../limit/draft.ts';
import type { SlaCalendar, SlaDeadline, SlaMeaning, SlaPart, SlaWarning } from '../meaning.ts';
import { refuse } from '../text/refusals.ts';
import type { Item } from './item.ts';

/** Hours of a business limit that nobody means: whole days of 24 hours, or a working week and more. */
const suspiciousHours = [16, 24, 48, 72];

const workingWeekHours = 40;

export function inHours(draft: Draft): void {
  if (draft.calendar !== 'wall') draft.calendar = 'business';
}

/** Fields that say the limit itself. */
export function limitFields(draft: Draft): Pick<SlaMeaning, 'kind' | 'amount' | 'unit' | 'calendar'> {
  const duration = draft.kind === 'duration';
  return {
    kind: draft.kind,
    amount: duration ? draft.amount : null,
    unit: duration ? draft.unit : null,
    calendar: draft.calendar,
  };
}

export function finish(
  draft: Draft,
  fields: Pick<SlaMeaning, 'kind' | 'amount' | 'unit' | 'calendar'>,
  warnings: readonly SlaWarning[],
  more: Partial<SlaMeaning> = {},
): SlaMeaning {
  return {
    ...fields,
    recurrence: draft.recurrence,
    ...(draft.anchor === undefined ? {} : { anchor: draft.anchor }),
    ...(draft.action === undefined ? {} : { action: draft.action }),
    ...(draft.max === undefined ? {} : { max: draft.max }),
    ...(draft.attainment === undefined ? {} : { attainment: draft.attainment }),
    ...(fields.kind === 'deadline' ? { day: draft.day, by: draft.by } : {}),
    ...(draft.tz === undefined ? {} : { tz: draft.tz }),
    ...(draft.on === undefined ? {} : { on: draft.on }),
    ...more,
    warnings,
  };
}

export function warningsOf(drafts: readonly Draft[]): SlaWarning[] {
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

export function partLimit(draft: Draft): Pick<SlaPart, 'amount' | 'unit' | 'deadline'> {
  if (draft.kind === 'instant') return { amount: 0, unit: 'minute' };
  return draft.kind === 'duration'
    ? { amount: draft.amount, unit: draft.unit }
    : { deadline: deadlineOf(draft) };
}

export function deadlineOf({ day, by, calendar }: Draft): SlaDeadline {
  return { day, by, calendar };
}

/** What all limits of a phrase share; refuses limits that differ in more than their size. */
export function together(items: readonly Item[]): Draft {
  const drafts = items.map((item) => item.draft);
  const [first] = drafts;
  if (first === undefined) throw refuse.empty();
  const recurrences = new Set(drafts.map((draft) => draft.recurrence));
  if (recurrences.size > 1) throw refuse.unalike('how often they run');
  const merged: Draft = { ...first };
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
  drafts: readonly Draft[],
  pick: (draft: Draft) => T | undefined,
  what: string,
): T | undefined {
  const values = new Set(drafts.map(pick).filter((value) => value !== undefined));
  if (values.size > 1) throw refuse.unalike(what);
  return [...values][0];
}

export function calendarUnless(draft: Draft, usual: SlaCalendar): { calendar?: SlaCalendar } {
  return draft.calendar === usual ? {} : { calendar: draft.calendar };
}
