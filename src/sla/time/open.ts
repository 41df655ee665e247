/** When a team works, as instants: the open spans of each date, found once for a calendar and kept. */

import type { BusinessCalendar } from '../meaning.ts';
import { firstInstant, isoDate, weekday } from './zone.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const dayMinutes = 1440;

/** An open span; `end` is the first instant after it. `day` is the date it starts on, as a day number. */
export interface OpenSpan {
  readonly start: number;
  readonly end: number;
  readonly day: number;
}

interface Known {
  readonly midnights: Map<number, number>;
  readonly spans: Map<number, readonly OpenSpan[]>;
}

const known = new WeakMap<BusinessCalendar, Known>();

function knownOf(calendar: BusinessCalendar): Known {
  const found = known.get(calendar);
  if (found !== undefined) return found;
  const made: Known = { midnights: new Map(), spans: new Map() };
  known.set(calendar, made);
  return made;
}

/** The open spans that start on a date, in order. None on a holiday or a closed weekday. */
export function spansOn(calendar: BusinessCalendar, day: number): readonly OpenSpan[] {
  const { spans } = knownOf(calendar);
  const found = spans.get(day);
  if (found !== undefined) return found;
  const made = findSpans(calendar, day);
  spans.set(day, made);
  return made;
}

/** Whether a team works on a date: a span starts on it. */
export function isBusinessDay(calendar: BusinessCalendar, day: number): boolean {
  return spansOn(calendar, day).length > 0;
}

/** The end of the last span that starts on a date; null when none does. */
export function closingOn(calendar: BusinessCalendar, day: number): number | null {
  return spansOn(calendar, day).at(-1)?.end ?? null;
}

/** The start of the first span that starts on a date; null when none does. */
export function openingOn(calendar: BusinessCalendar, day: number): number | null {
  return spansOn(calendar, day)[0]?.start ?? null;
}

function findSpans(calendar: BusinessCalendar, day: number): OpenSpan[] {
  const hours = calendar.hours.get(weekday(day)) ?? [];
  if (hours.length === 0 || calendar.holidays.has(isoDate(day))) return [];
  const spans: OpenSpan[] = [];
  for (const { start, end } of hours.toSorted((a, b) => a.start - b.start)) {
    const span = { start: at(calendar, day, start), end: at(calendar, day, end), day };
    if (span.end > span.start) spans.push(span);
  }
  return spans;
}

/** A local time as an instant. On a date of 24 hours it is counted from midnight, else the zone is asked. */
function at(calendar: BusinessCalendar, day: number, minute: number): number {
  if (minute >= dayMinutes) return at(calendar, day + 1, minute - dayMinutes);
  const midnight = midnightOf(calendar, day);
  const plain = midnightOf(calendar, day + 1) - midnight === dayMs;
  return plain ? midnight + minute * minuteMs : firstInstant(calendar.zone, isoDate(day), minute);
}

function midnightOf(calendar: BusinessCalendar, day: number): number {
  const { midnights } = knownOf(calendar);
  const found = midnights.get(day);
  if (found !== undefined) return found;
  const made = firstInstant(calendar.zone, isoDate(day), 0);
  midnights.set(day, made);
  return made;
}

/** Open spans from the one that holds `from` or the first after it, to `lastDay`. Never overlapping. */
export function* openSpans(calendar: BusinessCalendar, from: number, lastDay: number): Generator<OpenSpan> {
  let free = from;
  // An overnight shift of the day before may still run: dates differ from UTC's by a day at most.
  const firstDay = Math.floor(from / dayMs) - 2;
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const span of spansOn(calendar, day)) {
      if (span.end <= free) continue;
      yield { start: Math.max(span.start, free), end: span.end, day };
      free = span.end;
    }
  }
}

/** A working day where nobody says how long it is: eight hours. */
const usualMinutes = 480;

/**
 * Minutes of one working day, by which "1 business day" is counted: the length that most weekdays have, the longer
 * one where two are equally common. A constant, so that 2 days are twice 1 day also in a week with a short Friday.
 * 480 without a calendar.
 */
export function workingDayMinutes(calendar: BusinessCalendar | null): number {
  const counts = new Map<number, number>();
  for (const spans of calendar?.hours.values() ?? []) {
    const minutes = spans.reduce((sum, span) => sum + span.end - span.start, 0);
    if (minutes > 0) counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return usual?.[0] ?? usualMinutes;
}
