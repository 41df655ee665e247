import { describe, expect, test } from 'vitest';
import { answerDue, answerSla } from '../../src/sla/index.ts';

const calendar = { zone: 'America/New_York' };

describe('mops sla', () => {
  test('says in words how a phrase is read, with the longest wait', () => {
    const { text, exit } = answerSla('<1 business hour', { calendar });
    expect(exit).toBe(0);
    expect(text).toBe(
      [
        '1 business hour',
        '  At most 1 hour of business time; nights, weekends and holidays do not count.',
        '  The clock starts when the lead enters the stage.',
        '  At worst a lead waits 66 h: one that arrives Fri 2026-10-30 17:00 is due Mon 2026-11-02 10:00 (America/New_York).',
        '',
      ].join('\n'),
    );
  });

  test('warns with what to write', () => {
    const { text } = answerSla('30 min');
    expect(text).toContain('It does not say which clock, so it counts round the clock.');
    expect(text).toContain(
      'Warning (calendar-unstated): Which clock? Write "business" or "24/7", or set calendar.default',
    );
    expect(answerSla('30 min', { calendar: { default: 'wall' } }).text).not.toContain('Warning');
    expect(answerSla('30 min', { calendar: { default: 'business' } }).text).toContain(
      'the config says business time',
    );
  });

  test('prints the fields of the conformance table', () => {
    expect(answerSla('every 3 days, up to 3 attempts').json).toEqual({
      phrase: 'every 3 days, up to 3 attempts',
      ok: true,
      kind: 'duration',
      amount: 3,
      unit: 'day',
      calendar: 'unstated',
      recurrence: 'every',
      max: 3,
      warn: 'calendar-unstated',
    });
    expect(answerSla('same day by 13:00').json).toMatchObject({
      warn: 'calendar-unstated',
      warnings: ['calendar-unstated', 'needs-timezone'],
    });
  });

  test.each([
    [
      'Hot: immediate (automated); Cold: next business day by 10:00 UTC',
      [
        { segment: 'Hot', amount: 0, unit: 'minute', calendar: 'wall' },
        { segment: 'Cold', calendar: 'business', deadline: 'next business day 10:00' },
      ],
    ],
    [
      'Hot: same calendar day; Cold: next business day',
      [
        { segment: 'Hot', calendar: 'wall', deadline: 'same calendar day' },
        { segment: 'Cold', calendar: 'business', deadline: 'next business day' },
      ],
    ],
    [
      '5 min in hours; immediate (automated) otherwise',
      [
        { when: 'in-hours', amount: 5, unit: 'minute' },
        { when: 'otherwise', amount: 0, unit: 'minute' },
      ],
    ],
    [
      '5 min in hours; 1 business hour otherwise',
      [
        { when: 'in-hours', amount: 5, unit: 'minute' },
        { when: 'otherwise', amount: 1, unit: 'hour', calendar: 'business' },
      ],
    ],
    [
      'Same business day by 17:00 if received before 12:00 UTC; next business day otherwise',
      [
        { when: 'before-cutoff', deadline: 'same business day 17:00' },
        { when: 'otherwise', deadline: 'next business day' },
      ],
    ],
    [
      'EU: by 10:00 next business day Europe/Berlin; US: by 10:00 next business day America/New_York',
      [
        { segment: 'EU', tz: 'Europe/Berlin', deadline: 'next business day 10:00' },
        { segment: 'US', tz: 'America/New_York', deadline: 'next business day 10:00' },
      ],
    ],
  ])('prints the parts of %s', (phrase, parts) => {
    expect(answerSla(phrase).json.parts).toEqual(parts);
  });

  test('a refused phrase is exit 1 with what to write instead', () => {
    const answer = answerSla('immediate');
    expect(answer.exit).toBe(1);
    expect(answer.text).toBe(
      "Not a limit (instant-human). 'immediate' on a stage owned by a person (BDR) cannot be met or measured. Write '5 minutes', or 'immediate (automated)' if software does it.\n",
    );
    expect(answer.json).toMatchObject({ ok: false, code: 'instant-human' });
    expect(answerSla('immediate', { automated: true }).exit).toBe(0);
  });
});

