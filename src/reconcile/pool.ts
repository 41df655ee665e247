/** Entries that could stand in one kind of place, to be found by the words of their names. */

import { wordsOf } from '../language/fold.ts';
import { addTo, grouped } from '../lifecycle/grouped.ts';
import type { LifecycleRecord, LinkedEntry } from '../lifecycle/model.ts';

/** An entry that may be written, under the name it goes by. */
export interface Entrant {
  readonly id: string;
  readonly name: string;
  readonly record: LifecycleRecord;
}

/** An entry that could stand in the place, and why. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

/** Canonical names of the stages between which something is measured; `to` is null where there is not one. */
export interface Transition {
  readonly from: string;
  readonly to: string | null;
}

/** Words beside a placeholder that name its role, not which entry is meant: "(source channels)". */
const roleWords = new Set(
  'a an the of for to and or in by from per each this our source sources channel channels fit signal signals tier tiers threshold thresholds price prices pricing rule rules conversion conversions rate rates offer offers persona personas kpi kpis target targets stage stages handoff handoffs id ids tbd lead leads best primary main feedback gap research monitor drift sla card entry link linked name'.split(
    ' ',
  ),
);

interface Named {
  readonly at: number;
  readonly words: ReadonlySet<string>;
}

export class Pool {
  readonly entrants: readonly Entrant[];
  readonly #byWord: ReadonlyMap<string, readonly Named[]>;
  /** Each name under the rarest of its words alone. */
  readonly #byRarest: ReadonlyMap<string, readonly Named[]>;
  /** Each under its words without the blanks between them. */
  readonly #closed: ReadonlyMap<string, readonly Entrant[]>;
  readonly #known = new Map<string, readonly Entrant[]>();

  constructor(entrants: readonly Entrant[]) {
    this.entrants = entrants;
    const all = entrants.map(({ name }, at): Named => ({ at, words: new Set(identifying(name)) }));
    this.#byWord = Pool.#grouped(all, ({ words }) => [...words]);
    this.#closed = grouped(
      entrants.filter((_, at) => all[at]?.words.size !== 0),
      ({ name }) => identifying(name).join(''),
    );
    this.#byRarest = Pool.#grouped(all, ({ words }) => this.#rarest(words));
  }

  static #grouped(all: readonly Named[], keysOf: (one: Named) => readonly string[]): Map<string, Named[]> {
    const groups = new Map<string, Named[]>();
    for (const one of all) for (const key of keysOf(one)) addTo(groups, key, one);
    return groups;
  }

  #rarest(words: Iterable<string>): readonly string[] {
    let best: string | null = null;
    for (const word of words) if (best === null || this.#count(word) < this.#count(best)) best = word;
    return best === null ? [] : [best];
  }

  #count(word: string): number {
    return this.#byWord.get(word)?.length ?? 0;
  }

  /** Those whose name has every identifying word, or has no other words than these; in their order. */
  called(identity: readonly string[]): readonly Entrant[] {
    const key = identity.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const asked = new Set(identity);
    const longer = this.#rarest(asked).flatMap((word) => this.#byWord.get(word) ?? []);
    const shorter = [...asked].flatMap((word) => this.#byRarest.get(word) ?? []);
    const found = new Set([
      ...longer.filter(({ words }) => within(asked, words)),
      ...shorter.filter(({ words }) => within(words, asked)),
    ]);
    const named = [...found].sort((a, b) => a.at - b.at).flatMap(({ at }) => this.entrants[at] ?? []);
    // "ProductHunt" is Product Hunt.
    const made = named.length > 0 ? named : (this.#closed.get([...identity].join('')) ?? []);
    this.#known.set(key, made);
    return made;
  }
}

function within(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  for (const word of some) if (!all.has(word)) return false;
  return true;
}

/** Whether a KPI measures a transition. */
export function measures(record: LifecycleRecord, between: Transition): boolean {
  const { conversion } = record as LinkedEntry;
  return (
    conversion !== null &&
    conversion.from === between.from &&
    (between.to === null || conversion.to === between.to)
  );
}

/** `[GTM-YYY]` is known to config and `Replaces:` lines as `GTM-YYY`. */
export function bareToken(token: string): string {
  return token.replace(/^[[({<]+|[\])}>]+$/g, '');
}

/** The words of a text that say which entry is meant; those that name the role do not. */
export function identifying(text: string): readonly string[] {
  return wordsOf(text.normalize('NFKC')).filter((word) => !roleWords.has(word));
}
