/** Reads a team's working time from its config (SPEC §5) and answers questions about its week. */

import type { BusinessCalendar, CalendarBook } from '../meaning.ts';
import { weekdayKeys } from '../units.ts';
import { canonicalZone, zoneProblem } from '../zone-name.ts';

/** The `calendar` of the config. */
export interface CalendarSource {
  readonly zone?: string | undefined;
  readonly default?: 'wall' | 'business' | undefined;
  readonly hours?: { readonly [weekday: string]: string | undefined } | undefined;
  readonly holidays?: readonly string[] | undefined;
}

/** What is wrong in the config's calendar. `path` is the key path from the config's root. */
export interface CalendarIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * `calendar` is null where the config names no zone: then limits can be read and ranked, but nothing can be dated.
 */
export type CalendarReading =
  | { readonly ok: true; readonly calendar: BusinessCalendar | null }
  | { readonly ok: false; readonly issues: readonly CalendarIssue[] };

/** The calendars of a config: the usual one and those with a name. A bad one counts as none; the config reader reports it. */
export function readBook(config: {
  readonly calendar?: CalendarSource | undefined;
  readonly calendars?: { readonly [name: string]: CalendarSource } | undefined;
}): CalendarBook {
  const usual = config.calendar === undefined ? null : readCalendar(config.calendar);
  const named = new Map<string, BusinessCalendar>();
  for (const [name, source] of Object.entries(config.calendars ?? {})) {
    const read = readCalendar(source);
    if (read.ok && read.calendar !== null) named.set(name.toLowerCase(), read.calendar);
  }
  return { usual: usual?.ok === true ? usual.calendar : null, named };
}

type Span = { readonly start: number; readonly end: number };

const dayMinutes = 1440;
/** The hours of a calendar that names none: Monday to Friday, 09:00 to 17:00. */
const usualSpan: Span = { start: 540, end: 1020 };
const usualDays = 5;

/**
 * Reads the config's calendar, or says what is wrong with it. `zone` stands in for the config's, for example from
 * the command line. Without hours the week is Monday to Friday, 09:00 to 17:00.
 */
export function readCalendar(source: CalendarSource, zone?: string): CalendarReading {
  const issues: CalendarIssue[] = [];
  const name = zone ?? source.zone;
  const known = name === undefined ? null : readZoneName(name, issues);
  const hours = source.hours === undefined ? usualWeek() : readHours(source.hours, issues);
  const holidays = readHolidays(source.holidays ?? [], issues);
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, calendar: known === null ? null : { zone: known, hours, holidays } };
}

function readZoneName(name: string, issues: CalendarIssue[]): string | null {
  const problem = zoneProblem(name);
  if (problem === null) return canonicalZone(name);
  issues.push({ path: ['calendar', 'zone'], message: problem });
  return null;
}

function usualWeek(): Map<number, readonly Span[]> {
  const hours = new Map<number, readonly Span[]>();
  for (let day = 1; day <= usualDays; day += 1) hours.set(day, [usualSpan]);
  return hours;
}

function readHours(
  source: { readonly [weekday: string]: string | undefined },
  issues: CalendarIssue[],
): Map<number, readonly Span[]> {
  const hours = new Map<number, readonly Span[]>();
  for (const [index, key] of weekdayKeys.entries()) {
    const text = source[key];
    if (text === undefined) continue;
    const spans = readSpans(text, ['calendar', 'hours', key], issues);
    if (spans.length > 0) hours.set(index + 1, spans);
  }
  refuseOvernightOverlap(hours, issues);
  if (hours.size === 0 && issues.length === 0) {
    issues.push({
      path: ['calendar', 'hours'],
      message: 'No day has working hours. Write at least one, for example mon: "09:00-17:00".',
    });
  }
  return hours;
}

/** `09:00-12:00, 13:00-17:00`; an end before its start is on the next day. `closed` and an empty text give none. */
function readSpans(text: string, path: readonly string[], issues: CalendarIssue[]): Span[] {
  const key = path.at(-1) ?? '';
  const plain = text.trim();
  if (plain === '' || plain.toLowerCase() === 'closed') return [];
  const spans: Span[] = [];
  for (const part of plain.split(',')) {
    const span = readSpan(part);
    if (span === null) {
      issues.push({
        path,
        message: `"${part.trim()}" is no time span. Write ${key}: "09:00-17:00", several with a comma between.`,
      });
      return [];
    }
    spans.push(span);
  }
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  for (const [index, span] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && span.start < before.end) {
      issues.push({
        path,
        message: `The spans of ${key} overlap: "${plain}". Make them follow one another.`,
      });
      return [];
    }
  }
  return joined(sorted);
}

/** Spans that touch are one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.end === span.start) result[result.length - 1] = { start: last.start, end: span.end };
    else result.push(span);
  }
  return result;
}

function readSpan(text: string): Span | null {
  const match = /^([0-9]{1,2}):([0-9]{2}) ?[-–—] ?([0-9]{1,2}):([0-9]{2})$/.exec(text.trim());
  if (match === null) return null;
  const [startHour = 0, startMinute = 0, endHour = 0, endMinute = 0] = match.slice(1).map(Number);
  const start = startHour * 60 + startMinute;
  const end = endHour * 60 + endMinute;
  if (startMinute > 59 || endMinute > 59 || start >= dayMinutes || end > dayMinutes || start === end)
    return null;
  return { start, end: end > start ? end : end + dayMinutes };
}

/** A shift past midnight must end before the next day's first span. */
function refuseOvernightOverlap(hours: ReadonlyMap<number, readonly Span[]>, issues: CalendarIssue[]): void {
  for (const [index, key] of weekdayKeys.entries()) {
    const last = hours.get(index + 1)?.at(-1);
    const nextKey = weekdayKeys[(index + 1) % 7] ?? 'mon';
    const next = hours.get(((index + 1) % 7) + 1)?.[0];
    if (last === undefined || next === undefined || last.end - dayMinutes <= next.start) continue;
    issues.push({
      path: ['calendar', 'hours', nextKey],
      message: `The shift that starts on ${key} runs into the hours of ${nextKey}. A span belongs to the day it starts on: end one before the other begins.`,
    });
  }
}

function readHolidays(dates: readonly string[], issues: CalendarIssue[]): Set<string> {
  const holidays = new Set<string>();
  for (const [index, date] of dates.entries()) {
    if (isDate(date)) holidays.add(date);
    else {
      issues.push({
        path: ['calendar', 'holidays', index],
        message: `"${date}" is no date. Write it as YYYY-MM-DD, for example 2026-05-25.`,
      });
    }
  }
  return holidays;
}

function isDate(text: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
