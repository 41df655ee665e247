/** Calendars and questions the tests share. */

import {
  type BusinessCalendar,
  type CalendarSource,
  dueAt,
  isoInZone,
  readCalendar,
  readSla,
  type SlaMeaning,
} from '../../src/sla/index.ts';

export function team(source: CalendarSource): BusinessCalendar {
  const reading = readCalendar(source);
  if (!reading.ok) throw new Error(reading.issues.map(({ message }) => message).join('\n'));
  if (reading.calendar === null) throw new Error('no zone');
  return reading.calendar;
}

export const newYork = team({ zone: 'America/New_York' });

export function meaningOf(phrase: string): SlaMeaning {
  const reading = readSla(phrase);
  if (!reading.ok) throw new Error(reading.message);
  return reading.meaning;
}

/** `2026-03-16T09:30:00-04:00, 65 h`, or why nothing is due. */
export function due(
  phrase: string,
  arrival: string,
  calendar: BusinessCalendar | null = newYork,
  options: { segment?: string; defaultCalendar?: 'wall' | 'business' | null } = {},
): string {
  const answer = dueAt(meaningOf(phrase), calendar, Date.parse(arrival), {
    defaultCalendar: null,
    ...options,
  });
  if (!answer.ok) return answer.message;
  return `${isoInZone(answer.zone ?? 'UTC', answer.due)}, ${answer.wallMinutes / 60} h`;
}
