import { describe, expect, test } from 'vitest';
import { dueAt } from '../../src/sla/index.ts';
import { due, meaningOf, newYork, team } from './team.ts';

describe('the worked table: Monday to Friday, 09:00 to 17:00, New York', () => {
  test.each([
    ['2026-03-13T16:30-04:00', '1 business hour', '2026-03-16T09:30:00-04:00', 65],
    ['2026-03-13T17:00-04:00', '1 business hour', '2026-03-16T10:00:00-04:00', 65],
    ['2026-03-13T16:00-04:00', '4 business hours', '2026-03-16T12:00:00-04:00', 68],
    ['2026-03-14T12:00-04:00', '30 business minutes', '2026-03-16T09:30:00-04:00', 45.5],
    ['2026-03-13T16:00-04:00', '8 business hours', '2026-03-16T16:00:00-04:00', 72],
    ['2026-03-16T09:00-04:00', '24 business hours', '2026-03-18T17:00:00-04:00', 56],
    ['2026-03-16T09:00-04:00', '1 business day', '2026-03-16T17:00:00-04:00', 8],
    ['2026-03-17T15:00-04:00', '1 business day', '2026-03-18T15:00:00-04:00', 24],
    ['2026-03-17T20:00-04:00', '1 business day', '2026-03-18T17:00:00-04:00', 21],
    ['2026-03-06T16:30-05:00', '1 business hour', '2026-03-09T09:30:00-04:00', 64],
    ['2026-03-07T10:00-05:00', '24 hours (wall clock)', '2026-03-08T11:00:00-04:00', 24],
  ])('%s, %s', (arrival, phrase, at, hours) => {
    expect(due(phrase, arrival)).toBe(`${at}, ${hours} h`);
  });

  test('Friday 22 May 2026 16:30, 1 business hour, Memorial Day on Monday', () => {
    const calendar = team({ zone: 'America/New_York', holidays: ['2026-05-25'] });
    expect(due('1 business hour', '2026-05-22T16:30-04:00', calendar)).toBe(
      '2026-05-26T09:30:00-04:00, 89 h',
    );
  });
});

describe('business durations', () => {
  test('an arrival at opening counts from opening, one before it too', () => {
    expect(due('1 business hour', '2026-03-16T09:00-04:00')).toBe('2026-03-16T10:00:00-04:00, 1 h');
    expect(due('1 business hour', '2026-03-16T08:00-04:00')).toBe('2026-03-16T10:00:00-04:00, 2 h');
  });

  test('an arrival at closing counts from the next opening', () => {
    expect(due('30 business minutes', '2026-03-16T17:00-04:00')).toBe('2026-03-17T09:30:00-04:00, 16.5 h');
  });

  test('a limit used up at closing is due at closing, not at the next opening', () => {
    expect(due('1 business hour', '2026-03-13T16:00-04:00')).toBe('2026-03-13T17:00:00-04:00, 1 h');
  });

  test('a lunch break stops the clock', () => {
    const calendar = team({ zone: 'Europe/Paris', hours: { mon: '09:00-12:00, 13:00-17:00' } });
    expect(due('1 business hour', '2026-03-16T11:30+01:00', calendar)).toBe('2026-03-16T13:30:00+01:00, 2 h');
  });

  test('a shift past midnight belongs to the day it starts on', () => {
    const calendar = team({ zone: 'Europe/Paris', hours: { fri: '22:00-06:00' } });
    expect(due('4 business hours', '2026-03-13T23:00+01:00', calendar)).toBe(
      '2026-03-14T03:00:00+01:00, 4 h',
    );
    expect(due('4 business hours', '2026-03-14T04:00+01:00', calendar)).toBe(
      '2026-03-21T00:00:00+01:00, 164 h',
    );
  });

  test('a holiday on Friday removes the shift that runs into Saturday', () => {
    const calendar = team({ zone: 'Europe/Paris', hours: { fri: '22:00-06:00' }, holidays: ['2026-03-13'] });
    expect(due('1 business hour', '2026-03-14T02:00+01:00', calendar)).toBe(
      '2026-03-20T23:00:00+01:00, 165 h',
    );
  });

  test('a holiday on Saturday leaves the shift that started on Friday', () => {
    const calendar = team({ zone: 'Europe/Paris', hours: { fri: '22:00-06:00' }, holidays: ['2026-03-14'] });
    expect(due('1 business hour', '2026-03-14T02:00+01:00', calendar)).toBe('2026-03-14T03:00:00+01:00, 1 h');
  });

  test('a shift that the clocks skip is no working day', () => {
    const calendar = team({ zone: 'America/New_York', hours: { sun: '02:00-03:00' } });
    expect(due('30 business minutes', '2026-03-08T00:00-05:00', calendar)).toBe(
      '2026-03-15T02:30:00-04:00, 169.5 h',
    );
    expect(due('same business day', '2026-03-08T00:00-05:00', calendar)).toBe(
      '2026-03-15T03:00:00-04:00, 170 h',
    );
  });

  test('clocks that go back give a night shift its extra hour', () => {
    const calendar = team({ zone: 'America/New_York', hours: { sat: '22:00-06:00' } });
    expect(due('8 business hours', '2026-10-31T22:00-04:00', calendar)).toBe(
      '2026-11-01T05:00:00-05:00, 8 h',
    );
  });

  test('clocks that go forward take an hour from a night shift', () => {
    const calendar = team({ zone: 'America/New_York', hours: { sat: '22:00-06:00', mon: '09:00-17:00' } });
    expect(due('8 business hours', '2026-03-07T22:00-05:00', calendar)).toBe(
      '2026-03-09T10:00:00-04:00, 35 h',
    );
  });

  test('a shift that opens in the skipped hour opens when the clocks jump', () => {
    const calendar = team({ zone: 'America/New_York', hours: { sun: '02:30-06:00' } });
    expect(due('1 business hour', '2026-03-08T00:00-05:00', calendar)).toBe('2026-03-08T04:00:00-04:00, 3 h');
  });

  test.each([
    ['Asia/Kathmandu', '2026-03-16T09:00:00+05:45'],
    ['Australia/Adelaide', '2026-03-16T09:00:00+10:30'],
    ['Australia/Lord_Howe', '2026-03-16T09:00:00+11:00'],
    ['America/St_Johns', '2026-03-16T09:00:00-02:30'],
  ])('zones off the full hour: %s', (zone, opening) => {
    expect(due('1 business hour', '2026-03-14T12:00Z', team({ zone }))).toContain(
      opening.replace('09:00', '10:00'),
    );
  });

  test('half an hour of summer time in Lord Howe', () => {
    const calendar = team({ zone: 'Australia/Lord_Howe', hours: { sun: '00:00-06:00' } });
    // On 5 April 2026 the clocks go back from 02:00 to 01:30.
    expect(due('6 business hours', '2026-04-05T00:00+11:00', calendar)).toBe(
      '2026-04-05T05:30:00+10:30, 6 h',
    );
  });

  test('one business day is the length most weekdays have', () => {
    const shortFriday = team({
      zone: 'America/New_York',
      hours: {
        mon: '09:00-17:00',
        tue: '09:00-17:00',
        wed: '09:00-17:00',
        thu: '09:00-17:00',
        fri: '09:00-13:00',
      },
    });
    expect(due('1 business day', '2026-03-13T09:00-04:00', shortFriday)).toBe(
      '2026-03-16T13:00:00-04:00, 76 h',
    );
    expect(due('2 business days', '2026-03-16T09:00-04:00', shortFriday)).toBe(
      '2026-03-17T17:00:00-04:00, 32 h',
    );
  });

  test('seconds of an arrival are kept', () => {
    const answer = dueAt(meaningOf('1 business hour'), newYork, Date.parse('2026-03-16T09:00:30-04:00'), {
      defaultCalendar: null,
    });
    expect(answer).toMatchObject({ ok: true, due: Date.parse('2026-03-16T10:00:30-04:00'), wallMinutes: 60 });
  });
});

