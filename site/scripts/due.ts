/** The arithmetic of `mops due` for the pages, loaded when a clock is there: due time, steps, how it was counted. */

import { stepDue } from '../../src/sla/escalation/due.ts';
import { calendarOf as calendarSaid, segmentsOf } from '../../src/sla/limits-in.ts';
import type { BusinessCalendar } from '../../src/sla/meaning.ts';
import { type DueOptions, dueAt, limitCalendar } from '../../src/sla/time/due.ts';
import { openSpans } from '../../src/sla/time/open.ts';
import type { Due } from '../../src/sla/time/walk.ts';
import { dayNumber, instantOf, isoDate, isoInZone, localTime } from '../../src/sla/time/zone.ts';
import type { ClockCalendar, ClockWeek } from '../view/lifecycle/calendar-words.ts';
import type { ClockLimit, ClockStep } from '../view/page.ts';
import type { Counted, CountedDay } from './counted.ts';

const minuteMs = 60_000;
const mostDays = 10;

/** What the clocks of a zone show, `2026-03-13T16:30`. */
export function nowIn(zone: string): string {
  return isoInZone(zone, Date.now()).slice(0, 16);
}

/** @param arrival what the clocks of the zone showed, `2026-03-13T16:30` */
export function counted(limit: ClockLimit, calendar: ClockCalendar, arrival: string): Counted {
  const [date = '', time = ''] = arrival.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const instant = instantOf(calendar.zone, date, hours * 60 + minutes);
  const found = dueOf(limit, calendar, instant);
  if (!found.ok) return found;
  const { zone } = calendar;
  const days = daysOf(limit, calendar, instant, found.due);
  return {
    ok: true,
    iso: isoInZone(zone, found.due),
    due: shortTime(zone, found.due, instant),
    long: format(zone, found.due, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }),
    how: howWords(days, limit, calendar, { from: instant, to: found.due }),
    days: days.length > mostDays ? [] : days,
    steps: limit.steps.flatMap((step) => {
      const at = stepAt(step, limit, calendar, instant, found.due);
      return at === null
        ? []
        : [{ iso: isoInZone(zone, at), due: shortTime(zone, at, instant), what: step.what }];
    }),
  };
}

/** When a lead that came in this moment is due. */
export function dueNow(
  limit: ClockLimit,
  calendar: ClockCalendar,
  now: number,
):
  | {
      readonly ok: true;
      readonly iso: string;
      readonly due: string;
      readonly arrived: string;
      readonly where: string;
    }
  | { readonly ok: false; readonly message: string } {
  const found = dueOf(limit, calendar, now);
  if (!found.ok) return found;
  const { zone } = calendar;
  const met = holidaysBetween(weekOf(limit, calendar) ?? calendar, now, found.due);
  const place = calendar.known ? zoneWords(zone) : 'UTC';
  return {
    ok: true,
    iso: isoInZone(zone, found.due),
    due: shortTime(zone, found.due, now),
    arrived: format(zone, now, { weekday: 'short', hour: '2-digit', minute: '2-digit' }),
    where: `(${place}${met.length === 0 ? '' : `; ${holidayWords(met)}`}).`,
  };
}

/** Said to who holds the lead; what to write into the config stands on the page of limits. */
const noHours =
  'It counts business time, and nobody has written when the team works: ask RevOps for the hours.';

function dueOf({ meaning, segment }: ClockLimit, calendar: ClockCalendar, arrival: number): Due {
  const found = dueAt(meaning, usualOf(calendar), arrival, optionsOf(segment, calendar));
  return found.ok || found.reason !== 'no-calendar' ? found : { ...found, message: noHours };
}

function optionsOf(segment: string | null, calendar: ClockCalendar): DueOptions {
  return {
    defaultCalendar: calendar.default,
    calendars: namedOf(calendar),
    ...(segment === null ? {} : { segment }),
  };
}

function namedOf({ named }: ClockCalendar): ReadonlyMap<string, BusinessCalendar> {
  return new Map(named.map(([name, week]) => [name, businessOf(week)]));
}

const made = new WeakMap<ClockWeek, BusinessCalendar>();

function businessOf(week: ClockWeek): BusinessCalendar {
  const known = made.get(week);
  if (known !== undefined) return known;
  const { zone, hours, holidays } = week;
  const calendar = { zone, hours: new Map(hours), holidays: new Set(holidays) };
  made.set(week, calendar);
  return calendar;
}

function usualOf(calendar: ClockCalendar): BusinessCalendar | null {
  return calendar.known ? businessOf(calendar) : null;
}

/** The working time that a limit runs on, as the page has it; null where nobody says. */
function weekOf({ meaning, segment }: ClockLimit, calendar: ClockCalendar): ClockWeek | null {
  const own = limitCalendar(meaning, usualOf(calendar), optionsOf(segment, calendar)) ?? null;
  const weeks = [calendar, ...calendar.named.map(([, week]) => week)];
  return own === null ? null : (weeks.find((week) => businessOf(week) === own) ?? null);
}

