import type { Model } from './model.ts';

const cache = new WeakMap<Model, ReadonlyMap<string, readonly string[]>>();

/** Defined IDs of a family (`BR-MOPS`, `KPI`), sorted. */
export function definedIds(model: Model, family: string): readonly string[] {
  let families = cache.get(model);
  if (!families) {
    const lists = new Map<string, string[]>();
    for (const id of [...model.repository.byId.keys()].sort()) {
      const name = familyOf(id);
      const list = lists.get(name);
      if (list) list.push(id);
      else lists.set(name, [id]);
    }
    families = lists;
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

const claims = new WeakMap<Model, Map<string, string>>();

/**
 * The free ID for one purpose ("handoff MQL → SQL"): the same purpose always gets the same, no two purposes share
 * one, so that fixes followed to the letter do not clash. IDs that entries cite before they are written stay free
 * for what they were cited for.
 */
export function freeIdFor(model: Model, family: string, purpose: string): string {
  const given = claims.get(model) ?? new Map<string, string>();
  claims.set(model, given);
  const key = `${family}\u0000${purpose}`;
  const known = given.get(key);
  if (known !== undefined) return known;
  const taken = new Set([...given.values(), ...model.references.map(({ id }) => id)]);
  let number = Number(nextFreeId(model, family).slice(family.length + 1));
  let id = `${family}-${String(number).padStart(3, '0')}`;
  while (taken.has(id)) id = `${family}-${String(++number).padStart(3, '0')}`;
  given.set(key, id);
  return id;
}

/** `BR-MOPS` of `BR-MOPS-002`. */
export function familyOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}
