/**
 * Due times by walking the clock on the wall in small steps: slow, obvious, and sharing nothing with the module
 * (the zone comes from Intl, not from the library). A span is open from the moment the clock first shows its start
 * or later to the moment it first shows its end or later.
 */

import type { BusinessCalendar } from '../../src/sla/index.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

export interface Walk {
  readonly step: number;
  readonly calendar: BusinessCalendar;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a zone's clocks show, as minutes since 1970 on that clock. */
export function shown(zone: string, instant: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(zone, format);
  const part: { [type: string]: number } = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute) / minuteMs;
}

/** Instants from two days before `from`, each with the latest time the clock has shown by then. */
function* clock({ step, calendar }: Walk, from: number): Generator<{ instant: number; latest: number }> {
  let latest = Number.NEGATIVE_INFINITY;
  for (let instant = from - 2 * dayMs; instant < from + 60 * dayMs; instant += step * minuteMs) {
    latest = Math.max(latest, shown(calendar.zone, instant));
    if (instant >= from) yield { instant, latest };
  }
}

function spansOf(calendar: BusinessCalendar, day: number): readonly { start: number; end: number }[] {
  const date = new Date(day * dayMs);
  if (calendar.holidays.has(date.toISOString().slice(0, 10))) return [];
  return calendar.hours.get(date.getUTCDay() === 0 ? 7 : date.getUTCDay()) ?? [];
}

function isOpen(calendar: BusinessCalendar, latest: number): boolean {
  const today = Math.floor(latest / 1440);
  return [today - 1, today].some((day) =>
    spansOf(calendar, day).some(
      (span) => latest >= day * 1440 + span.start && latest < day * 1440 + span.end,
    ),
  );
}

/** When `minutes` of open time have passed; a multiple of the step. */
export function walkDuration(walk: Walk, arrival: number, minutes: number): number {
  let left = minutes;
  for (const { instant, latest } of clock(walk, arrival)) {
    if (left <= 0) return instant;
    if (isOpen(walk.calendar, latest)) {
      left -= walk.step;
      if (left <= 0) return instant + walk.step * minuteMs;
    }
  }
  throw new Error('walked too far');
}

/** When the team closes on the arrival's business day (`day` 0) or on the first with a later date (1). */
export function walkDeadline(walk: Walk, arrival: number, day: 0 | 1): number {
  const today = Math.floor(shown(walk.calendar.zone, arrival) / 1440);
  for (let date = day === 1 ? today + 1 : today - 2; ; date += 1) {
    const closing = spansOf(walk.calendar, date).at(-1)?.end;
    if (closing === undefined) continue;
    for (const { instant, latest } of clock(walk, arrival)) {
      if (latest < date * 1440 + closing) continue;
      if (instant > arrival) return instant;
      break;
    }
  }
}