describe('mops due', () => {
  test('a local time in the config’s zone', () => {
    const answer = answerDue({ phrase: '1 business hour', arrival: '2026-03-13T16:30', calendar });
    expect(answer.exit).toBe(0);
    expect(answer.json).toEqual({
      due: '2026-03-16T09:30:00-04:00',
      zone: 'America/New_York',
      wallMinutes: 3900,
      limit: '1 business hour',
    });
    expect(answer.text).toBe(
      'Arrives Fri 2026-03-13 16:30 (America/New_York).\nDue Mon 2026-03-16 09:30, 65 h later on the wall clock (1 business hour).\n',
    );
  });

  test('--zone without a config: Monday to Friday, 09:00 to 17:00 there', () => {
    const answer = answerDue({
      phrase: '1 business hour',
      arrival: '2026-03-13T16:30',
      zone: 'Asia/Kathmandu',
    });
    expect(answer.json).toMatchObject({ due: '2026-03-16T09:30:00+05:45', zone: 'Asia/Kathmandu' });
  });

  test('--zone moves the team’s hours to another zone', () => {
    const answer = answerDue({
      phrase: '1 business hour',
      arrival: '2026-03-13T16:30',
      calendar,
      zone: 'Europe/Berlin',
    });
    expect(answer.json).toMatchObject({ due: '2026-03-16T09:30:00+01:00', zone: 'Europe/Berlin' });
  });

  test.each([
    '2026-03-13T16:30-04:00',
    '2026-03-13T20:30Z',
    '2026-03-13 20:30:00+00:00',
    '2026-03-14T02:00+0530',
  ])('an offset in the arrival is heeded: %s', (arrival) => {
    expect(answerDue({ phrase: '1 business hour', arrival, calendar }).json).toMatchObject({
      due: '2026-03-16T09:30:00-04:00',
    });
  });

  test('a time that comes twice: the first one is taken, and it is said', () => {
    const answer = answerDue({ phrase: '1 hour, 24/7', arrival: '2026-11-01T01:30', calendar });
    expect(answer.json).toMatchObject({ due: '2026-11-01T01:30:00-05:00', wallMinutes: 60 });
    expect(answer.text).toContain('01:30 comes twice on 2026-11-01');
    const second = answerDue({ phrase: '1 hour, 24/7', arrival: '2026-11-01T01:30-05:00', calendar });
    expect(second.json).toMatchObject({ due: '2026-11-01T02:30:00-05:00' });
  });

  test('a time that is skipped is read as an hour later, and it is said', () => {
    const answer = answerDue({ phrase: '1 hour, 24/7', arrival: '2026-03-08T02:30', calendar });
    expect(answer.json).toMatchObject({ due: '2026-03-08T04:30:00-04:00' });
    expect(answer.text).toContain(
      '02:30 does not exist on 2026-03-08 in America/New_York: the clocks skip it. Read as 03:30.',
    );
  });

  test('every segment is answered, or the one asked for', () => {
    const question = {
      phrase: 'High: 1 business hour; Low: 1 business day',
      arrival: '2026-03-16T09:00',
      calendar,
    };
    expect(answerDue(question).json).toMatchObject({
      due: null,
      segments: [
        { segment: 'High', due: '2026-03-16T10:00:00-04:00', wallMinutes: 60 },
        { segment: 'Low', due: '2026-03-16T17:00:00-04:00', wallMinutes: 480 },
      ],
    });
    expect(answerDue({ ...question, segment: 'low' }).json).toMatchObject({
      due: '2026-03-16T17:00:00-04:00',
      segment: 'low',
    });
    expect(answerDue({ ...question, segment: 'Enterprise' })).toMatchObject({
      exit: 2,
      text: expect.stringContaining('Name one of: High, Low.'),
    });
  });

  test('the config says how a limit without a calendar is read', () => {
    const question = { phrase: '1 hour', arrival: '2026-03-14T12:00' };
    expect(answerDue({ ...question, calendar }).json).toMatchObject({ due: '2026-03-14T13:00:00-04:00' });
    expect(answerDue({ ...question, calendar: { ...calendar, default: 'business' } }).json).toMatchObject({
      due: '2026-03-16T10:00:00-04:00',
    });
  });

  test.each([
    ['no zone at all', { phrase: '1 business hour', arrival: '2026-03-13T16:30' }, 2, 'In which time zone'],
    [
      'a business limit without a calendar',
      { phrase: '1 business hour', arrival: '2026-03-13T16:30Z' },
      2,
      'mops.config.yml',
    ],
    [
      'a zone that is none',
      { phrase: '1 hour', arrival: '2026-03-13T16:30', zone: 'EST' },
      2,
      'America/New_York',
    ],
    [
      'a bad calendar',
      { phrase: '1 hour', arrival: '2026-03-13T16:30', calendar: { ...calendar, holidays: ['soon'] } },
      2,
      '"soon" is no date',
    ],
    ['a bad arrival', { phrase: '1 hour', arrival: 'tomorrow', calendar }, 2, 'Write it as 2026-03-13T16:30'],
    [
      'a date that is none',
      { phrase: '1 hour', arrival: '2026-02-30T10:00', calendar },
      2,
      'is no date with a time',
    ],
    [
      'an hour that is none',
      { phrase: '1 hour', arrival: '2026-02-20T24:30', calendar },
      2,
      'is no date with a time',
    ],
    [
      'a date without a time',
      { phrase: '1 hour', arrival: '2026-03-13', calendar },
      2,
      'is no date with a time',
    ],
    [
      'a phrase that is no limit',
      { phrase: 'ASAP', arrival: '2026-03-13T16:30', calendar },
      1,
      'cannot be measured',
    ],
    ['n/a', { phrase: 'n/a', arrival: '2026-03-13T16:30', calendar }, 1, 'nothing is due'],
  ])('%s', (_, question, exit, message) => {
    const answer = answerDue(question);
    expect(answer.exit).toBe(exit);
    expect(answer.text).toContain(message);
    expect(answer.json).toEqual({ error: expect.stringContaining(message) });
  });
});
