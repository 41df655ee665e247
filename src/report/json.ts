import type { Finding, Report } from '../check/finding.ts';
import type { OfferedEdit } from '../edit/edit.ts';
import { jsonText } from '../untrusted/plain-text.ts';
import { commandFor } from './command.ts';
import { count, type ReporterOptions } from './reporter.ts';

/**
 * The report for machines (SPEC §11), version 1. Paths are relative to the checked folder. `fixed`, `base`,
 * `skipped` and `faults` appear only where there is something to say.
 */
export function jsonReport(report: Report, _options?: ReporterOptions): string {
  const { model } = report;
  return jsonText({
    version: 1,
    verdict: report.verdict,
    mode: model.mode,
    motion: { value: model.motion.value, source: model.motion.source },
    v09: { value: model.v09.value, source: model.v09.source },
    gates: report.gates.map((gate) => ({
      gate: gate.gate,
      title: gate.title,
      status: gate.status,
      findings: gate.errors + gate.warnings + gate.notices,
    })),
    counts: count(report.findings),
    findings: report.findings.map(findingRecord),
    ignored: report.ignored.map(({ finding, reason }) => ({ ...findingRecord(finding), reason })),
    ...(report.baseNote === null ? {} : { base: report.baseNote, fixed: report.fixed.map(findingRecord) }),
    ...(report.skipped.length === 0 ? {} : { skipped: report.skipped }),
    ...(report.faults.length === 0 ? {} : { faults: report.faults }),
  });
}

/** A finding as the JSON report has it: what is unknown is left out. */
function findingRecord(finding: Finding): object {
  const { span, edit } = finding;
  const command = commandFor(finding);
  return {
    rule: finding.rule,
    ...(finding.gate === null ? {} : { gate: finding.gate }),
    ...(finding.pattern === null ? {} : { pattern: finding.pattern }),
    severity: finding.severity,
    message: finding.message,
    file: span.file,
    line: span.line,
    column: span.column,
    endLine: span.endLine,
    endColumn: span.endColumn,
    ...(finding.entry === null ? {} : { entry: finding.entry }),
    ...(finding.field === null ? {} : { field: finding.field }),
    ...(finding.fix === null ? {} : { fix: finding.fix }),
    ...(command === null ? {} : { command }),
    ...(edit === null ? {} : { edit: editRecord(edit) }),
    ...finding.instead,
    related: finding.related.map(({ message, span: { file, line }, edit: own }) => ({
      message,
      file,
      line,
      ...(own ? { edit: editRecord(own) } : {}),
    })),
    fingerprint: finding.fingerprint,
    state: finding.state,
  };
}

/** The span to replace and the text to write there. */
function editRecord({ span, text, sure }: OfferedEdit): object {
  const { file, line, column, endLine, endColumn } = span;
  return { file, line, column, endLine, endColumn, text, sure };
}
