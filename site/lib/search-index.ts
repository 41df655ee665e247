/**
 * The small index that answers before Pagefind does: IDs, titles, and the words people look for. Pagefind ranks
 * words well and IDs badly, so "mops 4" is answered here.
 */

import type { Page } from '../view/page.ts';

export interface SearchRecord {
  readonly path: string;
  readonly title: string;
  readonly kicker: string;
  readonly group: string;
  readonly ids: readonly string[];
  readonly keywords: readonly string[];
}

/**
 * What the search in the browser is given: pages that are meant to be found, and those that only an ID leads to.
 */
export function searchRecords(pages: readonly Page[]): readonly SearchRecord[] {
  return pages
    .filter((page) => page.indexed !== false || page.ids.length > 0)
    .map((page) => ({
      path: page.path,
      title: page.title,
      kicker: page.kicker ?? '',
      group: page.group,
      ids: page.ids,
      keywords: page.keywords,
    }));
}

/** The ID folded so that `BR-MOPS-004`, `br mops 4` and `MOPS4` meet: letters, then the number without zeros. */
function idParts(text: string): { readonly letters: readonly string[]; readonly number: string } | null {
  const folded = text.slice(0, 40).toLowerCase();
  const numbers = folded.match(/[0-9]+/g) ?? [];
  const letters = folded.match(/[a-z]+/g) ?? [];
  const number = numbers[0] ?? '';
  const last = letters.at(-1);
  if (last === undefined || numbers.length > 1) return null;
  if (number !== '' && folded.indexOf(number) < folded.lastIndexOf(last)) return null;
  return { letters, number: number.replace(/^0+/, '') || number };
}

/** Words that carry no meaning in a question. */
const small = new Set(
  'a an and the of to in is are am was be it i do does did my me we for on at if what who whom how when which where this that with can may should must have has had get gets go goes long much happens a lead leads am all any by from there they their fast quickly soon quick still until till now today this week tell does did into my your our you'.split(
    ' ',
  ),
);

/** What people say for what pages call it. Each line is one thing. */
const sameThings: readonly (readonly string[])[] = [
  ['sdr', 'bdr', 'business development', 'sales development'],
  ['csm', 'cs', 'customer success'],
  ['owner', 'owns', 'owned', 'responsible', 'belongs'],
  ['sla', 'limit', 'deadline', 'due', 'clock', 'late', 'overdue'],
  ['reject', 'rejected', 'refuse', 'decline', 'no', 'disqualify', 'turn', 'deny'],
  ['min', 'mins', 'minute', 'minutes'],
  ['hour', 'hours', 'hr', 'hrs', 'h'],
  ['day', 'days'],
  ['quiz', 'test', 'check yourself', 'questions'],
  ['changed', 'changes', 'change', 'new', 'news', 'history', 'changelog'],
  ['lost', 'closed-lost', 'closed lost'],
  ['score', 'scoring', 'scores', 'points'],
  ['holiday', 'holidays', 'closed days', 'vacation'],
  ['paying', 'paid', 'pays', 'payment'],
  ['escalation', 'escalate', 'escalated', 'told'],
  ['print', 'card', 'sheet', 'day one', 'first day'],
  ['glossary', 'words', 'meaning', 'mean', 'means', 'dictionary', 'definition'],
  ['picture', 'diagram', 'chart', 'funnel', 'map'],
  ['payload', 'hand over', 'handover', 'handoff', 'handoffs'],
  ['signup', 'trial'],
  ['sso', 'single sign-on', 'single sign on'],
  ['company', 'companies', 'enterprise', 'employee', 'employees', 'headcount', 'size', 'segment'],
  ['customer', 'closed-won', 'won'],
];

const things = new Map<string, readonly string[]>();
for (const line of sameThings)
  for (const word of line) things.set(word, [...(things.get(word) ?? []), ...line]);

/** One slip: a letter wrong, missing, doubled or swapped with its neighbour. Words of four letters and more. */
export function isSlipOf(typed: string, word: string): boolean {
  if (typed.length < 4 || Math.abs(typed.length - word.length) > 1) return false;
  return oneApart(typed, word);
}

/** Two slips in a word of seven letters and more, from its second letter on: `nurchure`, `oppertunety`. */
export function isDoubleSlipOf(typed: string, word: string): boolean {
  if (typed.length < 7 || word.length < 6 || typed[0] !== word[0] || Math.abs(typed.length - word.length) > 2)
    return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  const [mine, own] = [typed.slice(at), word.slice(at)];
  const ways = [
    [mine.slice(1), own.slice(1)],
    [mine.slice(1), own],
    [mine, own.slice(1)],
    ...(mine[0] === own[1] && mine[1] === own[0] ? [[mine.slice(2), own.slice(2)]] : []),
  ] as const;
  return ways.some(([left = '', right = '']) => oneApart(left, right));
}

/** Equal, or one letter wrong, missing, doubled or swapped. */
function oneApart(left: string, right: string): boolean {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const [mine, own] = [left.slice(at), right.slice(at)];
  return (
    mine === own ||
    mine.slice(1) === own.slice(1) ||
    mine.slice(1) === own ||
    mine === own.slice(1) ||
    (mine[0] === own[1] && mine[1] === own[0] && mine.slice(2) === own.slice(2))
  );
}

/** Small letters without marks: `Öffnung` and `offnung`, `Abschluß` and `abschluss` meet. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

/** Words and numbers: `30min` and `1h` are two each. */
const wordsOf = (text: string): readonly string[] => folded(text).match(/\p{L}+|\p{N}+/gu) ?? [];

