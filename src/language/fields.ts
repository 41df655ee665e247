/**
 * Looks up which field a label names. A block's own sub-fields are known inside the block and, where no other field
 * has the name, outside it too, because some teams write nested blocks flat.
 */

import { distance } from 'fastest-levenshtein';
import { closest, slips } from './closest.ts';
import { foldLabel } from './fold.ts';
import { own } from './own.ts';
import {
  common,
  type FieldName,
  type FieldTable,
  handoff,
  harmless,
  linked,
  mistaken,
  monitor,
  stage,
} from './tables/fields.ts';
import { exitSides, likelyHandoffLabels, likelyLabels } from './tables/likely-labels.ts';
import { otherPeople } from './tables/other-people.ts';
import { askedFor } from './tables/questions.ts';
import { inside } from './tables/sub-fields.ts';

/** Kinds of entries that have fields of their own. */
export type FieldSet = 'stage' | 'handoff' | 'monitor' | 'linked';

const tables: Readonly<Record<FieldSet, FieldTable>> = {
  stage: { ...common, ...stage },
  handoff: { ...common, ...handoff },
  monitor: { ...common, ...monitor },
  linked: { ...common, ...linked },
};

/** A label that is no field, with the field it was surely meant to be. */
export interface MeantField {
  readonly name: FieldName;
  /** The spelling to write: `Escalation`. */
  readonly spelling: string;
  /** A usual word for the field, in whatever language, rather than a slip of the hand: the config may keep it. */
  readonly word: boolean;
}

interface Vocabulary {
  readonly byLabel: ReadonlyMap<string, FieldName>;
  readonly spelling: ReadonlyMap<string, string>;
  /** Labels looked up before, by block; the same few labels make up nearly every entry. */
  readonly seen: Map<FieldName | null, Map<string, FieldName | null>>;
}

const mostSeen = 10_000;

/** Knows the labels of every kind of entry: the tables', and on top of them the config's. */
export class FieldWords {
  readonly #configured: ReadonlyMap<string, FieldName>;
  readonly #vocabularies = new Map<FieldSet, Vocabulary>();

  /** @param configured field (any spelling of it) → further labels; keys that name no field add nothing */
  constructor(configured: Readonly<Record<string, readonly string[]>> = {}) {
    const own = new Map<string, FieldName>();
    for (const [key, labels] of Object.entries(configured)) {
      const name = fieldOfKey(key);
      for (const label of name === null ? [] : labels) own.set(foldLabel(label), name as FieldName);
    }
    this.#configured = own;
  }

  /**
   * The field a label names on an entry of a kind, inside `block` when it hangs below one. Brackets behind the label
   * are tried with and without ("Payload (what context transfers)", "Baseline (2026-08-01)").
   */
  named(kind: FieldSet, label: string, block: FieldName | null): FieldName | null {
    const { byLabel, seen: everywhere } = this.#vocabulary(kind);
    let seen = everywhere.get(block);
    if (seen === undefined) {
      seen = new Map();
      everywhere.set(block, seen);
    }
    const known = seen.get(label);
    if (known !== undefined) return known;
    let found: FieldName | null = null;
    const whole = foldLabel(label);
    for (const folded of kind === 'stage' && own(mistaken, whole) !== undefined
      ? []
      : [whole, foldLabel(label.replace(/\([^()]*\)/g, ' '))]) {
      found ??=
        (block === null ? undefined : own(inside[block] ?? {}, folded)) ?? byLabel.get(folded) ?? null;
      // "First touch: webinar" in a payload is no clock.
      if (found?.startsWith('sla.') && block !== null && !block.startsWith('sla')) found = null;
    }
    found ??= this.#together(kind, label, block);
    if (seen.size < mostSeen) seen.set(label, found);
    return found;
  }

  /** Several names of one field in one label: "Owner/DRI", "Owner / Assignee". */
  #together(kind: FieldSet, label: string, block: FieldName | null): FieldName | null {
    const parts = label.split(/\s*(?:\/|&|,)\s*/);
    if (parts.length < 2) return null;
    const names = parts.map((part) => this.named(kind, part, block) ?? this.#likely(kind, part));
    return names.every((name) => name === names[0]) ? (names[0] ?? null) : null;
  }

