import { describe, expect, test } from 'vitest';
import { type CalendarSource, readCalendar, workingDayMinutes, zoneProblem } from '../../src/sla/index.ts';
import { team } from './team.ts';

const zone = 'Europe/Berlin';

function issues(source: CalendarSource): string[] {
  const reading = readCalendar(source);
  return reading.ok ? [] : reading.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a calendar from the config', () => {
  test('without hours is Monday to Friday, 09:00 to 17:00', () => {
    const { hours, holidays } = team({ zone });
    expect([...hours.keys()]).toEqual([1, 2, 3, 4, 5]);
    expect(hours.get(1)).toEqual([{ start: 540, end: 1020 }]);
    expect(holidays.size).toBe(0);
  });

  test('with hours: breaks, night shifts, days left out, touching spans made one', () => {
    const { hours } = team({
      zone,
      hours: {
        mon: '13:00-17:00, 09:00-12:00',
        tue: '09:00 – 12:00, 12:00-15:00',
        fri: '22:00-06:00',
        sat: 'closed',
        sun: '00:00-24:00',
      },
    });
    expect(hours.get(1)).toEqual([
      { start: 540, end: 720 },
      { start: 780, end: 1020 },
    ]);
    expect(hours.get(2)).toEqual([{ start: 540, end: 900 }]);
    expect(hours.get(5)).toEqual([{ start: 1320, end: 1800 }]);
    expect([...hours.keys()]).toEqual([1, 2, 5, 7]);
    expect(hours.get(7)).toEqual([{ start: 0, end: 1440 }]);
  });

  test('without a zone there is no calendar, and no error: --zone may bring one', () => {
    const source = { default: 'business', hours: { mon: '10:00-12:00' } } as const;
    expect(readCalendar(source)).toEqual({ ok: true, calendar: null });
    const reading = readCalendar(source, 'Asia/Tokyo');
    expect(reading).toMatchObject({ ok: true, calendar: { zone: 'Asia/Tokyo' } });
  });

  test('a zone from the command line stands in for the config', () => {
    expect(readCalendar({ zone }, 'Asia/Tokyo')).toMatchObject({ calendar: { zone: 'Asia/Tokyo' } });
  });

  test.each<[string, CalendarSource, string]>([
    [
      'a zone nobody knows',
      { zone: 'Europe/Atlantis' },
      'calendar.zone: There is no time zone "Europe/Atlantis"',
    ],
    [
      'EST',
      { zone: 'EST' },
      'calendar.zone: "EST" is a fixed offset and wrong half the year. Write the IANA name, for example America/New_York.',
    ],
    ['PST', { zone: 'pst' }, 'America/Los_Angeles'],
    ['Eastern', { zone: 'Eastern' }, '"Eastern" is no IANA time zone. Write America/New_York.'],
    ['an offset', { zone: '+02:00' }, 'fixed offset'],
    ['UTC+2', { zone: 'UTC+2' }, 'fixed offset'],
    [
      'hours in words',
      { zone, hours: { mon: 'nine to five' } },
      'calendar.hours.mon: "nine to five" is no time span. Write mon: "09:00-17:00"',
    ],
    ['25:00', { zone, hours: { mon: '09:00-25:00' } }, 'calendar.hours.mon'],
    ['an empty span', { zone, hours: { mon: '09:00-09:00' } }, 'calendar.hours.mon'],
    [
      'overlapping spans',
      { zone, hours: { tue: '09:00-12:00, 11:00-17:00' } },
      'calendar.hours.tue: The spans of tue overlap',
    ],
    [
      'a night shift into the next day',
      { zone, hours: { fri: '22:00-06:00', sat: '05:00-09:00' } },
      'calendar.hours.sat: The shift that starts on fri runs into the hours of sat',
    ],
    [
      'a night shift from Sunday into Monday',
      { zone, hours: { sun: '22:00-10:00', mon: '09:00-17:00' } },
      'calendar.hours.mon',
    ],
    ['no hours on any day', { zone, hours: {} }, 'calendar.hours: No day has working hours'],
    [
      'a date that is none',
      { zone, holidays: ['2026-12-25', '2026-02-30'] },
      'calendar.holidays.1: "2026-02-30" is no date',
    ],
    ['a date in words', { zone, holidays: ['Christmas'] }, 'calendar.holidays.0'],
    ['a date the American way', { zone, holidays: ['12/25/2026'] }, 'calendar.holidays.0'],
  ])('%s is refused with its key', (_, source, message) => {
    const found = issues(source);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  test('every mistake is told at once', () => {
    expect(issues({ zone: 'EST', hours: { mon: 'x', tue: 'y' }, holidays: ['z'] })).toHaveLength(4);
  });

  test('zones by their usual names are fine', () => {
    for (const name of ['America/New_York', 'europe/london', 'UTC', 'Asia/Kolkata', 'US/Eastern']) {
      expect(zoneProblem(name)).toBeNull();
    }
  });
});

describe('the length of a working day', () => {
  test('is what most weekdays have; the longer of two equally common', () => {
    expect(workingDayMinutes(null)).toBe(480);
    expect(workingDayMinutes(team({ zone }))).toBe(480);
    expect(
      workingDayMinutes(
        team({
          zone,
          hours: { mon: '09:00-12:00, 13:00-17:00', tue: '09:00-12:00, 13:00-17:00', fri: '09:00-17:00' },
        }),
      ),
    ).toBe(420);
    expect(workingDayMinutes(team({ zone, hours: { mon: '09:00-17:00', tue: '09:00-13:00' } }))).toBe(480);
    expect(workingDayMinutes(team({ zone, hours: { fri: '22:00-06:00' } }))).toBe(480);
  });
});
