/** Limits on a calendar with a name: its zone, hours and holidays hold for due times, steps and counted minutes. */

import { expect, test } from 'vitest';
import { exportTests } from '../../src/export/tests.ts';
import { answerLead } from '../../src/lead/answer.ts';
import type { Lead, LeadQuestion } from '../../src/lead/lead.ts';
import { modelOf } from '../draft/lifecycle.ts';

const config = `
calendar:
  zone: America/New_York
  default: business
  holidays: [2026-05-25]
calendars:
  EMEA: {zone: Europe/London, holidays: [2026-04-03, 2026-04-06]}
  Gulf: {zone: Asia/Dubai, hours: {sun: "08:00-16:00", mon: "08:00-16:00", tue: "08:00-16:00", wed: "08:00-16:00", thu: "08:00-16:00"}}
`;

function ask(sla: string, question: Partial<LeadQuestion> = {}): Lead {
  const text = `
## BR-MOPS-002: Lifecycle Stage — MQL
Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: MQL
Owner: BDR
SLA: ${sla}
`;
  const answer = answerLead(modelOf([{ path: 'SoT/a.md', text }], config), { stage: 'MQL', ...question });
  if (!answer.ok) throw new Error(answer.message);
  return answer.lead;
}

const dues = ({ clocks }: Lead) => clocks.map(({ due }) => due);
const steps = ({ clocks }: Lead) => clocks.flatMap(({ escalations }) => escalations.map(({ at }) => at));

test.each([
  // 17:00 in London is 13:00 in New York until 29 March, when both are five hours apart again.
  ['before London changes its clocks', '2026-03-27T12:30:00-04:00', '2026-03-30T04:30:00-04:00'],
  ['the same wait a week later', '2026-04-01T11:30:00-04:00', '2026-04-02T04:30:00-04:00'],
  [
    'over its own holidays: Good Friday and Easter Monday',
    '2026-04-02T11:30:00-04:00',
    '2026-04-07T04:30:00-04:00',
  ],
  ['not over the holidays of the other calendar', '2026-05-25T06:00:00-04:00', '2026-05-25T07:00:00-04:00'],
  ['at the very closing', '2026-03-26T13:00:00-04:00', '2026-03-27T06:00:00-04:00'],
])('one business hour of EMEA, %s', (_name, at, due) => {
  expect(dues(ask('1 business hour (EMEA calendar)', { at }))).toEqual([due]);
});

test('a Sunday is a working day where the calendar says so', () => {
  const lead = ask('2 business hours (Gulf calendar)', { at: '2026-03-15T15:00:00+04:00' });
  expect(dues(lead)).toEqual(['2026-03-16T01:00:00-04:00']);
});

test('an arrival without an offset stays local to the usual calendar', () => {
  expect(dues(ask('1 business hour (EMEA calendar)', { at: '2026-03-26T04:00' }))).toEqual([
    '2026-03-26T06:00:00-04:00',
  ]);
});

test('the part of a segment runs on its own calendar, and a part with a calendar of its name on that', () => {
  const limit = 'AMER: 1 business hour; EMEA: 2 business hours; GCC: 1 business hour (Gulf calendar)';
  const at = '2026-03-13T16:30:00-04:00';
  expect(dues(ask(limit, { at, region: 'AMER' }))).toEqual(['2026-03-16T09:30:00-04:00']);
  expect(dues(ask(limit, { at, region: 'EMEA' }))).toEqual(['2026-03-16T07:00:00-04:00']);
  expect(dues(ask(limit, { at, region: 'GCC' }))).toEqual(['2026-03-15T01:00:00-04:00']);
});

test('a step runs on the calendar of its clock: at a time, a multiple, after the breach', () => {
  const sla = `1 business hour (EMEA calendar)
Escalation: At 2 business hours notify the SDR manager; at 3x reassign to another BDR; 1 hour after breach return to Nurture`;
  expect(steps(ask(sla, { at: '2026-04-02T11:30:00-04:00' }))).toEqual([
    '2026-04-07T05:30:00-04:00',
    '2026-04-07T06:30:00-04:00',
    '2026-04-07T05:30:00-04:00',
  ]);
});

test('a step that names a calendar runs on that one', () => {
  const sla = `1 business hour
Escalation: At 2 business hours (EMEA calendar) notify the London desk`;
  expect(steps(ask(sla, { at: '2026-03-16T12:30:00-04:00' }))).toEqual(['2026-03-17T06:30:00-04:00']);
});

test('while the segment is not known, a time on the calendar of a segment is not told either', () => {
  const sla = `AMER: 1 business hour; EMEA: 2 business hours
Escalation: At 3 business hours notify the SDR manager`;
  const lead = ask(sla, { at: '2026-03-16T12:30:00-04:00' });
  expect(steps(lead)).toEqual([null]);
  expect(lead.open).toEqual([
    'Which segment? The response limit "AMER: 1 business hour; EMEA: 2 business hours" knows AMER, EMEA.',
  ]);
});

test('each clock of a stage has its own calendar', () => {
  const sla = `
  Response: 1 business hour (EMEA calendar)
  Acceptance: 1 business hour
  Maximum time in stage: 1 business day (Gulf calendar)`;
  expect(dues(ask(sla, { at: '2026-03-13T12:30:00-04:00' }))).toEqual([
    '2026-03-16T05:30:00-04:00',
    '2026-03-13T13:30:00-04:00',
    '2026-03-15T08:00:00-04:00',
  ]);
});

test('trials for the CRM take the calendar of the limit', () => {
  const text = `
## BR-MOPS-002: Lifecycle Stage — MQL
Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: MQL
Owner: BDR
SLA: 1 business hour (EMEA calendar)
`;
  const rows = exportTests(modelOf([{ path: 'SoT/a.md', text }], config));
  expect(rows).toContain(
    'at 2026-01-12T10:00:00-05:00 (in working hours),nobody has answered yet,Response due 2026-01-12T11:00:00-05:00',
  );
  expect(rows).toContain(
    'at 2026-01-12T17:00:00-05:00 (at closing time),nobody has answered yet,Response due 2026-01-13T05:00:00-05:00',
  );
});
