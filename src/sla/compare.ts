/** Which of two limits is faster, told only where that is certain. */

import type { BusinessCalendar, SlaCalendar, SlaDeadline, SlaMeaning, SlaPart } from './meaning.ts';
import { workingDayMinutes } from './time/open.ts';
import { minutesIn } from './units.ts';

export interface CompareOptions {
  /** How a limit without a calendar is read; while null such limits rank among themselves only. */
  readonly defaultCalendar: 'wall' | 'business' | null;
  /** For the length of a working day; eight hours without one. */
  readonly calendar?: BusinessCalendar | null;
}

/** A limit as a stretch of minutes on one clock: `low` is `high` unless it has segments. */
interface Stretch {
  readonly clock: string;
  readonly low: number;
  readonly high: number;
}

/**
 * -1 when `a` is surely faster than `b`, 1 when slower, 0 when equal, null when that cannot be said. Business and
 * wall time never rank against each other, nor limits of different recurrence, nor deadlines against durations.
 * Limits with segments rank only when all of one are faster than all of the other; two clocks and cutoffs never.
 */
export function compareLimits(a: SlaMeaning, b: SlaMeaning, options: CompareOptions): -1 | 0 | 1 | null {
  if (a.recurrence !== b.recurrence) return null;
  const left = stretchOf(a, options);
  const right = stretchOf(b, options);
  if (left === null || right === null || left.clock !== right.clock) return null;
  if (left.high < right.low) return -1;
  if (left.low > right.high) return 1;
  const points = left.low === left.high && right.low === right.high;
  return points && left.low === right.low ? 0 : null;
}

function stretchOf(meaning: SlaMeaning, options: CompareOptions): Stretch | null {
  switch (meaning.kind) {
    case 'duration':
    case 'deadline':
      return partStretch(
        meaning.kind === 'duration'
          ? { amount: meaning.amount ?? 0, unit: meaning.unit ?? 'minute' }
          : {
              deadline: {
                day: meaning.day ?? 0,
                by: meaning.by ?? 'close',
                calendar: meaning.calendar ?? 'unstated',
              },
            },
        meaning.calendar,
        meaning.tz,
        options,
      );
    case 'segments': {
      const parts = (meaning.parts ?? []).map((part) =>
        partStretch(part, part.calendar ?? meaning.calendar, part.tz ?? meaning.tz, options),
      );
      const [first] = parts;
      if (first === undefined || first === null) return null;
      let { low, high } = first;
      for (const part of parts) {
        if (part === null || part.clock !== first.clock) return null;
        low = Math.min(low, part.low);
        high = Math.max(high, part.high);
      }
      return { clock: first.clock, low, high };
    }
    default:
      return null;
  }
}

function partStretch(
  part: SlaPart,
  written: SlaCalendar | null,
  tz: string | undefined,
  options: CompareOptions,
): Stretch | null {
  if (part.deadline !== undefined) return deadlineStretch(part.deadline, tz, options);
  const calendar = written === 'unstated' ? (options.defaultCalendar ?? 'unstated') : written;
  const unit = part.unit ?? 'minute';
  const businessDay = calendar === 'business' && unit === 'day';
  // A day without a calendar may turn out a working day: it ranks among days only.
  const clock = calendar === 'unstated' && unit === 'day' ? 'unstated days' : `${calendar} minutes`;
  const length = businessDay ? workingDayMinutes(options.calendar ?? null) : minutesIn[unit];
  const minutes = (part.amount ?? 0) * length;
  return { clock, low: minutes, high: minutes };
}

function deadlineStretch(
  { day, by, calendar: written }: SlaDeadline,
  tz: string | undefined,
  options: CompareOptions,
): Stretch {
  const calendar = written === 'unstated' ? (options.defaultCalendar ?? 'unstated') : written;
  const named = by === 'close' || by === 'open';
  const [hours = 0, minutes = 0] = named ? [by === 'open' ? 0 : 24, 0] : by.split(':').map(Number);
  const at = day * 1440 + hours * 60 + minutes;
  // Opening, closing and a clock time do not rank: nobody knows here when the team works.
  return { clock: `${calendar} deadline ${named ? by : `at ${tz ?? ''}`}`, low: at, high: at };
}
