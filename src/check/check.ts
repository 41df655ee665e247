/**
 * Runs the rules over a model: stamps each problem with its rule, severity, gate and fingerprint, applies
 * `mops-ignore` comments and severity overrides, sorts, and decides the verdict. A rule that throws becomes a fault
 * and the others still run (SPEC §12). Pure: the clock is handed in.
 */

import { listed } from '../language/listed.ts';
import { missingLifecycle } from '../lifecycle/missing.ts';
import type { Model } from '../lifecycle/model.ts';
import { severalLifecycles } from '../lifecycle/several.ts';
import { anythingUnread } from '../lifecycle/unread.ts';
import { type PlanItem, planReconcile } from '../reconcile/index.ts';
import { rules } from '../rules/index.ts';
import type { Gate, Rule, RuleContext } from '../rules/rule.ts';
import { blindGates } from './blind-gates.ts';
import type { FailOn, Fault, Finding, Report } from './finding.ts';
import { sift } from './sift.ts';
import { draftedPlaces, findingOf, levelOf, number, placeKey } from './stamp.ts';
import { together } from './together.ts';
import { withTriedEdits } from './tried-edits.ts';
import { gatesOf, verdictOf } from './verdict.ts';
import { asksTheWhole, contested, waitsIn } from './waiting.ts';

export interface CheckOptions {
  readonly failOn?: FailOn;
  /** ISO date "today" for `entry-stale`; null or left out: nothing is stale. */
  readonly today?: string | null;
  /** Rules to run instead of the registry, for tests of the engine. */
  readonly rules?: readonly Rule[];
}

/**
 * Checks a model.
 *
 * @returns a report whose findings are sorted by file, line, column, rule; `scope` is `all` and every finding `new`
 *   until `compareReports` puts a base beside it
 */
export function check(model: Model, options: CheckOptions = {}): Report {
  const registry = options.rules ?? rules;
  const asked = ask(model, options);
  const findings = together(withTriedEdits(asked.findings, model, (again) => ask(again, options).findings));
  const failOn = options.failOn ?? 'error';
  const undecided = contested(model);
  const blind = blindGates(model);
  const gates = gatesOf(
    findings,
    model,
    severalLifecycles(model) !== null || undecided ? 'all' : new Set([...asked.waiting, ...blind]),
  );
  return {
    verdict: verdictOf(findings, failOn),
    failOn,
    scope: 'all',
    model,
    config: model.config,
    findings,
    fixed: [],
    ignored: asked.ignored,
    gates,
    faults: asked.faults,
    skipped: [
      ...skippedBy(registry, model),
      ...(undecided ? ['The gates are not asked until each conflict is decided for one version.'] : []),
      ...waiting(asked.left, model),
      ...(asked.left === 0 ? unjudged(gates, blind) : []),
    ],
    nothing: nothingOf(model),
    baseNote: null,
  };
}

/** Every rule's findings, sifted and numbered, their edits not tried yet. */
function ask(
  model: Model,
  options: CheckOptions,
): Pick<Report, 'findings' | 'ignored' | 'faults'> & {
  readonly left: number;
  readonly waiting: ReadonlySet<Gate>;
} {
  const registry = options.rules ?? rules;
  const faults: Fault[] = [];
  const drafted = draftedPlaces(model);
  const findingsOf = (asked: readonly Rule[], context: RuleContext): Finding[] => {
    const found: Finding[] = [];
    for (const rule of asked) {
      const level = levelOf(rule, model.config, model.mode);
      if (level === 'off') continue;
      try {
        for (const problem of rule.check(model, context)) {
          // Secrets, decisions, tests and their kin are read for links; nothing is said about them (SPEC §4).
          if (problem.entry?.kind === 'other') continue;
          found.push(findingOf(rule, level, problem, model, drafted));
        }
      } catch (error) {
        faults.push({ rule: rule.id, message: error instanceof Error ? error.message : String(error) });
      }
    }
    return found;
  };
  const context = {
    today: options.today ?? null,
    planned: plannedIn(model),
    ruleIds: rules.map(({ id }) => id),
    ignores: [],
  };
  // Rules about comments find nothing yet: they are handed none.
  const found = findingsOf(registry, context);
  const waits = waitsIn(model, found);
  const late = new Set(waits === null ? [] : found.filter(waits));
  const ready = found.filter((finding) => !late.has(finding));
  const known = {
    known: new Set([...rules, ...registry].map(({ id }) => id)),
    off: new Set(
      registry.filter((rule) => levelOf(rule, model.config, model.mode) === 'off').map(({ id }) => id),
    ),
  };
  const { kept, ignored, uses } = sift(ready, model, known);
  // A comment about what waits, or may wait unseen, is not unused.
  const later = late.size === 0 ? uses : sift([...late], model, known).uses;
  const unseen = waits !== null && (anythingUnread(model) || missingLifecycle(model) !== null);
  const ignores = uses.map((use, at) => ({
    ...use,
    silences: use.silences || later[at]?.silences === true || (unseen && asksTheWhole(use.rule)),
  }));
  const comments = findingsOf(
    registry.filter((rule) => rule.about === 'ignores'),
    { ...context, ignores },
  );
  return {
    findings: number([...kept, ...comments]),
    ignored,
    faults,
    left: late.size,
    waiting: new Set([...late].flatMap(({ gate }) => gate ?? [])),
  };
}

/** Looks up the reconciliation of a placeholder; the plan is made when the first rule asks. */
function plannedIn(model: Model): RuleContext['planned'] {
  let items: ReadonlyMap<string, PlanItem> | null = null;
  return ({ span }) => {
    items ??= new Map(
      planReconcile(model).items.map((item) => [placeKey(item.span.file, item.span.start), item]),
    );
    return items.get(placeKey(span.file, span.start));
  };
}

function waiting(count: number, model: Model): readonly string[] {
  if (count === 0) return [];
  const findings = count === 1 ? '1 further finding waits' : `${count} further findings wait`;
  return [
    `${findings} until ${model.stages.length === 0 ? 'there is a lifecycle' : severalLifecycles(model) !== null ? 'each lifecycle has a folder of its own' : anythingUnread(model) ? 'what could not be read is read' : 'each ID has one entry'}.`,
  ];
}

function unjudged(gates: Report['gates'], blind: ReadonlySet<Gate>): readonly string[] {
  const own = gates.filter(({ gate, status }) => status === 'skipped' && blind.has(gate));
  const numbers = listed(own.map(({ gate }) => String(gate)));
  if (own.length === 0) return [];
  return [
    `${own.length === 1 ? `Gate ${numbers} has` : `Gates ${numbers} have`} nothing to judge until the errors of the others are mended.`,
  ];
}

/** Where no stage is read: one sentence on what was looked at. */
function nothingOf(model: Model): string | null {
  if (model.stages.length > 0) return null;
  const files = model.repository.files.length;
  const looked = files === 0 ? 'no file' : files === 1 ? '1 file' : `${files} files`;
  return `Nothing to check: no lifecycle stage (BR-MOPS entry) was read. Looked at ${looked} matched by ${model.config.sot.join(', ')}.`;
}

function skippedBy(registry: readonly Rule[], model: Model): readonly string[] {
  const off = registry.filter((rule) => rule.severity[model.mode] === 'off');
  if (off.length === 0) return [];
  const why =
    model.mode === 'quick'
      ? 'quick mode checks the shape, one handoff and an SLA per stage'
      : `${model.mode} mode does not ask for them`;
  return [`${off.length} rules were not run (${why}): ${off.map((rule) => rule.id).join(', ')}.`];
}
