import type { Finding, Report } from '../check/finding.ts';
import { plural } from '../language/plural.ts';
import { plainText, shorten } from '../untrusted/plain-text.ts';
import { command } from '../untrusted/workflow-command.ts';
import {
  byId,
  bySeverity,
  fixOf,
  mostPlaces,
  printedPlace,
  type ReporterOptions,
  type RuleText,
  worstFirst,
} from './reporter.ts';

/** The runner shows ten annotations of a level per step and drops the rest silently. */
const perLevel = 10;
const longestMessage = 1000;

/**
 * Annotations as workflow commands, worst first. Where a level has more than GitHub shows, its first annotation
 * says how many more there are and where. A rule that broke is an error annotation of its own.
 */
export function githubReport(report: Report, options: ReporterOptions): string {
  const rules = byId(options.rules);
  const shown = report.findings.filter((finding) => report.scope === 'all' || finding.state === 'new');
  const lines: string[] = report.faults.map((fault) =>
    command('error', { title: `mops: rule ${fault.rule} broke` }, fault.message),
  );
  for (const level of worstFirst) {
    const taken = level === 'error' ? lines.length : 0;
    const room = Math.max(perLevel - taken, 1);
    const findings = bySeverity(shown).filter((finding) => finding.severity === level);
    const fits = findings.length <= room;
    if (!fits) {
      const more = findings.length - (room - 1);
      const text = `${plural(more, `more ${level}`)} not shown here: GitHub shows ${perLevel} a step. The job summary and the log list every finding.`;
      lines.push(command(level, { title: `mops: ${plural(findings.length, level)}` }, text));
    }
    for (const finding of fits ? findings : findings.slice(0, room - 1)) {
      lines.push(annotation(finding, rules, options));
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(
  finding: Finding,
  rules: ReadonlyMap<string, RuleText>,
  options: ReporterOptions,
): string {
  const { span } = finding;
  const fix = fixOf(finding, rules);
  const also = (finding.places ?? [])
    .filter(({ span: other }) => other.file !== span.file || other.start !== span.start)
    .map((other) => printedPlace(other.span, options.prefix));
  const more = also.length > mostPlaces ? ` and ${also.length - mostPlaces} more` : '';
  const message =
    plainText(finding.message) +
    (fix ? `\nFix: ${plainText(fix)}` : '') +
    (also.length === 0 ? '' : `\nAlso at ${plainText(also.slice(0, mostPlaces).join(', '))}${more}`);
  const columns =
    span.endLine === span.line
      ? { col: span.column, endColumn: Math.max(span.endColumn - 1, span.column) }
      : {};
  const properties = {
    file: `${options.prefix ?? ''}${span.file}`,
    line: span.line,
    endLine: span.line,
    ...columns,
    title: finding.rule,
  };
  return command(finding.severity, properties, shorten(message, longestMessage));
}
