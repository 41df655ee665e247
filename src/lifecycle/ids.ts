import { grouped } from './grouped.ts';
import type { Model } from './model.ts';

const cache = new WeakMap<Model, ReadonlyMap<string, readonly string[]>>();

/** Defined IDs of a family (`BR-MOPS`, `KPI`), sorted. */
export function definedIds(model: Model, family: string): readonly string[] {
  let families = cache.get(model);
  if (!families) {
    families = grouped([...model.repository.byId.keys()].sort(), familyOf);
    cache.set(model, families);
  }
  return families.get(family) ?? [];
}

/** The next free ID of a family: the highest number in use plus one, three digits. */
export function nextFreeId(model: Model, family: string): string {
  const last = definedIds(model, family).at(-1);
  const number = last === undefined ? 0 : Number(last.slice(family.length + 1));
  return `${family}-${String(number + 1).padStart(3, '0')}`;
}

/** What has been given out for a model: by purpose, what is taken, and the highest number by family. */
interface Claims {
  readonly given: Map<string, string>;
  readonly taken: Set<string>;
  readonly last: Map<string, number>;
}

const claims = new WeakMap<Model, Claims>();

function claimsOf(model: Model): Claims {
  const known = claims.get(model);
  if (known !== undefined) return known;
  const taken = new Set(model.references.map(({ id }) => id));
  const made: Claims = { given: new Map(), taken, last: new Map() };
  claims.set(model, made);
  return made;
}

/**
 * The free ID for one purpose ("handoff MQL → SQL"): the same purpose always gets the same, no two purposes share
 * one, so that fixes followed to the letter do not clash. IDs that entries cite before they are written stay free
 * for what they were cited for.
 */
export function freeIdFor(model: Model, family: string, purpose: string): string {
  const { given, taken, last } = claimsOf(model);
  const key = `${family}\u0000${purpose}`;
  const known = given.get(key);
  if (known !== undefined) return known;
  const idOf = (number: number): string => `${family}-${String(number).padStart(3, '0')}`;
  let number = last.get(family) ?? Number(nextFreeId(model, family).slice(family.length + 1)) - 1;
  let id = idOf(++number);
  while (taken.has(id)) id = idOf(++number);
  last.set(family, number);
  given.set(key, id);
  return id;
}

/** `BR-MOPS` of `BR-MOPS-002`. */
export function familyOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}
