/**
 * The lifecycle as the rules, the diagrams, the site and the exports see it. Built once from a repository and a
 * config (`build.ts`), never changed afterwards. Everything that came from an entry keeps its place; everything
 * that could not be read stays in the model, so that a rule can say so.
 */

import type { Config, Mode, Motion } from '../config/schema.ts';
import type { AlertLevel } from '../language/tables/alert-levels.ts';
import type { BusinessCalendar } from '../sla/meaning.ts';
import type { Entry, Repository, Text } from '../sot/entry.ts';
import type {
  Clock,
  Disqualification,
  Escalation,
  Field,
  FieldName,
  LifecycleRecord,
  MalformedReference,
  NamedReference,
  Owner,
  Placeholder,
  Progression,
  Reason,
  Reference,
  RoleQuestions,
  SinkName,
  Sla,
  Target,
  UnknownField,
  UnknownPlace,
} from './entry-parts.ts';

import type { StageNames } from './stage-names.ts';

export type * from './entry-parts.ts';

/** A `BR-MOPS` entry with Type Lifecycle-Stage (or no Type and a stage's fields). */
export interface Stage extends LifecycleRecord {
  /** As the entry has it, from `Stage:`, else the title. Empty when neither names one. */
  readonly name: string;
  readonly nameText: Text | null;
  /** Name in the title, when it has one, for `name-mismatch`. */
  readonly titleName: Text | null;
  /** Canonical name through the aliases (`Trial` → `Signup`), else the name itself. */
  readonly canonical: string;
  /** The place that its name is without an entry ("Closed-lost"), null for a stage proper. */
  readonly sink: SinkName | null;
  readonly order: number | null;
  readonly orderText: Text | null;
  readonly entryCriteria: readonly Text[];
  readonly progression: readonly Progression[];
  readonly disqualification: readonly Disqualification[];
  /** Exit lines under a bare `Exit criteria` that say both ways in one ("accepts OR rejects"). */
  readonly mixedExits: readonly Text[];
  readonly owner: Owner | null;
  /** The response clock; the others are in `clocks`. */
  readonly sla: Sla | null;
  readonly escalation: Escalation | null;
  /** Every clock that has a limit written, response first. */
  readonly clocks: readonly Clock[];
  /** Attempts in a time, as written (`6 attempts in 15 business days`): a rhythm, not a limit. */
  readonly cadence: Text | null;
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
  /** Each ground it names, with its own route where the rule gives one. */
  readonly reasons: readonly Reason[];
  /** Places it names that are no stage, no place of the table or the config and no team, each once, with its ground. */
  readonly unknownPlaces: readonly UnknownPlace[];
  /** A bound on repeats named anywhere in the rule: "at most 2 times", "twice", "once". */
  readonly limit: Text | null;
}

/** A `GTM-MOPS` entry. */
export interface Handoff extends LifecycleRecord {
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
  /** The response clock; the others are in `clocks`. */
  readonly sla: Sla | null;
  readonly escalation: Escalation | null;
  /** Every clock that has a limit written, response first. */
  readonly clocks: readonly Clock[];
}

/** One route of a Segment-Routing entry: `1–49 → BDR: 1 business day`. */
export interface Route {
  readonly raw: Text;
  readonly segment: string;
  /** Number range, both ends included, null when the segment is no number; `max` Infinity for `500+`. */
  readonly range: { readonly min: number; readonly max: number } | null;
  /** What else leads of the segment have in common: `EMEA` of `EMEA, 1–99`; null where numbers alone tell. */
  readonly labels: readonly string[] | null;
  /** The part of the segment that should be a range of numbers and is none; null where all is read. */
  readonly unread: string | null;
  readonly otherwise: boolean;
  /** The route of leads whose size nobody knows. */
  readonly unknown: boolean;
  readonly owner: Owner | null;
  readonly sla: Sla | null;
}

export interface Routing extends LifecycleRecord {
  readonly dimension: Text | null;
  readonly appliesTo: Text | null;
  readonly fromTarget: Target | null;
  readonly toTarget: Target | null;
  readonly routes: readonly Route[];
}

export interface Scoring extends LifecycleRecord {
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
export interface Monitor extends LifecycleRecord {
  readonly subject: Text | null;
  readonly baseline: Field | null;
  /** ISO date in `Baseline (YYYY-MM-DD):` or its value. */
  readonly baselineDate: string | null;
  readonly thresholds: readonly {
    readonly level: AlertLevel | 'other';
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
export interface GtmEntry extends LifecycleRecord {
  readonly gtmType: string;
  /** Name without "Channel —". */
  readonly name: string;
  /** In a state that counts as final for v0.9 (Ready, Approved, Active, Live, Launched). */
  readonly approved: boolean;
}

/** An entry that the lifecycle links to: a price rule, persona, KPI, feedback. */
export interface LinkedEntry extends LifecycleRecord {
  readonly name: string;
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

export type ShapeName =
  | 'self-serve'
  | 'self-serve-short'
  | 'sales-assisted'
  | 'waterfall'
  | 'hybrid'
  | 'quick';

export interface Shape {
  readonly name: ShapeName;
  readonly stages: readonly string[];
}

/** The records of a lifecycle by what they are. */
export interface Records {
  /** By order, then place. */
  readonly stages: readonly Stage[];
  readonly handoffs: readonly Handoff[];
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
  readonly mistyped: readonly LifecycleRecord[];
}

/** All records, retired ones too, and what they say together. */
export interface Model extends Records {
  /** Roles and seats, as this team has them. */
  readonly roles: RoleQuestions;
  /** Names of stages and sinks, as this team has them. */
  readonly stageNames: StageNames;
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
  /** The further calendars of the config, by name in lower case. */
  readonly calendars: ReadonlyMap<string, BusinessCalendar>;
  /** How a limit without a calendar is read; null while the config does not say (then it counts as wall, flagged). */
  readonly defaultCalendar: 'wall' | 'business' | null;
  readonly repository: Repository;
  /** Files with entries that the config does not pick, known where those it picks hold none. */
  readonly elsewhere: readonly string[];

  /** Gated and drafted records: what counts. Its stages are the nodes of the graph. */
  readonly living: Records;

  readonly references: readonly Reference[];
  readonly namedReferences: readonly NamedReference[];
  readonly malformedReferences: readonly MalformedReference[];
  readonly placeholders: readonly Placeholder[];
  readonly unknownFields: readonly UnknownField[];
  /** Second values of fields that hold one: the first counts. */
  readonly secondValues: readonly { readonly entry: Entry; readonly first: Field; readonly second: Field }[];
  /** Template text left as a value (`[duration]`, `Active | Deprecated | Planned`), IDs aside. */
  readonly leftovers: readonly {
    readonly text: Text;
    readonly field: FieldName | null;
    readonly entry: Entry;
  }[];
  /** Forward edges among living stages. */
  readonly edges: readonly Edge[];
  /** Every record (of all kinds) by ID; a list, because a duplicate is a finding. */
  readonly records: ReadonlyMap<string, readonly LifecycleRecord[]>;
}
