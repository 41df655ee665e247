import type { Report } from '../check/finding.ts';
import { githubReport } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { markdownReport } from '../report/markdown.ts';
import { sarifReport } from '../report/sarif.ts';
import { textReport } from '../report/text.ts';
import { rules } from '../rules/index.ts';
import type { Format } from './choice.ts';
import { version } from './version.ts';

export interface RenderOptions {
  readonly prefix?: string;
  readonly colour?: boolean;
  readonly quiet?: boolean;
  readonly diagram?: string | null;
}

/** A report in a format. The machine formats ignore `colour` and `quiet`. */
export function render(format: Format, report: Report, options: RenderOptions = {}): string {
  const all = { ...options, rules, version };
  if (format === 'json') return jsonReport(report, all);
  if (format === 'sarif') return sarifReport(report, all);
  if (format === 'markdown') return markdownReport(report, all);
  if (format === 'github') return githubReport(report, all);
  return textReport(report, all);
}
