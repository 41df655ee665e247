/**
 * Names of stages and of the places that need no entry. Whose word wins (SPEC §3): a living entry's name as written,
 * then the config, then the table of usual names, which never joins two stages that both have an entry.
 */

import { isDenied } from '../language/denying.ts';
import { foldName } from '../language/fold.ts';
import { sinkNames, usualSinks } from '../language/sinks.ts';
import { speaksOfSomebody } from '../language/subject.ts';
import type { SinkName } from '../language/tables/sinks.ts';
import { stages } from '../language/tables/stages.ts';
import { FirstWords } from './first-words.ts';
import { dividedNames } from './qualified-names.ts';
import {
  alike,
  type ConfiguredNames,
  counts,
  denied,
  foldedForms,
  formsOfName,
  hasLeft,
  meantKey,
  mostCompared,
  type NameHit,
  nearest,
  places,
  unspaced,
  wordOrArrow,
} from './usual-names.ts';

/** Looks up stage and sink names of one lifecycle. */
export class StageNames {
  readonly #byFolded = new Map<string, NameHit>();
  readonly #sinks = new Map<string, SinkName>(usualSinks);
  readonly #spellings = new Map<string, string>(sinkNames);
  readonly #exact = new Map<string, NameHit | null>();
  /** Entries' names that words do not find: with brackets or signs, or in a script without blanks. */
  readonly #odd: { readonly folded: string; readonly hit: NameHit & { kind: 'stage' } }[] = [];
  readonly #first: FirstWords;
  /** Keys of the config's `stages` that are a slip of the hand, with the stage they were read as. */
  readonly slipsOfConfig: { readonly key: string; readonly meant: string }[] = [];

  /** @param entries names of living stages, as written */
  constructor(configured: ConfiguredNames, entries: readonly string[]) {
    for (const [name, sink] of usualSinks) this.#byFolded.set(name, { kind: 'sink', name: sink });
    const written = new Set(entries.map(foldName));
    const used = new Set(
      [...entries, ...Object.keys(configured.stages ?? {})].map(
        (name) => places.get(foldName(name))?.canonical,
      ),
    );
    // A name of no shape ("SAL") means a stage only where the team has one.
    for (const [name, { canonical, spelling }] of places)
      if (canonical in stages || used.has(canonical)) this.#name(name, canonical, spelling, canonical);
    const told = this.#configure(configured, entries, written);
    this.#define(entries, written, told);
    this.#first = new FirstWords(this.#byFolded.keys());
  }

