/**
 * Runs the rules over a model: stamps each problem with its rule, severity, gate and fingerprint, applies
 * `mops-ignore` comments and severity overrides, sorts, and decides the verdict. A rule that throws becomes a fault
 * and the others still run (SPEC §12). Pure: the clock is handed in.
 */

import type { Config, Severity } from '../config/schema.ts';
import { compareText } from '../lifecycle/graph.ts';
import type { Model, Standing } from '../lifecycle/model.ts';
import { type PlanItem, planReconcile } from '../reconcile/index.ts';
import { gateTitles } from '../rules/gates.ts';
import { ignoreReason, ignoreUnused, rules } from '../rules/index.ts';
import type { Gate, Problem, Rule, RuleContext } from '../rules/rule.ts';
import type { FailOn, Fault, Finding, GateResult, IgnoredFinding, Report } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type IgnoreComment, readIgnores } from './ignores.ts';

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
  const context: RuleContext = { today: options.today ?? null, planned: plannedIn(model) };
  const registry = options.rules ?? rules;
  const faults: Fault[] = [];
  const found: Finding[] = [];
  const standings = standingsOf(model);
  for (const rule of registry) {
    const level = levelOf(rule, model.config, model.mode);
    if (level === 'off') continue;
    try {
      for (const problem of rule.check(model, context))
        found.push(findingOf(rule, level, problem, model, standings));
    } catch (error) {
      faults.push({ rule: rule.id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  const { kept, ignored, comments } = applyIgnores(found, model, registry);
  const findings = number([...kept, ...comments]);
  const failOn = options.failOn ?? 'error';
  return {
    verdict: verdictOf(findings, failOn),
    failOn,
    scope: 'all',
    model,
    config: model.config,
    findings,
    fixed: [],
    ignored,
    gates: gatesOf(findings, model.mode),
    faults,
    skipped: skippedBy(registry, model),
    baseNote: null,
  };
}

const rank: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, error: 2 };

/** Fails when a finding that counts is at least as severe as `failOn`. */
export function verdictOf(findings: readonly Finding[], failOn: FailOn): 'pass' | 'fail' {
  if (failOn === 'never') return 'pass';
  return findings.some((finding) => rank[finding.severity] >= rank[failOn]) ? 'fail' : 'pass';
}

/** True when the first severity is worse than the second. */
export function worse(a: Severity, b: Severity): boolean {
  return rank[a] > rank[b];
}

function levelOf(rule: Rule, config: Config, mode: Model['mode']): Severity | 'off' {
  const own = rule.severity[mode];
  // A mode that does not ask a question is not made to ask it by a severity.
  return own === 'off' ? 'off' : (config.rules[rule.id] ?? own);
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

type Unnumbered = Omit<Finding, 'fingerprint'> & { readonly key: string };

function findingOf(
  rule: Rule,
  level: Severity,
  problem: Problem,
  model: Model,
  standings: ReadonlyMap<string, Standing>,
): Finding {
  const configured = model.config.rules[rule.id] !== undefined;
  const asked = configured ? level : (problem.severity ?? level);
  const drafted =
    problem.entry !== undefined &&
    standings.get(placeKey(problem.entry.span.file, problem.entry.span.start)) === 'drafted';
  const softens = problem.softens ?? rule.gate !== undefined;
  const severity = drafted && softens ? 'notice' : asked;
  const message =
    drafted && softens && asked === 'error'
      ? `${problem.message} This must be fixed before activation.`
      : problem.message;
  const made: Unnumbered = {
    rule: rule.id,
    gate: rule.gate ?? null,
    pattern: rule.pattern ?? null,
    severity,
    message,
    span: problem.at,
    entry: problem.entry?.id ?? null,
    field: problem.field ?? null,
    fix: problem.fix ?? rule.fix,
    related: problem.related ?? [],
    edit: problem.edit ?? null,
    state: 'new',
    key: problem.key ?? '',
  };
  const { key, ...finding } = made;
  return { ...finding, fingerprint: fingerprintOf(made, key) };
}

function placeKey(file: string, start: number): string {
  return `${file}\u0000${start}`;
}

function standingsOf(model: Model): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const list of model.records.values()) {
    for (const record of list)
      standings.set(placeKey(record.entry.span.file, record.entry.span.start), record.standing);
  }
  return standings;
}

interface Sifted {
  readonly kept: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  readonly comments: readonly Finding[];
}

/** Takes out the silenced findings; comments without a reason silence nothing and are themselves reported. */
function applyIgnores(found: readonly Finding[], model: Model, registry: readonly Rule[]): Sifted {
  const ignores = readIgnores(model.repository);
  if (ignores.length === 0) return { kept: found, ignored: [], comments: [] };
  const known = new Set([...rules, ...registry].map((rule) => rule.id));
  // A rule that this mode or config does not ask may have been ignored for the day it is asked.
  const switchedOff = new Set(
    registry.filter((rule) => levelOf(rule, model.config, model.mode) === 'off').map(({ id }) => id),
  );
  const used = new Set<IgnoreComment>();
  const kept: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const finding of found) {
    const comment = ignores.find((candidate) => candidate.reason !== '' && candidate.covers(finding));
    if (comment === undefined) {
      kept.push(finding);
      continue;
    }
    used.add(comment);
    ignored.push({ finding, reason: comment.reason, comment: comment.span });
  }
  const comments: Finding[] = [];
  const report = (rule: Rule, problems: Iterable<Problem>): void => {
    const level = levelOf(rule, model.config, model.mode);
    if (level === 'off') return;
    for (const problem of problems) comments.push(findingOf(rule, level, problem, model, new Map()));
  };
  report(
    ignoreReason,
    ignores.flatMap((comment) => ignoreReasonProblem(comment)),
  );
  report(
    ignoreUnused,
    ignores
      .filter((comment) => comment.reason !== '' && !used.has(comment) && !switchedOff.has(comment.rule))
      .map((comment) => ignoreUnusedProblem(comment, known)),
  );
  return { kept, ignored, comments };
}

