import { appendFileSync, statSync } from 'node:fs';
import type { Report } from '../src/check/finding.ts';
import type { Change } from '../src/compare/change.ts';
import { changesAsMarkdown } from '../src/compare/print.ts';
import { lifecycleDiagram } from '../src/diagram/lifecycle.ts';
import { toMermaid } from '../src/diagram/mermaid.ts';
import { markdownReport } from '../src/report/markdown.ts';
import type { ReporterOptions } from '../src/report/reporter.ts';
import { codeBlock, escapeMarkdown } from '../src/untrusted/markdown.ts';

/** GitHub shows no summary at all when a step's is over 1 MiB; some room is left below it. */
const budget = 1_000_000;
const mostChanges = 300;

/** What the summary says beside the report. */
export interface SummaryParts {
  /** Sentences about the run: the base, the configuration, what was posted. */
  readonly notes: readonly string[];
  readonly changes: readonly Change[];
  /** Unified diff of sure fixes that stand nowhere else; empty for none. */
  readonly patch: string;
  /** Where the patch lies as a file; null when it could not be written. */
  readonly patchFile: string | null;
  readonly lineUrl?: (file: string, line: number) => string;
}

/** The job summary as Markdown, within the bytes GitHub takes. */
export function summaryOf(
  report: Report,
  options: ReporterOptions,
  parts: SummaryParts,
  most = budget,
): string {
  const notes = parts.notes.map((note) => `- ${escapeMarkdown(note)}\n`).join('');
  const patch = patchSection(parts, most / 4);
  const changes =
    parts.changes.length === 0
      ? ''
      : `## What this change means\n\n${changesAsMarkdown(parts.changes, mostChanges)}\n`;
  const rest = markdownReport(report, {
    ...options,
    diagram: report.model.living.stages.length === 0 ? null : toMermaid(lifecycleDiagram(report.model)),
    budget: most - Buffer.byteLength(notes) - Buffer.byteLength(patch) - Buffer.byteLength(changes) - 2,
    ...(parts.lineUrl ? { lineUrl: parts.lineUrl } : {}),
  });
  return `${changes}${rest}${patch}${notes === '' ? '' : `\n${notes}`}`;
}

function patchSection({ patch, patchFile }: SummaryParts, most: number): string {
  if (patch === '') {
    return '';
  }
  const where = patchFile === null ? '' : ` It lies in ${escapeMarkdown(patchFile)} of the runner.`;
  const title = `\n### Sure fixes as a patch\n\nApply it with git apply.${where}\n\n`;
  return Buffer.byteLength(patch) <= most
    ? `${title}${codeBlock('diff', patch)}\n`
    : `${title}The patch is too long to be shown here.\n`;
}

/** Appends to the step's summary file. What another step's command left there counts against the limit. */
export function writeSummary(file: string | undefined, render: (most: number) => string): void {
  if (file === undefined || file === '') {
    return;
  }
  const there = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  appendFileSync(file, render(budget - there));
}