  #likely(kind: FieldSet, label: string): FieldName | null {
    const folded = foldLabel(label);
    const likely =
      (kind === 'handoff' ? likelyHandoffLabels.get(folded) : undefined) ??
      likelyLabels.get(folded) ??
      likelySide(label) ??
      askedFor(label, (name) => tables[kind][name] !== undefined);
    return likely === null || tables[kind][likely] === undefined ? null : likely;
  }

  /**
   * The field an unknown label was surely meant to be: a usual word for it, or at most two letters off a known label
   * of five or more. Null for everything else, because teams may add fields of their own.
   */
  meant(kind: FieldSet, label: string): MeantField | null {
    const folded = foldLabel(label);
    const likely = this.#likely(kind, label);
    if (likely !== null) return { name: likely, spelling: this.spelling(kind, likely), word: true };
    if (folded.length < 4 || harmless.has(folded)) return null;
    const words = this.#vocabulary(kind);
    const slip = kind === 'stage' ? own(mistaken, folded) : undefined;
    if (slip !== undefined) return { name: slip, spelling: stage[slip]?.[0] ?? slip, word: false };
    let best: (MeantField & { score: number }) | null = null;
    for (const [known, name] of words.byLabel) {
      if (Math.abs(known.length - folded.length) > 2) continue;
      const allowed = Math.max(known.length, folded.length) >= 8 ? 2 : 1;
      const score = folded.length < 5 ? distance(folded, known) : slips(folded, known);
      if (score > allowed || score === 0 || known.length < 4) continue;
      if (best === null || score < best.score)
        best = { name, spelling: words.spelling.get(known) ?? known, word: false, score };
    }
    return best;
  }

  /** Whether a label is a field's name, or a usual word for one, on whatever kind of entry. */
  isField(label: string): boolean {
    return (Object.keys(tables) as FieldSet[]).some(
      (kind) => this.named(kind, label, null) !== null || this.#likely(kind, label) !== null,
    );
  }

  /** The label to write for a field: `Exit criteria (progression)`. */
  spelling(kind: FieldSet, name: FieldName): string {
    return tables[kind][name]?.[0] ?? name;
  }

  /** Whether a label is no owner's, whatever stands behind it: nothing is asked of it, or it names somebody else. */
  isNoOwner(label: string): boolean {
    const folded = foldLabel(label);
    return harmless.has(folded) || otherPeople.has(folded);
  }

  #vocabulary(kind: FieldSet): Vocabulary {
    const known = this.#vocabularies.get(kind);
    if (known !== undefined) return known;
    const byLabel = new Map<string, FieldName>();
    const spelling = new Map<string, string>();
    const table = tables[kind];
    for (const [label, name] of this.#configured) {
      if (table[name] === undefined) continue;
      byLabel.set(label, name);
      spelling.set(label, label);
    }
    for (const [label, usual] of foldedLabels(kind)) {
      if (!byLabel.has(label)) byLabel.set(label, usual.name);
      if (!spelling.has(label)) spelling.set(label, usual.spelling);
    }
    const built = { byLabel, spelling, seen: new Map() };
    this.#vocabularies.set(kind, built);
    return built;
  }
}

/** The template's labels alone: what is known where no config says more. */
export const usualLabels = new FieldWords();

let lastConfigured = { key: '', words: usualLabels };

/** The labels of a config's `fields`, on top of the template's; asked again for the same ones they are not built anew. */
export function labelsOf(configured: Readonly<Record<string, readonly string[]>> | undefined): FieldWords {
  const key = Object.keys(configured ?? {}).length === 0 ? '' : JSON.stringify(configured);
  if (key === '') return usualLabels;
  if (lastConfigured.key !== key) lastConfigured = { key, words: new FieldWords(configured) };
  return lastConfigured.words;
}

const folded = new Map<
  FieldSet,
  ReadonlyMap<string, { readonly name: FieldName; readonly spelling: string }>
>();

/** A table's labels as they are looked up, folded when first asked for. */
function foldedLabels(
  kind: FieldSet,
): ReadonlyMap<string, { readonly name: FieldName; readonly spelling: string }> {
  const known = folded.get(kind);
  if (known !== undefined) return known;
  const made = new Map<string, { readonly name: FieldName; readonly spelling: string }>();
  for (const [name, labels] of Object.entries(tables[kind]) as [FieldName, readonly string[]][]) {
    for (const spelling of labels) {
      const label = foldLabel(spelling);
      // A label shared by two fields belongs to the first: the nested one is found through its block. Of two spellings
      // that read alike the template's stands first.
      if (!made.has(label)) made.set(label, { name, spelling });
    }
  }
  folded.set(kind, made);
  return made;
}

/** "Austrittskriterien (Fortschritt)": a usual word for the exits, and in brackets which of them. */
function likelySide(label: string): FieldName | undefined {
  const [, name = '', side = ''] = /^([^()]+)\(([^()]+)\)\s*$/.exec(label) ?? [];
  const field = likelyLabels.get(foldLabel(name));
  return field === 'exit' ? (exitSides.get(foldLabel(side)) ?? field) : field;
}

const keys: ReadonlyMap<string, FieldName> = new Map(
  Object.values(tables)
    .flatMap((table) => Object.entries(table) as [FieldName, readonly string[]][])
    .flatMap(([name, labels]) => labels.map((label): [string, FieldName] => [foldLabel(label), name]))
    .reverse(),
);

/** The field that a key of the config's `fields` names, by any of its labels; null for none. */
export function fieldOfKey(key: string): FieldName | null {
  return keys.get(foldLabel(key)) ?? null;
}

/** The label that a mistyped key of the config's `fields` was meant to be; null when none is near. */
export function labelOf(key: string): string | null {
  const labels = Object.values(tables).flatMap((table) => Object.values(table).flat());
  return closest(key, labels);
}

/** The label of another field that a word is by the template, on entries that have both; null for none. */
export function namesakeOf(key: string, word: string): string | null {
  const [own, folded] = [fieldOfKey(key), foldLabel(word)];
  for (const table of Object.values(tables)) {
    if (own === null || table[own] === undefined) continue;
    for (const [name, labels] of Object.entries(table))
      if (name !== own && foldLabel(labels[0] ?? '') === folded) return labels[0] ?? null;
  }
  return null;
}
