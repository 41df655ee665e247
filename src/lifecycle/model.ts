/**
 * The lifecycle as the rules, the diagrams, the site and the exports see it. Built once from a repository and a
 * config (`build.ts`), never changed afterwards. Everything that came from an entry keeps its place; everything
 * that could not be read stays in the model, so that a rule can say so.
 */

import type { Config, Mode, Motion } from '../config/schema.ts';
import type { BusinessCalendar, EscalationStep, SlaReading } from '../sla/meaning.ts';
import type { Entry, Repository, Span, Text } from '../sot/entry.ts';

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

/** Canonical names of the fields that mean something here. Sub-fields carry their block's name. */
export type FieldName =
  | 'type'
  | 'order'
  | 'status'
  | 'stage'
  | 'category'
  | 'owner'
  | 'title'
  | 'entry'
  | 'progression'
  | 'disqualification'
  | 'exit'
  | 'sla'
  | 'sla.response'
  | 'escalation'
  | 'linked-ids'
  | 'replaces'
  | 'superseded-by'
  | 'verified'
  | 'from'
  | 'to'
  | 'trigger'
  | 'segment'
  | 'payload'
  | 'payload.source'
  | 'payload.touchpointHistory'
  | 'payload.bestFitSignals'
  | 'payload.disqualifiers'
  | 'payload.openQuestions'
  | 'rejection'
  | 'rejection.condition'
  | 'rejection.routing'
  | 'rejection.reengagement'
  | 'rejection.limit'
  | 'dimension'
  | 'applies-to'
  | 'routes'
  | 'signals'
  | 'thresholds'
  | 'decay'
  | 'subject'
  | 'baseline'
  | 'cadence'
  | 'procedure'
  | 'history'
  | 'target'
  | 'definition'
  | 'conversion'
  | 'unit'
  | 'layer'
  | 'channel'
  | 'price'
  | 'segment-type'
  | 'tier';

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
  readonly entry: Entry;
}

/** What every record of the model has. */
export interface Record {
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
}

/** A role with its canonical name, or why the words name none. */
export interface Owner {
  readonly raw: Text;
  /** Canonical roles named, in order: one for `AE / founder` (a seat), two for `BDR → AE` or `SDR or AE`. */
  readonly roles: readonly string[];
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

/** What a From, a To, a "To X:" or a routing points at. */
export type Target =
  | { readonly kind: 'stage'; readonly name: string; readonly stages: readonly Stage[] }
  /** A stage of a known shape that no living entry defines: `SQL` with no BR-MOPS for it. */
  | { readonly kind: 'undefined-stage'; readonly name: string }
  | { readonly kind: 'sink'; readonly name: SinkName }
  | { readonly kind: 'unknown'; readonly name: string; readonly closest: string | null };

/** Places a lead may go that need no entry (SPEC §3). */
export type SinkName = 'Nurture' | 'Disqualified' | 'Requeue' | 'Closed-lost' | 'Churn';

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
}

export interface Sla {
  readonly raw: Text;
  readonly reading: SlaReading;
}

export interface Escalation {
  readonly raw: Text;
  readonly steps: readonly EscalationStep[];
  /** Empty, `None`, `TBD`: says nothing at all. */
  readonly empty: boolean;
}

/** A `BR-MOPS` entry with Type Lifecycle-Stage (or no Type and a stage's fields). */
export interface Stage extends Record {
  /** As the entry has it, from `Stage:`, else the title. Empty when neither names one. */
  readonly name: string;
  readonly nameText: Text | null;
  /** Name in the title, when it has one, for `name-mismatch`. */
  readonly titleName: Text | null;
  /** Canonical name through the aliases (`Trial` → `Signup`), else the name itself. */
  readonly canonical: string;
  readonly order: number | null;
  readonly orderText: Text | null;
  readonly entryCriteria: readonly Text[];
  readonly progression: readonly Progression[];
  readonly disqualification: readonly Disqualification[];
  /** Exit lines under a bare `Exit criteria` that say both ways in one ("accepts OR rejects"). */
  readonly mixedExits: readonly Text[];
  readonly owner: Owner | null;
  readonly sla: Sla | null;
  readonly escalation: Escalation | null;
  /** No way forward is needed: Customer, Paid, Expansion at the end of its shape, or the last stage by order. */
  readonly final: boolean;
}

