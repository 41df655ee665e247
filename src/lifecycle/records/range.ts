/** Ranges of numbers as segments name them: `1–49`, `500+`, `under 50`, `1k–4.9k`, `between 50 and 499`. */

import { sizeWords } from '../../language/sizes.ts';

/** Both ends included; `max` is Infinity for `500+`. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

const units = sizeWords('people', 'seats', 'parts', 'points', 'money');
const unitWords = new RegExp(`${units}|\\b(?:strong|percent)\\b|%`, 'gi');
/** A fraction is of thousands or millions: half a person has no segment, and half a point no stage. */
const number = '[$€£]?\\s?(\\d+(?:\\.\\d+(?=\\s?[km]))?)\\s?(k|m)?[$€£]?';
const and = '(?:-|to|through|until|and|bis|à|a|hasta|até|tot|~|\\.{2,3}|…)';
const forms: readonly (readonly [pattern: RegExp, range: (one: number, other: number) => Range])[] = [
  [
    new RegExp(
      `^(?:between|from|von|zwischen|de|entre)?\\s*${number}\\s*${and}\\s*${number}(?: incl(?:usive|uding|\\.)?)?$`,
      'i',
    ),
    (min, max) => ({ min, max }),
  ],
  [
    new RegExp(
      `^${number}\\s*(?:\\+|plus|or more|or above|or over|or higher|and more|and above|and over|and up|upwards?|und mehr|oder mehr|ou plus|et plus|o más|y más|ou mais|of meer|en meer|以上)$`,
      'i',
    ),
    (min) => ({ min, max: Number.POSITIVE_INFINITY }),
  ],
  [
    new RegExp(
      `^(?:≥|>=|=>|from|at least|min(?:imum)?\\.?|no (?:less|fewer) than|starting (?:at|from)|ab|mindestens|min\\.?|au moins|à partir de|al menos|a partir de|desde|pelo menos|minstens|vanaf)\\s*${number}\\+?$`,
      'i',
    ),
    (min) => ({ min, max: Number.POSITIVE_INFINITY }),
  ],
  [
    new RegExp(
      `^(?:>|over|more than|above|beyond|exceeds?|exceeding|passe[sd]?|passing|über|mehr als|plus de|más de|mais de|oltre|meer dan)\\s*${number}$`,
      'i',
    ),
    (min) => ({ min: min + 1, max: Number.POSITIVE_INFINITY }),
  ],
  [
    new RegExp(
      `^(?:<|under|below|less than|fewer than|unter|weniger als|moins de|menos de|meno di|minder dan)\\s*${number}$`,
      'i',
    ),
    (max) => ({ min: 0, max: max - 1 }),
  ],
  [
    new RegExp(
      `^(?:≤|<=|=<|up to|at most|max(?:imum)?\\.?|no more than|not more than|until|up to and including|bis(?: zu)?|höchstens|jusqu'à|au plus|hasta|como máximo|até|fino a|tot|hoogstens)\\s*${number}$`,
      'i',
    ),
    (max) => ({ min: 0, max }),
  ],
  [
    new RegExp(
      `^${number}\\s*(?:or less|or fewer|or under|or below|and less|and fewer|and under|and below|oder weniger|ou moins|o menos|ou menos|of minder|以下)$`,
      'i',
    ),
    (max) => ({ min: 0, max }),
  ],
  [new RegExp(`^${number}\\s*未満$`, 'i'), (max) => ({ min: 0, max: max - 1 })],
  [new RegExp(`^${number}$`, 'i'), (only) => ({ min: only, max: only })],
];

/** The range a segment says; thousands may be grouped; null for words, and for ends that stand the wrong way round. */
export function rangeOf(segment: string): Range | null {
  if (!/\d/.test(segment) || segment.length > longest) return null;
  const text = plainSigns(segment)
    .replace(/(\d)[.,_ '’](?=\d{3}(?!\d))/g, '$1')
    .replace(unitWords, ' ')
    .replace(/(?<=\d)\s*[人名点席](?!\p{L})/gu, ' ')
    .replace(/(?<=\d)\s*[人名点席](?=以上|以下|未満)/gu, '')
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

/** Digits, blanks, dashes and tildes of other keyboards as those of ours. */
function plainSigns(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[〜～]/g, '~');
}

/** Longer texts are sentences. */
const longest = 80;

function amount(digits: string | undefined, times: string | undefined): number {
  const factor = { k: 1000, m: 1_000_000 }[(times ?? '').toLowerCase()] ?? 1;
  return Math.round(Number(digits ?? Number.NaN) * factor);
}
