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

/** `BR-MOPS` of `BR-MOPS-002`. */
export function familyOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}
