/**
 * What the records of the model are made of: fields, citations, owners, targets, limits. Each knows where it
 * stands in its file; what could not be read says so instead of being left out.
 */

import type { FieldName } from '../language/tables/fields.ts';
import type { SinkName } from '../language/tables/sinks.ts';
import type { EscalationStep, SlaReading } from '../sla/meaning.ts';
import type { Entry, Span, Text } from '../sot/entry.ts';
import type { Stage } from './model.ts';

export type { FieldName } from '../language/tables/fields.ts';
export type { SinkName } from '../language/tables/sinks.ts';

/** Entry statuses (SPEC §2, any case). `unknown` holds a word that is none of them; a missing status is `active`. */
export type Status = 'draft' | 'planned' | 'active' | 'paused' | 'deprecated' | 'superseded' | 'unknown';

/**
 * How much of the checks an entry must meet. `gated` (Active, Paused): gates apply. `drafted` (Draft, Planned): a
 * gate failure is a notice. `retired` (Deprecated, Superseded, or in a deprecated section): out of the graph.
 */
export type Standing = 'gated' | 'drafted' | 'retired';

/** An ID cited by an entry, with the bytes of the ID itself as span. Ranges (`CFD-001→004`) give one per ID. */
export interface Reference {
  readonly id: string;
  readonly span: Span;
  /** The entry that cites. */
  readonly from: Entry;
  /** Canonical field it stands in (`linked-ids`, `payload.source`, …), null for free text. */
  readonly field: FieldName | null;
  /** Words in brackets right after the ID: `PER-001 (fit signals)`; null when there are none. */
  readonly label: string | null;
}

/** A citation with wrong digits or case (`BR-MOPS-9`); `id` is the ID that is meant, `token` what is written. */
export interface MalformedReference extends Reference {
  readonly token: string;
}

/** `KPI-MQL-to-SQL-conversion`: an ID-like name without a number. */
export type NamedReference = Reference;

/** A placeholder ID or phrase (SPEC §6) with the exact bytes to replace as `span`. */
export interface Placeholder {
  /** `GTM-YYY`, `BR-PRICING-ZZZ`, `[GTM-* channel]`, `TBD (channel)` as written. */
  readonly token: string;
  readonly span: Span;
  readonly from: Entry;
  readonly field: FieldName | null;
  readonly label: string | null;
  readonly role: PlaceholderRole | null;
}

export type PlaceholderRole =
  | 'channel'
  | 'offer'
  | 'price'
  | 'persona'
  | 'kpi'
  | 'stage'
  | 'handoff'
  | 'feedback'
  | 'monitor';

/** A field as found: its label, where the label stands, its value, its list. */
export interface Field {
  readonly name: FieldName;
  readonly label: Text;
  /** The text after the label (and of plain lines below it), null when there is none. */
  readonly value: Text | null;
  /** The list below, or the value alone when there is no list; template leftovers are kept. */
  readonly items: readonly Text[];
  readonly span: Span;
  /** Template text still stands in it: `template-leftover` speaks, rules about a missing or bad value stay silent. */
  readonly leftover: boolean;
}

/** A label that is no known field of its kind of entry but close to one. */
export interface UnknownField {
  readonly label: Text;
  readonly meant: FieldName;
  /** The spelling to write: `Escalation`. */
  readonly suggestion: string;
  /** A usual word for the field ("Verantwortlich") rather than a slip of the hand. */
  readonly word: boolean;
  readonly entry: Entry;
}

/** What every record of the model has. */
export interface LifecycleRecord {
  readonly id: string;
  readonly entry: Entry;
  readonly status: Status;
  readonly statusText: Text | null;
  readonly standing: Standing;
  readonly type: Text | null;
  readonly fields: ReadonlyMap<FieldName, Field>;
  readonly links: readonly Reference[];
  /** `Verified: YYYY-MM-DD`, when it reads as a date. */
  readonly verified: Text | null;
  /** Tokens and IDs of its `Replaces:` line. */
  readonly replaces: readonly string[];
}

