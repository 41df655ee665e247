import { describe, expect, test } from 'vitest';
import { readArrival } from '../../src/sla/arrival.ts';

const at = (text: string, zone: string | null = 'America/New_York') => {
  const read = readArrival(text, zone);
  return read.ok ? new Date(read.instant).toISOString() : read.message;
};

describe('when a lead arrives', () => {
  test.each([
    ['2026-03-13T16:30', '2026-03-13T20:30:00.000Z'],
    ['2026-03-13 16:30', '2026-03-13T20:30:00.000Z'],
    ['2026-03-13t16:30:30', '2026-03-13T20:30:30.000Z'],
    ['2026-03-13T16:30:30.5', '2026-03-13T20:30:30.000Z'],
    ['2026-03-13T23:59:59', '2026-03-14T03:59:59.000Z'],
    ['2026-03-13T16:30Z', '2026-03-13T16:30:00.000Z'],
    ['2026-03-13T16:30z', '2026-03-13T16:30:00.000Z'],
    ['2026-03-13T16:30+05:30', '2026-03-13T11:00:00.000Z'],
    ['2026-03-13T16:30-0400', '2026-03-13T20:30:00.000Z'],
    ['2028-02-29T12:00', '2028-02-29T17:00:00.000Z'],
  ])('%s is %s', (text, instant) => expect(at(text)).toBe(instant));

  test.each([
    '2026-03-13T24:00',
    '2026-03-13T16:60',
    '2026-03-13T16:30:60',
    '2026-02-29T12:00',
    '2026-13-01T12:00',
    '2026-03-00T12:00',
    '2026-03-13',
    '16:30',
    '2026-03-13T4:30',
    'x2026-03-13T16:30',
    '2026-03-13T16:30 Berlin',
    '',
  ])('"%s" is no date with a time', (text) =>
    expect(at(text)).toBe(
      `"${text}" is no date with a time. Write it as 2026-03-13T16:30, or with an offset as 2026-03-13T16:30-04:00.`,
    ),
  );

  test('without a zone only a time with an offset is one', () => {
    expect(at('2026-03-13T16:30', null)).toBe(
      'In which time zone is 2026-03-13T16:30? Give --zone America/New_York (your own), or add calendar.zone to mops.config.yml.',
    );
    expect(at('2026-03-13T16:30-04:00', null)).toBe('2026-03-13T20:30:00.000Z');
  });

  test('that the clocks show twice or never, with a note', () => {
    const read = (text: string) => {
      const arrival = readArrival(text, 'America/New_York');
      return arrival.ok ? [new Date(arrival.instant).toISOString(), arrival.note] : arrival.message;
    };
    expect(read('2026-03-13T16:30')).toEqual(['2026-03-13T20:30:00.000Z', null]);
    expect(read('2026-11-01T02:00')).toEqual(['2026-11-01T07:00:00.000Z', null]);
    expect(read('2026-11-01T01:30')).toEqual([
      '2026-11-01T05:30:00.000Z',
      '01:30 comes twice on 2026-11-01 in America/New_York, when the clocks go back. The first one is taken; write 2026-11-01T01:30 with an offset other than -04:00 for the second.',
    ]);
    expect(read('2026-03-08T02:30')).toEqual([
      '2026-03-08T07:30:00.000Z',
      '02:30 does not exist on 2026-03-08 in America/New_York: the clocks skip it. Read as 03:30.',
    ]);
  });

  test('has no offset that no clock has', () => {
    expect(at('2026-03-13T16:30+14:00')).toBe('2026-03-13T02:30:00.000Z');
    for (const offset of ['+14:01', '-15:00', '+05:60'])
      expect(at(`2026-03-13T16:30${offset}`)).toBe(
        `"2026-03-13T16:30${offset}" has no real offset. The largest is +14:00.`,
      );
  });
});
