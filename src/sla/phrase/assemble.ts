/** Puts the limits of a phrase together: one limit, segments, two clocks, or a cutoff. */

import type { SlaCalendar, SlaMeaning, SlaPart, SlaWarning } from '../meaning.ts';
import type { Draft } from './draft.ts';
import type { Item } from './item.ts';
import { refuse } from './refusals.ts';
import { hotness, isHotter, segmentName } from './segment.ts';
import { activityWords } from './words.ts';

/** Hours of a business limit that nobody means: whole days of 24 hours, or a working week and more. */
const suspiciousHours = [16, 24, 48, 72];
const workingWeekHours = 40;

export function assemble(items: readonly Item[], joints: readonly string[]): SlaMeaning {
  const first = items[0];
  if (first === undefined) throw refuse.empty();
  if (items.some((item) => item.draft.cutoff !== undefined)) return cutoff(items, joints);
  if (items.length === 1) return single(first);
  const named = items.map(nameSegment);
  const segmented = named.some(
    (item) => item.draft.segment !== undefined && item.draft.segment !== 'otherwise',
  );
  if (!segmented && items.some((item) => item.draft.when !== undefined)) return twoClocks(items, joints);
  return segments(named, joints);
}

function single(item: Item): SlaMeaning {
  const { draft, label } = item;
  if (draft.when === 'otherwise') throw refuse.otherHours('otherwise');
  if (draft.when === 'in-hours') inHours(draft);
  if (draft.segment !== undefined) {
    const segment = segmentName(draft.segment);
    const action =
      /only|leads?$/i.test(draft.segment) ||
      hotness(segment) !== null ||
      item.label !== null ||
      !isRemark(item);
    if (action) throw refuse.gap(segment.replace(/^only | only$/i, ''));
    draft.action ??= draft.segment;
  }
  if (label !== null) {
    if (isSegmentLike(label)) throw refuse.gap(segmentName(label));
    draft.action = label;
  }
  return finish(draft, limitFields(draft), warningsOf([draft]));
}

/** Whether a bracket's words after a lone limit are a remark on it: `1 business hour (first touch)`. */
function isRemark(item: Item): boolean {
  return item.draft.bracketed === true;
}

/** `High-signal: 1 hour` alone leaves the other leads without a limit; `Priority response: 1 hour` does not. */
function isSegmentLike(label: string): boolean {
  if (hotness(label) === null) return false;
  return !label
    .toLowerCase()
    .split(' ')
    .some((word) => activityWords.has(word));
}

function inHours(draft: Draft): void {
  if (draft.calendar !== 'wall') draft.calendar = 'business';
}

/** Fields that say the limit itself. */
function limitFields(draft: Draft): Pick<SlaMeaning, 'kind' | 'amount' | 'unit' | 'calendar'> {
  const duration = draft.kind === 'duration';
  return {
    kind: draft.kind,
    amount: duration ? draft.amount : null,
    unit: duration ? draft.unit : null,
    calendar: draft.calendar,
  };
}

function finish(
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
    ...more,
    warnings,
  };
}

function warningsOf(drafts: readonly Draft[]): SlaWarning[] {
  const found = new Set<SlaWarning>();
  for (const draft of drafts) {
    if (draft.calendar === 'unstated') found.add('calendar-unstated');
    if (draft.kind === 'duration' && draft.calendar === 'business' && draft.unit === 'hour') {
      if (draft.amount >= workingWeekHours || suspiciousHours.includes(draft.amount))
        found.add('many-business-hours');
    }
    const clock = draft.kind === 'deadline' && (draft.by !== 'close' || draft.endOfDay);
    if ((clock || draft.cutoff !== undefined) && draft.tz === undefined) found.add('needs-timezone');
  }
  return (['calendar-unstated', 'many-business-hours', 'needs-timezone'] as const).filter((one) =>
    found.has(one),
  );
}

