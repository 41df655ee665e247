import type { Span } from '../entry.ts';

/** An ID, a name or a placeholder found in the text of an entry. */
export interface Mention {
  /**
   * `id`: a whole, well-formed ID. `malformed`: one whose meaning is clear (`BR-MOPS-2`). `named`: a name without a
   * number (`KPI-MQL-to-SQL-conversion`). `placeholder`: a place kept for an ID (`GTM-XXX`, `TBD (channel)`).
   */
  readonly kind: 'id' | 'malformed' | 'named' | 'placeholder';
  /** The ID meant: expanded in ranges, corrected when malformed; the token itself for names and placeholders. */
  readonly id: string;
  /** What stands at `span`, escapes taken off. */
  readonly token: string;
  /** The token: an ID alone, a placeholder with its brackets, the whole phrase of `TBD (channel)`. */
  readonly span: Span;
  /** Words in round brackets right after the ID or its link: `PER-001 (fit signals)`; null when there are none. */
  readonly label: string | null;
  /**
   * `full`: the span spells the ID. `short`: it is the second number of `KPI-101/102` or `CFD-001→004`. `between`:
   * the ID lies inside a range and the span is the whole range.
   */
  readonly written: 'full' | 'short' | 'between';
}
