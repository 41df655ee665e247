import type { Report } from '../src/check/finding.ts';
import { githubReport } from '../src/report/github.ts';
import type { ReporterOptions } from '../src/report/reporter.ts';
import { textReport } from '../src/report/text.ts';
import type { BadConfig } from '../src/shell/files/tree.ts';
import { command } from '../src/untrusted/workflow-command.ts';
import { log, logBlock } from './log.ts';

/** The whole report to the log, then the annotations, worst first, within what GitHub shows of a step. */
export function tellReport(report: Report, options: ReporterOptions, notes: readonly string[]): void {
  for (const note of notes) {
    log(note);
  }
  logBlock(textReport(report, options).trimEnd());
  process.stdout.write(githubReport(report, options));
}

/** Mistakes in the configuration, each annotated on its line. `prefix` leads from the repository to the file's folder. */
export function tellBadConfig(error: BadConfig): void {
  for (const { file, line, column, message } of error.errors.slice(0, 10)) {
    print(command('error', { file, line, col: column, title: 'Configuration' }, message));
  }
  for (const { file, line, column, message } of error.errors.slice(10)) {
    log(`${file}:${line}:${column}: ${message}`);
  }
}

/** Why there is no verdict. */
export function tellFailure(title: string, message: string): void {
  print(command('error', { title }, message.slice(0, 1000)));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
