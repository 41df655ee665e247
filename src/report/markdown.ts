import type { Finding, Report } from '../check/finding.ts';
import { plural } from '../language/plural.ts';
import { grouped } from '../lifecycle/grouped.ts';
import type { Span } from '../sot/entry.ts';
import { codeBlock, codeSpan, escapeMarkdown } from '../untrusted/markdown.ts';
import { shorten } from '../untrusted/plain-text.ts';
import {
  byId,
  bySeverity,
  count,
  countsInWords,
  fixOf,
  mostPlaces,
  printedPlace,
  type ReporterOptions,
  type RuleText,
  titleOf,
} from './reporter.ts';

export interface MarkdownOptions extends ReporterOptions {
  /** Mermaid text of the lifecycle, drawn at the end when it fits. */
  readonly diagram?: string | null;
  /** Most bytes of UTF-8 the result may take. Default: what one step may write to a job summary. */
  readonly budget?: number;
  /** Address of a line of a checked file, where one is known. */
  readonly lineUrl?: (file: string, line: number) => string;
}

/** GitHub drops a step summary over 1 MiB as a whole; a little is left for others. */
const summaryBudget = 1_000_000;
const marks = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/**
 * The report as GitHub Markdown: verdict, gates, findings (new ones first), ignored, skipped, diagram. Counts come
 * first; when the whole does not fit the budget the findings are grouped by rule, then left out, and the text says so.
 */
export function markdownReport(report: Report, options: MarkdownOptions): string {
  const budget = options.budget ?? summaryBudget;
  const head = [headline(report), gatesTable(report)];
  const tail = [...asides(report, options), basis(report)];
  const candidates = [
    [...head, findingsList(report, report.findings, options), ...tail],
    [...head, groupedFindings(report, options), ...tail],
    [...head, groupedFindings(report, options), basis(report)],
    head,
    [headline(report)],
  ];
  const fitting = candidates.map(join).find((text) => bytes(text) <= budget) ?? '';
  const drawing = options.diagram ? `\n### Lifecycle\n\n${codeBlock('mermaid', options.diagram)}\n` : '';
  return bytes(fitting) + bytes(drawing) <= budget ? fitting + drawing : fitting;
}

/** Verdict and counts, and against a base what is new. */
function headline(report: Report): string {
  const counts = countsInWords(count(report.findings));
  const lines = [
    `## ${report.verdict === 'fail' ? '❌ Lead lifecycle fails' : report.nothing === null ? '✅ Lead lifecycle passes' : '➖ No lead lifecycle to check'}: ${counts}`,
  ];
  if (report.nothing !== null) lines.push(escapeMarkdown(report.nothing));
  if (report.baseNote !== null) {
    const fresh = report.findings.filter((finding) => finding.state === 'new');
    lines.push(
      `${plural(fresh.length, 'new finding')} (${countsInWords(count(fresh))}), ${report.findings.length - fresh.length} existing, ${report.fixed.length} fixed. ${escapeMarkdown(report.baseNote)}`,
    );
  }
  for (const fault of report.faults) {
    lines.push(`❌ Rule ${codeSpan(fault.rule)} broke and said nothing: ${escapeMarkdown(fault.message)}`);
  }
  return lines.join('\n\n');
}

