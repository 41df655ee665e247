/**
 * What an SLA phrase means. `meaningRow` prints it with the fields of the conformance table
 * `test/sla/phrases.jsonl`. Nothing here knows of files, rules or pages.
 */

export type SlaUnit = 'minute' | 'hour' | 'day' | 'week';

/** `business` runs in working time only, `wall` round the clock, `unstated` is for the team's config to say. */
export type SlaCalendar = 'business' | 'wall' | 'unstated';

/** A stretch of time: `30 business minutes`. */
export interface SlaDuration {
  readonly kind: 'duration';
  readonly amount: number;
  readonly unit: SlaUnit;
  readonly calendar: SlaCalendar;
}

/** A day and what time of it: `by` is `close`, `open` or HH:MM; `day` 0 is the arrival's, 1 the next. */
export interface SlaDeadline {
  readonly kind: 'deadline';
  readonly day: 0 | 1;
  readonly by: string;
  readonly calendar: SlaCalendar;
}

/** Done by software, at once. */
export interface SlaInstant {
  readonly kind: 'instant';
  readonly calendar: SlaCalendar;
}

/** A limit without segments or conditions. */
export type SlaLimit = SlaDuration | SlaDeadline | SlaInstant;

/** The limit of one segment (`otherwise` for all others). */
export interface SlaSegment {
  readonly segment: string;
  readonly limit: SlaLimit;
  /** IANA zone, where the segments name different ones. */
  readonly tz?: string;
  /** Name of the configured calendar this segment runs on, in lower case. */
  readonly on?: string;
}

export type SlaWarning = 'calendar-unstated' | 'many-business-hours' | 'needs-timezone';

/** What every limit may say beside its length. */
export interface SlaTerms {
  /** `per-touch`: the clock restarts at each inbound touch. `every`: longest gap between two owner touches. */
  readonly recurrence: 'once' | 'per-touch' | 'every';
  /** The event that starts the clock when it is not entering the stage. */
  readonly anchor?: string;
  readonly action?: string;
  /** Attempts, for `every 3 days, up to 3 attempts`. */
  readonly max?: number;
  /** Target share, 0 to 1. */
  readonly attainment?: number;
  /** IANA zone written in the phrase. */
  readonly tz?: string;
  /** Name of the configured calendar it runs on (`EMEA calendar`), in lower case; the usual one without it. */
  readonly on?: string;
  readonly warnings: readonly SlaWarning[];
}

/** `n/a (software keeps the lead)`: said to have no limit. */
export interface SlaNone {
  readonly kind: 'none';
  readonly reason?: string;
  readonly warnings: readonly SlaWarning[];
}

/** `Same business day if received before 14:00; next business day otherwise`. */
export interface SlaCutoff extends SlaTerms {
  readonly kind: 'cutoff';
  /** HH:MM. */
  readonly cutoff: string;
  readonly before: SlaDeadline;
  readonly after: SlaDeadline;
}

/** `5 minutes during business hours; 4 hours otherwise`: which holds is decided by when the lead arrives. */
export interface SlaConditional extends SlaTerms {
  readonly kind: 'conditional';
  readonly inside: SlaLimit;
  readonly outside: SlaLimit;
}

/** `Hot: 1 business hour; otherwise: 1 business day`. */
export interface SlaSegments extends SlaTerms {
  readonly kind: 'segments';
  readonly segments: readonly SlaSegment[];
}

/** A meaning that sets a limit. */
export type SlaSet = (SlaLimit & SlaTerms) | SlaCutoff | SlaConditional | SlaSegments;

export type SlaMeaning = SlaNone | SlaSet;

export type SlaRefusal =
  | 'empty'
  | 'placeholder'
  | 'no-number'
  | 'instant-human'
  | 'ambiguous'
  | 'no-unit'
  | 'range'
  | 'cadence'
  | 'vague'
  | 'statistic'
  | 'lower-bound'
  | 'not-positive'
  | 'number-format'
  | 'unit'
  | 'unknown-unit'
  | 'two-values'
  | 'mismatch'
  | 'relative'
  | 'coverage'
  | 'reference'
  | 'timezone'
  | 'segment-gap'
  | 'segment-order'
  | 'mixed'
  | 'incomplete'
  | 'calendar';

/** How a phrase is read: a meaning, or why not and what to write instead. */
export type SlaReading =
  | { readonly ok: true; readonly meaning: SlaMeaning }
  | { readonly ok: false; readonly code: SlaRefusal; readonly message: string };

/**
 * A team's working time (SPEC §5). `hours` maps a weekday (1 Monday … 7 Sunday) to its spans in minutes from
 * local midnight; a span belongs to the day it starts on and may end past 1440 (an overnight shift).
 * `holidays` are ISO dates; a holiday removes the spans that start on it.
 */
export interface BusinessCalendar {
  readonly zone: string;
  readonly hours: ReadonlyMap<number, readonly { readonly start: number; readonly end: number }[]>;
  readonly holidays: ReadonlySet<string>;
}

/** The calendars a phrase may speak of: the usual one and those with a name (in lower case). */
export interface CalendarBook {
  readonly usual: BusinessCalendar | null;
  readonly named: ReadonlyMap<string, BusinessCalendar>;
}

/** One step of an escalation: when (a time from the start of the clock, a multiple of the limit, or on breach), who, what. */
export interface EscalationStep {
  readonly raw: string;
  /** Offsets of its words in the escalation; of the piece between two semicolons where folding moved them. */
  readonly from: number;
  readonly to: number;
  /** The limit written in the step (`at 2 business hours`), null when it says "on breach", "if missed" or nothing. */
  readonly at: SlaSet | null;
  /** A multiple of the limit: 2 for "2x the SLA", 0.5 for "50%"; null when none is written. */
  readonly factor: number | null;
  /** Together with `at`: that long after the breach ("2 hours after breach"). */
  readonly onBreach: boolean;
  /** `at` is that long before the limit is over ("15 minutes before breach"): a reminder, never the consequence. */
  readonly early: boolean;
  /** The role or person to act, as written; null when nobody is named. */
  readonly who: string | null;
  /** `notify`, `escalate`, `reassign`, `requeue`, `return`, `remind`, `review`, `act` (anything else somebody does); null when no action is named. */
  readonly action: string | null;
}
