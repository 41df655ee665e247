/**
 * Time zones: the only file that knows the zone library (temporal-polyfill, whose functions a browser bundle takes
 * one by one). Instants are milliseconds since 1970 UTC, dates ISO strings, times minutes past local midnight.
 */

import * as instants from 'temporal-polyfill/fns/Instant';
import * as plain from 'temporal-polyfill/fns/PlainDateTime';
import * as zoned from 'temporal-polyfill/fns/ZonedDateTime';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What the clocks of a zone show. `minute` counts from midnight and has a fraction for seconds. */
export interface LocalTime {
  readonly date: string;
  readonly minute: number;
}

/** What clocks in `zone` show at an instant. */
export function localTime(zone: string, instant: number): LocalTime {
  const shown = instant + offsetAt(zone, instant);
  const day = Math.floor(shown / dayMs);
  return { date: isoDate(day), minute: (shown - day * dayMs) / minuteMs };
}

/** Milliseconds that clocks in `zone` are ahead of UTC at an instant. */
export function offsetAt(zone: string, instant: number): number {
  const record = instants.toZonedDateTimeISO(instants.fromEpochMilliseconds(instant), zone);
  return zoned.offsetNanoseconds(record) / 1e6;
}

/**
 * The instant at which somebody in `zone` says it is this time of this date: of an hour that comes twice the first;
 * a time that is skipped is read with the offset before the skip (02:30 is 03:30), as calendars do.
 */
export function instantOf(zone: string, date: string, minute: number): number {
  return instantMs(zonedAt(zone, dayNumber(date) * dayMs + minute * minuteMs));
}

/**
 * The first instant at which clocks in `zone` show this time of this date or a later one; of a time that is skipped
 * the moment of the skip. `minute` may be 1440 and more: the days after. Opening hours and deadlines are kept by it.
 */
export function firstInstant(zone: string, date: string, minute: number): number {
  const wanted = dayNumber(date) * dayMs + minute * minuteMs;
  const found = zonedAt(zone, wanted);
  const instant = instantMs(found);
  if (instant + zoned.offsetNanoseconds(found) / 1e6 === wanted) return instant;
  const skip = zoned.getTimeZoneTransition(found, 'previous');
  return skip === null ? instant : instantMs(skip);
}

/** How often clocks in `zone` show this time of this date: 0 when it is skipped, 2 when it comes twice. */
export function occurrences(zone: string, date: string, minute: number): 0 | 1 | 2 {
  const wanted = dayNumber(date) * dayMs + minute * minuteMs;
  const first = instantMs(zonedAt(zone, wanted, 'earlier'));
  const last = instantMs(zonedAt(zone, wanted, 'later'));
  if (first === last) return 1;
  return first + offsetAt(zone, first) === wanted ? 2 : 0;
}

function zonedAt(
  zone: string,
  wanted: number,
  disambiguation: 'compatible' | 'earlier' | 'later' = 'compatible',
) {
  const utc = new Date(wanted);
  const local = plain.create(
    utc.getUTCFullYear(),
    utc.getUTCMonth() + 1,
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
    utc.getUTCMilliseconds(),
  );
  return plain.toZonedDateTime(local, zone, { disambiguation });
}

function instantMs(record: ReturnType<typeof zonedAt>): number {
  return Number(record.epochMilliseconds);
}

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

/** The ISO date that many days after 1970-01-01. */
export function isoDate(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** ISO weekday of a day number: 1 Monday to 7 Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** An instant as ISO 8601 with the zone's offset, seconds only when there are any: `2026-03-16T09:30:00-04:00`. */
export function isoInZone(zone: string, instant: number): string {
  const offset = offsetAt(zone, instant);
  const shown = new Date(instant + offset).toISOString().slice(0, 19);
  const minutes = Math.round(Math.abs(offset) / minuteMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${shown}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
