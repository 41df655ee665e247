/** Sizes of a company in running text: "50 to 500 people", "fewer than 20 employees", "over 100 seats". */

/** Both ends included; `max` is Infinity where none is named. */
export interface SizeRange {
  readonly min: number;
  readonly max: number;
  readonly noun: 'people' | 'seats';
}

const number = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,6})`;
const noun = String.raw`\s+(employees|people|persons|staff|heads|seats|users|licen[cs]es)\b`;
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
  return { min, max, noun: /^(?:seat|user|lic)/i.test(word) ? 'seats' : 'people' };
}

function value(digits = ''): number {
  return Number(digits.replaceAll(',', ''));
}
