import { familyOf, freeIdFor, nextFreeId } from '../../lifecycle/ids.ts';
import type { LifecycleRecord, Model } from '../../lifecycle/model.ts';

/** What `mops draft` can draft. */
export const draftKinds = ['stage', 'mon-drift', 'kpi', 'cfd', 'handoff', 'channel-map'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** A drafted entry, not yet in any file. */
export interface Draft {
  readonly id: string;
  /** What it is for, in words: "the SLA of MQL (BR-MOPS-002)". */
  readonly about: string;
  /** The entry as Markdown, headed `## ID: title`, without a line end at its end. */
  readonly text: string;
  /** Entries whose Linked IDs should cite it. */
  readonly linkIn: readonly string[];
}

/** Everything drafted for one kind, and what else a person has to know. */
export interface Drafts {
  readonly kind: DraftKind;
  readonly drafts: readonly Draft[];
  /** Sentences about what was left alone, and why. */
  readonly notes: readonly string[];
}

/**
 * Gives out the numbers of a family one after the other: KPI-106, KPI-107 … An ID that a record cites and nobody
 * defines is kept for what it was cited for: `next(stage)` takes it where the stage cites exactly one. A number that a
 * finding names for the same purpose is that number.
 */
export function numbersOf(
  model: Model,
  family: string,
): (citing?: Pick<LifecycleRecord, 'links'>, purpose?: string) => string {
  const awaited = new Set(
    model.references
      .filter(({ id }) => familyOf(id) === family && !model.repository.byId.has(id))
      .map(({ id }) => id),
  );
  const given = new Set<string>();
  let number = Number(nextFreeId(model, family).slice(family.length + 1));
  return (citing, purpose) => {
    const own = new Set((citing?.links ?? []).map(({ id }) => id).filter((id) => awaited.has(id)));
    const [cited] = own;
    let id = cited ?? '';
    if (cited === undefined || own.size > 1 || given.has(cited)) {
      if (purpose !== undefined) return freeIdFor(model, family, purpose);
      do id = `${family}-${String(number++).padStart(3, '0')}`;
      while (awaited.has(id) || given.has(id));
    }
    given.add(id);
    return id;
  };
}

/** The records that do not cite a draft yet. */
export function uncited(
  id: string,
  records: readonly Pick<LifecycleRecord, 'id' | 'links'>[],
): readonly string[] {
  return records.filter(({ links }) => links.every((link) => link.id !== id)).map((record) => record.id);
}
