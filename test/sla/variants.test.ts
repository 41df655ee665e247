import { describe, expect, test } from 'vitest';
import { printSla, readSla } from '../../src/sla/index.ts';

/** The normal form of an accepted phrase with its warnings, or the code of a refused one. */
function read(phrase: string, automated = false): string {
  const reading = readSla(phrase, { automated });
  if (!reading.ok) return reading.code;
  const { warnings } = reading.meaning;
  return warnings.length === 0
    ? printSla(reading.meaning)
    : `${printSla(reading.meaning)} [${warnings.join(', ')}]`;
}

describe('other ways of writing the same limit', () => {
  test.each([
    ['1 BUSINESS HOUR', '1 business hour'],
    ['  1\u00a0business\u202f hour. ', '1 business hour'],
    ['1\u200b business hour', '1 business hour'],
    ['＜１ business hour', '1 business hour'],
    ['‹1 business hour', '1 business hour'],
    ['⩽ 1 business hour', '1 business hour'],
    ['<= 1 business hour', '1 business hour'],
    ['1 business hour SLA', '1 business hour'],
    ['SLA: 1 business hour', '1 business hour'],
    ['1 business hour or less', '1 business hour'],
    ['1 business hour max', '1 business hour'],
    ['at the latest 1 business hour', '1 business hour'],
    ['within max. 1 business hour', '1 business hour'],
    ['1-business-hour response', '1 business hour'],
    ['one business hour', '1 business hour'],
    ['within five (5) business minutes', '5 business minutes'],
    ['two working days', '2 business days'],
    ['half a business day', '0.5 business days'],
    ['1½ business hours', '90 business minutes'],
    ['an hour and a half (business)', '90 business minutes'],
    ['twenty-four hours, 24/7', '24 hours, 24/7'],
    ['24 x 7: 1 hour', '1 hour, 24/7'],
    ['1 hour around the clock', '1 hour, 24/7'],
    ['24 elapsed hours', '24 hours, 24/7'],
    ['2 days, 24/7', '2 calendar days'],
    ['P1DT2H', '26 hours, 24/7'],
    ['PT1.5H', '90 minutes, 24/7'],
    ['1.5 business days', '1.5 business days'],
    ['15min (business)', '15 business minutes'],
    ['1 week 2 days', '9 calendar days'],
    ['every business day', 'every 1 business day'],
    ['every 2 business days, max 5 touches', 'every 2 business days, up to 5 attempts'],
    ['1 business hour each inbound touch', '1 business hour per touch'],
    ['1 business hour per lead', '1 business hour'],
    ['95 percent in 1 business hour', '95% within 1 business hour'],
    ['1 business hour for 90% of leads', '90% within 1 business hour'],
    ['90% of MQLs within 4 business hours', '90% within 4 business hours'],
    ['1 business hour from assignment', '1 business hour after assignment'],
    ['Within 1 hour of form submit during business hours', '1 business hour after form submit'],
    ['4 business hours to accept or reject', 'accept or reject: 4 business hours'],
    ['1 business hour for first response', 'first response: 1 business hour'],
    ['1 business hour (first touch)', 'first touch: 1 business hour'],
    ['Response: answer within 1 business hour', 'Response: answer: 1 business hour'],
    [
      'Qualification: 4 business hours to accept or reject',
      'Qualification: accept or reject: 4 business hours',
    ],
    ['Respond in under 5 business minutes', 'Respond: 5 business minutes'],
    ['N/A – automated', 'n/a (automated)'],
    ['None.', 'n/a'],
    ['no SLA (nurture)', 'n/a (nurture)'],
    ['immediate (system)', 'immediate (automated)'],
    ['Instant, automated', 'immediate (automated)'],
    ['real-time (automated)', 'immediate (automated)'],
  ])('%s', (phrase, normal) => {
    expect(read(phrase)).toBe(normal);
  });

  test.each([
    ['COB', 'EOD [needs-timezone]'],
    ['by close of business', 'EOD [needs-timezone]'],
    ['EOD Europe/Berlin', 'same business day Europe/Berlin'],
    ['EOD next business day', 'next business day'],
    ['by end of the next business day', 'next business day'],
    ['following working day', 'next business day'],
    ['within the same business day', 'same business day'],
    ['by 5 p.m. same business day Europe/London', 'same business day by 17:00 Europe/London'],
    ['next business day by noon, america/new_york', 'next business day by 12:00 America/New_York'],
  ])('deadline: %s', (phrase, normal) => {
    expect(read(phrase)).toBe(normal);
  });

  test.each([
    [
      'Same business day if it arrives before 2pm Europe/London, otherwise next business day',
      'same business day if received before 14:00 Europe/London; next business day otherwise',
    ],
    [
      'same business day by 17:00 if received before 12:00 Europe/Paris; by 10:00 next business day otherwise',
      'same business day by 17:00 if received before 12:00 Europe/Paris; next business day by 10:00 otherwise',
    ],
    ['In hours: 20 min; Out of hours: 4 hours', '20 minutes during business hours; 4 hours otherwise'],
    [
      '4 hours outside business hours; 20 min during office hours',
      '20 minutes during business hours; 4 hours otherwise',
    ],
    [
      '5 min during working hours, 1 business hour otherwise',
      '5 minutes during business hours; 1 business hour otherwise',
    ],
    [
      'High signal: <1 business hour, LOW-SIGNAL leads: <1 business day',
      'high-signal: 1 business hour; low-signal: 1 business day',
    ],
    [
      '1 business hour for high-signal and 1 business day for low-signal',
      'high-signal: 1 business hour; low-signal: 1 business day',
    ],
    [
      '1 business hour if high-signal; 1 business day otherwise',
      'high-signal: 1 business hour; otherwise: 1 business day',
    ],
    [
      '1 business hour (hot), 4 business hours (warm), 1 business day (all others)',
      'hot: 1 business hour; warm: 4 business hours; otherwise: 1 business day',
    ],
    [
      'Tier 1 5 business minutes; Tier 2 1 business hour',
      'Tier 1: 5 business minutes; Tier 2: 1 business hour',
    ],
    [
      'Hot: 15 min after assignment; Cold: 1 day after assignment',
      'Hot: 15 minutes after assignment; Cold: 1 day after assignment [calendar-unstated]',
    ],
  ])('several limits: %s', (phrase, normal) => {
    expect(read(phrase)).toBe(normal);
  });

  test('"immediate" is a limit where software owns the stage', () => {
    expect(read('Immediate', true)).toBe('immediate (automated)');
    expect(read('immediate')).toBe('instant-human');
  });
});

