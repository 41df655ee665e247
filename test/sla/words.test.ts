/** The words of limits that stand in lists: how hot a segment is, what it is called, zones and signs. One line each. */
import { describe, expect, test } from 'vitest';
import { answerDue, answerSla } from '../../src/sla/index.ts';
import { hotness, isHotter, segmentName } from '../../src/sla/segment.ts';
import { foldPhrase } from '../../src/sla/text/tokens.ts';
import { readCalendar } from '../../src/sla/time/calendar.ts';
import { canonicalZone, zoneProblem } from '../../src/sla/zone-name.ts';

describe('how hot a segment is', () => {
  test.each([
    ['heat 3', 'hot hottest high highest urgent vip critical priority top Hot,leads'],
    ['heat 2', 'warm medium med mid middle moderate standard normal regular WARM'],
    ['heat 1', 'low lowest cold cool low-signal'],
    ['heat 0', 'otherwise'],
    ['tier -2', 'tier-2 priority-2 prio-2 p-2 level-2 grade-2 t-2 band-2 p2 T2 tier/2'],
    ['tier -12', 'p12 t12 tier-12'],
    ['none', 'emea hotly p123 xp2 p2x tier-0 tier-x p0 band signal'],
  ])('%s', (expected, words) => {
    for (const word of words.split(' ')) {
      const found = hotness(word);
      expect([word, found === null ? 'none' : `${found.scale} ${found.rank}`]).toEqual([word, expected]);
    }
  });

  test.each([
    ['hot', 'cold', true],
    ['cold', 'warm', false],
    ['hot', 'vip', null],
    ['Tier 1', 'Tier 2', true],
    ['P3', 'P1', false],
    ['Tier 1', 'hot', null],
    ['hot', 'Tier 1', null],
    ['emea', 'hot', null],
    ['hot', 'emea', null],
    ['hot', 'otherwise', true],
    ['otherwise', 'hot', false],
    ['warm', 'otherwise', null],
    ['otherwise', 'low', null],
  ])('%s and %s', (a, b, hotter) => {
    expect(isHotter(a, b)).toBe(hotter);
  });
});

test.each([
  [
    'otherwise',
    'otherwise|other|others|rest|the rest|else|Everyone else|everything else|all other|all others',
  ],
  ['otherwise', 'other leads|the other MQLs|others only|all other prospects|all other SQL'],
  ['high-signal', 'high-signal|High signal|high-signals|high signal leads|the high-signal mql only'],
  ['medium-signal', 'medium signal|Medium-signal prospect'],
  ['low-signal', 'low-signal|low signals'],
  [
    'Enterprise',
    'Enterprise|the Enterprise|Enterprise leads|Enterprise lead|Enterprise only|Enterprise SQLs',
  ],
  ['theatre', 'theatre'],
  ['leadership', 'leadership'],
  ['very high signal', 'very high signal'],
  ['high signal EMEA', 'high signal EMEA'],
])('a segment called %s', (name, labels) => {
  for (const label of labels.split('|')) expect([label, segmentName(label)]).toEqual([label, name]);
});

describe('zones', () => {
  const fixed = 'is a fixed offset and wrong half the year';
  test.each([
    ['America/New_York', 'est edt EST', 'et Eastern'],
    ['America/Chicago', 'cst cdt', 'ct central'],
    ['America/Denver', 'mst mdt', 'mt mountain'],
    ['America/Los_Angeles', 'pst pdt', 'pt pacific'],
    ['America/Anchorage', 'akst akdt', ''],
    ['Pacific/Honolulu', 'hst', ''],
    ['Europe/London', 'gmt bst', ''],
    ['Europe/Lisbon', 'wet west', ''],
    ['Europe/Berlin', 'cet cest met mez mesz', ''],
    ['Europe/Athens', 'eet eest', ''],
    ['Europe/Moscow', 'msk', ''],
    ['Asia/Kolkata', 'ist', ''],
    ['Asia/Tokyo', 'jst', ''],
    ['Asia/Seoul', 'kst', ''],
    ['Asia/Singapore', 'sgt', ''],
    ['Asia/Hong_Kong', 'hkt', ''],
    ['Australia/Sydney', 'aest aedt', ''],
    ['Australia/Adelaide', 'acst acdt', ''],
    ['Australia/Perth', 'awst', ''],
    ['Pacific/Auckland', 'nzst nzdt', ''],
  ])('%s is what to write', (zone, offsets, loose) => {
    for (const name of offsets.split(' '))
      expect(zoneProblem(name)).toBe(`"${name}" ${fixed}. Write the IANA name, for example ${zone}.`);
    for (const name of loose === '' ? [] : loose.split(' '))
      expect(zoneProblem(name)).toBe(`"${name}" is no IANA time zone. Write ${zone}.`);
  });

  test('offsets have no summer time, and a zone in any case is one', () => {
    for (const name of ['UTC+1', 'gmt-5', '+02:00', '-3', 'Etc/GMT+5', 'etc/gmt-1'])
      expect(zoneProblem(name)).toBe(
        `"${name}" is a fixed offset and has no summer time. Write the IANA name of the team's place, for example Europe/Berlin.`,
      );
    expect([
      canonicalZone('europe/berlin'),
      canonicalZone('Europe/Berlin'),
      canonicalZone('Nowhere'),
    ]).toEqual(['Europe/Berlin', 'Europe/Berlin', null]);
    expect([zoneProblem('Europe/Berlin'), zoneProblem('Etc/GMT'), zoneProblem(' est ')]).toEqual([
      null,
      null,
      `" est " ${fixed}. Write the IANA name, for example America/New_York.`,
    ]);
    for (const name of ['Nowhere', 'x+1', 'UTC+1x'])
      expect(zoneProblem(name)).toBe(
        `There is no time zone "${name}". Write an IANA name, for example America/New_York or Europe/London.`,
      );
  });
});

