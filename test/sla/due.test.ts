import { describe, expect, test } from 'vitest';
import { type BusinessCalendar, dueAt, isoInZone, readCalendar, readSla } from '../../src/sla/index.ts';

const zone = 'America/New_York';

function calendar(source: Parameters<typeof readCalendar>[0] = { zone }): BusinessCalendar {
  const reading = readCalendar(source);
  if (!reading.ok || reading.calendar === null) throw new Error(JSON.stringify(reading));
  return reading.calendar;
}

/** Due time of a phrase as "2026-03-16T09:30:00-04:00, 65 h". */
function due(phrase: string, arrival: string, team: BusinessCalendar | null = calendar(), segment?: string): string {
  const reading = readSla(phrase);
  if (!reading.ok) throw new Error(reading.message);
  const answer = dueAt(reading.meaning, team, Date.parse(arrival), {
    defaultCalendar: 'wall',
    ...(segment === undefined ? {} : { segment }),
  });
  if (!answer.ok) return answer.message;
  return `${isoInZone(team?.zone ?? 'UTC', answer.due)}, ${answer.wallMinutes / 60} h`;
}

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

  test('Friday 22 May 2026 16:30, Memorial Day on Monday', () => {
    const team = calendar({ zone, holidays: ['2026-05-25'] });
    expect(due('1 business hour', '2026-05-22T16:30-04:00', team)).toBe('2026-05-26T09:30:00-04:00, 89 h');
  });
});