describe('other ways of writing no limit', () => {
  test.each([
    ['   ', 'empty'],
    ['<duration>', 'placeholder'],
    ['{duration}', 'placeholder'],
    ['[Response time required from new owner]', 'placeholder'],
    ['to be defined', 'placeholder'],
    ['???', 'placeholder'],
    ['As soon as possible', 'no-number'],
    ['ASAP (within 1 hour)', 'no-number'],
    ['right away', 'instant-human'],
    ['within the day', 'ambiguous'],
    ['by 10am', 'ambiguous'],
    ['9:00 next morning', 'ambiguous'],
    ['1 business', 'no-unit'],
    ['1 to 2 hours', 'range'],
    ['between 1 and 2 business hours', 'range'],
    ['every 3–5 days', 'range'],
    ['3 calls in 5 days', 'cadence'],
    ['Daily', 'cadence'],
    ['a few hours', 'vague'],
    ['1 hour or so', 'vague'],
    ['1 hour, ideally 30 min', 'vague'],
    ['mean 4 hours', 'statistic'],
    ['≥ 1 hour', 'lower-bound'],
    ['more than 2 hours', 'lower-bound'],
    ['0.5 minutes', 'unit'],
    ['30 seconds', 'unit'],
    ['2 business weeks', 'unit'],
    ['2 weeks (business)', 'unit'],
    ['1 day 4 hours', 'unit'],
    ['1 quarter', 'unit'],
    ['1,000 minutes', 'number-format'],
    ['1.000,5 hours', 'number-format'],
    ['99999999999999999999 hours', 'number-format'],
    ['120% within 1 hour', 'number-format'],
    ['2 bhrs', 'unknown-unit'],
    ['1 buisness hour', 'unknown-unit'],
    ['1 houre', 'unknown-unit'],
    ['1 hour; 2 hours', 'two-values'],
    ['1 hour and 2 days', 'two-values'],
    ['Hot: 1 hour; hot: 2 hours', 'two-values'],
    ['today', 'relative'],
    ['by Friday', 'relative'],
    ['next week', 'relative'],
    ['24x7', 'coverage'],
    ['90% of leads', 'coverage'],
    ['as in the playbook', 'reference'],
    ['according to BR-MOPS-002', 'reference'],
    ['by 10am CET next business day', 'timezone'],
    ['by 10am next business day Eastern', 'timezone'],
    ['by 10am next business day Europe/Atlantis', 'timezone'],
    ["by 10am next business day, lead's time zone", 'timezone'],
    ['1 business hour EST', 'timezone'],
    ['1 business hour (Enterprise only)', 'segment-gap'],
    ['High-signal: 1 business hour', 'segment-gap'],
    ['Tier 1: 4 business hours; Tier 2: 1 business hour', 'segment-order'],
    ['Hot: 2 business days; otherwise: 4 business hours', 'segment-order'],
    ['1 business hour; notify SDR manager after 2', 'mixed'],
    ['30 min → reassign', 'mixed'],
    ['1 business hour blah', 'mixed'],
    ['same business day if received before 14:00 Europe/London', 'incomplete'],
    ['4 hours out of hours', 'incomplete'],
    ['1 hour after', 'incomplete'],
  ])('%s: %s', (phrase, code) => {
    expect(read(phrase)).toBe(code);
  });

  test('the message quotes the phrase, and no more than 80 characters of it', () => {
    const long = `${'very '.repeat(50)}soon`;
    const reading = readSla(long);
    expect(reading.ok ? '' : reading.message).toMatch(/^'very very .{60,75}…' cannot be measured/);
  });

  test('the message for a segment in the wrong order says what to do', () => {
    const reading = readSla('Hot: 2 business days; Cold: 4 business hours');
    expect(reading).toMatchObject({ message: 'The hotter segment has the longer limit. Swap them?' });
  });

  test('what is suggested can be read', () => {
    const phrases = [
      '~2 hours',
      'usually 4 hours',
      '>3 days',
      '1-2 business days',
      '0:30',
      '1,5 hours',
      '2 months',
      '3 business weeks',
      '1 or 2',
    ];
    for (const phrase of phrases) {
      const reading = readSla(phrase);
      const quoted = reading.ok
        ? []
        : [...reading.message.matchAll(/(?:Write|write|or|as|limit:) '([^']+)'/g)];
      for (const [, suggestion = ''] of quoted)
        expect(readSla(suggestion), `${phrase}: ${suggestion}`).toMatchObject({ ok: true });
    }
  });
});
