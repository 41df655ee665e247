import type { Finding, Report } from '../check/finding.ts';
import { fixable } from '../check/fix.ts';
import type { Severity } from '../config/schema.ts';
import { plural } from '../language/plural.ts';
import { plainText, shorten } from '../untrusted/plain-text.ts';
import { commandFor, inOrderOfWork } from './command.ts';
import { excerptOf } from './excerpt.ts';
import {
  byId,
  count,
  countsInWords,
  decides,
  fixOf,
  mostPlaces,
  printedPlace,
  type ReporterOptions,
  type RuleText,
} from './reporter.ts';

export interface TextOptions extends ReporterOptions {
  /** ANSI colours; the shell decides (terminal, NO_COLOR). */
  readonly colour?: boolean;
  /** Only what fails the check, and nothing at all on a pass. */
  readonly quiet?: boolean;
}

type Paint = (style: 'bold' | 'dim' | 'error' | 'warning' | 'notice' | 'pass', text: string) => string;

const codes = { bold: 1, dim: 2, error: 31, warning: 33, notice: 36, pass: 32 } as const;

/**
 * The report for a person at a terminal: what to do first, each finding with its line, then counts, gates and the
 * verdict. Without findings it is short.
 */
export function textReport(report: Report, options: TextOptions): string {
  const paint: Paint = (style, text) => (options.colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
  const rules = byId(options.rules);
  if (options.quiet) {
    if (report.verdict === 'pass' && report.faults.length === 0) return '';
    const deciding = report.findings.filter((finding) => decides(report, finding));
    return [...listed(report, deciding, rules, options, paint), verdict(report, paint), ''].join('\n');
  }
  const shown = report.findings.filter((finding) => report.scope === 'all' || finding.state === 'new');
  const lines = [
    ...listed(report, shown, rules, options, paint),
    ...ignored(report, options, paint),
    ...gates(report, paint),
    ...basis(report, paint),
    ...summary(shown, options, paint),
    verdict(report, paint),
  ];
  if (report.nothing !== null) lines.push(`${plainText(report.nothing)}${wayToBegin(report)}`);
  return `${lines.join('\n')}\n`;
}

/** Where nothing is there; where a file cannot be read, or a table can be imported, the finding says what to do. */
function wayToBegin({ findings }: Report): string {
  return findings.some(({ severity }) => severity === 'error')
    ? ''
    : ' To start one: mops init, or mops import with a table that you have.';
}

const headings: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  notice: 'Notices',
};

/** Causes first, then the worst: one section a severity, in the order in which to work. */
function listed(
  report: Report,
  findings: readonly Finding[],
  rules: ReadonlyMap<string, RuleText>,
  options: TextOptions,
  paint: Paint,
): string[] {
  const lines: string[] = [];
  const explained = new Set<string>();
  let section: Severity | null = null;
  for (const finding of inOrderOfWork(findings)) {
    if (finding.severity !== section) {
      section = finding.severity;
      lines.push(paint('bold', headings[section]), '');
    }
    lines.push(...one(report, finding, rules, explained.has(finding.rule), options, paint), '');
    explained.add(finding.rule);
  }
  return lines;
}

/** A finding: place and rule, what, its line, why (at the rule's first finding), how to fix, related places. */
function one(
  report: Report,
  finding: Finding,
  rules: ReadonlyMap<string, RuleText>,
  explained: boolean,
  options: TextOptions,
  paint: Paint,
): string[] {
  const tags = [finding.gate && `gate ${finding.gate}`, finding.pattern && `anti-pattern ${finding.pattern}`];
  const existing = finding.state === 'existing' ? '  (not new)' : '';
  const origin = [finding.rule, ...tags.filter(Boolean)].join(', ');
  const indent = ' '.repeat(10);
  const lines = [
    `  ${paint(finding.severity, finding.severity.padEnd(7))} ${plainText(printedPlace(finding.span, options.prefix))}  ${paint('dim', origin)}${existing}`,
    `${indent}${plainText(finding.message)}`,
  ];
  const excerpt = excerptOf(report.model, finding.span);
  if (excerpt !== null)
    lines.push(
      `${indent}${paint('dim', '|')} ${excerpt[0]}`,
      `${indent}${paint('dim', '|')} ${paint(finding.severity, excerpt[1])}`,
    );
  const why = rules.get(finding.rule)?.why;
  const fix = fixOf(finding, rules);
  const command = commandFor(finding);
  if (why && !explained) lines.push(paint('dim', `${indent}Why: ${plainText(why)}`));
  if (fix)
    lines.push(`${indent}Fix: ${plainText(fix)}${command === null ? '' : paint('dim', `  (${command})`)}`);
  for (const other of finding.related.slice(0, mostPlaces)) {
    lines.push(
      `${indent}See: ${plainText(printedPlace(other.span, options.prefix))}  ${plainText(other.message)}`,
    );
  }
  const more = finding.related.length - mostPlaces;
  if (more > 0) lines.push(`${indent}See: ${plural(more, 'more place')} (--format json lists them)`);
  return lines;
}

