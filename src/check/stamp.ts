import type { Config, Severity } from '../config/schema.ts';
import { compareText } from '../lifecycle/graph.ts';
import type { Model } from '../lifecycle/model.ts';
import { isDrafted } from '../lifecycle/standing.ts';
import { sliceOf } from '../lifecycle/text-of.ts';
import type { Problem, Rule } from '../rules/rule.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { linesInstead } from './lines-instead.ts';

/** How severe a rule's findings are in a mode, by the config where it says so; `off` when the rule is not asked. */
export function levelOf(rule: Rule, config: Config, mode: Model['mode']): Severity | 'off' {
  const own = rule.severity[mode];
  // A mode that does not ask a question is not made to ask it by a severity.
  return own === 'off' ? 'off' : (config.rules[rule.id] ?? own);
}

/** What a rule leaves to the engine: rule ID, severity, gate, fingerprint. */
export type Unnumbered = Omit<Finding, 'fingerprint'> & { readonly key: string };

/** Stamps a problem. A gate rule about an entry in Draft or Planned gives a notice. */
export function findingOf(
  rule: Rule,
  level: Severity,
  problem: Problem,
  model: Model,
  draftedAt: ReadonlySet<string>,
): Finding {
  const configured = model.config.rules[rule.id] !== undefined;
  const asked = configured ? level : (problem.severity ?? level);
  const drafted =
    problem.entry !== undefined && draftedAt.has(placeKey(problem.entry.span.file, problem.entry.span.start));
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
    instead: problem.instead ?? rewording(model, problem.edit),
    related: [...(problem.related ?? []), ...linesInstead(problem, model)],
    edit: problem.edit === undefined ? null : { ...problem.edit, sure: problem.edit.sure ?? true },
    state: 'new',
    key: problem.key ?? '',
    ...(problem.cause === undefined ? {} : { cause: problem.cause }),
  };
  return { ...made, fingerprint: fingerprintOf(made, made.key) };
}

/** What an edit that takes words away or replaces them says of them. */
function rewording(model: Model, edit: Problem['edit']): Finding['instead'] {
  if (edit === undefined || edit.span.start === edit.span.end) return null;
  return { actual: sliceOf(model, edit.span), expected: edit.text };
}

/** A place as a key of a map. */
export function placeKey(file: string, start: number): string {
  return `${file}\u0000${start}`;
}

/** Where the entries begin that are still to come (`placeKey`). */
export function draftedPlaces(model: Model): ReadonlySet<string> {
  const drafted = [...model.records.values()].flat().filter(isDrafted);
  return new Set(drafted.map(({ entry }) => placeKey(entry.span.file, entry.span.start)));
}

/** By file, line, column, rule: the order of every report. */
export function inReportOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareText(a.span.file, b.span.file) ||
      a.span.line - b.span.line ||
      a.span.column - b.span.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}

/** Sorts, and tells true repeats of one fingerprint apart by their order in the entry. */
export function number(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return inReportOrder(findings).map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  });
}
