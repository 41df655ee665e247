/** Whether words name software, and nobody who works with it. */

import { wordsOf } from './fold.ts';
import { humans, jobWords, programs, software, superiors, worked } from './tables/role-words.ts';

export const softwareWords: ReadonlySet<string> = new Set(software.split(' '));

/** How many words the name of a piece of software may have. */
const mostWords = 6;

/** Whether a folded owner is software: one of its words says so, and none of them is a job's. */
export function isSoftware(folded: string): boolean {
  if (programs.has(folded)) return true;
  const words = wordsOf(folded);
  if (words.length === 0 || words.length > mostWords) return false;
  const ai = words.includes('ai');
  return (
    words.some((word) => softwareWords.has(word)) &&
    words.every((word) => ai || !jobWords.has(word) || worked.has(word)) &&
    !words.some((word) => superiors.has(word) || word === 'admin' || word === 'owner') &&
    (ai || !words.some((word) => humans.has(word)))
  );
}

/** Whether running text names software: "the CRM workflow sends the mail again". */
export function namesSoftware(text: string): boolean {
  return wordsOf(text).some((word) => softwareWords.has(word));
}
