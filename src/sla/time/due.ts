/** When an answer is due: a meaning, a calendar and the instant of arrival in, an instant out (SPEC §5). */

import type {
  BusinessCalendar,
  SlaDuration,
  SlaLimit,
  SlaMeaning,
  SlaSegment,
  SlaSegments,
  SlaSet,
} from '../meaning.ts';
import { segmentName } from '../segment.ts';
import { minutesIn } from '../units.ts';
import { openSpans, workingDayMinutes } from './open.ts';
import {
  businessDayDue,
  businessDue,
  calendarDayDue,
  clockMinutes,
  type Due,
  dayMs,
  Failure,
  type HeldDeadline,
  horizonDays,
  minuteMs,
  tooFar,
} from './walk.ts';
import { localTime } from './zone.ts';

export interface DueOptions {
  /** How a limit without a calendar is read; null counts as wall. */
  readonly defaultCalendar: 'wall' | 'business' | null;
  /** The segment asked for, where the limit has segments. */
  readonly segment?: string;
  /** Configured calendars by name in lower case, for a limit or a segment that runs on one of them. */
  readonly calendars?: ReadonlyMap<string, BusinessCalendar>;
}

/** The limit that holds for one lead; `calendar` is settled, `tz` the zone its deadline is told in. */
type Held =
  | { readonly kind: 'instant' }
  | (Omit<SlaDuration, 'calendar'> & { readonly calendar: 'business' | 'wall' })
  | HeldDeadline;

/**
 * When an answer is due to a lead that arrives at `arrival`. A limit per touch or "every" gives the first due time.
 * A business duration runs in open spans only and ends at the instant it is used up, closing time included.
 */
export function dueAt(
  meaning: SlaMeaning,
  usual: BusinessCalendar | null,
  arrival: number,
  options: DueOptions,
): Due {
  try {
    const calendar = calendarFor(meaning, usual, options);
    const limit = heldAt(meaning, calendar, arrival, options);
    const due = limitDue(limit, calendar, arrival);
    if (due - arrival > horizonDays * dayMs) throw tooFar();
    const zone = limit.kind === 'deadline' ? (limit.tz ?? calendar?.zone ?? null) : (calendar?.zone ?? null);
    return { ok: true, due, wallMinutes: (due - arrival) / minuteMs, zone };
  } catch (error) {
    if (error instanceof Failure) return error.due;
    throw error;
  }
}

function calendarFor(
  meaning: SlaMeaning,
  usual: BusinessCalendar | null,
  options: DueOptions,
): BusinessCalendar | null {
  const part = meaning.kind === 'segments' ? segmentPart(meaning, options.segment) : null;
  const found = calendarOfPart(meaning, part, usual, options);
  if (found !== undefined) return found;
  throw new Failure(
    'no-calendar',
    `The limit runs on the calendar "${namedBy(meaning, part)}", and mops.config.yml has no such calendar. Add it under calendars.`,
  );
}

function namedBy(meaning: SlaMeaning, part: SlaSegment | null): string | undefined {
  return part?.on ?? (meaning.kind === 'none' ? undefined : meaning.on);
}

/** The one it names, the one that has its segment's name, else the usual one. Undefined where it names one nobody configured. */
function calendarOfPart(
  meaning: SlaMeaning,
  part: SlaSegment | null,
  usual: BusinessCalendar | null,
  { calendars }: DueOptions,
): BusinessCalendar | null | undefined {
  const name = namedBy(meaning, part);
  if (name === undefined) return calendars?.get(part?.segment.toLowerCase() ?? '') ?? usual;
  return calendars?.get(name);
}

/**
 * The calendar a limit runs on, for what is counted beside it. Undefined where it is not told: it names one that
 * nobody configured, or its segments run on different ones and none is asked for.
 */
