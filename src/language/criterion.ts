/**
 * What a criterion's words say. Two readings, both kept on the safe side: a text that is not clearly vague counts
 * as testable, and two texts that are not clearly about different events count as the same.
 */

import { alternatives } from './alternatives.ts';
import { joint } from './joint.ts';
import { leavesOpen } from './nothing.ts';
import { bareTerms } from './tables/bare-terms.ts';
import { events, sameMoment } from './tables/events.ts';
import { amounts, doers, fillers, judgements, praise, praised } from './tables/judgements.ts';

const idle: ReadonlySet<string> = new Set([...fillers, ...doers]);
const filling: ReadonlySet<string> = new Set(fillers);

/** A row of the table as one pattern over a whole word. */
const eventWords = Object.entries(events).map(
  ([event, words]) => [event, new RegExp(`^(?:${alternatives(words.split(' '))})$`)] as const,
);

/** Words of a text, folded; "signed up" and "account created" are one word, "closed-won" is two. */
function eventTokens(text: string): string[] {
  let folded = (ascii.test(text) ? text : text.normalize('NFKC')).toLowerCase();
  if (compound.test(folded)) {
    folded = folded
      .replace(/\bsign(?:s|ed|ing)?[ -]up\b/g, 'signup')
      .replace(/\baccounts? (?:is |was |has been )?created\b|\bcreat(?:es|ed|e) an? account\b/g, 'signup')
      .replace(/\bkick[ -]off\b/g, 'kickoff');
  }
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const ascii = /^[\t -~]*$/;
const compound = /sign|account|kick/;

/** The words that carry the meaning, each once. */
export function contentWords(text: string): ReadonlySet<string> {
  return new Set(eventTokens(text).filter((word) => !idle.has(word)));
}

/** Which events a text names, `meeting` for "discovery call held"; empty when it names none we know. */
export function eventsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of contentWords(text)) {
    for (const [event, words] of eventWords) if (words.test(word)) found.add(event);
  }
  return found;
}

/** Whether two texts are clearly about different events: both name events, none in common, and no word in common. */
export function differentEvents(one: string, other: string): boolean {
  const [wordsOne, wordsOther] = [stems(one), stems(other)];
  for (const word of wordsOne) if (wordsOther.has(word)) return false;
  const [events, others] = [eventsIn(one), eventsIn(other)];
  if (events.size === 0 || others.size === 0) return false;
  for (const event of events) {
    if (others.has(event)) return false;
    for (const [a, b] of sameMoment)
      if ((a === event && others.has(b)) || (b === event && others.has(a))) return false;
  }
  return true;
}

function stems(text: string): Set<string> {
  return new Set([...contentWords(text)].map((word) => word.slice(0, 5)));
}

export type Vagueness = 'restates' | 'unclear' | 'no-event' | null;

const judgement = new RegExp(`\\b(?:${alternatives(Object.values(judgements).flat())})\\b`, 'i');
/** "A strong technical fit"; apart from the others, as letters of every script take long when a pattern first runs. */
const fitting = new RegExp(`\\b(?:${alternatives(praise)}|a)(?: \\p{L}+)? fit\\b`, 'iu');

function isJudgement(text: string): boolean {
  return judgement.test(text) || (/ fit\b/i.test(text) && fitting.test(text));
}

const quality = `(?:${alternatives(praise)})`;

/** Signs without what shows them: everybody sees them somewhere. */
const bareSigns = new RegExp(
  `^(?:(?:is|has|had|shows?|gives?|sends?|displays?|with|there (?:is|are)) )?${joint}(?:an? |the |some |any )?${joint}(?:${[
    'referr(?:als?|ed)',
    `(?:${quality} )?${joint}(?:buying|intent|purchase) ${joint}(?:signals?|intent|interest)`,
    'right (?:person|people|titles?|contacts?)(?: at (?:an? |the )?right (?:company|companies|accounts?))?',
    'right (?:company|companies|accounts?)',
    `${quality} ${joint}(?:(?:lead|fit|intent|engagement) )?${joint}(?:${alternatives(praised)})`,
    `(?:${alternatives(amounts)}) ${joint}(?:activit(?:y|ies)|touch ?points?|interactions?|engagement)`,
    '(?:sounds|looks|seems|feels) (?:good|great|right|promising)',
    '(?:the )?right (?:time|moment)',
    '(?:likes|loves) (?:us|it|the (?:product|demo|idea))',
    'responsive',
    '(?:meets?|fits?|match(?:es)?|satisf(?:y|ies)) (?:all |of |our |the )*(?:criteria|profile|requirements|standards)',
  ].join('|')})${joint}[.!]?$`,
  'i',
);

