import type { Model } from '../../lifecycle/model.ts';
import { nextFreeId } from '../../rules/ids.ts';

/** What `mops draft` can draft. */
export const draftKinds = ['mon-drift', 'kpi', 'cfd', 'handoff', 'channel-map'] as const;
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

/** Gives out the free numbers of a family one after the other: KPI-106, KPI-107 … */
export function numbersOf(model: Model, family: string): () => string {
  const first = nextFreeId(model, family);
  let number = Number(first.slice(family.length + 1));
  return () => `${family}-${String(number++).padStart(3, '0')}`;
}