export function limitCalendar(
  meaning: SlaMeaning,
  usual: BusinessCalendar | null,
  options: DueOptions,
): BusinessCalendar | null | undefined {
  if (meaning.kind !== 'segments') return calendarOfPart(meaning, null, usual, options);
  const parts = options.segment === undefined ? meaning.segments : [segmentPart(meaning, options.segment)];
  const [one, ...others] = new Set(parts.map((part) => calendarOfPart(meaning, part, usual, options)));
  return others.length === 0 ? one : undefined;
}

/** The limit that holds for a lead of this segment that arrives then. */
function heldAt(
  meaning: SlaMeaning,
  calendar: BusinessCalendar | null,
  arrival: number,
  options: DueOptions,
): Held {
  if (meaning.kind === 'none') throw new Failure('no-limit', 'There is no SLA here, so nothing is due.');
  const { limit, tz } =
    meaning.kind === 'segments'
      ? segmentPart(meaning, options.segment)
      : { limit: limitAt(meaning, calendar, arrival), tz: undefined };
  if (limit.kind === 'instant') return limit;
  const settled = limit.calendar === 'unstated' ? (options.defaultCalendar ?? 'wall') : limit.calendar;
  if (limit.kind === 'duration') return { ...limit, calendar: settled };
  return { ...limit, calendar: settled, tz: tz ?? meaning.tz ?? null };
}

/** Of two clocks or a cutoff the side the arrival is on, of any other limit the limit. */
function limitAt(
  meaning: Exclude<SlaSet, SlaSegments>,
  calendar: BusinessCalendar | null,
  arrival: number,
): SlaLimit {
  if (meaning.kind === 'conditional')
    return isOpen(needed(calendar), arrival) ? meaning.inside : meaning.outside;
  if (meaning.kind !== 'cutoff') return meaning;
  const zone = meaning.tz ?? needed(calendar).zone;
  const early = localTime(zone, arrival).minute < clockMinutes(meaning.cutoff);
  return early ? meaning.before : meaning.after;
}

/** The part of a segment, found by its name without regard to case; else by "otherwise". */
function segmentPart({ segments }: SlaSegments, segment: string | undefined): SlaSegment {
  const names = segments.map((one) => one.segment).join(', ');
  if (segment === undefined) {
    throw new Failure('segment', `The limit depends on the segment. Name one of: ${names}.`);
  }
  const asked = segmentName(segment).toLowerCase();
  const found =
    segments.find((one) => one.segment.toLowerCase() === asked) ??
    segments.find((one) => one.segment === 'otherwise');
  if (found === undefined)
    throw new Failure('segment', `There is no segment "${segment}". Name one of: ${names}.`);
  return found;
}

function needed(calendar: BusinessCalendar | null): BusinessCalendar {
  if (calendar !== null) return calendar;
  throw new Failure(
    'no-calendar',
    'The limit counts business time, and nobody says when the team works. Add its time zone to mops.config.yml, ' +
      'for example "calendar: {zone: America/New_York}"; hours are Monday to Friday 09:00-17:00 unless you write others.',
  );
}

function isOpen(calendar: BusinessCalendar, instant: number): boolean {
  const [span] = openSpans(calendar, instant, Math.floor(instant / dayMs) + 2);
  return span !== undefined && span.start === instant;
}

function limitDue(limit: Held, calendar: BusinessCalendar | null, arrival: number): number {
  if (limit.kind === 'instant') return arrival;
  if (limit.kind === 'duration') {
    if (limit.calendar === 'wall') return arrival + limit.amount * minutesIn[limit.unit] * minuteMs;
    const team = needed(calendar);
    const unit = limit.unit === 'day' ? workingDayMinutes(team) : minutesIn[limit.unit];
    return businessDue(team, arrival, limit.amount * unit * minuteMs);
  }
  return limit.calendar === 'wall'
    ? calendarDayDue(limit, limit.tz ?? calendar?.zone ?? null, arrival)
    : businessDayDue(limit, needed(calendar), arrival);
}
