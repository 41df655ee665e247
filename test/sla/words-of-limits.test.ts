import { expect, test } from 'vitest';
import { answerDue, answerSla, readBook, readSla, rowOf } from '../../src/sla/index.ts';

const config = {
  calendar: { zone: 'America/New_York' },
  calendars: {
    EMEA: { zone: 'Europe/London' },
    support: { zone: 'America/Los_Angeles', hours: week('09:00-18:00') },
    nonstop: { zone: 'America/New_York', hours: week('00:00-24:00') },
  },
};
const calendars = readBook(config);

function week(hours: string) {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
}

function row(phrase: string, known = false) {
  return rowOf(phrase, readSla(phrase, known ? { calendars } : {}));
}

test.each([
  '≥ 90% within 1 business hour',
  'at least 90% within 1 business hour',
  '90%+ within 1 business hour',
  'P90: 1 business hour',
  '1 business hour (P90)',
  '1 business hour at P90',
  '90th percentile under 1 business hour',
  '1 business hour in 90% of cases',
])('a share of the leads: %s', (phrase) => {
  expect(row(phrase)).toMatchObject({ ok: true, amount: 1, calendar: 'business', attainment: 0.9 });
});

test.each([
  'First touch: 1 business hour; Accept/reject: 1 business day',
  'First touch: 1 business hour / Accept / reject: 1 business day',
  'First touch: 1 business hour, accept/reject: 1 business day',
])('the slash of a label parts no limits: %s', (phrase) => {
  expect(row(phrase)).toMatchObject({ kind: 'segments', parts: [{ amount: 1 }, { amount: 1, unit: 'day' }] });
});

test.each([
  ['4 hours on business days', 'business'],
  ['4 hours on working days', 'business'],
  ['4 hours (business calendar)', 'business'],
  ['4 hours, round the clock', 'wall'],
  ['4 hours day and night', 'wall'],
])('which clock: %s', (phrase, calendar) => {
  expect(row(phrase)).toMatchObject({ ok: true, amount: 4, calendar });
});

test.each([
  ['First thing next business day', '2026-03-16T09:00:00-04:00'],
  ['start of the next business day', '2026-03-16T09:00:00-04:00'],
  ['beginning of next business day', '2026-03-16T09:00:00-04:00'],
  ['next business day at opening', '2026-03-16T09:00:00-04:00'],
  ['first thing in the morning', '2026-03-16T09:00:00-04:00'],
])('opening time: %s', (phrase, due) => {
  const answer = answerDue({ phrase, arrival: '2026-03-13T10:00', calendar: config.calendar });
  expect(answer.json).toMatchObject({ due });
});

test.each(['15 minutes (max 30 minutes)', '1 hour (at most 2 hours)', '15 min (hard limit 30 min)'])(
  'a target and a maximum are two limits: %s',
  (phrase) => expect(row(phrase)).toMatchObject({ ok: false, code: 'two-values' }),
);

test.each([
  '1 business hour: call the lead',
  '1 business hour, then call',
  '1 business hour - call and email',
])('a limit with what to do behind it: %s', (phrase) => {
  expect(row(phrase)).toMatchObject({ ok: false, code: 'mixed' });
  expect(row(phrase)['message']).toContain("'1 business hour' is a limit");
});

test.each([
  ['1 hour (EMEA calendar)', 'emea'],
  ['1 hour, EMEA calendar', 'emea'],
  ['1 hour on the EMEA calendar', 'emea'],
  ['1 hour during EMEA business hours', 'emea'],
  ['1 business hour (Mon–Fri 9–6 PST)', 'support'],
  ['1 business hour (9am-6pm PT)', 'support'],
  ['48 hours excluding weekends', 'nonstop'],
  ['48 hours (not counting weekends)', 'nonstop'],
])(
  'a calendar in words is honoured where it is configured, else refused with its lines: %s',
  (phrase, on) => {
    expect(row(phrase, true)).toMatchObject({ ok: true, calendar: 'business', on });
    const bare = row(phrase);
    expect(bare).toMatchObject({ ok: false, code: 'calendar' });
    expect(bare['message']).toMatch(
      /calendars: \{\w+: \{zone: [\w/]+, hours: \{mon: "[\d:-]+", .*fri: "[\d:-]+"\}\}\}/,
    );
  },
);

