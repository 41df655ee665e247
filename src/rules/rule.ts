import type { Mode, Severity } from '../config/schema.ts';
import type { Edit } from '../edit/edit.ts';
import type { FieldName, Model, Placeholder } from '../lifecycle/model.ts';
import type { PlanItem } from '../reconcile/item.ts';
import type { Entry, Span } from '../sot/entry.ts';

/** The seed's quality gates, 1 to 7 in its order. */
export type Gate = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** The seed's anti-patterns, 1 to 7 in its order. */
export type AntiPattern = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What several problems of one rule have in common. */
export interface Cause {
  /** Equal for problems of one cause; never a line number, nor who cites. */
  readonly key: string;
  /** What a related place says where the finding stands at another one: `GTM-MOPS-002 links it too`. */
  readonly here: string;
  /** The place that the others follow from (a misspelt definition and its links): the finding stands there. */
  readonly root?: boolean;
}

/** Words as they stand and as they should. */
export interface Instead {
  readonly actual: string;
  readonly expected: string;
}

/** What a rule yields. The engine adds rule ID, severity, gate, state and fingerprint. */
export interface Problem {
  /** Where: the value if there is one, else the field, else the entry's ID. */
  readonly at: Span;
  /** What is there and what was expected, in a sentence a RevOps lead understands. */
  readonly message: string;
  /** What to write instead, without the word "Fix". */
  readonly fix?: string;
  /** The words that stand there and those that belong there, where the rule knows them and gives no mere example. */
  readonly instead?: Instead;
  readonly entry?: Entry;
  readonly field?: FieldName;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  /** The change of bytes that fixes it. `sure: false` where a person has to look: it may not be what was meant. */
  readonly edit?: Edit & { readonly sure?: boolean };
  /** Told apart from other findings of the same rule, entry and field (the cited ID, the criterion's words). Never a line number. */
  readonly key?: string;
  /**
   * Problems of one rule with the same cause (an ID that nothing defines, cited by many entries) become one finding, at
   * the first place that no comment silences, with the others as related places.
   */
  readonly cause?: Cause;
  /** For rules whose severity depends on the case (`reference-undefined`): overrides the default, not the config. */
  readonly severity?: Severity;
  /** False when an entry in Draft or Planned keeps the full severity (`id-duplicate` and the like). Default: gate rules soften. */
  readonly softens?: boolean;
}

/** An ignore comment and what became of it, for the rules about these comments. */
export interface IgnoreUse {
  /** The rule it names, in lower case; empty when it names none. */
  readonly rule: string;
  /** Empty when none was given: then it silences nothing. */
  readonly reason: string;
  readonly span: Span;
  /** It silenced a finding, or a rule that is not asked in this mode. */
  readonly silences: boolean;
  /** A rule of that name exists. */
  readonly known: boolean;
}

export interface RuleContext {
  /** ISO date "today", handed in by the shell; null where no clock is given (then nothing is stale). */
  readonly today: string | null;
  /** How a placeholder could be reconciled (SPEC §6); undefined where its entry is not to be changed. */
  readonly planned: (placeholder: Placeholder) => PlanItem | undefined;
  /** IDs of all rules. */
  readonly ruleIds: readonly string[];
  /** Every ignore comment, for the rules about them; empty for the others. */
  readonly ignores: readonly IgnoreUse[];
}

/** One rule: metadata first (it is the documentation), then the question itself. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Why it hurts, one or two sentences. */
  readonly why: string;
  /** How to fix it, one or two sentences. */
  readonly fix: string;
  /** Where the rule comes from: a section of the SEED (the skill this tool serves) or of the SPEC. */
  readonly source: string;
  readonly gate?: Gate;
  readonly pattern?: AntiPattern;
  /** Asked last, when it is known what each ignore comment silenced. */
  readonly about?: 'ignores';
  /** Severity by mode; `off` where the mode does not ask. */
  readonly severity: { readonly [mode in Mode]: Severity | 'off' };
  /** Two short entries: one that fails, one that passes. They are shown by `mops explain` and the rule's page, and tested. */
  readonly bad: string;
  readonly good: string;
  check(model: Model, context: RuleContext): Iterable<Problem>;
}
