/** What a text says, without what only its writing adds: capitals, numbers in words, signs of a range, other units. */

import { allNumberWords, numberPattern } from '../language/numbers.ts';

const numberWord = new RegExp(`\\b(?:(?:an? |one )?hundred|${numberPattern})\\b(?!-)`, 'g');
const amount = /(\d+(?:\.\d+)?) ?(business )?(minutes?|mins?|hours?|hrs?)\b/g;

/** A key that is equal for two texts that differ in their writing alone. Texts come folded (`said.ts`). */
export function wordingKey(folded: string): string {
  return folded
    .toLowerCase()
    .replace(numberWord, (word) => `${allNumberWords.get(word) ?? 100}`)
    .replace(/\ba half (?=(?:business |working )?hour)|\bhalf an? (?=(?:business |working )?hour)/g, '0.5 ')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/(?<=\d)\s*(?:-|to)\s*(?=\d)/g, '-')
    .replace(/\be-(?=mails?\b)/g, 'e')
    .replace(/\bworking (?=(?:minutes?|mins?|hours?|hrs?|days?)\b)/g, 'business ')
    .replace(
      amount,
      (_, count: string, business: string | undefined, word: string) =>
        `${Number(count) * (word.startsWith('h') ? 60 : 1)} ${business ?? ''}minutes`,
    )
    .replace(/(?<=[;,])\s+and\b/g, '')
    .replace(/\s+/g, ' ');
}
