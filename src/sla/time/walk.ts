/** From an arrival over a calendar to the instant an answer is due, or the reason why there is none. */

import type { BusinessCalendar, SlaDeadline } from '../meaning.ts';
import { closingOn, isBusinessDay, openingOn, openSpans } from './open.ts';
import { dayNumber, firstInstant, isoDate, localTime } from './zone.ts';

/** `due` and arrival are milliseconds since 1970 UTC; `zone` is the one the answer was computed in, null for plain wall time. */
export type Due =
  | { readonly ok: true; readonly due: number; readonly wallMinutes: number; readonly zone: string | null }
  | {
      readonly ok: false;
      readonly reason: 'no-limit' | 'segment' | 'no-zone' | 'no-calendar' | 'closed' | 'too-far';
      readonly message: string;
    };

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
/** Nothing is dated further ahead: it bounds the walk over a calendar that hardly opens. */
const horizonYears = 20;
export const horizonDays = horizonYears * 366;

/** A limit of days; `calendar` is settled, `tz` the zone it is told in. */
export interface HeldDeadline extends Omit<SlaDeadline, 'calendar'> {
  readonly calendar: 'business' | 'wall';
  readonly tz: string | null;
}

export class Failure {
  readonly due: Extract<Due, { ok: false }>;
  constructor(reason: Extract<Due, { ok: false }>['reason'], message: string) {
    this.due = { ok: false, reason, message };
  }
}

/** The failure for a limit past the years that are reckoned. */
export function tooFar(): Failure {
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
export function businessDue(calendar: BusinessCalendar, arrival: number, work: number): number {
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
export function businessDayDue(limit: HeldDeadline, calendar: BusinessCalendar, arrival: number): number {
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
export function calendarDayDue(limit: HeldDeadline, zone: string | null, arrival: number): number {
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

/** Minutes since midnight of `HH:MM`. */
export function clockMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
