import type { Report } from '../check/finding.ts';
import { plainText } from '../untrusted/plain-text.ts';
import { bySeverity, printedPlace, type ReporterOptions } from './reporter.ts';

/** One finding a line, as editors and problem matchers read it: `file:line:column: severity: message [rule]`. */
export function unixReport(report: Report, options: ReporterOptions): string {
  const shown = report.findings.filter((finding) => report.scope === 'all' || finding.state === 'new');
  const faults = report.faults.map(
    ({ rule, message }) => `mops:0:0: error: rule ${rule} broke: ${plainText(message)} [fault]\n`,
  );
  const lines = bySeverity(shown).map(
    ({ span, severity, message, rule }) =>
      `${plainText(printedPlace(span, options.prefix))}: ${severity}: ${plainText(message)} [${rule}]\n`,
  );
  return [...faults, ...lines].join('');
}
