/** What a plan is made of, and where one may be written at all. */

import type { FieldName, Model, PlaceholderRole } from '../lifecycle/model.ts';
import { isRetired } from '../lifecycle/record-of.ts';
import type { Entry, Span } from '../sot/entry.ts';
import type { PlaceholderAnswer } from './answer.ts';
import type { Candidate } from './pool.ts';

/** One token that waits for an ID, or one ID that has been replaced. */
export interface PlanItem {
  readonly kind: 'placeholder' | 'drift';
  readonly token: string;
  readonly span: Span;
  readonly entry: Entry;
  readonly field: FieldName | null;
  readonly label: string | null;
  readonly role: PlaceholderRole | null;
  /** `sure`: written. `unsure`: several candidates, or one that the words contradict. `none`: nothing to write yet. */
  readonly verdict: 'sure' | 'unsure' | 'none';
  readonly replacement: string | null;
  readonly candidates: readonly Candidate[];
  readonly awaits?: PlaceholderAnswer['awaits'];
  /** One sentence: why this replacement, why not sure, or what is missing. */
  readonly reason: string;
}

/** Retired entries and template sections are history or teaching: their tokens stay. */
export function isWritable(model: Model, entry: Entry): boolean {
  return entry.section === null && !isRetired(model, entry);
}