/** `Same business day if received before 14:00 Europe/London; next business day otherwise`. */
function cutoff(items: readonly Item[], joints: readonly string[]): SlaMeaning {
  const [before, after] = items;
  const time = before?.draft.cutoff;
  if (before === undefined || time === undefined)
    throw refuse.rest(items[0]?.draft.text ?? '', items[1]?.draft.text ?? '');
  if (after === undefined) throw refuse.afterCutoff(time);
  const extra =
    items[2] ?? (after.draft.cutoff === undefined && after.draft.kind === 'deadline' ? undefined : after);
  if (extra !== undefined) throw refuse.two(joints[0] ?? ';', before.draft.text, extra.draft.text);
  const draft = together(items);
  if (before.label !== null) draft.action = before.label;
  const usual = isUsual(before.draft, 0) && isUsual(after.draft, 1);
  const parts: SlaPart[] = [
    { when: 'before-cutoff', deadline: deadlineWords(before.draft) },
    { when: 'otherwise', deadline: deadlineWords(after.draft) },
  ];
  const clocks = items.map((item) => ({
    ...item.draft,
    ...(draft.tz === undefined ? {} : { tz: draft.tz }),
  }));
  return finish(
    draft,
    { kind: 'cutoff', amount: null, unit: null, calendar: 'business' },
    warningsOf(clocks),
    {
      cutoff: time,
      ...(usual ? {} : { parts }),
    },
  );
}

function isUsual(draft: Draft, day: 0 | 1): boolean {
  return draft.day === day && draft.by === 'close' && draft.calendar === 'business';
}

/** `5 minutes during business hours; by 09:00 next business day otherwise`. */
function twoClocks(items: readonly Item[], joints: readonly string[]): SlaMeaning {
  const inside = items.find((item) => item.draft.when === 'in-hours');
  const outside = items.find((item) => item !== inside);
  if (inside === undefined) throw refuse.otherHours('otherwise');
  if (outside === undefined || items.length > 2) {
    throw refuse.two(joints[0] ?? ';', items[0]?.draft.text ?? '', items[1]?.draft.text ?? '');
  }
  if (outside.draft.when === 'in-hours') throw refuse.otherHours('in-hours');
  if (outside.draft.when === undefined) {
    throw refuse.two(joints[0] ?? ';', items[0]?.draft.text ?? '', items[1]?.draft.text ?? '');
  }
  inHours(inside.draft);
  const draft = together(items);
  const action = inside.label ?? outside.label;
  if (action !== null) draft.action = action;
  const parts: SlaPart[] = [
    { when: 'in-hours', ...partLimit(inside.draft), ...calendarUnless(inside.draft, 'business') },
    // Out of hours the clock is the wall's, unless the limit itself says business time.
    {
      when: 'otherwise',
      ...partLimit(outside.draft),
      ...(outside.draft.kind === 'duration' && outside.draft.calendar === 'business'
        ? { calendar: 'business' as const }
        : {}),
      ...(outside.draft.kind === 'deadline' ? calendarUnless(outside.draft, 'business') : {}),
    },
  ];
  const judged = [
    inside.draft,
    {
      ...outside.draft,
      calendar: outside.draft.calendar === 'unstated' ? ('wall' as const) : outside.draft.calendar,
    },
  ];
  return finish(
    draft,
    { kind: 'conditional', amount: null, unit: null, calendar: 'business' },
    warningsOf(judged),
    {
      parts,
    },
  );
}

function calendarUnless(draft: Draft, usual: SlaCalendar): { calendar?: SlaCalendar } {
  return draft.calendar === usual ? {} : { calendar: draft.calendar };
}

