/** The usual names of stages and places, ready to be asked, and how they stand in running text. */

import { arrowPattern, hasArrow } from '../language/arrow.ts';
import { foldName } from '../language/fold.ts';
import { plainWords, type SinkName, sinks } from '../language/tables/sinks.ts';
import { otherStages, sameName, stages } from '../language/tables/stages.ts';

/** What a config says about names. */
export interface ConfiguredNames {
  readonly stages?: Readonly<Record<string, readonly string[]>>;
  readonly sinks?: Readonly<Record<string, readonly string[]>>;
}

/** Where a usual name stands in the table: its stage, and its place in the row (0 is the stage itself). */
export interface Place {
  readonly canonical: string;
  readonly rank: number;
}

export const places: ReadonlyMap<string, Place> = new Map(
  Object.entries({ ...stages, ...otherStages }).flatMap(([canonical, names]) =>
    [canonical, ...names].map((name, rank): [string, Place] => [foldName(name), { canonical, rank }]),
  ),
);
export const usualSinks: ReadonlyMap<string, SinkName> = new Map(
  (Object.entries(sinks) as [SinkName, readonly string[]][]).flatMap(([name, names]) =>
    [name, ...names].map((one): [string, SinkName] => [foldName(one), name]),
  ),
);
export const sinkNames: ReadonlyMap<string, SinkName> = new Map(
  (Object.keys(sinks) as SinkName[]).map((name) => [foldName(name), name]),
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

/** Whether another declared name of the same row stands further left, so that this one is a stage of its own. */
export function hasLeft(place: Place, folded: string, declared: ReadonlySet<string>): boolean {
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
export function withoutNote(name: string, written: ReadonlySet<string>): string {
  const bare = name.replace(/\([^()]*\)/g, ' ').trim();
  const left = /^(.+?)\s+[–—:-]\s+.+$/u.exec(bare)?.[1];
  if (left === undefined) return bare;
  const folded = foldName(left);
  return [...written].filter((one) => one === folded || one.startsWith(`${folded} `)).length > 1
    ? bare
    : left;
}

/** "Lead returns to the MQL queue" is about a lead; "Lead to Customer", "Lead queue" and "Lead" name the stage. */
export function isSubject(phrase: string, after: string | undefined): boolean {
  if (after === undefined || !/^(?:lead|customer)$/i.test(phrase)) return false;
  return (
    /^\p{Ll}/u.test(after) && !/^(?:to|or|and|queue|stage|with|after|when|if|then|until|again)$/.test(after)
  );
}

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