/** "BANT", "Meets our ICP", "Has budget", "Is a decision maker": the term, and nothing that says what it means. */
const bareTerm = new RegExp(
  `^(?:(?:is|has|have|there is|meets?|fits?|match(?:es)?|passes|satisf(?:y|ies)|with|an?|the|our|their|clear|real|right|key|good) )*(${alternatives(Object.values(bareTerms).flat())})(?: (?:match(?:es)?|criteria|profile|met|exists?|is (?:right|clear|there)|questions))?[.!]?$`,
  'i',
);

const ofPersonas: ReadonlySet<string> = new Set(bareTerms.personas.map((term) => term.toLowerCase()));

/** The term that is a whole criterion, and whether a persona defines it; null where more is said. */
export function termAlone(text: string): { readonly term: string; readonly ofPersona: boolean } | null {
  const term = bareTerm.exec(text.trim())?.[1];
  if (term === undefined) return null;
  return { term, ofPersona: ofPersonas.has(term.toLowerCase().replace(/-/g, ' ')) };
}

/** Whether a text says somewhere what a term means: "BANT: …", "**ICP** = …", "| BANT | … |", "BANT means …". */
export function defines(text: string, term: string): boolean {
  const words = term.replace(/[ -]/g, '[ -]');
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${words}[*_\`]{0,3} ?(?:[:=|(–—]|means\\b|stands for\\b|- )`,
    'iu',
  ).test(text);
}

/** A mark that somebody sets where anybody can look it up. */
const recorded = /\b(?:checkbox|check box|ticked|picklist|drop-?down|property|field|status)\b/i;

/**
 * Why two people could decide differently on a criterion, or null when it can be tested. `stageName` is the stage
 * it leads into: "lead becomes an MQL" restates it. A number, an event or an ID makes a text testable.
 */
export function vagueness(text: string, stageName: string): Vagueness {
  if (leavesOpen(text)) return 'unclear';
  if (restates(text, stageName)) return 'restates';
  if (bareSigns.test(text.trim())) return 'no-event';
  if (!isJudgement(text) || /\d/.test(text) || recorded.test(text)) return null;
  const events = new Set(eventsIn(text));
  // "Engaged with our content" names no download, visit or click.
  if (/\bengag/i.test(text) && !/\b(?:download|visit|view|click|attend|open|read|watch|subscri)/i.test(text))
    events.delete('content');
  // "Qualified" alone is a verdict; somebody who qualifies, or a field that is set, is an event.
  if (!/\b(?:confirm|verif|qualifies|qualified by|marks?\b|marked|sets?\b|crm\b|field\b)/i.test(text))
    events.delete('qualify');
  return events.size === 0 ? 'no-event' : null;
}

/** Stages whose name is an event in itself: "Signed up" is a fair criterion of Signup. */
const eventNames = new Set(['Signup', 'Paid', 'Activated', 'Expansion']);

/** Nobody needs more words than this to say that an MQL is an MQL. */
const longestRestatement = 12;

function restates(text: string, stageName: string): boolean {
  if (eventNames.has(stageName)) return false;
  const all = eventTokens(text);
  if (all.length > longestRestatement) return false;
  const own = new Set(eventTokens(stageName));
  if (/^(?:MQL|SQL|PQL)$/.test(stageName))
    for (const word of ['qualified', 'marketing', 'sales', 'product']) own.add(word);
  const words = all.filter((word) => !filling.has(word) || own.has(word));
  if (words.length === 0 || !words.every((word) => own.has(word))) return false;
  // A stage of the team's own may be named for its event ("Proposal sent"); only known labels are circular.
  return /^(?:Lead|MQL|SQL|PQL|Opportunity|Customer)$/.test(stageName) || words.length < all.length;
}