/** Where to begin and how much there is of what; nothing where one look is enough. */
function summary(findings: readonly Finding[], options: TextOptions, paint: Paint): string[] {
  const [first] = inOrderOfWork(findings);
  if (first === undefined || findings.length < 3) return [];
  const byRule = new Map<string, number>();
  for (const { rule } of findings) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const counts = [...byRule].sort(([, a], [, b]) => b - a).map(([rule, number]) => `${number} ${rule}`);
  const commands = new Map<string, number>();
  for (const finding of findings) {
    const command = commandFor(finding);
    if (command !== null) commands.set(command, (commands.get(command) ?? 0) + 1);
  }
  const helps = [...commands].map(([command, number]) => `${command} (${number})`);
  return [
    `By rule: ${counts.join(', ')}`,
    ...(helps.length > 0 ? [`Helps:   ${helps.join(', ')}`] : []),
    `${paint('bold', 'Start with')} ${plainText(printedPlace(first.span, options.prefix))} ${first.rule}: ${shorten(plainText(first.message), 100)}`,
    '',
  ];
}

function ignored(report: Report, options: TextOptions, paint: Paint): string[] {
  if (report.ignored.length === 0) return [];
  const lines = report.ignored.map(
    ({ finding, reason }) =>
      `  ${plainText(printedPlace(finding.span, options.prefix))}  ${finding.rule}: ${plainText(reason)}`,
  );
  return [paint('bold', 'Ignored by a comment'), '', ...lines, ''];
}

/** The seven gates; one line where all of them hold and nothing is to be said about any, none where none was asked. */
function gates(report: Report, paint: Paint): string[] {
  if (report.nothing !== null && report.gates.every(({ status }) => status === 'skipped')) return [];
  if (
    report.gates.length > 0 &&
    report.gates.every((gate) => gate.status === 'pass' && gate.warnings + gate.notices === 0)
  )
    return [`All ${report.gates.length} quality gates hold.`];
  const width = Math.max(...report.gates.map((gate) => gate.title.length), 0);
  const lines = report.gates.map((gate) => {
    const word = { pass: 'pass', fail: 'FAIL', skipped: 'skipped' }[gate.status];
    const style = gate.status === 'fail' ? 'error' : gate.status === 'pass' ? 'pass' : 'dim';
    const counts = countsInWords({ error: gate.errors, warning: gate.warnings, notice: gate.notices });
    const tail = counts === 'no findings' ? '' : `${' '.repeat(9 - word.length)}${counts}`;
    return `  G${gate.gate}  ${gate.title.padEnd(width)}  ${paint(style, word)}${tail}`;
  });
  return lines.length === 0 ? [] : [paint('bold', 'Quality gates'), '', ...lines, ''];
}

/** What the verdict rests on: mode, motion, v0.9 state, what was left out, the base. */
function basis(report: Report, paint: Paint): string[] {
  const { mode, modeSource, motion, v09 } = report.model;
  // Where nothing was read there is nothing that these could explain.
  const idle = report.nothing !== null && report.findings.length === 0;
  const lines = idle
    ? []
    : [
        `Mode:    ${mode}${modeSource === 'default' ? ' (default)' : ''}`,
        `Motion:  ${motion.value ?? 'not told'}. ${plainText(motion.evidence)}`,
        `v0.9:    ${v09.value}. ${plainText(v09.evidence)}`,
        ...report.skipped.map((skipped) => `Skipped: ${plainText(skipped)}`),
      ];
  if (report.baseNote !== null) {
    const fresh = report.findings.filter((finding) => finding.state === 'new').length;
    const hidden =
      report.scope === 'new' && fresh < report.findings.length ? ' (--scope all shows them)' : '';
    lines.push(`Base:    ${plainText(report.baseNote)}`);
    lines.push(
      `         ${fresh} new, ${report.findings.length - fresh} existing${hidden}, ${report.fixed.length} fixed`,
    );
  }
  for (const fault of report.faults) {
    lines.push(paint('error', `Fault:   rule ${fault.rule} broke: ${plainText(fault.message)}`));
  }
  return lines.length === 0 ? [] : [...lines, ''];
}

function verdict(report: Report, paint: Paint): string {
  const counts = countsInWords(count(report.findings));
  const passed = report.nothing === null ? paint('pass', 'PASS') : paint('notice', 'NOT CHECKED');
  const word = report.verdict === 'pass' ? passed : paint('error', 'FAIL');
  const parts = [counts];
  if (report.ignored.length > 0) parts.push(`${report.ignored.length} ignored`);
  const { sure, suggested } = fixable(report.findings);
  if (sure > 0) parts.push(`${sure} can be fixed with mops fix`);
  else if (suggested > 0) parts.push(`${suggested} can be fixed with mops fix --suggested`);
  if (report.faults.length > 0) parts.push(`${plural(report.faults.length, 'rule')} broke`);
  return `${word}  ${parts.join('; ')}`;
}
