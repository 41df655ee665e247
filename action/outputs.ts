import { setOutput } from '@actions/core';
import type { Report } from '../src/check/finding.ts';
import { count } from '../src/report/reporter.ts';
import { openPlaceholders } from './fixes/sure-edits.ts';

/** Sets the outputs of action.yml. `reportFile` is the JSON report's path from the workspace, null when none was asked for. */
export function setOutputs(report: Report, reportFile: string | null): void {
  const counts = count(report.findings);
  const outputs: { readonly [name: string]: string | number } = {
    verdict: report.verdict,
    errors: counts.error,
    warnings: counts.warning,
    notices: counts.notice,
    new: report.findings.filter((finding) => finding.state === 'new').length,
    fixed: report.fixed.length,
    placeholders: openPlaceholders(report.model),
    'report-file': reportFile ?? '',
  };
  for (const [name, value] of Object.entries(outputs)) {
    setOutput(name, value);
  }
}
