/** Where words point a lead: behind an arrow, behind "To …:", behind "sent to". Which place it is, others tell. */

import { arrowPattern, hasArrow, splitAtArrows } from './arrow.ts';
import { saysNothing } from './nothing.ts';
import { noPlaces, peoples } from './tables/no-places.ts';

/** A short name that words point at, with its place in them. */
export interface Pointed {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const prose: ReadonlySet<string> = new Set(Object.values(noPlaces).flatMap((words) => words.split(' ')));
const groups: ReadonlySet<string> = new Set(peoples.split(' '));

/** The longest name of a place, in words; what is longer is a sentence. */
const mostWords = 4;
/** No line of exits says more; the bound keeps the work on a hostile line small. */
const longest = 500;

const clauses = new RegExp(`;|\\.(?=\\s|$)|,(?=[^,;]*${arrowPattern})`, 'g');
/** Where a name ends: at a sign, or at a word that says when, why or what else. */
const nameEnds =
  /\s*(?:[,;:|/[\]{}!?]|\((?!s\))|(?<!\(s)\)|\.(?=\s|$)|\s[–—-]\s|\s(?:with|when|if|once|after|until|unless|and|or|then|for|because|tag(?:ged)?|reason|by|via|as|where|from|in|at)\s|$)/i;

/** "To Vault: …" and "Send to Vault: …": the place stands in front of its reasons. */
const heads =
  /^(?:(?:(?:always|then|please) )?(?:send|sent|move|moved|moves|route|routed|goes|go|return|returned|returns|put|push(?:ed)?|transfer|transferred|recycled?|handed)(?: (?:it|them|leads?|the leads?))? )?(?:back )?(?:in)?to (?=[^:]{1,60}:)/i;
/** "… is sent to X", "leads go to X": passed on by somebody, or going by itself. */
const verbs =
  /(?:^|[,:;–—(]\s*|\b(?:is|are|be|gets?|being|leads?|they|it|and|then)\s+)(?=)(?:(?:is|are|be|gets?|being)\s+)?(?=)(?:send|sent|move|moved|moves|route|routed|goes|go|return|returned|returns|put|pushed|transferred|recycled|parked|dumped|dropped)(?=)(?: (?:it|them|leads?|the leads?))?(?: back| straight| over| on)? (?:in)?to (?:the )?(?=\S)/gi;

/** "No budget goes to the Graveyard": whatever goes, a name of its own or a word for no place is where the lead ends. */
const goes =
  /\b[Gg]o(?:es)? (?:back )?(?:in)?to (?:the )?(?=\p{Lu}|(?:nowhere|somewhere|limbo|void|oblivion)\b)/u;

/**
 * The names of places that a line points at, in order: short phrases that are no sentence, nothing that is done and
 * nobody's team. Names that the lifecycle knows are among them.
 */
export function placesPointedAt(text: string): readonly Pointed[] {
  if (text.length > longest || saysNothing(text)) return [];
  const found: Pointed[] = [];
  let from = 0;
  for (const end of [...[...text.matchAll(clauses)].map(({ index }) => index), text.length]) {
    const at = pointerIn(text.slice(from, end));
    if (at !== null) found.push(...namesFrom(text, from + at, end));
    from = end + 1;
  }
  return found;
}

/** The further names that a routing puts side by side: "Nurture or the Graveyard", "MQL, then Vault". */
export function placesBeside(text: string): readonly Pointed[] {
  if (text.length > longest || hasArrow(text) || saysNothing(text)) return [];
  const found: Pointed[] = [];
  for (const match of text.matchAll(/(?:^|\bor|\bthen|;)(?=\s*\S)/gi)) {
    const lead = /^\s*(?:(?:back|send|sent|moved?)\s+)?(?:to\s+)?/i.exec(
      text.slice(match.index + match[0].length),
    );
    const name = nameAt(text, match.index + match[0].length + (lead?.[0].length ?? 0));
    if (name !== null) found.push(name);
  }
  return found;
}

/** The name that begins here, with what stands beside it: "Disqualified / Graveyard", "Nurture or the Vault". */
function namesFrom(text: string, from: number, to: number): readonly Pointed[] {
  const found: Pointed[] = [];
  let at = from;
  while (at < to) {
    const name = nameAt(text, at);
    const slashed = at > from && text.slice(from, at).trimEnd().endsWith('/');
    // Behind a slash stands another word for the same as often as another place: only a name of its own counts.
    if (name !== null && (!slashed || /^\p{Lu}/u.test(name.name))) found.push(name);
    const end = name?.end ?? at + (nameEnds.exec(text.slice(at))?.index ?? 0);
    const joined = /^["'“”»’*_`\])\s]*(?:\/|\b(?:or|then)\b)/i.exec(text.slice(end, to));
    if (joined === null) break;
    at = end + joined[0].length;
  }
  return found;
}

/** Where the name begins that a clause points at: behind its last arrow, its "to", or its last verb; null for none. */
function pointerIn(clause: string): number | null {
  const behind = splitAtArrows(clause).slice(1).at(-1);
  if (behind !== undefined) return clause.length - behind.length;
  const lead = clause.length - clause.trimStart().length;
  const head = heads.exec(clause.slice(lead));
  if (head !== null) return lead + head[0].length;
  const verb = [...clause.matchAll(verbs)].at(-1) ?? goes.exec(clause);
  return verb === undefined || verb === null ? null : verb.index + verb[0].length;
}

/** The short name that begins here; null where a sentence, an act, a number or people stand there. */
function nameAt(text: string, from: number): Pointed | null {
  const rest = text.slice(from);
  const lead =
    /^[\s"'“”„«‘*_`[]*(?:(?:back )?to )?(?:the |our |your )?["'“”„«‘*_`[]*/i.exec(rest)?.[0].length ?? 0;
  const name = rest
    .slice(lead, lead + (nameEnds.exec(rest.slice(lead))?.index ?? 0))
    .replace(/["'“”»’*_`\]\s.]+$/, '');
  return isName(name) ? { name, start: from + lead, end: from + lead + name.length } : null;
}

function isName(name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return (
    words.length > 0 &&
    !saysNothing(name) &&
    name.split(/\s+/).length <= mostWords &&
    name.length <= 60 &&
    !/^[#@]|\d|[=<>%$€£]|\b(?:GTM|PER|KPI|CFD|BR|MON|RUN)-/u.test(name) &&
    !words.every((word) => word.length < 2) &&
    !words.some((word) => prose.has(word)) &&
    !groups.has(words.at(-1) ?? '')
  );
}