/** `50` is within `1–999 employees` and `10+ seats`. */
function withinRange(typed: string, texts: readonly string[]): boolean {
  if (!/^\d{1,9}$/.test(typed)) return false;
  const number = Number(typed);
  return texts.some((text) =>
    [...text.matchAll(/(\d{1,9})(?:\s?[–-]\s?(\d{1,9})|\+)/g)].some(
      ([, from, to]) => Number(from) <= number && (to === undefined || number <= Number(to)),
    ),
  );
}

/** How well one word that was typed is met by words: as it is, as another word for the thing, begun, or with a slip. */
function wordScore(typed: string, words: readonly string[]): number {
  if (words.includes(typed)) return 1;
  const one = typed.length > 3 ? typed.replace(/s$/, '') : typed;
  const others = [...(things.get(typed) ?? []), ...(things.get(one) ?? []), one];
  if (others.some((other) => words.includes(other))) return 0.8;
  if (typed.length > 1 && words.some((word) => word.startsWith(typed))) return 0.7;
  if (words.some((word) => isSlipOf(typed, word))) return 0.6;
  return words.some((word) => isDoubleSlipOf(typed, word)) ? 0.4 : 0;
}

/** Where the team's own pages stand before those that explain the tool. */
const homes: Readonly<Record<string, number>> = {
  Stages: 3,
  Handoffs: 2,
  Roles: 1.5,
  Onboarding: 1,
  Reference: 0.5,
  Entries: -6,
};

/** How well a record answers, 0 not at all. An ID beats a title, a title a keyword, the team's pages those of the tool. */
export function rank(record: SearchRecord, query: string): number {
  const asked = query.trim().toLowerCase().slice(0, 200);
  if (asked === '') return 0;
  const home = homes[record.group] ?? 0;
  const parts = idParts(asked);
  const idScore = parts === null ? 0 : Math.max(0, ...record.ids.map((id) => idRank(id, asked, parts)));
  if (idScore > 0) return idScore + home / 10;
  const title = folded(record.title);
  const keywords = record.keywords.map(folded);
  const plain = folded(asked);
  const score = phraseScore(plain, title, keywords) || wordsScore(plain, title, keywords);
  if (score === 0) return 0;
  // Whatever a rule's page says well stands behind what a page of the team says at all.
  return record.group === 'Rules' ? score / 100 : Math.max(1.1, score + home);
}

function phraseScore(asked: string, title: string, keywords: readonly string[]): number {
  if (title === asked) return 80;
  if (keywords.includes(asked)) return 70;
  if (title.startsWith(asked) && asked.length > 1) return 60;
  if (wordsOf(title).includes(asked)) return 58;
  return keywords.some((keyword) => asked.length > 2 && holds(keyword, asked)) ? 55 : 0;
}

/** Holds the words from the start of one: `late` is not in `template`. Scripts without blanks start anywhere. */
function holds(keyword: string, asked: string): boolean {
  for (let at = keyword.indexOf(asked); at >= 0; at = keyword.indexOf(asked, at + 1))
    if (!/[a-z0-9]/.test(keyword[at - 1] ?? '') || !/^[a-z0-9]/.test(asked)) return true;
  return false;
}

/** Most meaningful words must be met somewhere, and each that is not costs; the title counts double. */
function wordsScore(asked: string, title: string, keywords: readonly string[]): number {
  const all = wordsOf(asked);
  const inTitle = wordsOf(title);
  const inKeywords = keywords.flatMap(wordsOf);
  const typed = joinedWords(all, new Set([...inTitle, ...inKeywords])).filter((word) => !small.has(word));
  if (typed.length === 0) return 0;
  let sum = 0;
  let met = 0;
  for (const word of typed) {
    const score =
      Math.max(wordScore(word, inTitle) * 50, wordScore(word, inKeywords) * 36) ||
      (withinRange(word, [title, ...keywords]) ? 40 : 0) ||
      (phrasesFor(word).some((phrase) => [title, ...keywords].some((text) => holds(text, phrase))) ? 28 : 0);
    if (score > 0) met++;
    sum += score;
  }
  return met * 2 < typed.length ? 0 : (sum / typed.length) * (met / typed.length);
}

/** What is called by several words where one is typed: `sso`. */
const phrasesFor = (word: string) => (things.get(word) ?? []).filter((other) => /[ -]/.test(other));

/** Words with those that the page writes as one put together: `kick off` where it says `kickoff`. */
function joinedWords(typed: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const words: string[] = [];
  for (const word of typed) {
    const both = `${words.at(-1) ?? ''}${word}`;
    if (words.length > 0 && both.length > 5 && known.has(both) && !known.has(word))
      words[words.length - 1] = both;
    else words.push(word);
  }
  return words;
}

function idRank(
  id: string,
  asked: string,
  parts: { readonly letters: readonly string[]; readonly number: string },
): number {
  if (id.toLowerCase() === asked) return 100;
  const own = idParts(id);
  if (own === null) return 0;
  // The letters asked for must be the end of the ID's own ("mops", "br mops"), or run together ("brmops").
  const tail = own.letters.slice(-parts.letters.length).join(' ');
  const same = tail === parts.letters.join(' ') || own.letters.join('') === parts.letters.join('');
  if (!same) return 0;
  if (parts.number === '') return 0;
  if (own.number === parts.number) return own.letters.length === parts.letters.length ? 95 : 90;
  return own.number.startsWith(parts.number) ? 70 : 0;
}
