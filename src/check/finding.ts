import type { Config, Severity } from '../config/schema.ts';
import type { OfferedEdit } from '../edit/edit.ts';
import type { Model } from '../lifecycle/model.ts';
import type { AntiPattern, Cause, Gate, Instead } from '../rules/rule.ts';
import type { Span } from '../sot/entry.ts';

/** Another place that belongs to a finding. */
export interface Related {
  readonly message: string;
  readonly span: Span;
  /** Where the finding has several places, each may have its own edit; all of them together take it away. */
  readonly edit?: OfferedEdit | null;
}

/** A rule's problem with everything a reader of it needs (SPEC §11). */
export interface Finding {
  readonly rule: string;
  readonly gate: Gate | null;
  readonly pattern: AntiPattern | null;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** ID of the entry it is about, null for findings about a file. */
  readonly entry: string | null;
  readonly field: string | null;
  readonly fix: string | null;
  /** What stands there and what belongs there as data, null where the rule does not know both. */
  readonly instead: Instead | null;
  readonly related: readonly Related[];
  /** What takes it away, tried before it is offered. */
  readonly edit: OfferedEdit | null;
  /** What tells it from others of its rule, entry and field, as the rule gave it; part of the fingerprint. */
  readonly key?: string;
  /** What it has in common with others of its rule; they are told together. */
  readonly cause?: Cause;
  /** All places of its cause, each as it would be told alone, this one among them; left out where there is no cause. */
  readonly places?: readonly Finding[];
  /** Stable over moved lines: a hash of rule, entry, field and key, with a counter for true repeats. */
  readonly fingerprint: string;
  /** Against a base: `new` or `existing`; `new` where there is no base. */
  readonly state: 'new' | 'existing';
}

/** A finding silenced by `<!-- mops-ignore rule: reason -->`. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly comment: Span;
}

/** A rule that threw: not a finding, but exit 3 (SPEC §12). */
export interface Fault {
  readonly rule: string;
  readonly message: string;
}

export interface GateResult {
  readonly gate: Gate;
  readonly title: string;
  /** A gate fails on errors alone; its warnings are counted. */
  readonly status: 'pass' | 'fail' | 'skipped';
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

export type FailOn = Severity | 'never';

/** Everything one run of the checker found out. Findings are sorted by file, line, column, rule. */
export interface Report {
  readonly verdict: 'pass' | 'fail';
  readonly failOn: FailOn;
  /** `new`: only new findings decide the verdict. */
  readonly scope: 'new' | 'all';
  readonly model: Model;
  readonly config: Config;
  readonly findings: readonly Finding[];
  /** Findings of the base that the head no longer has; empty without a base. */
  readonly fixed: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  readonly gates: readonly GateResult[];
  readonly faults: readonly Fault[];
  /** What the mode left out, in words (SPEC §3: quick says what was skipped). */
  readonly skipped: readonly string[];
  /** Where no stage was read: one sentence that says so and what was looked at; null where there is something to check. */
  readonly nothing: string | null;
  /** One line about the base ("compared with main at 1a2b3c4", "base could not be read, so everything counts as new"), null without one. */
  readonly baseNote: string | null;
}
