/** Numbers in words: every word of the table counts wherever a text is asked how many, how often or how long. */
import { describe, expect, test } from 'vitest';
import { isCadence } from '../../src/language/cadence.ts';
import { hasNumber, promisesIn } from '../../src/language/measuring.ts';
import { saidNumber, saidPlace } from '../../src/language/numbers.ts';
import { often, ordinals, small, tens } from '../../src/language/tables/number-words.ts';
import { waitIn } from '../../src/language/waits.ts';
import { limitNumber } from '../../src/replay/ways.ts';
import { readSla } from '../../src/sla/index.ts';

const words = (row: string) => row.split(' ');
const numbers: readonly (readonly [string, number])[] = [
  ...words(small).map((word, at) => [word, at] as const),
  ...words(tens).map((word, at) => [word, (at + 2) * 10] as const),
  ['twenty-one', 21],
  ['ninety-nine', 99],
];

describe.each(numbers.filter(([, value]) => value > 1))('%s', (word, value) => {
  test.each([word, word.toUpperCase()])('as "%s"', (written) => {
    expect(saidNumber(written)).toBe(value);
    expect(waitIn(`Back after ${written} days`)).toEqual({ days: value });
    expect(limitNumber(`at most ${written} returns`)).toBe(value);
    expect(isCadence(`${written} calls in a week`)).toBe(true);
    expect(hasNumber(`of ${written} companies`)).toBe(true);
    expect(promisesIn(`within ${written} hours`, false)).toHaveLength(1);
    expect(readSla(`${written.replace('-', ' ')} business hours`)).toMatchObject({
      meaning: { amount: value },
    });
  });
});

test('how often', () => {
  expect(words(often).map(limitNumber)).toEqual([1, 2, 3]);
  expect(words(often).map(saidNumber)).toEqual([1, 2, 3]);
});

test('which one: what comes at the third rejection lets two pass', () => {
  words(ordinals).forEach((word, at) => {
    expect([word, saidPlace(word), limitNumber(`on the ${word} rejection`)]).toEqual([word, at + 1, at]);
  });
  expect(['1st', '2ND', '3rd', '11th'].map(saidPlace)).toEqual([1, 2, 3, 11]);
  expect(['', 'one', 'last', 'rd'].map(saidPlace)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
});

test.each(['someone', 'often', 'tents', 'weight', 'first', '', 'a few'])('"%s" is no number', (word) => {
  expect(saidNumber(word)).toBeNaN();
  expect(waitIn(`after ${word} days`)).toBeNull();
});