  /** Takes in the config's names; returns those that it gives to a stage in so many words. */
  #configure(
    { stages: named = {}, sinks: ofSinks = {} }: ConfiguredNames,
    entries: readonly string[],
    written: ReadonlySet<string>,
  ): ReadonlySet<string> {
    const told = new Set<string>();
    const declared = new Set([...written, ...Object.keys(named).map(foldName)]);
    for (const [key, names] of Object.entries(ofSinks)) {
      const sink = usualSinks.get(foldName(key));
      if (sink !== undefined) this.#sink(sink, names);
    }
    for (const [key, names] of Object.entries(named)) {
      const folded = foldName(key);
      const sink = sinkNames.get(folded);
      // "stages: {Disqualified: [Junk]}" names more of the place, unless the team has made it a stage.
      if (sink !== undefined && !written.has(folded)) {
        this.#sink(sink, names);
        continue;
      }
      const meant = written.has(folded) ? null : meantKey(key, names, entries);
      if (meant !== null) this.slipsOfConfig.push({ key, meant });
      // "Deal: [Opportunity]" says that a deal is an opportunity, whichever of the two stands in front.
      const place =
        places.get(meant === null ? folded : foldName(meant)) ??
        names.map((name) => places.get(foldName(name))).find((one) => one !== undefined);
      const parted = place !== undefined && hasLeft(place, folded, declared);
      const canonical = place === undefined || parted ? (meant ?? key) : place.canonical;
      for (const name of [key, ...names]) {
        if (denied(key, name, written)) continue;
        this.#name(foldName(name), canonical, name);
        if (name !== key) told.add(foldName(name));
      }
      if (parted) this.#takeAlong(folded, canonical, declared);
    }
    return told;
  }

  #sink(sink: SinkName, names: readonly string[]): void {
    for (const name of names) {
      this.#sinks.set(foldName(name), sink);
      this.#byFolded.set(foldName(name), { kind: 'sink', name: sink });
    }
  }

  /**
   * Takes in the entries' names. One that the table or the config knows is that stage; of several under one stage of
   * the table the one further left keeps it, the others are stages of their own (SPEC §3).
   */
  #define(entries: readonly string[], written: ReadonlySet<string>, told: ReadonlySet<string>): void {
    const divided = dividedNames(entries);
    const claims = entries
      .filter((name) => foldName(name) !== '')
      .map((name) => ({ name, ...this.#claimOf(name, written, told, divided) }));
    const best = new Map<string, number>();
    for (const { canonical, rank } of claims)
      if (canonical !== null) best.set(canonical, Math.min(rank, best.get(canonical) ?? Infinity));
    const settled = claims.map(({ name, base, canonical, rank }) => {
      const keeps = canonical !== null && rank === best.get(canonical);
      return {
        name,
        base,
        canonical: keeps ? canonical : name.trim(),
        own: !keeps,
        known: canonical !== null,
      };
    });
    for (const { name, base, canonical, own, known } of settled) {
      if (own) this.#name(foldName(known ? base : name), canonical, name);
      if (own && known) this.#takeAlong(foldName(base), canonical, written);
    }
    for (const { name, canonical } of settled) {
      const folded = foldName(name);
      const hit = { kind: 'stage', canonical, written: folded, said: name.trim() } as const;
      this.#byFolded.set(folded, hit);
      if (!this.#spellings.has(folded)) this.#spellings.set(folded, name);
      if (unspaced.test(folded) || /[^\p{L}\p{M}\p{N} '’/]/u.test(folded)) this.#odd.push({ folded, hit });
    }
  }

  /** The stage that an entry's name means by itself, and how close it is to it: a lower rank comes first. */
  #claimOf(
    name: string,
    written: ReadonlySet<string>,
    told: ReadonlySet<string>,
    divided: ReadonlyMap<string, string>,
  ): { readonly base: string; readonly canonical: string | null; readonly rank: number } {
    for (const base of formsOfName(name, written, divided)) {
      const folded = foldName(base);
      const hit = this.#byFolded.get(folded);
      if (hit?.kind === 'stage')
        return {
          base,
          canonical: hit.canonical,
          rank: told.has(folded) ? 0 : (places.get(folded)?.rank ?? 0),
        };
      if (hit?.kind === 'sink') break;
    }
    return { base: name, canonical: null, rank: 0 };
  }

  /** Names that are the same as a stage that stands alone now go with it, unless they stand for themselves. */
  #takeAlong(folded: string, canonical: string, declared: ReadonlySet<string>): void {
    for (const name of alike.get(folded) ?? [])
      if (!declared.has(foldName(name)) && foldName(name) !== folded)
        this.#name(foldName(name), canonical, name, canonical);
  }

  /** @param offered what a slip of the name is told to mean */
  #name(folded: string, canonical: string, said: string, offered = said): void {
    this.#byFolded.set(folded, { kind: 'stage', canonical, written: null, said });
    this.#spellings.set(folded, offered);
  }

  /** The stage or sink that a whole text names, brackets and words like "stage" or "queue" aside; null for none. */
  exact(text: string): NameHit | null {
    let hit = this.#exact.get(text);
    if (hit === undefined) {
      hit = this.#lookUp(text);
      this.#exact.set(text, hit);
    }
    return hit;
  }

  #lookUp(text: string): NameHit | null {
    for (const form of [foldName(text), ...foldedForms(text)]) {
      const found = this.#byFolded.get(form);
      if (found !== undefined) return found;
    }
    // "MQL – Marketing Qualified Lead" says one name twice.
    const [, left = '', right = ''] = /^(.+?)\s+[–—:-]\s+(.+)$/u.exec(text) ?? [];
    const [one, other] = [left, right].map((side) => this.#byFolded.get(foldName(side)));
    return one?.kind === 'stage' && other?.kind === 'stage' && one.canonical === other.canonical ? one : null;
  }

  /** Canonical name of a stage, or the name itself when it is nobody's alias. */
  canonical(name: string): string {
    const hit = this.exact(name);
    return hit?.kind === 'stage' ? hit.canonical : name.trim();
  }

  /** The place that a name is without an entry of its own ("Closed-lost"), also where the team has made it a stage. */
  sink(name: string): SinkName | null {
    return this.#sinks.get(foldName(name)) ?? null;
  }

  /**
   * Every stage and sink named in running text, in order, each once. Names that are plain English words when in
   * lower case ("the lead", "a paid plan") count only with a capital, or straight after "to", "into" or an arrow;
   * where the whole text says where to (`pointed`), its first words count, too.
   */
  within(text: string, pointed = false): readonly NameHit[] {
    const words = [...text.normalize('NFKC').matchAll(wordOrArrow)].map((match) => match[0]);
    const hits = new Map<string, NameHit>();
    const add = (hit: NameHit): void => {
      const key = hit.kind === 'sink' ? `sink ${hit.name}` : `stage ${hit.written ?? ''} ${hit.canonical}`;
      if (!hits.has(key)) hits.set(key, hit);
    };
    const odd = this.#oddIn(text);
    for (let at = 0; at < words.length; at++) {
      const most = this.#first.most(words[at] ?? '');
      for (let count = Math.min(most, words.length - at); count > 0; count--) {
        const phrase = words.slice(at, at + count).join(' ');
        const hit = this.#byFolded.get(foldName(phrase));
        const before = at === 0 && pointed ? 'to' : words[at - 1];
        if (hit === undefined || !counts(phrase, hit, before)) continue;
        if (isDenied(words, at) || (at === 0 && speaksOfSomebody(phrase, words[at + count] ?? ''))) continue;
        const meant = odd.filter((one) => hit.kind === 'stage' && one.canonical === hit.canonical);
        for (const one of meant.length > 0 ? meant : [hit]) add(one);
        at += count - 1;
        break;
      }
    }
    for (const one of odd) add(one);
    return [...hits.values()];
  }

  /** Names with brackets or signs, or of emoji alone (which folding takes from text), letter by letter. */
  #oddIn(text: string): (NameHit & { kind: 'stage' })[] {
    if (this.#odd.length === 0 || this.#odd.length > mostCompared) return [];
    const folded = `${foldName(text)} ${text.replace(/\ufe0f/g, '')}`;
    return this.#odd.filter((one) => folded.includes(one.folded)).map(({ hit }) => hit);
  }

  /** The known name nearest to an unknown one, for "did you mean"; null when nothing is near. */
  closest(name: string): string | null {
    return nearest(name, this.#spellings);
  }
}