/** A role with its canonical name, or why the words name none. */
export interface Owner {
  readonly raw: Text;
  /** Canonical roles named, in order: one for `AE / founder` (a seat), two for `BDR → AE` or `SDR or AE`. */
  readonly roles: readonly string[];
  /** The same as this lifecycle calls them: `SDR` where nobody writes `BDR`. For people to read; never compared. */
  readonly names: readonly string[];
  /** Everybody who sits in the seat: `AE / founder` has roles [AE] and seat [AE, Founder]. */
  readonly seat: readonly string[];
  /**
   * `role`: one seat with a known role. `several`: two seats. `none`: TBD, "the team", empty. `department`: "Sales".
   * `person`: a name or an e-mail. `queue`: a pool. `unknown`: a role not in the list.
   */
  readonly kind: 'role' | 'several' | 'none' | 'department' | 'person' | 'queue' | 'unknown';
  /** True when no person keeps the lead: marketing automation, a system. */
  readonly automated: boolean;
}

/** What role words mean in this lifecycle: the entries', the config's and the usual names (SPEC §3). */
export interface RoleQuestions {
  readonly names: readonly string[];
  find(text: string): string | null;
  within(text: string): string[];
  sits(role: string, owner: Pick<Owner, 'seat'>): boolean;
  /** What this lifecycle calls a role: `SDR` where nobody writes `BDR`. */
  called(role: string): string;
  owner(raw: Text): Owner;
}

/** A place that nobody knows: its name, where it is told, and the ground that leads there; null for all of a rule. */
export interface UnknownPlace {
  readonly name: string;
  readonly at: Text;
  readonly reason: Text | null;
}

/** What a From, a To, a "To X:" or a routing points at. */
export type Target =
  | { readonly kind: 'stage'; readonly name: string; readonly stages: readonly Stage[] }
  /** A stage of a known shape that no living entry defines: `PQL`, canonical `Activated`, with no BR-MOPS for it. */
  | { readonly kind: 'undefined-stage'; readonly name: string; readonly canonical: string }
  | { readonly kind: 'sink'; readonly name: SinkName }
  | { readonly kind: 'unknown'; readonly name: string; readonly closest: string | null };

/** One way forward out of a stage. `to` null: the line names no stage. */
export interface Progression {
  readonly raw: Text;
  readonly to: Text | null;
  readonly target: Target | null;
  /** What must happen, without the "To X:" part; null when the line is only the target. */
  readonly criterion: Text | null;
}

/** One way out that is not forward. Targets are those the line names; none is fine ("Student e-mail address"). */
export interface Disqualification {
  readonly raw: Text;
  readonly targets: readonly Target[];
  readonly reason: Reason;
}

/** One ground for turning a lead down, of a stage or of a handoff. */
export interface Reason {
  /** As written: a code, a condition, the row of a table. */
  readonly text: Text;
  /** Codes written in it: `no-budget`, `DQ-01`. */
  readonly codes: readonly string[];
  /** The places its route names; empty where it names none. */
  readonly targets: readonly Target[];
  /** The words of its route, null when nothing is said. */
  readonly route: string | null;
  /** What brings the lead back, null when nothing is said. */
  readonly back: string | null;
}

export interface Sla {
  readonly raw: Text;
  readonly reading: SlaReading;
}

/** A step of an escalation with its place, and the roles that `who` names; none where it names a person or nobody. */
export interface PlacedStep extends EscalationStep {
  readonly span: Span;
  readonly roles: readonly string[];
}

export interface Escalation {
  readonly raw: Text;
  readonly steps: readonly PlacedStep[];
  /** Empty, `None`, `TBD`: says nothing at all. */
  readonly empty: boolean;
}

/**
 * One of the three clocks of SPEC §5. `response`: first touch. `acceptance`: taken or rejected. `maximum`: time in
 * the stage. `escalation` is the clock's own, or the one written behind several clocks for all of them.
 */
export interface Clock {
  readonly kind: 'response' | 'acceptance' | 'maximum';
  readonly sla: Sla;
  readonly escalation: Escalation | null;
}
