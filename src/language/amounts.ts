/** Numbers that a criterion asks for: a score, and what is counted beside it. */

import { sizeWords } from './sizes.ts';

/** A score in words: "score of 50", "passes 50 points", "score in BR-MOPS-011 reaches 80". */
const score =
  /\b(?:scores?|scoring|points?)\b(?:[^.;\d]|BR-MOPS-\d+|\d+-point){0,60}?(?<![\w-])(\d{1,4})(?![\w%]|-point)|(?<![\w-])(\d{1,4})\+?\s+points?\b/i;
/** A further amount that a lead must have: "20 seats", "50 employees". Other numbers count time, tries or points. */
const possession = new RegExp(
  String.raw`(?<![\w-])(\d[\d,.]*)\+?\s+${sizeWords('people', 'seats', 'parts')}`,
  'giu',
);
/** Whatever is counted: "3 colleagues", "10 more seats". */
const counted = /(?<![\w.,/–-])(\d{1,3}(?:,\d{3})*|\d+)\+?\s+(?:more |new |active |paid )?(\p{L}{4,})/giu;
const uncounted =
  /^(?:minutes?|hours?|days|weeks?|months?|quarters?|years?|business|working|calendar|times|points?|percent|attempts?|tries)$/i;

/** The score that a text asks for, null for none. */
export function scoreIn(text: string): number | null {
  const match = score.exec(text);
  return match === null ? null : Number(match[1] ?? match[2]);
}

/** What a lead must have besides a score, each amount once, sorted: `20 seats`. */
export function amountsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(possession)].map(([found]) => found.toLowerCase()))].sort();
}

/** Whether two texts ask for different numbers of one thing: a score of 50 and of 80, 3 colleagues and 10. */
export function numbersDiffer(one: string, other: string): boolean {
  const [score1, score2] = [scoreIn(one), scoreIn(other)];
  if (score1 !== null && score2 !== null && score1 !== score2) return !sharesNumber(one, other);
  const [ranges, others] = [rangesIn(one), rangesIn(other)];
  if (ranges.length === 1 && others.length === 1) return ranges[0] !== others[0];
  const [left, right] = [countsIn(one), countsIn(other)];
  for (const [noun, numbers] of left) {
    const found = right.get(noun);
    if (numbers.length === 1 && found?.length === 1 && numbers[0] !== found[0])
      return !sharesNumber(one, other);
  }
  return false;
}

/** "50 to 500 people" and "at least 50 people": a range that has the number says no other. */
function sharesNumber(one: string, other: string): boolean {
  const numbers = new Set(numbersIn(one));
  return numbersIn(other).some((number) => numbers.has(number));
}

/** `1,000` is one number. */
function numbersIn(text: string): readonly string[] {
  return text.replace(/(?<=\d),(?=\d{3})/g, '').match(/\d+/g) ?? [];
}

/** Sizes of a company from one number to another, alike however they are written: `50-500`. */
function rangesIn(text: string): readonly string[] {
  return [...text.matchAll(sizes)].map(([, from = '', to = '']) => `${from}-${to}`.replaceAll(',', ''));
}

const sizes = new RegExp(
  String.raw`(?<![\w.,-])(\d[\d,]*)\s*(?:–|—|-|to|and)\s*(\d[\d,]*)\s+${sizeWords('people', 'seats')}`,
  'giu',
);

/** Numbers by the stem of what they count. */
function countsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, string[]>();
  for (const [, number = '', noun = ''] of text.matchAll(counted)) {
    if (uncounted.test(noun)) continue;
    const stem = noun.toLowerCase().slice(0, 6);
    counts.set(stem, [...(counts.get(stem) ?? []), number.replaceAll(',', '')]);
  }
  return counts;
}
