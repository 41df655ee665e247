/** Tables of words and what a question of `src/language` answers to each. */
import { expect } from 'vitest';

/** Asks all words of a table at once: words → answer. */
export function answers<T>(ask: (words: string) => T, table: Readonly<Record<string, T>>): void {
  const found = Object.fromEntries(Object.keys(table).map((words) => [words, ask(words)]));
  expect(found).toEqual(table);
}
/** Words for which the answer is yes, and words near them for which it is no. */
export const asks = (ask: (words: string) => boolean, yes: readonly string[], no: readonly string[]) => {
  expect(
    yes.filter((words) => !ask(words)),
    'no instead of yes',
  ).toEqual([]);
  expect(no.filter(ask), 'yes instead of no').toEqual([]);
};
