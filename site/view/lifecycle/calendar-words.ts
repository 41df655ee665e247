/** The team's working time in words, and limits at their worst. */

import type { Model, Sla } from '../../../src/lifecycle/model.ts';
import { workingDayMinutes, worstWall } from '../../../src/sla/index.ts';
import type { BusinessCalendar, SlaMeaning } from '../../../src/sla/meaning.ts';
import { hasClock } from './limit-words.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When a team works, as plain data. */
export interface ClockWeek {
  readonly zone: string;
  readonly hours: readonly (readonly [
    day: number,
    spans: readonly { readonly start: number; readonly end: number }[],
  ])[];
  readonly holidays: readonly string[];
}

/** What the clock in the browser needs of the calendars. */
export interface ClockCalendar extends ClockWeek {
  /** Further calendars by name in lower case. */
  readonly named: readonly (readonly [name: string, week: ClockWeek])[];
  readonly default: 'wall' | 'business';
  /** False: no hours are known, so only wall limits can be counted. */
  readonly known: boolean;
}

/**
 * The calendars as the clocks in the browser take them. Without one in the config: UTC, no hours, `known` false.
 */
export function clockCalendar(model: Model): ClockCalendar {
  const { calendar, calendars } = model;
  return {
    ...weekOf(calendar),
    named: [...calendars].map(([name, one]) => [name, weekOf(one)]),
    default: model.defaultCalendar ?? 'wall',
    known: calendar !== null,
  };
}

function weekOf(calendar: BusinessCalendar | null): ClockWeek {
  return {
    zone: calendar?.zone ?? 'UTC',
    hours: [...(calendar?.hours ?? [])],
    holidays: [...(calendar?.holidays ?? [])].sort(),
  };
}

/** One or two sentences: hours, zone, holidays, how an unstated limit is read. */
export function calendarWords(model: Model): string {
  const unstated =
    model.defaultCalendar === 'business'
      ? 'A limit that does not say counts in business time.'
      : 'A limit that does not say counts round the clock.';
  if (model.calendar === null)
    return `No calendar is configured, so business limits cannot be computed: add calendar with zone and hours to mops.config.yml. ${unstated}`;
  const { hours, holidays, zone } = model.calendar;
  return `Business hours: ${hoursWords(hours)}, time zone ${zone}. ${holidays.size === 0 ? 'No holidays are listed.' : `Closed on ${[...holidays].sort().map(dateWords).join(', ')}.`} A business day is one working day's worth of minutes (${worstWords(workingDayMinutes(model.calendar))}), wherever the clock starts. ${unstated}`;
}

/** `Thu 25 Dec 2026`. */
function dateWords(date: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
    .format(Date.parse(`${date}T00:00:00Z`))
    .replaceAll(',', '');
}

function hoursWords(hours: BusinessCalendar['hours']): string {
  const groups: { from: number; to: number; words: string }[] = [];
  for (let day = 1; day <= 7; day++) {
    const spans = hours.get(day) ?? [];
    if (spans.length === 0) continue;
    const words = spans.map(({ start, end }) => `${clock(start)} to ${clock(end)}`).join(' and ');
    const last = groups.at(-1);
    if (last && last.words === words && last.to === day - 1) last.to = day;
    else groups.push({ from: day, to: day, words });
  }
  return groups
    .map(({ from, to, words }) => `${days[from - 1]}${to > from ? ` to ${days[to - 1]}` : ''} ${words}`)
    .join('; ');
}

function clock(minutes: number): string {
  const time = minutes % 1440;
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

function worstOf(
  { calendar, calendars, defaultCalendar }: Model,
  meaning: SlaMeaning,
): ReturnType<typeof worstWall> {
  return worstWall(meaning, calendar, { defaultCalendar, calendars });
}

/** Wall minutes a limit may take at worst under the team's calendar; null where nothing can be computed. */
export function worstMinutes(model: Model, sla: Sla): number | null {
  if (!hasClock(sla) || !sla.reading.ok) return null;
  const worst = worstOf(model, sla.reading.meaning);
  return worst.ok ? worst.wallMinutes : null;
}

/** The arrival that has to wait longest: `arrives Wed 25 Nov 17:00`; null for a limit that is the same at any time. */
export function worstArrival(model: Model, sla: Sla): string | null {
  if (!hasClock(sla) || !sla.reading.ok) return null;
  const worst = worstOf(model, sla.reading.meaning);
  if (!worst.ok) return null;
  if (worst.arrival === null) return 'whenever it arrives';
  const when = new Intl.DateTimeFormat('en-GB', {
    timeZone: model.calendar?.zone ?? 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(worst.arrival);
  return `arrives ${when.replaceAll(',', '')}`;
}

/** `2 days 16 h`, for a table. */
export function worstWords(minutes: number): string {
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), Math.round(minutes % 60)];
  const parts = [d > 0 ? `${d} d` : '', h > 0 ? `${h} h` : '', m > 0 ? `${m} min` : ''].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '0 min' : parts.join(' ');
}

/** When the team works and when not: calendars have dates alone, people ask by name. */
export const hoursAsked =
  'opening hours,working hours,weekend,night,public holidays,bank holidays,Thanksgiving,Christmas,Boxing Day,New Year,Easter,lunch break'.split(
    ',',
  );
