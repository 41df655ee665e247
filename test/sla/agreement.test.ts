import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BusinessCalendar, dueAt, isoInZone, localTime, readSla } from '../../src/sla/index.ts';
import { occurrences } from '../../src/sla/time/zone.ts';
import { shown, walkDeadline, walkDuration } from './walk.ts';

const step = 15;
const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'America/St_Johns',
  'Africa/Casablanca',
  'America/Santiago',
  'Pacific/Apia',
  'UTC',
];

/** A day's spans at quarter hours: none, one, one with a break, or a night shift. */
const daySpans = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 4 })
      .map((quarters) => quarters.sort((a, b) => a - b).map((quarter) => quarter * step))
      .map(([a = 0, b = 15, c, d]) => [
        { start: a, end: b },
        ...(c === undefined || d === undefined ? [] : [{ start: c, end: d }]),
      ]),
  },
);

const week = fc
  .tuple(daySpans, daySpans, daySpans, daySpans, daySpans, daySpans, daySpans, fc.integer({ min: 0, max: 7 }))
  .map(([...days]) => {
    const night = days.pop() as number;
    const hours = new Map<number, { start: number; end: number }[]>();
    (days as { start: number; end: number }[][]).forEach((spans, index) => {
      if (spans.length > 0) hours.set(index + 1, spans);
    });
    // One weekday has a night shift, where the next day leaves room for it.
    if (night > 0) {
      const room = hours.get((night % 7) + 1)?.[0]?.start ?? 360;
      hours.set(
        night,
        [{ start: 1320, end: 1440 + Math.min(room, 360) }].filter((span) => span.end > span.start),
      );
    }
    if (hours.size === 0) hours.set(1, [{ start: 540, end: 1020 }]);
    return hours;
  });

const calendars = fc
  .record({
    zone: fc.constantFrom(...zones),
    hours: week,
    holidays: fc.array(fc.integer({ min: 0, max: 420 }), { maxLength: 6 }),
  })
  .map(
    ({ zone, hours, holidays }): BusinessCalendar => ({
      zone,
      hours,
      holidays: new Set(
        holidays.map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
      ),
    }),
  );

/** Arrivals of 2026, half of them in the weeks in which clocks change somewhere. */
const arrivals = fc
  .oneof(
    fc.integer({ min: 0, max: 365 * 96 }),
    ...['2026-03-06', '2026-03-27', '2026-04-03', '2026-09-04', '2026-10-02', '2026-10-23', '2026-10-30'].map(
      (date) =>
        fc
          .integer({ min: 0, max: 4 * 96 })
          .map((quarters) => (Date.parse(date) - Date.UTC(2026, 0, 1)) / 900_000 + quarters),
    ),
  )
  .map((quarters) => Date.UTC(2026, 0, 1) + quarters * step * 60_000);

function found(phrase: string, calendar: BusinessCalendar, arrival: number): string {
  const reading = readSla(phrase);
  if (!reading.ok) throw new Error(reading.message);
  const due = dueAt(reading.meaning, calendar, arrival, { defaultCalendar: 'wall' });
  return due.ok ? isoInZone(calendar.zone, due.due) : due.message;
}

describe('the module and a walk along the clock agree', () => {
  test('on business durations', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(calendars, arrivals, fc.integer({ min: 1, max: 60 }), (calendar, arrival, quarters) => {
        const walked = walkDuration({ step, calendar }, arrival, quarters * step);
        expect(found(`${quarters * step} business minutes`, calendar, arrival)).toBe(
          isoInZone(calendar.zone, walked),
        );
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  test('on "same business day" and "next business day"', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(calendars, arrivals, fc.constantFrom<0 | 1>(0, 1), (calendar, arrival, day) => {
        const walked = walkDeadline({ step, calendar }, arrival, day);
        expect(found(day === 0 ? 'same business day' : 'next business day', calendar, arrival)).toBe(
          isoInZone(calendar.zone, walked),
        );
      }),
      { numRuns: 120, seed: 6 },
    );
  });

  test('on what clocks show, in every zone the runtime knows', { timeout: 60_000 }, () => {
    const all = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.integer({ min: 0, max: 70 * 365 * 1440 }), (zone, minutes) => {
        const instant = minutes * 60_000;
        const { date, minute } = localTime(zone, instant);
        expect(Date.parse(`${date}T00:00Z`) / 60_000 + Math.floor(minute)).toBe(shown(zone, instant));
      }),
      { numRuns: 4000, seed: 7 },
    );
  });

  test('hours that are skipped or come twice are known', () => {
    expect(occurrences('America/New_York', '2026-03-08', 150)).toBe(0);
    expect(occurrences('America/New_York', '2026-11-01', 90)).toBe(2);
    expect(occurrences('America/New_York', '2026-11-02', 90)).toBe(1);
  });
});
