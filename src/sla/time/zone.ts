/**
 * Time zones: the only file that knows the zone library (temporal-polyfill, whose functions a browser bundle takes
 * one by one). Instants are milliseconds since 1970 UTC, dates ISO strings, times minutes past local midnight.
 */

import * as instants from 'temporal-polyfill/fns/Instant';
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

/**
 * Milliseconds that clocks in `zone` are ahead of UTC at an instant. The library is asked once for the ends of each
 * week; only in a week whose ends differ is it asked for the instant itself. (No zone changes its clocks and back
 * within a week.)
 */
export function offsetAt(zone: string, instant: number): number {
  const week = Math.floor(instant / weekMs);
  const start = weekOffset(zone, week);
  return start === weekOffset(zone, week + 1) ? start : askedOffset(zone, instant);
}

const weekMs = 7 * dayMs;
const weekOffsets = new Map<string, Map<number, number>>();

function weekOffset(zone: string, week: number): number {
  const known = weekOffsets.get(zone) ?? new Map<number, number>();
  weekOffsets.set(zone, known);
  const offset = known.get(week) ?? askedOffset(zone, week * weekMs);
  known.set(week, offset);
  return offset;
}

function askedOffset(zone: string, instant: number): number {
  const record = instants.toZonedDateTimeISO(instants.fromEpochMilliseconds(instant), zone);
  return zoned.offsetNanoseconds(record) / 1e6;
}

/**
 * The instant at which somebody in `zone` says it is this time of this date: of an hour that comes twice the first;
 * a time that is skipped is read with the offset before the skip (02:30 is 03:30), as calendars do.
 */
export function instantOf(zone: string, date: string, minute: number): number {
  const wanted = shownAt(date, minute);
  const { before, shown } = readings(zone, wanted);
  return shown[0] ?? wanted - before;
}

/**
 * The first instant at which clocks in `zone` show this time of this date or a later one; of a time that is skipped
 * the moment of the skip. `minute` may be 1440 and more: the days after. Opening hours and deadlines are kept by it.
 */
export function firstInstant(zone: string, date: string, minute: number): number {
  const wanted = shownAt(date, minute);
  const { before, after, shown } = readings(zone, wanted);
  const [first] = shown;
  if (first !== undefined) return first;
  // Clocks jump over the time between these two instants: halve until the jump is found.
  let early = wanted - after;
  let late = wanted - before;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (middle + offsetAt(zone, middle) >= wanted) late = middle;
    else early = middle;
  }
  return late;
}

/** How often clocks in `zone` show this time of this date: 0 when it is skipped, 2 when it comes twice. */
export function occurrences(zone: string, date: string, minute: number): number {
  return readings(zone, shownAt(date, minute)).shown.length;
}

/** A local date and time as milliseconds, as if it were UTC. */
function shownAt(date: string, minute: number): number {
  return dayNumber(date) * dayMs + Math.round(minute * minuteMs);
}

/** The instants at which clocks show a time, in order, with the offsets a day before and a day after it. */
function readings(
  zone: string,
  wanted: number,
): { readonly before: number; readonly after: number; readonly shown: readonly number[] } {
  const before = offsetAt(zone, wanted - dayMs);
  const after = offsetAt(zone, wanted + dayMs);
  const shown = [...new Set([before, after])]
    .map((offset) => wanted - offset)
    .filter((instant) => instant + offsetAt(zone, instant) === wanted)
    .sort((a, b) => a - b);
  return { before, after, shown };
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
