import { closest } from './closest.ts';
import { foldName } from './fold.ts';
import { own } from './own.ts';
import { leadStatuses, statusAdvice, statuses } from './tables/statuses.ts';

/** What a Status line means for the lifecycle (SPEC §2). */
export type StatusMeaning = keyof typeof statuses;

/** The statuses to write, in the order of an entry's life. */
export const statusWords: readonly string[] = Object.values(statuses).map(([first]) => first);

const rows = Object.entries(statuses) as [StatusMeaning, readonly string[]][];
const meanings: ReadonlyMap<string, StatusMeaning> = new Map(
  rows.flatMap(([meaning, words]) => words.map((word): [string, StatusMeaning] => [foldName(word), meaning])),
);
const longest = Math.max(...[...meanings.keys()].map((words) => words.split(' ').length));

const activities: ReadonlySet<string> = new Set(leadStatuses.map(foldName));

/** Whether a name says what was done with a lead ("Contacted") rather than how far it is. */
export function isLeadStatus(name: string): boolean {
  return activities.has(foldName(name));
}

/** The meaning of a status line, whatever note stands behind its word ("Active since May"); null for no known word. */
export function statusMeant(text: string): StatusMeaning | null {
  const words = (foldName(text).match(/[\p{L}\p{N}'’]+/gu) ?? []).slice(0, longest);
  for (let count = words.length; count > 0; count--) {
    const meaning = meanings.get(words.slice(0, count).join(' ').replaceAll('’', "'"));
    if (meaning !== undefined) return meaning;
  }
  return null;
}

/** The status to write for a word that is none, and whether the word was a slip of the hand for it; null for no idea. */
export function statusNear(text: string): { readonly word: string; readonly slip: boolean } | null {
  const advice = own(statusAdvice, foldName(text));
  if (advice !== undefined) return { word: advice, slip: false };
  const near = closest(text, statusWords);
  return near === null ? null : { word: near, slip: true };
}
