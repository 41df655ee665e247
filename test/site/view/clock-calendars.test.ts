import { expect, test } from 'vitest';
import { counted, dueNow } from '../../../site/scripts/due.ts';
import { clockCalendar } from '../../../site/view/lifecycle/calendar-words.ts';
import { modelOf } from '../../draft/lifecycle.ts';

const config = `
calendar: {zone: America/New_York, default: business}
calendars: {EMEA: {zone: Europe/London, holidays: [2026-04-03, 2026-04-06]}}
`;

function clockOf(sla: string) {
  const text = `
## BR-MOPS-002: Lifecycle Stage — MQL
Type: Lifecycle-Stage
Status: Active
Stage: MQL
Owner: BDR
SLA: ${sla}
Escalation: At 2 business hours notify the SDR manager
`;
  const model = modelOf([{ path: 'SoT/a.md', text }], config);
  const clock = model.living.stages[0]?.clocks[0];
  if (clock?.sla.reading.ok !== true) throw new Error('no limit');
  const steps = (clock.escalation?.steps ?? []).map((step) => ({ step, what: step.raw }));
  const limit = { key: 'a', label: 'MQL', meaning: clock.sla.reading.meaning, segment: null, steps };
  // As the page carries it.
  return { limit, calendar: JSON.parse(JSON.stringify(clockCalendar(model))) };
}

test('the clock of a page counts on the calendar that the limit names, and says whose hours they are', () => {
  const { limit, calendar } = clockOf('1 business hour (EMEA calendar)');
  expect(counted(limit, calendar, '2026-04-02T11:30')).toMatchObject({
    iso: '2026-04-07T04:30:00-04:00',
    how: '30 min on Thu 2, 30 min on Tue 7. On the wall 4 d 17 h. New York time, working hours of London; Fri 3 Apr, Mon 6 Apr are holidays.',
    steps: [{ iso: '2026-04-07T05:30:00-04:00' }],
  });
  expect(dueNow(limit, calendar, Date.parse('2026-04-02T15:30:00Z'))).toMatchObject({
    iso: '2026-04-07T04:30:00-04:00',
  });
});

test('a limit without one counts on the usual calendar', () => {
  const { limit, calendar } = clockOf('1 business hour');
  expect(counted(limit, calendar, '2026-04-02T16:30')).toMatchObject({
    iso: '2026-04-03T09:30:00-04:00',
    how: '30 min on Thu 2, 30 min on Fri 3. On the wall 17 h. New York time.',
  });
});
