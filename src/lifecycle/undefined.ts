/** IDs that are cited and that no file defines, and which entry may have had the number before. */

import type { Entry, Span } from '../sot/entry.ts';
import { kindOf, parseId } from '../sot/id.ts';
import { addTo, grouped } from './grouped.ts';
import { familyOf } from './ids.ts';
import type { LifecycleRecord, Model, Reference } from './model.ts';
import { isRetired } from './record-of.ts';
import { isLiving } from './standing.ts';

/** IDs that no file defines and that are cited at the same places, and those places. */
export interface UndefinedIds {
  readonly ids: readonly string[];
  readonly places: readonly Reference[];
  /** The one living entry of their family that nobody links: it may have another number now. Null where that is open. */
  readonly meant: LifecycleRecord | null;
}

const cache = new WeakMap<Model, readonly UndefinedIds[]>();

/** Missing IDs, each with all who cite it; those that one range stands for everywhere are one. */
export function undefinedIds(model: Model): readonly UndefinedIds[] {
  const known = cache.get(model);
  if (known !== undefined) return known;
  const groups = new Map<string, { ids: string[]; places: Reference[] }>();
  for (const [id, places] of citedAndMissing(model)) {
    const where = places.map(({ span }) => `${span.file}:${span.start}:${span.end}`).join(' ');
    const group = groups.get(where);
    if (group) {
      group.ids.push(id);
      group.places.push(...places);
    } else groups.set(where, { ids: [id], places: [...places] });
  }
  const lone = loneFamilies([...groups.values()]);
  const found = [...groups.values()].map((group) => {
    const [id = ''] = group.ids;
    return { ...group, meant: lone.has(id) ? uncited(model, familyOf(id)) : null };
  });
  cache.set(model, found);
  return found;
}

/** The one ID of a family that entries link and no file defines; null where there is none, or where it is one of several. */
export function awaitedId(model: Model, family: string): string | null {
  const [only, second] = undefinedIds(model).filter(({ ids }) => ids.some((id) => familyOf(id) === family));
  const [id, other] = only?.ids ?? [];
  return id !== undefined && other === undefined && second === undefined ? id : null;
}

const meantOf = new WeakMap<Model, ReadonlySet<Entry>>();

/** Entries that links to a missing ID may mean: that nobody links them follows from it. */
export function meantByMissing(model: Model): ReadonlySet<Entry> {
  const known = meantOf.get(model);
  if (known !== undefined) return known;
  const meant = new Set(undefinedIds(model).flatMap((one) => (one.meant === null ? [] : [one.meant.entry])));
  meantOf.set(model, meant);
  return meant;
}

function citedAndMissing(model: Model): ReadonlyMap<string, readonly Reference[]> {
  const malformed = meantByMalformedIds(model);
  const cited = new Map<string, Reference[]>();
  let outer: Reference | null = null;
  for (const each of model.references) {
    const { id, from } = each;
    if (model.repository.byId.has(id) || malformed.has(id) || !isOurs(id) || from.section !== null) continue;
    if (isRetired(model, from)) continue;
    // The last number of a range stands inside it; the range is what is cited.
    const whole: Reference | null = outer !== null && inside(each.span, outer.span) ? outer : null;
    const reference: Reference = whole === null ? each : { ...each, span: whole.span };
    outer = reference;
    addTo(cited, id, reference);
  }
  return cited;
}

function inside(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

/** IDs that a misspelt definition (`BR-MOPS-2`) was to have: `id-format` speaks of those. */
function meantByMalformedIds(model: Model): Set<string> {
  const meant = new Set<string>();
  for (const file of model.repository.files) {
    for (const issue of file.issues)
      if (issue.code === 'id-format' && issue.expected !== null) meant.add(issue.expected);
  }
  return meant;
}

/** Entries of the framework that the lifecycle does not use (`FEA-005`) live in files we do not read. */
function isOurs(id: string): boolean {
  const parsed = parseId(id);
  return parsed !== null && kindOf(parsed) !== 'other';
}

/** IDs that are the only one missing of their family. */
function loneFamilies(groups: readonly { readonly ids: readonly string[] }[]): ReadonlySet<string> {
  const families = grouped(
    groups.flatMap(({ ids }) => ids),
    familyOf,
  );
  return new Set([...families.values()].flatMap((ids) => (ids.length === 1 ? ids : [])));
}

const uncitedOf = new WeakMap<Model, ReadonlyMap<string, readonly LifecycleRecord[]>>();

/** The one living entry of a family that no other cites; null for none or several. */
function uncited(model: Model, family: string): LifecycleRecord | null {
  let families = uncitedOf.get(model);
  if (families === undefined) {
    const cited = new Set(model.references.map(({ id }) => id));
    // Routings, scorings and offers often stand without a link: only stages and channels are missed.
    const seldomLinked = new Set<LifecycleRecord>([
      ...model.routings,
      ...model.scorings,
      ...model.offers,
      ...model.otherGtm,
    ]);
    const left = [...model.records.values()]
      .flat()
      .filter((each) => isLiving(each) && !cited.has(each.id) && !seldomLinked.has(each));
    families = grouped(left, ({ id }) => familyOf(id));
    uncitedOf.set(model, families);
  }
  const [only, second] = families.get(family) ?? [];
  return second === undefined ? (only ?? null) : null;
}