/** The seven gates with status and counts. */
function gatesTable(report: Report): string {
  const rows = report.gates.map((gate) => {
    const status = { pass: '✅ pass', fail: '❌ fail', skipped: '➖ skipped' }[gate.status];
    return `| ${gate.gate} | ${escapeMarkdown(gate.title)} | ${status} | ${gate.errors} | ${gate.warnings} | ${gate.notices} |`;
  });
  return [
    '| Gate | | Status | Errors | Warnings | Notices |',
    '| --- | --- | --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

/** Findings in full: by state, worst first, each with place, message and fix. */
export function findingsList(report: Report, findings: readonly Finding[], options: MarkdownOptions): string {
  const rules = byId(options.rules);
  const sorted = bySeverity(findings);
  const fresh = sorted.filter((finding) => finding.state === 'new');
  const known = sorted.filter((finding) => finding.state === 'existing');
  const blocks: string[] = [];
  if (fresh.length > 0) {
    blocks.push(report.baseNote === null ? '### Findings' : '### New findings');
    blocks.push(fresh.map((finding) => item(report, finding, rules, options)).join('\n'));
  }
  if (known.length > 0) {
    blocks.push(`<details><summary>${plural(known.length, 'existing finding')}</summary>`);
    blocks.push(known.map((finding) => item(report, finding, rules, options)).join('\n'), '</details>');
  }
  return blocks.join('\n\n');
}

function item(
  report: Report,
  finding: Finding,
  rules: ReadonlyMap<string, RuleText>,
  options: MarkdownOptions,
): string {
  const about =
    finding.entry === null ? '' : `**${escapeMarkdown(shorten(titleOf(report, finding.entry), 120))}** `;
  const fix = fixOf(finding, rules);
  const lines = [
    `- ${marks[finding.severity]} ${about}${place(finding.span, options)} ${ruleName(finding.rule, options)}  `,
    `  ${escapeMarkdown(finding.message)}`,
  ];
  if (fix) lines.push(`  <br>**Fix:** ${escapeMarkdown(fix)}`);
  for (const other of finding.related.slice(0, mostPlaces)) {
    lines.push(`  <br>See ${place(other.span, options)} ${escapeMarkdown(other.message)}`);
  }
  const more = finding.related.length - mostPlaces;
  if (more > 0) lines.push(`  <br>See ${plural(more, 'more place')} (the report file lists them)`);
  return lines.join('\n');
}

/** Findings by rule with their number and first places, for when the full list is too long. */
function groupedFindings(report: Report, options: MarkdownOptions): string {
  const groups = grouped(bySeverity(report.findings), ({ rule }) => rule);
  const rows = [...groups].map(([rule, findings]) => {
    const places = findings.slice(0, 3).map((finding) => place(finding.span, options));
    const more = findings.length > 3 ? ` and ${findings.length - 3} more` : '';
    return `| ${ruleName(rule, options)} | ${countsInWords(count(findings))} | ${places.join(', ')}${more} |`;
  });
  return [
    '### Findings by rule',
    `${plural(report.findings.length, 'finding')} are too many to list here. The log and the report file have them all.`,
    ['| Rule | Findings | Where |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

/** Ignored findings and what the mode left out. */
function asides(report: Report, options: MarkdownOptions): string[] {
  const blocks: string[] = [];
  if (report.ignored.length > 0) {
    const items = report.ignored.map(
      ({ finding, reason }) =>
        `- ${place(finding.span, options)} ${ruleName(finding.rule, options)} ${escapeMarkdown(reason)}`,
    );
    blocks.push('### Ignored by a comment', items.join('\n'));
  }
  if (report.skipped.length > 0) {
    blocks.push('### Skipped', report.skipped.map((skipped) => `- ${escapeMarkdown(skipped)}`).join('\n'));
  }
  return blocks;
}

function basis(report: Report): string {
  const { mode, motion, v09 } = report.model;
  return `Mode: ${mode}. Motion: ${motion.value ?? 'not told'}. ${escapeMarkdown(motion.evidence)} v0.9: ${v09.value}. ${escapeMarkdown(v09.evidence)}`;
}

function place(span: Span, options: MarkdownOptions): string {
  const shown = codeSpan(printedPlace(span, options.prefix));
  if (!options.lineUrl) return shown;
  const url = options.lineUrl(`${options.prefix ?? ''}${span.file}`, span.line);
  return `[${shown}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
}

function ruleName(rule: string, options: MarkdownOptions): string {
  return options.ruleUrl ? `[${codeSpan(rule)}](<${options.ruleUrl(rule)}>)` : codeSpan(rule);
}

function join(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
