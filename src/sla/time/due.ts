/** When an answer is due: a meaning, a calendar and the instant of arrival in, an instant out (SPEC §5). */

import type {
  BusinessCalendar,
  SlaDeadline,
  SlaDuration,
  SlaLimit,
  SlaMeaning,
  SlaSegment,
  SlaSegments,
  SlaSet,
} from '../meaning.ts';
import { segmentName } from '../segment.ts';
import { minutesIn } from '../units.ts';
import { closingOn, isBusinessDay, openingOn, openSpans, workingDayMinutes } from './open.ts';
import { dayNumber, firstInstant, isoDate, localTime } from './zone.ts';

export interface DueOptions {
  /** How a limit without a calendar is read; null counts as wall. */
  readonly defaultCalendar: 'wall' | 'business' | null;
  /** The segment asked for, where the limit has segments. */
  readonly segment?: string;
  /** Configured calendars by name in lower case, for a limit or a segment that runs on one of them. */
  readonly calendars?: ReadonlyMap<string, BusinessCalendar>;
}

/** `due` and arrival are milliseconds since 1970 UTC; `zone` is the one the answer was computed in, null for plain wall time. */
export type Due =
  | { readonly ok: true; readonly due: number; readonly wallMinutes: number; readonly zone: string | null }
  | {
      readonly ok: false;
      readonly reason: 'no-limit' | 'segment' | 'no-zone' | 'no-calendar' | 'closed' | 'too-far';
      readonly message: string;
    };

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Nothing is dated further ahead: it bounds the walk over a calendar that hardly opens. */
const horizonYears = 20;
const horizonDays = horizonYears * 366;

/** The limit that holds for one lead; `calendar` is settled, `tz` the zone its deadline is told in. */
type Held =
  | { readonly kind: 'instant' }
  | (Omit<SlaDuration, 'calendar'> & { readonly calendar: 'business' | 'wall' })
  | HeldDeadline;

interface HeldDeadline extends Omit<SlaDeadline, 'calendar'> {
  readonly calendar: 'business' | 'wall';
  readonly tz: string | null;
}

class Failure {
  readonly due: Extract<Due, { ok: false }>;
  constructor(reason: Extract<Due, { ok: false }>['reason'], message: string) {
    this.due = { ok: false, reason, message };
  }
}

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

function tooFar(): Failure {
  return new Failure(
    'too-far',
    `That would be due more than ${horizonYears} years after the lead arrives. Check the number.`,
  );
}

function closed(): Failure {
  return new Failure(
    'closed',
    `The calendar has no working time in the ${horizonYears} years after the lead arrives. Check calendar.hours and calendar.holidays.`,
  );
}

/** Walks the open spans until `work` milliseconds are used up. */
function businessDue(calendar: BusinessCalendar, arrival: number, work: number): number {
  let left = work;
  let opened = false;
  for (const span of openSpans(calendar, arrival, lastDay(calendar, arrival))) {
    opened = true;
    if (span.end - span.start >= left) return span.start + left;
    left -= span.end - span.start;
  }
  throw opened ? tooFar() : closed();
}

/** The last date to look at: none where no weekday has hours. */
function lastDay(calendar: BusinessCalendar, arrival: number): number {
  const opens = [...calendar.hours.values()].some((spans) => spans.length > 0);
  return opens ? Math.floor(arrival / dayMs) + horizonDays : Number.NEGATIVE_INFINITY;
}

/**
 * "Same business day": the first business day that has not closed when the lead arrives. "Next business day": the
 * first whose date comes after the arrival's date in the zone. A clock time that is already past means the day after.
 */
function businessDayDue(limit: HeldDeadline, calendar: BusinessCalendar, arrival: number): number {
  const zone = limit.tz ?? calendar.zone;
  const today = dayNumber(localTime(zone, arrival).date);
  const last = lastDay(calendar, arrival);
  for (let day = limit.day === 1 ? today + 1 : today - 2; day <= last; day += 1) {
    if (!isBusinessDay(calendar, day)) continue;
    const closing = closingOn(calendar, day) ?? 0;
    if (closing <= arrival) continue;
    const due =
      limit.by === 'close'
        ? closing
        : limit.by === 'open'
          ? (openingOn(calendar, day) ?? 0)
          : firstInstant(zone, isoDate(day), clockMinutes(limit.by));
    if (due > arrival) return due;
  }
  throw closed();
}

/** "Same day" on the wall's calendar: until midnight, or a clock time, in the zone. */
function calendarDayDue(limit: HeldDeadline, zone: string | null, arrival: number): number {
  if (zone === null) {
    throw new Failure(
      'no-zone',
      'The limit ends with the day, and nobody says in which time zone. Add it to mops.config.yml, for example "calendar: {zone: America/New_York}".',
    );
  }
  const today = dayNumber(localTime(zone, arrival).date);
  const minute = limit.by === 'close' ? 1440 : limit.by === 'open' ? 0 : clockMinutes(limit.by);
  const due = firstInstant(zone, isoDate(today + limit.day), minute);
  return due > arrival ? due : firstInstant(zone, isoDate(today + limit.day + 1), minute);
}

export function clockMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
