/** Limits in another language: never read as if they were English, but what they would be in English is said. */
import { foldWords } from './fold.ts';
import { unitsAbroad, workingAbroad } from './tables/units-abroad.ts';

const units = new Map<string, string>(
  Object.entries(unitsAbroad).flatMap(([unit, words]) => words.map((word) => [foldWords(word), unit])),
);
const working = new Set(workingAbroad.map(foldWords));

/** Whether a word is a unit of time in another language. */
export function isUnitAbroad(word: string): boolean {
  return units.has(foldWords(word));
}

/** A number and what it counts, with a word of working time behind it. */
const amount = /(\d[\d.,]*)(\s*)([\p{L}\p{M}]+)(?:(\s+)([\p{L}\p{M}]+))?/gu;

/**
 * A limit with its units in English: "2 heures ouvrées" → "2 business hours"; null where nothing is in another language.
 * Everything else stays as it is written.
 */
export function inEnglish(limit: string): string | null {
  let changed = false;
  const english = limit.replace(amount, (whole, count, _, word, gap = '', behind = '') => {
    const works = working.has(foldWords(behind));
    const unit = units.get(foldWords(word)) ?? (works ? word.replace(/s$/, '') : undefined);
    if (unit === undefined) return whole;
    changed = true;
    const plain = works && !/^business |^week$/.test(unit) ? `business ${unit}` : unit;
    return `${count} ${plain}${count === '1' ? '' : 's'}${works ? '' : gap + behind}`;
  });
  return changed ? english : null;
}
