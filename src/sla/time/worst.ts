/** The longest a lead can wait without the limit being missed, on the wall clock. */

import { limitsIn } from '../limits-in.ts';
import type { BusinessCalendar, SlaMeaning, SlaSegments } from '../meaning.ts';
import { minutesIn } from '../units.ts';
import { type DueOptions, dueAt, limitCalendar } from './due.ts';
import { spansOn } from './open.ts';
import { clockMinutes, type Due } from './walk.ts';
import { dayNumber, firstInstant, isoDate } from './zone.ts';

const minuteMs = 60_000;
/** The year looked at where the calendar names no holidays: any year has the weekends and the clock changes. */
const usualYear = 2026;
const mostYears = 3;

/** `arrival` and `due` are null for a limit that runs round the clock: it is the same at any time. */
export type Worst =
  | {
      readonly ok: true;
      readonly wallMinutes: number;
      readonly arrival: number | null;
      readonly due: number | null;
      readonly segment: string | null;
    }
  | Extract<Due, { ok: false }>;

/**
 * The arrival that waits longest, over the years of the calendar's holidays (at most three, else 2026). Exact: only
 * at a closing, a midnight, a cutoff or a deadline can the wait be longest, and each of them is tried. The earliest
 * of several equal ones is given. Of segments, the slowest, unless one is asked for.
 */
export function worstWall(
  meaning: SlaMeaning,
  calendar: BusinessCalendar | null,
  options: DueOptions,
): Worst {
  if (meaning.kind === 'segments' && options.segment === undefined)
    return worstSegment(meaning, calendar, options);
  const segment = options.segment ?? null;
  const fixed = roundTheClock(meaning, options);
  if (fixed !== null) return { ok: true, wallMinutes: fixed, arrival: null, due: null, segment };
  if (calendar === null) {
    const due = dueAt(meaning, calendar, 0, options);
    if (!due.ok) return due;
  }
  let worst: Worst | null = null;
  const own = limitCalendar(meaning, calendar, options) ?? calendar;
  for (const arrival of candidates(meaning, own)) {
    const due = dueAt(meaning, calendar, arrival, options);
    if (!due.ok) return due;
    if (worst?.ok !== true || due.wallMinutes > worst.wallMinutes) {
      worst = { ok: true, wallMinutes: due.wallMinutes, arrival, due: due.due, segment };
    }
  }
  return (
    worst ?? {
      ok: false,
      reason: 'closed',
      message: 'The calendar has no working time. Check calendar.hours and calendar.holidays.',
    }
  );
}

function worstSegment(meaning: SlaSegments, calendar: BusinessCalendar | null, options: DueOptions): Worst {
  let worst: Worst | null = null;
  for (const { segment } of meaning.segments) {
    const found = worstWall(meaning, calendar, { ...options, segment });
    if (!found.ok) return found;
    if (worst?.ok !== true || found.wallMinutes > worst.wallMinutes) worst = found;
  }
  return worst ?? { ok: false, reason: 'no-limit', message: 'There is no SLA here, so nothing is due.' };
}

/** Minutes of a limit that runs on the wall clock, null for any other. */
function roundTheClock(meaning: SlaMeaning, options: DueOptions): number | null {
  if (meaning.kind === 'instant') return 0;
  if (meaning.kind !== 'duration') return null;
  const calendar = meaning.calendar === 'unstated' ? (options.defaultCalendar ?? 'wall') : meaning.calendar;
  return calendar === 'wall' ? meaning.amount * minutesIn[meaning.unit] : null;
}

/** The instants at which a wait can be longest, in order. */
function candidates(meaning: SlaMeaning, calendar: BusinessCalendar | null): number[] {
  const zone = (meaning.kind === 'none' ? undefined : meaning.tz) ?? calendar?.zone ?? 'UTC';
  const clocks = [0, ...clocksOf(meaning).map(clockMinutes)];
  const years = [...(calendar?.holidays ?? [])].map((date) => Number(date.slice(0, 4)));
  const first = years.length === 0 ? usualYear : Math.min(...years);
  const last = years.length === 0 ? usualYear : Math.min(Math.max(...years), first + mostYears - 1);
  const found = new Set<number>();
  // Only a deadline or a cutoff depends on the date and the time of day; a duration on closings alone.
  const dated = meaning.kind !== 'duration';
  for (let day = dayNumber(`${first}-01-01`); day <= dayNumber(`${last}-12-31`); day += 1) {
    for (const span of calendar === null ? [] : spansOn(calendar, day)) {
      found.add(span.end);
      found.add(span.start);
      // Inside hours another limit holds than at closing: the last moment before it counts too.
      if (meaning.kind === 'conditional') {
        found.add(span.end - minuteMs);
        found.add(span.end - 1);
      }
    }
    if (dated) for (const clock of clocks) found.add(firstInstant(zone, isoDate(day), clock));
  }
  return [...found].sort((a, b) => a - b);
}

/** The clock times a limit speaks of. */
function clocksOf(meaning: SlaMeaning): string[] {
  const named = limitsIn(meaning).flatMap((limit) => (limit.kind === 'deadline' ? [limit.by] : []));
  if (meaning.kind === 'cutoff') named.push(meaning.cutoff);
  return [...new Set(named.filter((clock) => clock.includes(':')))];
}