function segments(items: readonly Item[], joints: readonly string[]): SlaMeaning {
  const unnamed = items.find((item) => item.draft.segment === undefined);
  if (unnamed !== undefined) {
    throw refuse.two(joints[0] ?? ';', items[0]?.draft.text ?? '', items[1]?.draft.text ?? '');
  }
  for (const item of items) if (item.draft.when === 'in-hours') inHours(item.draft);
  const drafts = items.map((item) => item.draft);
  const seen = new Set<string>();
  for (const { segment = '' } of drafts) {
    if (seen.has(segment.toLowerCase())) throw refuse.twice(segment);
    seen.add(segment.toLowerCase());
  }
  refuseOrder(drafts);
  const draft = together(items);
  const calendars = new Set(drafts.map((one) => one.calendar));
  const [only] = calendars;
  const mixed = calendars.size > 1 || only === undefined;
  const parts = drafts.map((one) => ({
    segment: one.segment ?? '',
    ...partLimit(one),
    ...(mixed ? { calendar: one.calendar } : {}),
    ...(one.tz === undefined || draft.tz !== undefined ? {} : { tz: one.tz }),
  }));
  const clocks = drafts.map((one) => ({ ...one, ...(draft.tz === undefined ? {} : { tz: draft.tz }) }));
  return finish(
    draft,
    { kind: 'segments', amount: null, unit: null, calendar: mixed ? 'mixed' : only },
    warningsOf(clocks),
    { parts },
  );
}

const minutesOf = { minute: 1, hour: 60, day: 1440, week: 10080 } as const;

/** Hotter leads with the longer limit: only told where both limits are on one clock and in units that rank. */
function refuseOrder(drafts: readonly Draft[]): void {
  const ranked = drafts.filter((draft) => draft.kind === 'duration');
  const byName = ranked.map((draft) => ({ draft, heat: hotness(draft.segment ?? '') }));
  const named = byName.filter(({ heat }) => heat !== null).slice(0, 20);
  for (const a of named) {
    for (const b of named) {
      const hotter = isHotter(a.draft.segment ?? '', b.draft.segment ?? '') === true;
      if (hotter && isLonger(a.draft, b.draft)) throw refuse.order();
    }
  }
}

function isLonger(a: Draft, b: Draft): boolean {
  if (a.calendar !== b.calendar || a.recurrence !== b.recurrence) return false;
  if (a.unit === b.unit) return a.amount > b.amount;
  if (a.calendar === 'wall') return a.amount * minutesOf[a.unit] > b.amount * minutesOf[b.unit];
  // A working day is longer than hours only where the hours fit in one.
  if (a.unit === 'day') return b.unit !== 'day' && b.amount * minutesOf[b.unit] <= a.amount * 240;
  return b.unit === 'day' && a.amount * minutesOf[a.unit] > b.amount * 1440;
}

function partLimit(draft: Draft): Pick<SlaPart, 'amount' | 'unit' | 'deadline'> {
  if (draft.kind === 'instant') return { amount: 0, unit: 'minute' };
  return draft.kind === 'duration'
    ? { amount: draft.amount, unit: draft.unit }
    : { deadline: deadlineWords(draft) };
}

/** A deadline in the words of `SlaPart.deadline`. */
function deadlineWords(draft: Draft): string {
  const calendar = draft.calendar === 'business' ? 'business ' : draft.calendar === 'wall' ? 'calendar ' : '';
  const day = `${draft.day === 0 ? 'same' : 'next'} ${calendar}day`;
  return draft.by === 'close' ? day : `${day} ${draft.by}`;
}

/** What all limits of a phrase share; refuses limits that differ in more than their size. */
function together(items: readonly Item[]): Draft {
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

/** An item of several with its segment's name: from a bracket, "for …", "otherwise" or the words before it. */
function nameSegment(item: Item): Item {
  const { draft, label } = item;
  if (draft.segment !== undefined) {
    draft.segment = segmentName(draft.segment);
    if (label !== null) draft.action ??= label;
  } else if (label !== null) draft.segment = segmentName(label);
  else if (draft.when === 'otherwise') draft.segment = 'otherwise';
  return item;
}
