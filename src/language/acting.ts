/** What happens to a lead that nobody answered: whether it changes hands, and whether anybody acts at all. */

import { alternatives } from './alternatives.ts';
import { wordsOf } from './fold.ts';
import { beforeHolders, holders, manners, persons, takingAway } from './tables/acting-people.ts';
import { ledBy, noActors } from './tables/no-actors.ts';

const moves = new RegExp(`\\b(?:${alternatives(takingAway)})\\b`, 'i');

const nobody: ReadonlySet<string> = new Set(Object.values(noActors).flatMap((words) => words.split(' ')));
const ranks = new RegExp(`\\b(?:${ledBy}) (?:lead|leader)s?\\b`, 'i');

const ranked = new RegExp(`\\b(?:${alternatives(persons)})s?\\b`, 'i');

const manner = new RegExp(
  `^(?:${alternatives(manners)})\\b|\\b(?:is|are) (?:well |already |not )?\\p{Ll}+$`,
  'iu',
);

/** Whether words without a verb say in which manner something happens, and name neither a rank nor an address. */
export function saysOnlyHow(step: string): boolean {
  return manner.test(step.trim()) && !ranked.test(step) && !step.includes('@');
}

const holder = new RegExp(
  `^(?:(?:${alternatives(beforeHolders)}) )*(?:${alternatives(holders)})s?(?: again| directly| by mail)?$`,
  'i',
);

/** Whether the words for who is told name whoever has the lead already: "the owner", "the assigned rep". */
export function isHolder(who: string): boolean {
  return holder.test(who.trim());
}

/** Whether a text takes the lead out of the hands that let it wait. */
export function movesLead(text: string): boolean {
  return moves.test(text);
}

/** Whether the words for who acts name a document, a tool, a report, a mark or a group, and nobody. */
export function actsNobody(who: string): boolean {
  return !ranks.test(who) && wordsOf(who).every((word) => nobody.has(word));
}