/** The five payload fields (SEED step 5). */
export interface Payload {
  readonly source: Field | null;
  readonly touchpointHistory: Field | null;
  readonly bestFitSignals: Field | null;
  readonly disqualifiers: Field | null;
  readonly openQuestions: Field | null;
}

export interface Rejection {
  readonly field: Field | null;
  readonly condition: Field | null;
  readonly routing: Field | null;
  readonly targets: readonly Target[];
  readonly reengagement: Field | null;
  /** A bound on repeats named anywhere in the rule: "at most 2 times", "twice", "once". */
  readonly limit: Text | null;
}

/** A `GTM-MOPS` entry. */
export interface Handoff extends Record {
  readonly from: Text | null;
  readonly to: Text | null;
  readonly fromTarget: Target | null;
  readonly toTarget: Target | null;
  /** From and To of the title, when it reads `Handoff — A → B`. */
  readonly titleFrom: Text | null;
  readonly titleTo: Text | null;
  /** Owner in brackets: `From: MQL (owner: BDR)`. */
  readonly fromOwner: Owner | null;
  readonly toOwner: Owner | null;
  readonly segment: Text | null;
  readonly trigger: Field | null;
  readonly payload: Payload;
  readonly payloadField: Field | null;
  readonly rejection: Rejection;
  readonly sla: Sla | null;
  readonly escalation: Escalation | null;
}

/** One route of a Segment-Routing entry: `1–49 → BDR: 1 business day`. */
export interface Route {
  readonly raw: Text;
  readonly segment: string;
  /** Number range, both ends included, null when the segment is no number; `max` Infinity for `500+`. */
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly otherwise: boolean;
  readonly owner: Owner | null;
  readonly sla: Sla | null;
}

export interface Routing extends Record {
  readonly dimension: Text | null;
  readonly appliesTo: Text | null;
  readonly fromTarget: Target | null;
  readonly toTarget: Target | null;
  readonly routes: readonly Route[];
}

export interface Scoring extends Record {
  readonly signals: readonly { readonly raw: Text; readonly name: string; readonly points: number | null }[];
  readonly thresholds: readonly {
    readonly raw: Text;
    readonly stage: string;
    readonly target: Target;
    readonly points: number | null;
  }[];
  readonly decay: Text | null;
}

/** A MON-DRIFT entry. */
export interface Monitor extends Record {
  readonly subject: Text | null;
  readonly baseline: Field | null;
  /** ISO date in `Baseline (YYYY-MM-DD):` or its value. */
  readonly baselineDate: string | null;
  readonly thresholds: readonly {
    readonly level: 'warn' | 'critical' | 'recalibrate' | 'other';
    readonly raw: Text;
  }[];
  readonly cadence: Text | null;
  readonly owner: Owner | null;
  /** BR-MOPS and GTM-MOPS IDs it links or names. */
  readonly watches: readonly string[];
  /** Stages its subject, title or links name by stage name. */
  readonly watchedStages: readonly Stage[];
}

/** A GTM entry: channel, offer, outreach tier, … `gtmType` is its Type in lower case. */
export interface GtmEntry extends Record {
  readonly gtmType: string;
  /** Name without "Channel —". */
  readonly name: string;
  /** In a state that counts as final for v0.9 (Ready, Approved, Active, Live, Launched). */
  readonly approved: boolean;
  /** `Replaces:` tokens and IDs. */
  readonly replaces: readonly string[];
}

