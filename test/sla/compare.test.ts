import { describe, expect, test } from 'vitest';
import { isHotter, rankLimits } from '../../src/sla/index.ts';
import { meaningOf, team } from './team.ts';

describe('ranking limits', () => {
  test.each<[string, string, ReturnType<typeof rankLimits>]>([
    ['1 business hour', '4 business hours', -1],
    ['1 business day', '1 business hour', 1],
    ['1 business day', '8 business hours', 0],
    ['30 min', '1 hour', -1],
    ['60 minutes', '1 hour', 0],
    ['1 week', '7 calendar days', 0],
    ['1 business hour', '24 hours', null],
    ['1 business hour', '24 hours, 24/7', null],
    ['30 min', '30 minutes, 24/7', null],
    ['1 day', '24 hours', null],
    ['1 day', '2 days', -1],
    ['24 hr per touch', '48 hours', null],
    ['24 hr per touch', '48 hours per reply', -1],
    ['every 2 business days', '1 business day', null],
    ['same business day', '4 business hours', null],
    ['same business day', 'next business day', -1],
    ['next business day by 10:00', 'next business day by 12:00', -1],
    ['next business day by 10:00', 'next business day by 12:00 Europe/Berlin', null],
    ['same business day', 'same business day by 13:00', null],
    ['n/a', '1 hour', null],
    ['immediate (automated)', '1 hour', null],
    ['High: 1 business hour; Low: 1 business day', '2 business days', -1],
    ['High: 1 business hour; Low: 1 business day', '4 business hours', null],
    ['Hot: 15 min; Standard: 2 business hours', '4 business hours', null],
    ['20 minutes in hours / 4 hours out of hours', '1 business hour', null],
  ])('%s against %s', (a, b, expected) => {
    const options = { defaultCalendar: null } as const;
    expect(rankLimits(meaningOf(a), meaningOf(b), options)).toBe(expected);
    const back = rankLimits(meaningOf(b), meaningOf(a), options);
    expect(back).toBe(expected === null || expected === 0 ? expected : -expected);
  });

  test('the config settles what a limit without a calendar ranks with', () => {
    const [plain, business, wall] = ['30 min', '1 business hour', '1 hour, 24/7'].map(meaningOf);
    if (!plain || !business || !wall) throw new Error();
    expect(rankLimits(plain, business, { defaultCalendar: 'business' })).toBe(-1);
    expect(rankLimits(plain, wall, { defaultCalendar: 'business' })).toBeNull();
    expect(rankLimits(plain, wall, { defaultCalendar: 'wall' })).toBe(-1);
    expect(rankLimits(plain, business, { defaultCalendar: 'wall' })).toBeNull();
  });

  test('the config settles the day of a deadline, too, and leaves one that says its own', () => {
    const [plain, business, wall] = ['same day', 'next business day', 'next calendar day'].map(meaningOf);
    if (!plain || !business || !wall) throw new Error();
    const against = (other: typeof plain, defaultCalendar: 'business' | 'wall' | null) =>
      rankLimits(plain, other, { defaultCalendar });
    expect(([null, 'business', 'wall'] as const).map((usual) => against(business, usual))).toEqual([
      null,
      -1,
      null,
    ]);
    expect(([null, 'business', 'wall'] as const).map((usual) => against(wall, usual))).toEqual([
      null,
      null,
      -1,
    ]);
  });

  test('a working day is as long as the calendar says', () => {
    const calendar = team({ zone: 'UTC', hours: { mon: '09:00-13:00', tue: '09:00-13:00' } });
    const options = { defaultCalendar: null, calendars: { usual: calendar, named: new Map() } } as const;
    expect(rankLimits(meaningOf('1 business day'), meaningOf('6 business hours'), options)).toBe(-1);
  });

  test.each<[string, Readonly<Record<string, string>>, number]>([
    ['one day is longer', { mon: '09:00-17:00', tue: '09:00-17:00', fri: '09:00-19:00' }, 8],
    ['one day is shorter', { mon: '09:00-17:00', tue: '09:00-17:00', wed: '09:00-13:00' }, 8],
    ['as many are long as short', { mon: '09:00-17:00', tue: '09:00-13:00' }, 8],
    ['every day is half a day', { mon: '09:00-13:00', tue: '14:00-18:00' }, 4],
    ['at noon nobody is there', { mon: '09:00-12:00, 13:00-18:00', tue: '09:00-12:00, 13:00-18:00' }, 8],
    ['there is one day a week', { fri: '08:00-18:00' }, 10],
    ['it is always open', { sat: '00:00-24:00', sun: '00:00-24:00' }, 24],
  ])('a working day is as many hours wherever limits are compared: %s', (_week, hours, long) => {
    for (const zone of ['America/New_York', 'Asia/Kolkata', 'Pacific/Apia'])
      for (const holidays of [[], ['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29']]) {
        const calendar = team({ zone, hours, holidays });
        const options = {
          defaultCalendar: 'wall',
          calendars: { usual: calendar, named: new Map() },
        } as const;
        const ranked = [long - 1, long, long + 1].map((count) =>
          rankLimits(meaningOf('1 business day'), meaningOf(`${count} business hours`), options),
        );
        expect(ranked).toEqual([1, 0, -1]);
      }
  });
});

describe('hotter segments', () => {
  test.each<[string, string, boolean | null]>([
    ['high-signal', 'low-signal', true],
    ['Cold', 'Hot', false],
    ['Warm leads', 'cold', true],
    ['Tier 1', 'Tier 3', true],
    ['P2', 'P1', false],
    ['Hot', 'otherwise', true],
    ['otherwise', 'cold', null],
    ['Tier 1', 'Hot', null],
    ['Enterprise', 'SMB', null],
    ['High', 'Hot', null],
  ])('%s hotter than %s: %s', (a, b, expected) => {
    expect(isHotter(a, b)).toBe(expected);
  });
});