/** When a step of the escalation comes; null where its time cannot be told. */
function stepAt(
  { step }: ClockStep,
  { meaning, segment }: ClockLimit,
  calendar: ClockCalendar,
  arrival: number,
  due: number,
): number | null {
  const found = stepDue(step, meaning, {
    defaultCalendar: calendar.default,
    calendars: namedOf(calendar),
    calendar: usualOf(calendar),
    segment,
    arrival,
    due,
  });
  return found !== null && found !== 'no-moment' && found.ok ? found.due : null;
}

/** True where the limit runs in working time only. */
function inBusiness({ meaning, segment }: ClockLimit, calendar: ClockCalendar): boolean {
  const own = segmentsOf(meaning).find((one) => one.segment === segment)?.limit ?? meaning;
  if (own.kind === 'deadline') return false;
  const written = calendarSaid(meaning, segment);
  return written === 'business' || (written === 'unstated' && calendar.default === 'business');
}

function daysOf(
  limit: ClockLimit,
  source: ClockCalendar,
  arrival: number,
  due: number,
): readonly CountedDay[] {
  const week = weekOf(limit, source);
  if (week === null || !inBusiness(limit, source)) return [];
  const calendar = businessOf(week);
  const { zone, holidays } = week;
  const first = dayNumber(localTime(zone, arrival).date);
  const last = dayNumber(localTime(zone, due).date);
  if (last - first > 60) return [];
  const days: CountedDay[] = [];
  for (let day = first; day <= last; day++) {
    const whole = [...openSpans(calendar, instantOf(zone, isoDate(day), 0), day)].filter(
      (span) => span.day === day,
    );
    const open = whole.reduce((sum, { start, end }) => sum + end - start, 0);
    const before = whole.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, arrival) - start),
      0,
    );
    const run = whole.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, due) - Math.max(start, arrival)),
      0,
    );
    const date = isoDate(day);
    const closed = open === 0;
    days.push({
      name: format('UTC', day * 86_400_000, { weekday: 'short', day: 'numeric' }),
      minutes: closed ? null : Math.round(run / minuteMs),
      words: closed ? (holidays.includes(date) ? 'holiday' : 'closed') : lengthOf(Math.round(run / minuteMs)),
      from: open === 0 ? 0 : Math.round((before / open) * 1000) / 10,
      width: open === 0 ? 0 : Math.round((run / open) * 1000) / 10,
    });
  }
  return days;
}

function howWords(
  days: readonly CountedDay[],
  limit: ClockLimit,
  calendar: ClockCalendar,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const ran = days.filter(({ minutes }) => minutes !== null && minutes > 0);
  const counted =
    ran.length === 0 || ran.length > 4
      ? ''
      : `${ran.map(({ name, words }) => `${words} on ${name}`).join(', ')}. `;
  const wall = `On the wall ${lengthOf(Math.round((to - from) / minuteMs))}. `;
  const week = weekOf(limit, calendar) ?? calendar;
  const met = holidaysBetween(week, from, to);
  const place = calendar.known ? `${zoneWords(calendar.zone)} time` : 'UTC';
  const hours = week === calendar ? '' : `, working hours of ${zoneWords(week.zone)}`;
  return `${counted}${wall}${place}${hours}${met.length === 0 ? '' : `; ${holidayWords(met)}`}.`;
}

/** Holidays that the wait met. */
function holidaysBetween({ holidays, zone }: ClockWeek, from: number, to: number): readonly string[] {
  const [first, last] = [localTime(zone, from).date, localTime(zone, to).date];
  return holidays.filter((date) => date >= first && date <= last);
}

function holidayWords(dates: readonly string[]): string {
  const names = dates
    .slice(0, 4)
    .map((date) =>
      format('UTC', Date.parse(`${date}T00:00:00Z`), { weekday: 'short', day: 'numeric', month: 'short' }),
    );
  const more = dates.length > names.length ? ` and ${dates.length - names.length} more` : '';
  return `${names.join(', ')}${more} ${dates.length === 1 ? 'is a holiday' : 'are holidays'}`;
}

/** `America/New_York` → `New York`. */
function zoneWords(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `4 d 17 h`, `2 h 30 min`, `20 min`. */
function lengthOf(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ].filter(([amount]) => amount !== 0);
  return parts.length === 0 ? '0 min' : parts.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
}

/** The day's name and the time; the date too where the day's name alone would mislead. */
function shortTime(zone: string, instant: number, from: number): string {
  const away = dayNumber(localTime(zone, instant).date) - dayNumber(localTime(zone, from).date);
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  if (away < 7) return format(zone, instant, { weekday: 'short', ...time });
  return format(zone, instant, { weekday: 'short', day: 'numeric', month: 'short', ...time });
}

function format(zone: string, instant: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(instant).replaceAll(',', '');
}