test('hours that are the usual calendar’s need no name', () => {
  expect(row('2 hours (Mon-Fri 9-5)', true)).toMatchObject({ ok: true, calendar: 'business' });
  expect(row('2 hours (Mon-Fri 9-5)', true)).not.toHaveProperty('on');
  expect(row('2 hours (Mon-Fri 8-8)', true)).toMatchObject({ ok: false, code: 'calendar' });
  expect(row('2 days excluding weekends')).toMatchObject({ unit: 'day', calendar: 'business' });
});

test('segments run on their own calendars', () => {
  const phrase = 'AMER: 1 business hour; EMEA: 2 business hours (EMEA calendar)';
  expect(row(phrase, true)).toMatchObject({ kind: 'segments', parts: [{ segment: 'AMER' }, { on: 'emea' }] });
  const answer = answerDue({ phrase, arrival: '2026-03-13T16:30', calendar: config.calendar, calendars });
  expect(answer.json).toMatchObject({
    segments: [
      { segment: 'AMER', due: '2026-03-16T09:30:00-04:00' },
      { segment: 'EMEA', due: '2026-03-16T07:00:00-04:00' },
    ],
  });
});

test('a limit on one calendar is answered in its zone', () => {
  const answer = answerDue({
    phrase: '1 hour (EMEA calendar)',
    arrival: '2026-03-13T16:30',
    calendar: config.calendar,
    calendars,
  });
  expect(answer.json).toMatchObject({ due: '2026-03-16T09:30:00+00:00', zone: 'Europe/London' });
});

test('hours without a clock under a business default say what they come to', () => {
  const calendar = { zone: 'America/New_York', default: 'business' as const };
  expect(answerSla('24 hours', { calendar }).text).toContain('3 working days of 8 hours');
  expect(answerSla('24 hours', { calendar }).text).toContain('Write "1 business day"');
  expect(answerSla('48 hours', { calendar }).text).toContain('Write "2 business days"');
  expect(answerSla('4 hours', { calendar }).text).not.toContain('working days');
  expect(answerSla('same day', { calendar }).text).toContain('business day it arrives on');
});

test.each([
  ['30 business minutes UTC', 'calendar', "'UTC'"],
  ['1 business hour (Europe/London)', 'calendar', 'zone: Europe/London'],
  ['1 hour Europe/Madrid', 'calendar', 'zone: Europe/Madrid'],
  ['1 business hour, 9-5 CET', 'calendar', 'zone: Europe/Berlin'],
  ['1 hour Mo-Fr', 'calendar', "'Mo-Fr'"],
  ['1 hour (Mo–Sa 8–20)', 'calendar', 'sat: "08:00-20:00"'],
  ['1 business hour Eastern time', 'timezone', "'America/New_York'"],
  ['1 business hour CEST', 'timezone', "'Europe/Berlin'"],
  ['1 business hour in their time zone', 'timezone', 'lead, owner or office'],
  ["1 hour in the lead's time zone", 'timezone', 'lead, owner or office'],
  ['30 business minutes, 24/7', 'ambiguous', "Write '30 business minutes', or '30 minutes, 24/7'"],
  ['1 business day (24/7)', 'ambiguous', "'1 day, 24/7'"],
  ['end of the week', 'ambiguous', "Write '5 business days'"],
  ['by the end of the month', 'ambiguous', "Write '20 business days'"],
  ['by end of shift', 'ambiguous', "Write 'same business day'"],
])('what a limit cannot say is refused by its name: %s', (phrase, code, says) => {
  const bare = row(phrase);
  expect(bare).toMatchObject({ ok: false, code });
  expect(bare['message']).toContain(says);
});

test('a zone behind a limit is honoured where a calendar runs in it, and is nothing round the clock', () => {
  expect(row('30 business minutes Europe/London', true)).toMatchObject({ ok: true, on: 'emea' });
  expect(row('30 business minutes America/New_York', true)).not.toHaveProperty('on');
  expect(row('1 business hour M-F', true)).toMatchObject({ ok: true, calendar: 'business' });
  expect(row('1 hour UTC, 24/7')).toMatchObject({ ok: true, calendar: 'wall' });
});
