/** The usual names of stages and places, ready to be asked, and how they stand in running text. */

import { arrowPattern, hasArrow } from '../language/arrow.ts';
import { slips } from '../language/closest.ts';
import { foldName } from '../language/fold.ts';
import { singular } from '../language/plural.ts';
import { plainWords } from '../language/tables/plain-words.ts';
import type { SinkName } from '../language/tables/sinks.ts';
import { otherStages, sameName, stages } from '../language/tables/stages.ts';

/** What a config says about names. */
export interface ConfiguredNames {
  readonly stages?: Readonly<Record<string, readonly string[]>>;
  readonly sinks?: Readonly<Record<string, readonly string[]>>;
}

/** What a name is found to be. */
export type NameHit =
  /**
   * `written`: the folded name of the one entry that is meant, null for every entry of the canonical name. `said`: the
   * name that was asked for, as table, config or entry spell it: "PQL", though its canonical name is "Activated".
   */
  | {
      readonly kind: 'stage';
      readonly canonical: string;
      readonly written: string | null;
      readonly said: string;
    }
  | { readonly kind: 'sink'; readonly name: SinkName };

/** Above this many names a "did you mean" is not worth comparing each unknown name with all of them. */
export const mostCompared = 300;

/** Where a usual name stands in the table: its stage, its place in the row (0 is the stage itself), how it is spelt. */
export interface NameRank {
  readonly canonical: string;
  readonly spelling: string;
  readonly rank: number;
}

export const places: ReadonlyMap<string, NameRank> = new Map(
  Object.entries({ ...stages, ...otherStages }).flatMap(([canonical, names]) =>
    [canonical, ...names].map((name, rank): [string, NameRank] => [
      foldName(name),
      { canonical, rank, spelling: name },
    ]),
  ),
);
export const alike: ReadonlyMap<string, readonly string[]> = new Map(
  sameName.flatMap((group) => group.map((name): [string, readonly string[]] => [foldName(name), group])),
);
const plain: ReadonlySet<string> = new Set(plainWords.map(foldName));

/** Scripts without blanks between words, and signs inside a name: such names are looked for as they stand. */
export const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

export const wordOrArrow = new RegExp(
  `[\\p{L}\\p{M}\\p{N}]+(?:[-'’/][\\p{L}\\p{M}\\p{N}]+)*|${arrowPattern}|>`,
  'gu',
);

/**
 * The stage that a key of the config's `stages` is a slip of the hand away from: a usual one or the team's own. Null
 * where it is a name already, or like none. A key that names itself among its words is meant so.
 */
export function meantKey(key: string, words: readonly string[], entries: readonly string[]): string | null {
  const folded = foldName(key);
  if (places.has(folded) || folded.length < 4 || words.length === 0) return null;
  if (words.some((word) => foldName(word) === folded)) return null;
  const near = (name: string) => slips(folded, foldName(name)) <= (folded.length >= 8 ? 2 : 1);
  const usual = Object.entries(stages).find(([name, names]) => [name, ...names].some(near))?.[0];
  return usual ?? (entries.length > mostCompared ? undefined : entries.find(near)) ?? null;
}

/** The spelling nearest to an unknown name; null when nothing is near. */
export function nearest(name: string, spellings: ReadonlyMap<string, string>): string | null {
  const folded = foldName(name);
  if (folded.length > 60 || spellings.size > mostCompared) return null;
  let best: { spelling: string; score: number } | null = null;
  for (const [known, spelling] of spellings) {
    const score = slips(folded, known);
    const limit = Math.max(1, Math.floor(Math.max(folded.length, known.length) / 3));
    if (score <= limit && (best === null || score < best.score)) best = { spelling, score };
  }
  return best?.spelling ?? null;
}

/**
 * Whether the team's entries deny that a name is another one's: both are written, and they are no two names of one
 * usual stage, which a config may join.
 */
export function denied(to: string, name: string, written: ReadonlySet<string>): boolean {
  const [one, other] = [foldName(to), foldName(name)];
  const own = places.get(other)?.canonical;
  return (
    one !== other &&
    written.has(one) &&
    written.has(other) &&
    own !== undefined &&
    own !== places.get(one)?.canonical
  );
}

/** Whether another declared name of the same row stands further left, so that this one is a stage of its own. */
export function hasLeft(place: NameRank, folded: string, declared: ReadonlySet<string>): boolean {
  const group = (alike.get(folded) ?? []).map(foldName);
  return [...declared].some((name) => {
    const other = places.get(name);
    return other?.canonical === place.canonical && other.rank < place.rank && !group.includes(name);
  });
}

/**
 * A stage's name without the note behind it: "SQL (EMEA)" and "MQL – Marketing Qualified Lead". What stands behind a
 * dash is part of the name where two entries differ in it ("Customer – Onboarding", "Customer – Live").
 */
function withoutNote(name: string, written: ReadonlySet<string>): string {
  const bare = name.replace(/\([^()]*\)/g, ' ').trim();
  const left = /^(.+?)\s+[–—:-]\s+.+$/u.exec(bare)?.[1];
  if (left === undefined) return bare;
  const folded = foldName(left);
  return [...written].filter((one) => one === folded || one.startsWith(`${folded} `)).length > 1
    ? bare
    : left;
}

/** A number before a name, which says where it stands: "2 - MQL", "S1 MQL", "Stage 3: SQL". */
const numbering = /^(?:(?:stage|step|phase|no\.?|s|#)\s*)?\(?\d{1,2}[.)]?\)?\s*(?:[.:|–—-]\s*)?(?=\p{L})/iu;

/** An entry's name and what else it may be: without its note, its team's own word, its number, in the singular. */
export function formsOfName(
  name: string,
  written: ReadonlySet<string>,
  divided: ReadonlyMap<string, string>,
): readonly string[] {
  const bare = withoutNote(name, written);
  return [name, bare, divided.get(name) ?? name, ...otherForms(name), ...otherForms(bare)];
}

/** A text folded, without brackets and words like "the" and "queue" around the name in it, which may be a plural. */
export function foldedForms(text: string): readonly string[] {
  const bare = foldName(text.replace(/\([^()]*\)/g, ' ')).replace(/^(?:the|to|back to|into) /, '');
  const trimmed = bare.replace(/ (?:stage|queue|pool|list|track|status|sequence|bucket|phase)$/, '');
  return [bare, trimmed, ...otherForms(bare), ...otherForms(trimmed)];
}

/** What a name may be besides itself: without its number, in the singular, or both. */
function otherForms(name: string): readonly string[] {
  const bare = name.replace(numbering, '');
  return [...new Set([bare, singular(name.trim()), singular(bare.trim())])].filter((form) => form !== name);
}

/**
 * Whether a name in running text is meant as a stage or place: "Customer", not "each customer". `before` is what
 * stands before it.
 */
export function counts(
  phrase: string,
  hit: { readonly kind: 'stage' | 'sink' },
  before: string | undefined,
): boolean {
  if (hit.kind === 'sink') return !plain.has(foldName(phrase)) || pointsAt(before);
  const first = phrase[0] ?? '';
  // A letter without case is no plain English word.
  const capital = first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase();
  return capital || pointsAt(before) || short.has(foldName(phrase));
}

/** Abbreviations mean the stage however they are typed. */
const short: ReadonlySet<string> = new Set(
  [...Object.keys({ ...stages, ...otherStages }), 'PQL', 'SQO']
    .filter((name) => /^[A-Z]{3}$/.test(name))
    .map(foldName),
);

function pointsAt(before: string | undefined): boolean {
  return before !== undefined && (/^(?:to|into|in|>|as)$/i.test(before) || hasArrow(before));
}