describe('deadlines', () => {
  test('same business day: until closing when the team has not closed, before opening too', () => {
    expect(due('same business day', '2026-03-16T07:00-04:00')).toBe('2026-03-16T17:00:00-04:00, 10 h');
    expect(due('same business day', '2026-03-16T16:59-04:00')).toContain('2026-03-16T17:00:00-04:00');
  });

  test('same business day at closing or on a Saturday: the next business day', () => {
    expect(due('same business day', '2026-03-13T17:00-04:00')).toBe('2026-03-16T17:00:00-04:00, 72 h');
    expect(due('EOD', '2026-03-14T12:00-04:00')).toBe('2026-03-16T17:00:00-04:00, 53 h');
  });

  test('same business day in a night shift is the day the shift started on', () => {
    const calendar = team({ zone: 'Europe/Paris', hours: { fri: '22:00-06:00', mon: '09:00-17:00' } });
    expect(due('same business day', '2026-03-14T02:00+01:00', calendar)).toBe(
      '2026-03-14T06:00:00+01:00, 4 h',
    );
  });

  test('next business day is the first with a later date, also for a lead before opening', () => {
    expect(due('next business day', '2026-03-16T07:00-04:00')).toBe('2026-03-17T17:00:00-04:00, 34 h');
    expect(due('next business day', '2026-03-13T16:00-04:00')).toBe('2026-03-16T17:00:00-04:00, 73 h');
    expect(due('next business day by 10am', '2026-03-14T12:00-04:00')).toBe(
      '2026-03-16T10:00:00-04:00, 46 h',
    );
  });

  test('next business day after a holiday', () => {
    const calendar = team({ zone: 'America/New_York', holidays: ['2026-05-25'] });
    expect(due('next business day', '2026-05-22T16:30-04:00', calendar)).toContain(
      '2026-05-26T17:00:00-04:00',
    );
  });

  test('a clock time that is past means the next business day', () => {
    expect(due('same business day by 13:00', '2026-03-16T12:00-04:00')).toContain(
      '2026-03-16T13:00:00-04:00',
    );
    expect(due('same business day by 13:00', '2026-03-16T14:00-04:00')).toContain(
      '2026-03-17T13:00:00-04:00',
    );
  });

  test('an arrival at closing has missed the business day, whatever the clock time', () => {
    expect(due('same business day by 20:00', '2026-03-16T16:59-04:00')).toContain(
      '2026-03-16T20:00:00-04:00',
    );
    expect(due('same business day by 20:00', '2026-03-16T17:00-04:00')).toContain(
      '2026-03-17T20:00:00-04:00',
    );
  });

  test('a zone in the phrase sets the date and the clock time', () => {
    // 20:00 in New York on Monday is already Tuesday in Berlin.
    expect(due('by 09:00 next business day, Europe/Berlin', '2026-03-16T20:00-04:00')).toBe(
      '2026-03-18T09:00:00+01:00, 32 h',
    );
  });

  test('same day without a calendar ends at midnight, or at closing when the config says business', () => {
    expect(due('same-day', '2026-03-14T12:00-04:00')).toBe('2026-03-15T00:00:00-04:00, 12 h');
    expect(due('same-day', '2026-03-14T12:00-04:00', newYork, { defaultCalendar: 'business' })).toBe(
      '2026-03-16T17:00:00-04:00, 53 h',
    );
  });
});