function ignoreReasonProblem(comment: IgnoreComment): Problem[] {
  if (comment.reason !== '') return [];
  return [
    {
      at: comment.span,
      message: `This comment silences ${comment.rule === '' ? 'a rule' : comment.rule} without saying why, so it silences nothing.`,
      fix: `Write the reason behind a colon: <!-- mops-ignore ${comment.rule === '' ? 'rule-id' : comment.rule}: reason -->.`,
      key: comment.rule,
    },
  ];
}

function ignoreUnusedProblem(comment: IgnoreComment, known: ReadonlySet<string>): Problem {
  const unknown = !known.has(comment.rule);
  return {
    at: comment.span,
    message: unknown
      ? `No rule is called ${comment.rule}, so this comment silences nothing.`
      : `This comment silences nothing: ${comment.rule} finds no fault on the line or entry below it.`,
    fix: unknown ? 'Write the ID of a rule; mops explain lists them.' : 'Remove the comment.',
    key: comment.rule,
  };
}

/** Sorts, and tells true repeats of one fingerprint apart by their order in the entry. */
function number(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      compareText(a.span.file, b.span.file) ||
      a.span.line - b.span.line ||
      a.span.column - b.span.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
  const seen = new Map<string, number>();
  return sorted.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  });
}

/** The seven gates. Quick mode asks no question of some of them; those are skipped. */
export function gatesOf(findings: readonly Finding[], mode: Model['mode']): readonly GateResult[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((gate: Gate) => {
    const own = findings.filter((finding) => finding.gate === gate);
    const count = (severity: Severity): number =>
      own.filter((finding) => finding.severity === severity).length;
    const asked = rules.some((rule) => rule.gate === gate && rule.severity[mode] !== 'off');
    const errors = count('error');
    return {
      gate,
      title: gateTitles[gate],
      status: !asked ? 'skipped' : errors > 0 ? 'fail' : 'pass',
      errors,
      warnings: count('warning'),
      notices: count('notice'),
    };
  });
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
