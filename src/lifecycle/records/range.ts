/** Ranges of numbers as segments name them: `1–49`, `500+`, `under 50`, `1k–4.9k`, `between 50 and 499`. */

/** Both ends included; `max` is Infinity for `500+`. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

const units =
  'employees?|people|persons?|heads?|headcount|seats?|users?|ftes?|staff|members?|licen[cs]es?|sites?|points?|pts?|scores?|devices?|accounts?|developers?|engineers?|strong|usd|eur|gbp|arr|mrr|acv|%|percent';
const unitWords = new RegExp(`(?<![\\p{L}\\d])(?:${units})(?![\\p{L}\\d])|%`, 'giu');
const number = '[$€£]?\\s?(\\d+(?:\\.\\d+)?)\\s?(k|m)?[$€£]?';
const forms: readonly (readonly [pattern: RegExp, range: (one: number, other: number) => Range])[] = [
  [
    new RegExp(
      `^(?:between|from)?\\s*${number}\\s*(?:[-\\u2010-\\u2015]|to|through|until|and|\\.{2,3}|…)\\s*${number}$`,
      'i',
    ),
    (min, max) => ({ min, max }),
  ],
  [
    new RegExp(
      `^${number}\\s*(?:\\+|plus|or more|or above|or over|or higher|and more|and above|and over|and up|upwards?)$`,
      'i',
    ),
    (min) => ({ min, max: Number.POSITIVE_INFINITY }),
  ],
  [
    new RegExp(
      `^(?:≥|>=|=>|from|at least|min(?:imum)?\\.?|no (?:less|fewer) than|starting (?:at|from))\\s*${number}\\+?$`,
      'i',
    ),
    (min) => ({ min, max: Number.POSITIVE_INFINITY }),
  ],
  [
    new RegExp(`^(?:>|over|more than|above|beyond)\\s*${number}$`, 'i'),
    (min) => ({ min: min + 1, max: Number.POSITIVE_INFINITY }),
  ],
  [
    new RegExp(`^(?:<|under|below|less than|fewer than)\\s*${number}$`, 'i'),
    (max) => ({ min: 0, max: max - 1 }),
  ],
  [
    new RegExp(
      `^(?:≤|<=|=<|up to|at most|max(?:imum)?\\.?|no more than|not more than|until)\\s*${number}$`,
      'i',
    ),
    (max) => ({ min: 0, max }),
  ],
  [
    new RegExp(
      `^${number}\\s*(?:or less|or fewer|or under|or below|and less|and fewer|and under|and below)$`,
      'i',
    ),
    (max) => ({ min: 0, max }),
  ],
  [new RegExp(`^${number}$`, 'i'), (only) => ({ min: only, max: only })],
];

/** The range a segment says; thousands may be grouped; null for words, and for ends that stand the wrong way round. */
export function rangeOf(segment: string): Range | null {
  if (!/\d/.test(segment) || segment.length > longest) return null;
  const text = segment
    .replace(/(\d)[,_ \u00a0\u2009'](?=\d{3}(?!\d))/g, '$1')
    .replace(unitWords, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, range] of forms) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [one, other] = [amount(match[1], match[2]), amount(match[3], match[4])];
    const found = range(one, other);
    return found.min <= found.max ? found : null;
  }
  return null;
}

/** Longer texts are sentences. */
const longest = 80;

function amount(digits: string | undefined, times: string | undefined): number {
  const factor = { k: 1000, m: 1_000_000 }[(times ?? '').toLowerCase()] ?? 1;
  return Math.round(Number(digits ?? Number.NaN) * factor);
}
