/** Bugs that other tools shipped in their SLA clocks, each by name. */

import { describe, expect, test } from 'vitest';
import { readCalendar, readSla, worstWall } from '../../src/sla/index.ts';
import { due, meaningOf, newYork, team } from './team.ts';

describe('bugs other people shipped', () => {
  test('frappe/erpnext 38745: the server’s time zone made a fresh case look late', () => {
    // 23:00 in Kolkata is 17:30 UTC: a server that reads local hours in UTC finds the team open and the limit over.
    const kolkata = team({ zone: 'Asia/Kolkata' });
    expect(due('1 business hour', '2026-03-16T23:00+05:30', kolkata)).toBe('2026-03-17T10:00:00+05:30, 11 h');
    expect(due('1 business hour', '2026-03-16T17:30Z', kolkata)).toBe('2026-03-17T10:00:00+05:30, 11 h');
  });

  test('glpi 687: a record created out of hours got a delay of zero', () => {
    expect(due('1 business hour', '2026-03-14T12:00-04:00')).toBe('2026-03-16T10:00:00-04:00, 46 h');
    expect(due('same business day', '2026-03-14T12:00-04:00')).toBe('2026-03-16T17:00:00-04:00, 53 h');
  });

  test('glpi 15429: with a calendar of one’s own the escalation fired at once', () => {
    const evenings = team({ zone: 'Europe/Paris', hours: { wed: '18:00-20:00' } });
    expect(due('2 business hours', '2026-03-18T20:00+01:00', evenings)).toBe(
      '2026-03-25T20:00:00+01:00, 168 h',
    );
  });

  test('osTicket 6847: a lunch break made the due time wrong', () => {
    const withLunch = team({
      zone: 'America/New_York',
      hours: { mon: '09:00-12:00, 13:00-17:00', tue: '09:00-12:00, 13:00-17:00' },
    });
    expect(due('4 business hours', '2026-03-16T11:00-04:00', withLunch)).toBe(
      '2026-03-16T16:00:00-04:00, 5 h',
    );
    expect(due('1 business hour', '2026-03-16T12:30-04:00', withLunch)).toBe(
      '2026-03-16T14:00:00-04:00, 1.5 h',
    );
    expect(due('1 business day', '2026-03-16T13:00-04:00', withLunch)).toBe(
      '2026-03-17T12:00:00-04:00, 23 h',
    );
  });

  test('osTicket 6739: a weekday missing from the schedule broke everything', () => {
    const noWednesday = team({
      zone: 'America/New_York',
      hours: { mon: '09:00-17:00', tue: '09:00-17:00', thu: '09:00-17:00' },
    });
    expect(due('1 business hour', '2026-03-17T16:30-04:00', noWednesday)).toBe(
      '2026-03-19T09:30:00-04:00, 41 h',
    );
    expect(due('next business day', '2026-03-17T12:00-04:00', noWednesday)).toContain(
      '2026-03-19T17:00:00-04:00',
    );
  });

  test('fivetran dbt_zendesk 0.16.0: minutes went wrong across daylight saving', () => {
    expect(due('1 business hour', '2026-03-06T16:30-05:00')).toBe('2026-03-09T09:30:00-04:00, 64 h');
    expect(due('1 business hour', '2026-10-30T16:30-04:00')).toBe('2026-11-02T09:30:00-05:00, 66 h');
    expect(due('24 hours, 24/7', '2026-03-07T10:00-05:00')).toBe('2026-03-08T11:00:00-04:00, 24 h');
    expect(due('24 hours, 24/7', '2026-10-31T10:00-04:00')).toBe('2026-11-01T09:00:00-05:00, 24 h');
  });

  test('zammad 390: a holiday took days that were none', () => {
    const calendar = team({ zone: 'Europe/Berlin', holidays: ['2026-05-01'] });
    expect(due('1 business hour', '2026-04-30T09:00+02:00', calendar)).toContain('2026-04-30T10:00');
    expect(due('1 business hour', '2026-05-01T09:00+02:00', calendar)).toContain('2026-05-04T10:00');
    // The same date of another year is no holiday.
    expect(due('1 business hour', '2025-05-01T09:00+02:00', calendar)).toContain('2025-05-01T10:00');
  });

  test('HELPDESK.AI 3186: "24 hours" over 09-17 became three days and surprised its author', () => {
    expect(due('24 hours', '2026-03-16T09:00-04:00')).toBe('2026-03-17T09:00:00-04:00, 24 h');
    expect(due('24 business hours', '2026-03-16T09:00-04:00')).toBe('2026-03-18T17:00:00-04:00, 56 h');
    expect(meaningOf('24 business hours').warnings).toEqual(['many-business-hours']);
    expect(meaningOf('1 business day').warnings).toEqual([]);
  });

  test('GitLab’s timers: worked wholly out of hours showed 00:00:00 and "met"', () => {
    // The wall time of a wait is told beside the business limit, never zero because nobody was there.
    expect(due('2 business hours', '2026-03-14T08:00-04:00')).toBe('2026-03-16T11:00:00-04:00, 51 h');
  });

  test('Salesforce BusinessHours: what is under a minute was lost', () => {
    expect(due('1 business hour', '2026-03-13T16:59:30-04:00')).toBe(`2026-03-16T09:59:30-04:00, 65 h`);
  });

  test('Zendesk schedules: a shift could not cross midnight', () => {
    const nights = team({ zone: 'America/New_York', hours: { mon: '22:00-06:00', tue: '22:00-06:00' } });
    expect(due('4 business hours', '2026-03-17T04:00-04:00', nights)).toBe('2026-03-18T00:00:00-04:00, 20 h');
  });

  test('EST and PST: fixed offsets, wrong half the year, were taken for New York and Los Angeles', () => {
    expect(readCalendar({ zone: 'EST' })).toMatchObject({ ok: false });
    expect(readSla('by 10am next business day PST')).toMatchObject({
      code: 'timezone',
      message: "'PST' is a fixed offset and wrong half the year. Use an IANA name: 'America/Los_Angeles'.",
    });
    expect(due('next business day by 10:00', '2026-07-15T12:00-04:00')).toContain(
      '2026-07-16T10:00:00-04:00',
    );
    expect(due('next business day by 10:00', '2026-01-15T12:00-05:00')).toContain(
      '2026-01-16T10:00:00-05:00',
    );
  });

  test('duration parsers: junk units were taken in silence', () => {
    for (const phrase of ['1 Stunde', '1 bh', '3 fortnights', '1 hourz'])
      expect(readSla(phrase).ok).toBe(false);
  });

  test('one span a day: calendars with breaks lost the second half', () => {
    const siesta = team({ zone: 'Europe/Madrid', hours: { mon: '09:00-14:00, 17:00-20:00' } });
    expect(due('6 business hours', '2026-03-16T10:00+01:00', siesta)).toBe('2026-03-16T19:00:00+01:00, 9 h');
    const worst = worstWall(meaningOf('1 business hour'), newYork, { defaultCalendar: null });
    expect(worst).toMatchObject({ ok: true, wallMinutes: 66 * 60 });
  });
});
