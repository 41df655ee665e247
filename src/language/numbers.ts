/** Numbers as texts say them: in words, as how often, as which one. */

import { alternatives } from './alternatives.ts';
import { often, ordinals, small, tens } from './tables/number-words.ts';

const under20 = counted(small, 0);
const byTens = counted(tens, 2).map(([word, value]): [string, number] => [word, value * 10]);
const ones = under20.filter(([, value]) => value > 0 && value < 10);

/** `zero` to `nineteen`, and the tens. Lower case. */
export const numberWords: ReadonlyMap<string, number> = new Map([...under20, ...byTens]);

/** The same with what is joined by a hyphen: `twenty-one`. */
export const allNumberWords: ReadonlyMap<string, number> = new Map([
  ...numberWords,
  ...byTens.flatMap(([ten, tenth]) => ones.map(([one, value]) => [`${ten}-${one}`, tenth + value] as const)),
]);

const times: ReadonlyMap<string, number> = new Map(counted(often, 1));
const places: ReadonlyMap<string, number> = new Map(counted(ordinals, 1));

/** `one|two|…` as a part of a pattern with `i`, the longest first; whole words are the pattern's matter. */
export const numberPattern = alternatives([...allNumberWords.keys()]);
/** `once|twice|thrice` likewise. */
export const oftenPattern = alternatives([...times.keys()]);
/** `first|second|…|1st|2nd|…` likewise. */
export const ordinalPattern = `${alternatives([...places.keys()])}|\\d{1,2}(?:st|nd|rd|th)`;

/** A number in digits or words; NaN for none. */
export function saidNumber(word: string): number {
  const lower = word.toLowerCase();
  return allNumberWords.get(lower) ?? times.get(lower) ?? (/^\d+$/.test(lower) ? Number(lower) : Number.NaN);
}

/** The place of `third` or `3rd`; NaN for none. */
export function saidPlace(word: string): number {
  return (
    places.get(word.toLowerCase()) ?? Number(/^(\d{1,2})(?:st|nd|rd|th)$/i.exec(word)?.[1] ?? Number.NaN)
  );
}

function counted(row: string, from: number): [word: string, value: number][] {
  return row.split(' ').map((word, at) => [word, from + at]);
}
