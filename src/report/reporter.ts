import type { Finding, Report } from '../check/finding.ts';
import type { Severity } from '../config/schema.ts';
import { plural } from '../language/plural.ts';
import type { Rule } from '../rules/rule.ts';

/** What a reporter says about a rule beside the finding itself. */
export type RuleText = Pick<Rule, 'id' | 'title' | 'why' | 'fix' | 'gate' | 'pattern' | 'severity'>;

/** What every reporter gets beside the report. */
export interface ReporterOptions {
  /** All rules, in the order of the registry. */
  readonly rules: readonly RuleText[];
  /** Version of this tool. */
  readonly version: string;
  /** Path from where the reader stands (working folder, repository root) to the checked folder: `` or `gtm/`. */
  readonly prefix?: string;
  /** Address of a rule's page, where one is known. */
  readonly ruleUrl?: (rule: string) => string;
}

/**
 * The one signature of all formats. A format is a file here that exports it under its name (`jsonReport`); the command
 * hands in all there is, and a format for machines leaves aside what is meant for a terminal or a summary.
 */
export type Reporter = (
  report: Report,
  options: ReporterOptions & {
    readonly colour?: boolean;
    readonly quiet?: boolean;
    readonly diagram?: string | null;
  },
) => string;

/** Related places of one finding that are listed where a person reads; machines get them all. */
export const mostPlaces = 10;

const rank: { readonly [severity in Severity]: number } = { error: 3, warning: 2, notice: 1 };

/** Severities, worst first. */
export const worstFirst: readonly Severity[] = ['error', 'warning', 'notice'];

/** Whether this finding alone makes the verdict `fail`. */
export function decides(report: Report, finding: Finding): boolean {
  if (report.failOn === 'never') return false;
  return rank[finding.severity] >= rank[report.failOn] && (report.scope === 'all' || finding.state === 'new');
}

/** Findings by severity, worst first, otherwise in the report's own order; with a base, new before existing. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const indexed = findings.map((finding, index) => ({ finding, index }));
  indexed.sort(
    (a, b) =>
      rank[b.finding.severity] - rank[a.finding.severity] ||
      Number(a.finding.state === 'existing') - Number(b.finding.state === 'existing') ||
      a.index - b.index,
  );
  return indexed.map(({ finding }) => finding);
}

export type Counts = { readonly [severity in Severity]: number };

/** How many findings there are of each severity. */
export function count(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** `2 errors, 1 warning`; `no findings` when there are none. */
export function countsInWords(counts: Counts): string {
  const parts = worstFirst.filter((level) => counts[level] > 0).map((level) => plural(counts[level], level));
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** `SoT/x.md:14:8`, with the reader's prefix. */
export function printedPlace(
  span: { readonly file: string; readonly line: number; readonly column: number },
  prefix = '',
): string {
  return `${prefix}${span.file}:${span.line}:${span.column}`;
}

/** The first line on an entry as it stands in its file: `BR-MOPS-002 Lifecycle Stage — MQL`. */
export function titleOf(report: Report, id: string): string {
  const entry = report.model.repository.byId.get(id)?.[0];
  const title = entry?.title.text ?? '';
  return title === '' ? id : `${id} ${title}`;
}

/** What to do about a finding: its own advice, else its rule's. */
export function fixOf(finding: Finding, rules: ReadonlyMap<string, RuleText>): string | null {
  return finding.fix ?? rules.get(finding.rule)?.fix ?? null;
}

/** The texts of rules by the rule's ID. */
export function byId(rules: readonly RuleText[]): ReadonlyMap<string, RuleText> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}