describe('cutoffs, two clocks, segments', () => {
  const cutoff = 'Same business day if received before 14:00 Europe/London; next business day otherwise';
  const london = team({ zone: 'Europe/London' });

  test('before the cutoff: the same business day', () => {
    expect(due(cutoff, '2026-03-16T13:59Z', london)).toContain('2026-03-16T17:00:00+00:00');
  });

  test('at the cutoff: the next business day', () => {
    expect(due(cutoff, '2026-03-16T14:00Z', london)).toContain('2026-03-17T17:00:00+00:00');
    expect(due(cutoff, '2026-03-13T15:00Z', london)).toContain('2026-03-16T17:00:00+00:00');
  });

  test('5 minutes in hours, 09:00 of the next business day otherwise', () => {
    const phrase = '5 minutes during business hours; by 09:00 next business day otherwise';
    expect(due(phrase, '2026-03-16T10:00-04:00')).toContain('2026-03-16T10:05:00-04:00');
    expect(due(phrase, '2026-03-14T10:00-04:00')).toContain('2026-03-16T09:00:00-04:00');
    expect(due(phrase, '2026-03-16T16:58-04:00')).toContain('2026-03-17T09:03:00-04:00');
  });

  test('out of hours a plain duration runs round the clock, business time only when it says so', () => {
    expect(due('20 minutes in hours / 4 hours out of hours', '2026-03-14T10:00-04:00')).toContain(
      '2026-03-14T14:00',
    );
    expect(due('20 minutes in hours; 1 business hour otherwise', '2026-03-14T10:00-04:00')).toContain(
      '2026-03-16T10:00',
    );
  });

  test('a segment is found by its name in any case, others by "otherwise"', () => {
    const phrase = 'High-signal: 1 business hour; otherwise: 1 business day';
    const at = '2026-03-16T09:00-04:00';
    expect(due(phrase, at, newYork, { segment: 'HIGH signal leads' })).toContain('2026-03-16T10:00');
    expect(due(phrase, at, newYork, { segment: 'Enterprise' })).toContain('2026-03-16T17:00');
    expect(due(phrase, at)).toBe('The limit depends on the segment. Name one of: high-signal, otherwise.');
  });
});

describe('what cannot be dated says why', () => {
  test('a business limit without a calendar', () => {
    expect(due('1 business hour', '2026-03-16T09:00Z', null)).toContain('calendar: {zone: America/New_York}');
  });

  test('a wall limit needs no calendar', () => {
    expect(due('24 hours', '2026-03-16T09:00Z', null)).toBe('2026-03-17T09:00:00+00:00, 24 h');
  });

  test('a calendar that never opens, and one closed for years by holidays, end with a message', () => {
    const closed = { zone: 'UTC', hours: new Map(), holidays: new Set<string>() };
    expect(due('1 business hour', '2026-03-16T09:00Z', closed)).toContain('no working time');
    expect(due('next business day', '2026-03-16T09:00Z', closed)).toContain('no working time');
    const holidays = new Set<string>();
    for (let at = Date.parse('2026-01-01'); at < Date.parse('2049-01-01'); at += 86_400_000) {
      holidays.add(new Date(at).toISOString().slice(0, 10));
    }
    const away = { ...newYork, holidays };
    expect(due('1 business hour', '2026-03-16T09:00Z', away)).toContain('no working time');
    expect(due('same business day', '2026-03-16T09:00Z', away)).toContain('no working time');
  });

  test('a limit of decades', () => {
    expect(due('90000 business days', '2026-03-16T09:00Z')).toContain('more than 20 years');
    expect(due('90000 weeks', '2026-03-16T09:00Z')).toContain('more than 20 years');
  });

  test('no SLA', () => {
    expect(due('n/a', '2026-03-16T09:00Z')).toBe('There is no SLA here, so nothing is due.');
  });
});
