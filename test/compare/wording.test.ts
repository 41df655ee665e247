/** Two ways to write the same, and two that only look alike: what a reviewer is told of a reworded line. */
import { describe, expect, test } from 'vitest';
import { foldSaid } from '../../src/compare/said.ts';
import { wordingKey } from '../../src/compare/wording.ts';
import { changedWords } from '../../src/compare/words.ts';

const key = (text: string) => wordingKey(foldSaid(text));

describe('the same in other words', () => {
  test.each([
    ['zero calls', '0 calls'],
    ['twelve calls', '12 calls'],
    ['nineteen calls', '19 calls'],
    ['ninety days', '90 days'],
    ['twenty-one days', '21 days'],
    ['forty-five minutes', '45 minutes'],
    ['hundred people', '100 people'],
    ['One hundred people', '100 people'],
    ['a hundred people', '100 people'],
    ['Within half an hour', 'within 30 minutes'],
    ['within half a business hour', 'within 30 business minutes'],
    ['a half working hour', '30 business minutes'],
    ['1,500 people', '1500 people'],
    ['2,000,000 EUR', '2000000 EUR'],
    ['50 to 500 people', '50-500 people'],
    ['50 – 500 people', '50-500 people'],
    ['five to ten people', '5-10 people'],
    ['e-mail answered', 'email answered'],
    ['two e-mails', '2 emails'],
    ['within 2 working days', 'within 2 business days'],
    ['1 working hour', '60 business minutes'],
    ['1.5 business hours', '90 business minutes'],
    ['2 hrs', '120 minutes'],
    ['30 mins', '30 minutes'],
    ['1 min', '1 minute'],
    ['12 hours', '720 minutes'],
    ['names a need; and a date', 'names a need; a date'],
    ['a name, and  a date', 'a name, a date'],
    ['a need -> a date', 'a need → a date'],
    ['“fits” — says the buyer', '"fits" - says the buyer'],
    ['the buyer’s need', "the buyer's need"],
    ['Fits.', 'fits'],
    ['Fits;', 'fits'],
    ['Fits,', 'fits'],
    ['a\tneed\n  and a date', 'a need and a date'],
    ['ﬁts', 'fits'],
  ])('%j is %j', (one, other) => {
    expect(key(one)).toBe(key(other));
  });
});

test('a time is its minutes, with its calendar', () => {
  expect(['2 hours', '2 hrs', '1.5 business hours', '1 working hour', '45 mins'].map(key)).toEqual([
    '120 minutes',
    '120 minutes',
    '90 business minutes',
    '60 business minutes',
    '45 minutes',
  ]);
});

describe('another meaning', () => {
  test.each([
    ['1 business hour', '1 hour'],
    ['1 working day', '1 day'],
    ['2 hours', '2 minutes'],
    ['2 hours', '2 business minutes'],
    ['one call', 'once called'],
    ['someone calls', 'some1 calls'],
    ['one-off deal', '1 deal'],
    ['3,5 points', '35 points'],
    ['1,50 EUR', '150 EUR'],
    ['50 to 500', '50 500'],
    ['from a to b', 'from a-b'],
    ['e-mails', 'e-mailing'],
    ['a working group', 'a business group'],
    ['a half', '0.5'],
    ['a need and a date', 'a need a date'],
    ['a need. A date', 'a need a date'],
    ['half a week', '0.5 week'],
  ])('%j is not %j', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

describe('a long text with few changed words', () => {
  /** `~gone~ +new+ kept`, each with the blank before it. */
  const runs = (before: string, after: string) =>
    changedWords(before, after)
      ?.map(({ kind, text }) => ({ kept: text, gone: `~${text}~`, new: `+${text}+` })[kind])
      .join('') ?? null;

  test.each([
    [
      'a number',
      'At 30 business minutes notify the sales manager',
      'At 45 business minutes notify the sales manager',
      'At~ 30~+ 45+ business minutes notify the sales manager',
    ],
    [
      'words at the end',
      'Notify the sales manager and then the founder',
      'Notify the sales manager',
      'Notify the sales manager~ and then the founder~',
    ],
    [
      'words at the start',
      'Notify the sales manager',
      'On breach of the limit: Notify the sales manager',
      '+On breach of the limit:+Notify the sales manager',
    ],
    [
      'a word that stands twice',
      'the manager is told and the founder is asked',
      'the founder is told and the manager is asked',
      'the~ manager~+ founder+ is told and the~ founder~+ manager+ is asked',
    ],
    [
      'a word with a hyphen, an apostrophe or a dot is one word',
      "the buyer's re-engagement after v2.0 of the plan",
      "the seller's re-entry after v2.1 of the plan",
      "the~ buyer's re-engagement~+ seller's re-entry+ after~ v2.0~+ v2.1+ of the plan",
    ],
    [
      'blanks alone',
      'Notify  the sales manager and then the founder',
      'Notify the sales manager and then the founder',
      'Notify  the sales manager and then the founder',
    ],
    [
      'marks of combined letters',
      'Der Ka\u0308ufer nennt einen Bedarf und ein Datum dazu',
      'Der Ka\u0308ufer nennt einen Bedarf und eine Frist dazu',
      'Der Ka\u0308ufer nennt einen Bedarf und~ ein Datum~+ eine Frist+ dazu',
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(runs(before, after)).toBe(expected);
  });

  test('from 40 letters on, on either side', () => {
    const short = 'one two three four five six seven eight';
    expect(short).toHaveLength(39);
    expect(runs(short, short.replace('one', 'six'))).toBeNull();
    expect(runs(short, `${short}s`)).toBe('one two three four five six seven~ eight~+ eights+');
    expect(runs(`${short}s`, short)).toBe('one two three four five six seven~ eights~+ eight+');
  });

  test('where half of the shorter one is kept', () => {
    const old = 'alpha bravo charlie delta echo foxtrot golf';
    expect(runs(old, 'alpha bravo x y z u')).toBeNull();
    expect(runs(old, 'alpha bravo charlie x y z')).toBe(
      'alpha bravo charlie~ delta echo foxtrot golf~+ x y z+',
    );
    expect(runs('alpha bravo charlie x y z', old)).toBe(
      'alpha bravo charlie~ x y z~+ delta echo foxtrot golf+',
    );
  });

  test('up to 240 words, on either side', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');
    expect(runs(words(240), words(239))).toBe(`${words(239)}~ word239~`);
    expect(runs(words(241), words(240))).toBeNull();
    expect(runs(words(240), words(241))).toBeNull();
  });
});
