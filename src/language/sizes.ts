/** Sizes of a company in running text: "50 to 500 people", "fewer than 20 employees", "over 100 seats". */

import { companySizes } from './tables/company-sizes.ts';

/** What is counted: a row of the table. */
export type SizeKind = keyof typeof companySizes;

/** The words of rows as a pattern's text, whole words in one and in many, for a pattern with `i`. */
export function sizeWords(...kinds: readonly SizeKind[]): string {
  const words = kinds.flatMap((kind) => companySizes[kind]);
  return `(?<!${letter})(?:${words.join('|')})s?(?!${letter})`;
}

/** What a word goes on with, in the languages of the table: `\p{L}` costs milliseconds where a pattern first runs. */
const letter = '[\\wÀ-ɏ]';

/** What a word counts; null for no word of the table. */
export function sizeKind(word: string): SizeKind | null {
  return kinds.get(word.toLowerCase()) ?? null;
}

const kinds: ReadonlyMap<string, SizeKind> = new Map(
  (Object.keys(companySizes) as SizeKind[]).flatMap((kind) =>
    companySizes[kind].flatMap((word) => [[word, kind] as const, [`${word}s`, kind] as const]),
  ),
);

/** Both ends included; `max` is Infinity where none is named. */
export interface SizeRange {
  readonly min: number;
  readonly max: number;
  readonly noun: 'people' | 'seats';
}

const number = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,6})`;
const noun = String.raw`\s+(${sizeWords('people', 'seats')})`;
const between = new RegExp(String.raw`(?<![\w.,–-])${number}\s*(?:–|—|-|to|and)\s*${number}${noun}`, 'giu');
const below = new RegExp(String.raw`\b(fewer than|less than|under|below)\s+${number}${noun}`, 'giu');
const above = new RegExp(String.raw`\b(more than|over|above|at least)\s+${number}${noun}`, 'giu');
/** Of a part of the company, not of it: "teams of 5 to 20 people". */
const part = /\b(?:teams?|departments?|offices?|squads?|pods?|groups?|sites?)\b/i;

/** The sizes of a company that a text names. */
export function rangesOf(text: string): readonly SizeRange[] {
  if (part.test(text)) return [];
  const found = [...text.matchAll(between)].map(([, min, max, word]) =>
    rangeOf(value(min), value(max), word),
  );
  const lower = [...text.matchAll(below)].map(([, , max, word]) => rangeOf(0, value(max) - 1, word));
  const upper = [...text.matchAll(above)].map(([, how, min, word]) =>
    rangeOf(value(min) + (/least/i.test(how ?? '') ? 0 : 1), Number.POSITIVE_INFINITY, word),
  );
  return [...found, ...lower, ...upper].filter(({ min, max }) => min <= max);
}

function rangeOf(min: number, max: number, word = ''): SizeRange {
  return { min, max, noun: sizeKind(word) === 'seats' ? 'seats' : 'people' };
}

function value(digits = ''): number {
  return Number(digits.replaceAll(',', ''));
}
