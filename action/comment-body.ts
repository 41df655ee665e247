import type { Finding, Report } from '../src/check/finding.ts';
import type { Change } from '../src/compare/change.ts';
import { changesAsMarkdown } from '../src/compare/print.ts';
import { plural } from '../src/language/plural.ts';
import { findingsList, type MarkdownOptions } from '../src/report/markdown.ts';
import { bySeverity, count, countsInWords, worstFirst } from '../src/report/reporter.ts';
import { codeBlock, codeSpan, escapeMarkdown } from '../src/untrusted/markdown.ts';
import { shorten } from '../src/untrusted/plain-text.ts';
import { openPlaceholders } from './fixes/sure-edits.ts';

export interface CommentParts {
  readonly report: Report;
  /** The base's report; null without a readable base. */
  readonly base: Report | null;
  readonly changes: readonly Change[];
  /** Mermaid text of what changed; null when nothing in the picture did. */
  readonly diagram: string | null;
  /** The commit that was checked. */
  readonly commit: string;
  /** Sentences a reviewer must know: an unreadable base, whose configuration counts. */
  readonly notes: readonly string[];
  /** Sure fixes that are offered as suggestions, and those that stand in the summary's patch. */
  readonly offered: { readonly suggestions: number; readonly patch: number };
}

/** A body may have 65,536 characters; some are left for the marker and for GitHub's own counting of line ends. */
const longestBody = 64_000;

/**
 * The comment for a reviewer: what the change means, what it breaks, the gates before and after. Always the same
 * for the same states, so that a run that finds nothing different writes nothing. Shortened step by step to fit.
 */
export function commentBody(parts: CommentParts, options: MarkdownOptions): string {
  const render = (rows: number, findings: number, drawn: boolean) =>
    [
      heading(parts),
      ...parts.notes.map((note) => `> ${escapeMarkdown(note)}`),
      changesList(parts.changes, rows),
      drawn && parts.diagram !== null ? codeBlock('mermaid', parts.diagram) : '',
      newFindings(parts.report, findings, options),
      newlyIgnored(parts, findings),
      gates(parts.report, parts.base),
      aside(parts),
    ]
      .filter((block) => block !== '')
      .join('\n\n');
  const steps: readonly (readonly [rows: number, findings: number, drawn: boolean])[] = [
    [200, 100, true],
    [100, 40, true],
    [100, 40, false],
    [40, 10, false],
    [10, 3, false],
    [0, 0, false],
  ];
  for (const step of steps) {
    const text = render(...step);
    if (text.length <= longestBody) {
      return text;
    }
  }
  return heading(parts);
}

function heading({ report, base }: CommentParts): string {
  const fresh = report.findings.filter((finding) => finding.state === 'new');
  if (report.faults.length > 0) {
    const broken = report.faults.map(({ rule }) => codeSpan(rule)).join(', ');
    return `## ❌ Lead lifecycle not fully checked: ${plural(report.faults.length, 'rule')} broke (${broken})`;
  }
  const mark = report.verdict === 'pass' ? '✅ Lead lifecycle passes' : '❌ Lead lifecycle fails';
  if (base === null) {
    return `## ${mark}: ${countsInWords(count(report.findings))}`;
  }
  const counts = count(fresh);
  const news = worstFirst
    .filter((level) => counts[level] > 0)
    .map((level) => plural(counts[level], `new ${level}`));
  const fixed = report.fixed.length === 0 ? '' : `, ${report.fixed.length} fixed`;
  return `## ${mark}: ${news.join(', ') || 'nothing new is wrong'}${fixed}`;
}

function changesList(changes: readonly Change[], most: number): string {
  if (changes.length === 0) {
    return '';
  }
  return `### What this change means\n\n${changesAsMarkdown(changes, most).trimEnd()}`;
}

function newFindings(report: Report, most: number, options: MarkdownOptions): string {
  const fresh = bySeverity(report.findings.filter((finding) => finding.state === 'new'));
  if (fresh.length === 0) {
    return '';
  }
  const more = fresh.length - most;
  const rest = more > 0 ? `${plural(more, 'more finding')} in the job summary.` : '';
  const shown: readonly Finding[] = fresh.slice(0, most);
  return [shown.length === 0 ? '' : findingsList(report, shown, options), rest]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** What the change silences: nobody should find out about that later. */
function newlyIgnored({ report, base }: CommentParts, most: number): string {
  const before = new Set(base?.ignored.map(({ finding }) => finding.fingerprint));
  const fresh = report.ignored.filter(({ finding }) => !before.has(finding.fingerprint));
  if (base === null || fresh.length === 0) {
    return '';
  }
  const items = fresh
    .slice(0, most)
    .map(
      ({ finding, reason }) =>
        `- ${codeSpan(finding.rule)} in ${codeSpan(finding.entry ?? finding.span.file)}: ${escapeMarkdown(shorten(reason, 300))}`,
    );
  const more = fresh.length - items.length;
  return ['### Silenced by this change', '', ...items, ...(more > 0 ? [`- and ${more} more`] : [])].join(
    '\n',
  );
}

/** The gates whose state changed in a line each, all seven folded away. */
function gates(report: Report, base: Report | null): string {
  const words = { pass: '✅ pass', fail: '❌ fail', skipped: '➖ skipped' } as const;
  const rows = report.gates.map((gate) => {
    const before = base?.gates.find((one) => one.gate === gate.gate);
    const was = before === undefined ? '' : words[before.status];
    return {
      changed: before !== undefined && before.status !== gate.status,
      row: `| ${gate.gate} | ${escapeMarkdown(gate.title)} | ${was} | ${words[gate.status]} |`,
    };
  });
  const failing = report.gates.filter((gate) => gate.status === 'fail').length;
  const changed = rows.filter((row) => row.changed).length;
  const open = changed > 0 ? ' open' : '';
  const title = `Quality gates: ${failing === 0 ? 'none fails' : `${failing} of 7 fail`}${changed > 0 ? `, ${changed} changed` : ''}`;
  return [
    `<details${open}><summary>${title}</summary>`,
    ['| Gate | | Before | After |', '| --- | --- | --- | --- |', ...rows.map(({ row }) => row)].join('\n'),
    '</details>',
  ].join('\n\n');
}

function aside({ report, base, offered, commit }: CommentParts): string {
  const open = openPlaceholders(report.model);
  const before = base === null ? open : openPlaceholders(base.model);
  const lines: string[] = [];
  if (open > 0 || before > 0) {
    const gone = before - open;
    const moved =
      gone > 0 ? `${gone} reconciled by this change, ` : gone < 0 ? `${-gone} added by this change, ` : '';
    lines.push(`v0.9 placeholders: ${moved}${open} open.`);
  }
  if (offered.suggestions > 0) {
    lines.push(`${fixes(offered.suggestions)} to accept with one click in the review.`);
  }
  if (offered.patch > 0) {
    lines.push(`${fixes(offered.patch)} as a patch in the job summary.`);
  }
  lines.push(
    `Checked at ${codeSpan(commit.slice(0, 7))}. The job summary of the check has every finding and the whole diagram. ${codeSpan('mops check')} gives the same verdict on your machine.`,
  );
  return lines.join('\n');
}

function fixes(number: number): string {
  return `${number} sure ${number === 1 ? 'fix' : 'fixes'}`;
}