/** An entry that the lifecycle links to: a price rule, persona, KPI, feedback. */
export interface LinkedEntry extends Record {
  readonly name: string;
  readonly replaces: readonly string[];
  /** KPIs: the two stages its name or definition joins, canonical, null when it names none. */
  readonly conversion: { readonly from: string; readonly to: string } | null;
  /** KPIs: the target as a share 0 to 1, when it reads as a percentage. */
  readonly targetShare: number | null;
  /** Personas: Primary, Secondary, Negative, Aspirational in lower case. */
  readonly personaType: string | null;
}

export interface V09 {
  readonly value: 'draft' | 'final';
  readonly source: 'config' | 'auto';
  /** One sentence: how it was decided. */
  readonly evidence: string;
}

/** A stage-to-stage edge of the living graph. */
export interface Edge {
  readonly from: Stage;
  readonly to: Stage;
  readonly progression: Progression;
  /** Owner differs on both sides (canonical role), so a handoff is due. */
  readonly ownerChanges: boolean;
  /** Living handoffs for this edge (gated first, then drafted). */
  readonly handoffs: readonly Handoff[];
}

export type ShapeName = 'self-serve' | 'self-serve-short' | 'sales-assisted' | 'hybrid' | 'quick';

export interface Shape {
  readonly name: ShapeName;
  readonly stages: readonly string[];
}

export interface Model {
  readonly config: Config;
  readonly mode: Mode;
  readonly modeSource: 'config' | 'default' | 'option';
  /** `value` null where the quick shape is all there is (SPEC §11), or nothing could be told. */
  readonly motion: {
    readonly value: Motion | null;
    readonly source: 'config' | 'inferred' | 'option';
    readonly evidence: string;
  };
  /** The shape that fits: all its stages there in order; null when none does. */
  readonly shape: Shape | null;
  readonly v09: V09;
  readonly calendar: BusinessCalendar | null;
  /** How a limit without a calendar is read; null while the config does not say (then it counts as wall, flagged). */
  readonly defaultCalendar: 'wall' | 'business' | null;
  readonly repository: Repository;

  /** All stages, retired ones too, by order, then place. */
  readonly stages: readonly Stage[];
  /** Gated and drafted stages, the graph's nodes, by order, then place. */
  readonly livingStages: readonly Stage[];
  readonly handoffs: readonly Handoff[];
  readonly livingHandoffs: readonly Handoff[];
  readonly routings: readonly Routing[];
  readonly scorings: readonly Scoring[];
  readonly monitors: readonly Monitor[];
  /** Plain MON entries. */
  readonly alerts: readonly LinkedEntry[];
  readonly channels: readonly GtmEntry[];
  readonly offers: readonly GtmEntry[];
  /** GTM entries that are neither: outreach tiers, sequences, … */
  readonly otherGtm: readonly GtmEntry[];
  readonly prices: readonly LinkedEntry[];
  readonly personas: readonly LinkedEntry[];
  readonly kpis: readonly LinkedEntry[];
  readonly feedback: readonly LinkedEntry[];
  readonly runbooks: readonly LinkedEntry[];
  /** BR-MOPS/GTM-MOPS entries whose Type contradicts the prefix or is unknown; for `id-type`. */
  readonly mistyped: readonly Record[];

  readonly references: readonly Reference[];
  readonly namedReferences: readonly NamedReference[];
  readonly malformedReferences: readonly MalformedReference[];
  readonly placeholders: readonly Placeholder[];
  readonly unknownFields: readonly UnknownField[];
  /** Template text left as a value (`[duration]`, `Active | Deprecated | Planned`), IDs aside. */
  readonly leftovers: readonly {
    readonly text: Text;
    readonly field: FieldName | null;
    readonly entry: Entry;
  }[];
  /** Forward edges among living stages. */
  readonly edges: readonly Edge[];
  /** Every record (of all kinds) by ID; a list, because a duplicate is a finding. */
  readonly records: ReadonlyMap<string, readonly Record[]>;
}
