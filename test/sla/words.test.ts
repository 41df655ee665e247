/** The words of limits that stand in lists: how hot a segment is, what it is called, zones and signs. One line each. */
import { describe, expect, test } from 'vitest';
import { hotness, isHotter, segmentName } from '../../src/sla/segment.ts';
import { fold } from '../../src/sla/text/tokens.ts';
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
    for (const form of forms) expect([form, fold(`a${form}b`)]).toEqual([form, `a${sign}b`]);
  expect([fold('1½ h'), fold('2¼'), fold('3¾'), fold('a \u200b\u00a0 b')]).toEqual([
    '1.5 h',
    '2.25',
    '3.75',
    'a b',
  ]);
});