test('signs are one however they are typed', () => {
  const signs = {
    '-': '–—−‐‒―',
    '<': '‹＜',
    '>': '›',
    '≤': '≦⩽',
    '≥': '≧⩾',
    '~': '∼≈',
    x: '×',
    "'": '’‘',
    '"': '“”',
  };
  for (const [sign, forms] of Object.entries(signs))
    for (const form of forms) expect([form, foldPhrase(`a${form}b`)]).toEqual([form, `a${sign}b`]);
  expect([foldPhrase('1½ h'), foldPhrase('2¼'), foldPhrase('3¾'), foldPhrase('a \u200b\u00a0 b')]).toEqual([
    '1.5 h',
    '2.25',
    '3.75',
    'a b',
  ]);
});

describe('phrases by what is said of them', () => {
  test.each([
    [
      "'3' has no unit. Write '3 minutes' or '3 business minutes'.",
      '3 per lead|3 for EMEA|3 after assignment',
    ],
    ["'3' has no unit. Write '3 minutes' or '3 business minutes'.", '3 of form|3 from form|3 or 4|3 and 4|3'],
    [
      "'3' has no unit. Write '3 minutes' or '3 business minutes'.",
      '3 otherwise|3 if hot|3 during hours|3 in May|3 SLA',
    ],
    [
      "A calendar without a number. Write e.g. '2 business hours'.",
      'in business hours|business days only|business time',
    ],
    [
      "A calendar without a number. Write e.g. '2 business hours'.",
      'during normal business hours|business hour|in business',
    ],
    ["'day 3' is a plan step. Write '3 business days'.", 'day 3'],
    ["'day 1' is a plan step. Write 'next business day'.", 'day 1'],
    ["'day 0' is a plan step. Write 'same business day'.", 'day 0'],
    ["'week 2' is a plan step. Write '10 business days'.", 'week 2'],
    ["'month 2' is a plan step. Write '40 business days'.", 'month 2'],
  ])('%s', (message, phrases) => {
    for (const phrase of phrases.split('|'))
      expect([
        phrase,
        answerSla(phrase)
          .text.replace(/^.*?\. /, '')
          .trimEnd(),
      ]).toEqual([phrase, message]);
  });

  test('what a limit may be told besides reads as the limit', () => {
    const forms = {
      '1 business hour': [
        '1 business hour during the business day',
        '1 business hour on business days',
        '1 business hour within business hours',
        '1 business hour in the working day',
      ],
      '90% within 1 business hour': [
        'P90 within leads: 1 business hour',
        '90% of all the leads within: 1 business hour',
        '90% of lead: 1 business hour',
        '90% of the leads: 1 business hour',
      ],
    };
    for (const [limit, phrases] of Object.entries(forms))
      for (const phrase of phrases)
        expect([phrase, answerSla(phrase).text.split('\n')[0]]).toEqual([phrase, limit]);
  });

  test('a condition that is no segment is no part of a limit', () => {
    for (const rest of ['if missed', 'if not answered', 'if no reply'])
      expect(answerSla(`4 business hours ${rest}`).text).toBe(
        `Not a limit (mixed). '4 business hours' is a limit, '${rest}' is not part of one. Keep the limit here and move the rest.\n`,
      );
  });

  test('the clock that the config sets counts in every part of a limit', () => {
    const clocks = {
      wall: 'counted round the clock',
      business: 'of business time; nights, weekends and holidays do not count',
    };
    for (const [clock, said] of Object.entries(clocks)) {
      const ask = (phrase: string) =>
        answerSla(phrase, { calendar: { default: clock as 'wall' | 'business' } })
          .text.split('\n')
          .slice(1, 3);
      const comma = clock === 'wall' ? ',' : '';
      expect(ask('High: 1 hour; Low: 2 hours')).toEqual([
        `  High: at most 1 hour${comma} ${said}.`,
        `  Low: at most 2 hours${comma} ${said}.`,
      ]);
      expect(ask('1 hour if received before 14:00 Europe/London; 2 hours otherwise')).toEqual([
        `  received before 14:00 Europe/London: at most 1 hour${comma} ${said}.`,
        `  All others: at most 2 hours${comma} ${said}.`,
      ]);
    }
    expect(answerSla('n/a', { calendar: { default: 'wall' } }).text).toBe('n/a\n  There is no limit here.\n');
  });

  test('each segment has its line, and dates are dates', () => {
    const question = { phrase: 'High: 1 business hour; Low: 1 business day', arrival: '2026-03-16T09:00' };
    expect(
      answerDue({ ...question, calendar: { zone: 'America/New_York' } })
        .text.split('\n')
        .slice(1, 3),
    ).toEqual([
      'Due Mon 2026-03-16 10:00, 1 h later on the wall clock (High).',
      'Due Mon 2026-03-16 17:00, 8 h later on the wall clock (Low).',
    ]);
    const holidays = ['2026-05-25', '2024-02-29', '2000-02-29', '2026-12-31'];
    expect(readCalendar({ zone: 'Europe/Berlin', holidays }).ok).toBe(true);
    for (const date of [
      '2026-05-251',
      'x2026-05-25',
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-01',
      '2026-04-31',
      '2026-04-00',
    ])
      expect([date, readCalendar({ zone: 'Europe/Berlin', holidays: [date] }).ok]).toEqual([date, false]);
  });
});
