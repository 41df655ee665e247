import { describe, expect, test } from 'vitest';
import { type BusinessCalendar, dueAt, isoInZone, readSla, worstWall } from '../../src/sla/index.ts';
import { meaningOf, newYork, team } from './team.ts';

function worst(phrase: string, calendar: BusinessCalendar | null = newYork, segment?: string): string {
  const found = worstWall(meaningOf(phrase), calendar, {
    defaultCalendar: null,
    ...(segment === undefined ? {} : { segment }),
  });
  if (!found.ok) return found.message;
  const arrival = found.arrival === null ? 'any time' : isoInZone(calendar?.zone ?? 'UTC', found.arrival);
  return `${found.wallMinutes / 60} h, ${arrival}${found.segment === null ? '' : `, ${found.segment}`}`;
}

describe('the longest wait', () => {
  test('1 business hour: over the weekend on which the clocks go back', () => {
    expect(worst('1 business hour')).toBe('66 h, 2026-10-30T17:00:00-04:00');
  });

  test('without a change of clocks a plain weekend', () => {
    expect(worst('1 business hour', team({ zone: 'UTC' }))).toBe('65 h, 2026-01-02T17:00:00+00:00');
  });

  test('a holiday on Monday makes it 89 hours', () => {
    const calendar = team({ zone: 'America/New_York', holidays: ['2026-05-25'] });
    expect(worst('1 business hour', calendar)).toBe('89 h, 2026-05-22T17:00:00-04:00');
  });

  test('holidays of another year are the ones looked at', () => {
    const calendar = team({ zone: 'UTC', holidays: ['2031-12-25', '2031-12-26'] });
    expect(worst('1 business hour', calendar)).toBe('113 h, 2031-12-24T17:00:00+00:00');
  });

  test('deadlines: the lead that has just missed closing, or arrives as Friday begins', () => {
    const calendar = team({ zone: 'UTC' });
    expect(worst('same business day', calendar)).toBe('72 h, 2026-01-02T17:00:00+00:00');
    expect(worst('next business day', calendar)).toBe('89 h, 2026-01-02T00:00:00+00:00');
  });

  test('two clocks: the lead that arrives a minute before closing on Friday', () => {
    const calendar = team({ zone: 'UTC' });
    expect(worst('20 minutes in hours / 4 hours out of hours', calendar)).toBe(
      '64.33333333333333 h, 2026-01-02T16:59:00+00:00',
    );
  });

  test('on a calendar with a name, over the holidays of that one', () => {
    const emea = team({ zone: 'UTC', holidays: ['2026-04-03', '2026-04-06'] });
    const calendars = new Map([['emea', emea]]);
    const reading = readSla('1 business hour (EMEA calendar)', {
      calendars: { usual: newYork, named: calendars },
    });
    if (!reading.ok) throw new Error(reading.message);
    const found = worstWall(reading.meaning, newYork, { defaultCalendar: null, calendars });
    expect(found).toMatchObject({ wallMinutes: 113 * 60, arrival: Date.parse('2026-04-02T17:00Z') });
  });

  test('round the clock it is the limit itself, without any calendar', () => {
    expect(worst('24 hours', null)).toBe('24 h, any time');
    expect(worst('2 weeks', null)).toBe('336 h, any time');
    expect(worst('immediate (automated)', null)).toBe('0 h, any time');
  });

  test('of segments the slowest, or the one asked for', () => {
    const calendar = team({ zone: 'UTC' });
    const phrase = 'High: 1 business hour; Low: 1 business day';
    expect(worst(phrase, calendar)).toBe('72 h, 2026-01-02T17:00:00+00:00, Low');
    expect(worst(phrase, calendar, 'high')).toBe('65 h, 2026-01-02T17:00:00+00:00, high');
  });

  test('a business limit without a calendar says what to add', () => {
    expect(worst('1 business hour', null)).toContain('mops.config.yml');
  });

  test('a calendar that never opens', () => {
    expect(worst('1 business hour', { zone: 'UTC', hours: new Map(), holidays: new Set() })).toContain(
      'no working time',
    );
    expect(worst('next business day', { zone: 'UTC', hours: new Map(), holidays: new Set() })).toContain(
      'no working time',
    );
  });

  test.each([
    '1 business hour',
    '10 business hours',
    '3 business days',
    'same business day',
    'same business day by 13:00',
    'next business day by 10:00 Europe/Berlin',
    'same business day if received before 14:00 Europe/London; next business day otherwise',
    '45 minutes in hours; by 09:00 next business day otherwise',
    'same day',
  ])('no arrival of the year waits longer: %s', (phrase) => {
    const calendar = team({
      zone: 'America/New_York',
      hours: { mon: '09:00-12:00, 13:00-17:00', tue: '09:00-17:00', wed: '09:00-17:00', fri: '22:00-06:00' },
      holidays: ['2026-05-25', '2026-11-24'],
    });
    const found = worstWall(meaningOf(phrase), calendar, { defaultCalendar: null });
    if (!found.ok || found.arrival === null) throw new Error('no worst wait');
    const wait = (arrival: number): number => {
      const due = dueAt(meaningOf(phrase), calendar, arrival, { defaultCalendar: null });
      return due.ok ? due.wallMinutes : Number.NaN;
    };
    expect(wait(found.arrival)).toBe(found.wallMinutes);
    const start = Date.parse('2026-01-01T05:00Z');
    // Arrivals over the year at ever other times of day, and each half hour of the days around the worst one.
    const some = Array.from({ length: 1430 }, (_, index) => start + index * 367 * 60_000);
    const near = Array.from({ length: 96 }, (_, half) => (found.arrival ?? 0) + (half - 48) * 1_800_000);
    expect(Math.max(...[...some, ...near].map(wait))).toBe(found.wallMinutes);
  });
});
