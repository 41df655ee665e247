/** Which of two limits is faster, told only where that is certain. */

import type {
  BusinessCalendar,
  CalendarBook,
  SlaDeadline,
  SlaLimit,
  SlaMeaning,
  SlaSet,
  SlaTerms,
} from './meaning.ts';
import { workingDayMinutes } from './time/open.ts';
import { minutesIn } from './units.ts';

export interface LimitOptions {
  /** How a limit without a calendar is read; while null such limits rank among themselves only. */
  readonly defaultCalendar: 'wall' | 'business' | null;
  /** For the length of a working day; eight hours without one. */
  readonly calendars?: CalendarBook;
}

/** A limit as a stretch of minutes on one clock: `low` is `high` unless it has segments. */
interface Stretch {
  readonly clock: string;
  readonly low: number;
  readonly high: number;
}

/**
 * -1 when `a` is surely faster than `b`, 1 when slower, 0 when equal, null when that cannot be said. Business and
 * wall time never rank against each other, nor the hours of different teams, nor limits of different recurrence, nor deadlines against durations.
 * Limits with segments rank only when all of one are faster than all of the other; two clocks and cutoffs never.
 */
export function rankLimits(a: SlaMeaning, b: SlaMeaning, options: LimitOptions): -1 | 0 | 1 | null {
  if (a.kind === 'none' || b.kind === 'none') return null;
  if (a.recurrence !== b.recurrence) return null;
  const left = stretchOf(a, options);
  const right = stretchOf(b, options);
  if (left === null || right === null || left.clock !== right.clock) return null;
  if (left.high < right.low) return -1;
  if (left.low > right.high) return 1;
  const points = left.low === left.high && right.low === right.high;
  return points && left.low === right.low ? 0 : null;
}

function stretchOf(meaning: SlaSet, options: LimitOptions): Stretch | null {
  switch (meaning.kind) {
    case 'duration':
    case 'deadline':
      return limitStretch(meaning, meaning, options);
    case 'segments': {
      const parts = meaning.segments.map((one) => limitStretch(one.limit, { ...meaning, ...one }, options));
      const [first] = parts;
      if (first === undefined || parts.some(({ clock }) => clock !== first.clock)) return null;
      const low = Math.min(...parts.map((part) => part.low));
      return { clock: first.clock, low, high: Math.max(...parts.map((part) => part.high)) };
    }
    default:
      return null;
  }
}

function limitStretch(
  limit: SlaLimit,
  { tz, on }: Pick<SlaTerms, 'tz' | 'on'>,
  options: LimitOptions,
): Stretch {
  const team = on === undefined ? '' : ` of ${on}`;
  if (limit.kind === 'deadline') return deadlineStretch(limit, tz, options);
  const calendar = limit.calendar === 'unstated' ? (options.defaultCalendar ?? 'unstated') : limit.calendar;
  if (limit.kind === 'instant') return { clock: `${calendar} minutes${team}`, low: 0, high: 0 };
  const { unit } = limit;
  const businessDay = calendar === 'business' && unit === 'day';
  // A day without a calendar may turn out a working day: it ranks among days only.
  const clock = calendar === 'unstated' && unit === 'day' ? 'unstated days' : `${calendar} minutes${team}`;
  const length = businessDay ? workingDayMinutes(teamOf(on, options)) : minutesIn[unit];
  const minutes = limit.amount * length;
  return { clock, low: minutes, high: minutes };
}

function teamOf(on: string | undefined, { calendars }: LimitOptions): BusinessCalendar | null {
  return (on === undefined ? calendars?.usual : calendars?.named.get(on)) ?? null;
}

function deadlineStretch(
  { day, by, calendar: written }: SlaDeadline,
  tz: string | undefined,
  options: LimitOptions,
): Stretch {
  const calendar = written === 'unstated' ? (options.defaultCalendar ?? 'unstated') : written;
  const named = by === 'close' || by === 'open';
  const [hours = 0, minutes = 0] = named ? [by === 'open' ? 0 : 24, 0] : by.split(':').map(Number);
  const at = day * 1440 + hours * 60 + minutes;
  // Opening, closing and a clock time do not rank: nobody knows here when the team works.
  return { clock: `${calendar} deadline ${named ? by : `at ${tz ?? ''}`}`, low: at, high: at };
}
