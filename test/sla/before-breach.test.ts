/** Steps that count back from the limit: "15 minutes before breach". */
import { expect, test } from 'vitest';
import { stepDue } from '../../src/sla/escalation/due.ts';
import { readEscalation, readSla } from '../../src/sla/index.ts';

const arrival = Date.UTC(2026, 2, 9, 10, 0);

function counted(limit: string, escalation: string): string | null {
  const reading = readSla(limit);
  const [step] = readEscalation(escalation);
  if (!reading.ok || step === undefined) throw new Error(`${limit} / ${escalation}`);
  const found = stepDue(step, reading.meaning, {
    calendar: null,
    defaultCalendar: 'wall',
    calendars: new Map(),
    segment: null,
    arrival,
    due: arrival + 3_600_000,
  });
  if (found === null || found === 'no-moment') return found;
  return found.ok ? new Date(found.due).toISOString().slice(11, 16) : found.message;
}

test.each([
  ['1 hour, 24/7', '15 minutes before breach notify the manager', '10:45'],
  ['90 minutes, 24/7', '1 hour before the limit notify the manager', '10:30'],
  ['1 hour, 24/7', '2 hours before breach notify the manager', 'no-moment'],
  ['2 days, 24/7', '1 hour before breach notify the manager', 'no-moment'],
  ['1 hour, 24/7', '15 minutes after breach notify the manager', '11:15'],
])('%s, "%s": %s', (limit, escalation, at) => {
  expect(counted(limit, escalation)).toBe(at);
});
