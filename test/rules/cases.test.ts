import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Finding, Report } from '../../src/check/finding.ts';
import { apart } from '../../src/check/together.ts';
import { changedFiles } from '../../src/edit/apply.ts';
import { caseConfig, printed, reportOf } from './bench.ts';
import {
  allCases,
  type Base,
  baseFiles,
  bases,
  type Case,
  caseFiles,
  casesFolder,
  writeFindings,
  writeReads,
} from './case-file.ts';
import { expectedOf, exported, holds, meaningOf } from './expectation.ts';
import { lineByLine, readLineByLine, writeLineByLine } from './line-by-line.ts';
import { otherwise, saidBy } from './read-as.ts';

const update = process.env.UPDATE_CASES === '1';

/** What each case shows as it is written: every test below compares with it, and a report takes longest. */
const shown = new Map<Case, Shown>();
interface Shown {
  readonly text: string;
  readonly findings: Report['findings'];
}

function asWritten(one: Case): Shown {
  return shown.get(one) ?? remembered(one, reportOf(caseFiles(one), caseConfig(one)));
}

function remembered(one: Case, report: Report): Shown {
  const what = { text: printed(report), findings: report.findings };
  shown.set(one, what);
  return what;
}

/** What each base says, in full and value by value, read once. */
const said = new Map<Case['base'], OfBase>();
interface OfBase {
  readonly meaning: unknown;
  readonly said: ReadonlyMap<string, string>;
  readonly lines: ReadonlySet<string>;
}

function ofBase(base: Case['base']): OfBase {
  const files = base === 'none' ? [] : baseFiles(base);
  const known = said.get(base);
  if (known !== undefined) return known;
  const report = reportOf(files, caseConfig({ base }));
  const lines = new Set(lineByLine(report.model, files, new Set(files.map(({ path }) => path))));
  const own = { meaning: meaningOf(report), said: saidBy(report.model), lines };
  said.set(base, own);
  return own;
}

describe('a complete lifecycle has nothing to report', () => {
  test.each(bases)('%s', (base) => {
    const report = reportOf(baseFiles(base), caseConfig({ base }));
    expect(report.faults).toEqual([]);
    expect(report.findings.map(line)).toEqual([]);
    expect(report.verdict).toBe('pass');
    matchesPrintout(base, printed(report).replace(/(?<=^Skipped: )\d+ (.*?: ).*/m, 'some $1…'));
  });
});

describe('each case finds what it says and nothing else', () => {
  const cases = allCases().map((one) => [`${one.rule}/${one.situation}`, one] as const);
  const taken = update ? new Map<string, readonly string[]>() : readLineByLine();
  afterAll(() => {
    if (update) writeLineByLine(taken);
  });

  test.each(cases)('%s', (_name, one) => {
    const files = caseFiles(one);
    const report = reportOf(files, caseConfig(one));
    remembered(one, report);
    expect(report.faults).toEqual([]);
    const finds = expectedOf(one, report, files);
    if (one.passes) expect(report.findings.filter(({ rule }) => rule === one.rule).map(line)).toEqual([]);
    else if (one.only === undefined) expect(finds.length).toBeGreaterThan(0);
    if (update) writeFindings(one, finds);
    else {
      expect(
        one.passes || one.finds !== undefined || one.only !== undefined,
        'UPDATE_CASES=1 writes it',
      ).toBe(true);
      expect(finds).toEqual(one.finds ?? []);
    }
    if (one.means !== undefined) expect(meaningOf(report)).toEqual(ofBase(one.base as Base).meaning);
    if (one.reads !== undefined) {
      const reads = otherwise(ofBase(one.base).said, saidBy(report.model));
      if (update) writeReads(one, reads);
      else expect(reads).toEqual(one.reads);
    }
    if (one.rule === 'reading') {
      const changed = new Set([...Object.keys(one.change ?? {}), ...Object.keys(one.files ?? {})]);
      const known = ofBase(one.base).lines;
      const lines = lineByLine(report.model, files, changed).filter((line) => !known.has(line));
      if (update) taken.set(one.situation, lines);
      else expect(lines).toEqual(taken.get(one.situation) ?? lines);
    }
    for (const [path, wanted] of Object.entries(one.export ?? {})) {
      const value = exported(report, path);
      expect(holds(value, wanted), `${path} is ${JSON.stringify(value)}`).toBe(true);
    }
    for (const finding of report.findings) {
      pointsAtText(finding, files);
      expect(finding.fix, line(finding)).toMatch(/^.{8,}[.?]$/s);
      expect(finding.message, line(finding)).toMatch(/[.]$/);
      saysAsData(finding, files);
    }
  });

  test('reading the files in another order, with Windows line ends, changes nothing', () => {
    for (const [name, one] of cases) {
      const windows = caseFiles(one).map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
      const report = reportOf(windows.reverse(), caseConfig(one));
      expect(report.findings.map(line), name).toEqual(asWritten(one).findings.map(line));
      expect(printed(report), name).toBe(asWritten(one).text);
    }
  }, 240_000);

  test('applying an offered edit removes its finding and adds none', () => {
    for (const [name, one] of cases) {
      const config = caseConfig(one);
      const files = caseFiles(one);
      const { findings } = asWritten(one);
      for (const finding of findings) {
        const { fingerprint } = finding;
        const edits = apart([finding]).flatMap(({ edit }) => (edit === null ? [] : [edit]));
        if (edits.length < apart([finding]).length) continue;
        const changed = new Map(changedFiles(files, edits).map(({ path, after }) => [path, after]));
        const edited = files.map((file) => ({ ...file, text: changed.get(file.path) ?? file.text }));
        const before = new Set(findings.map((one) => one.fingerprint));
        const after = reportOf(edited, config).findings.map((finding) => finding.fingerprint);
        expect(after, name).not.toContain(fingerprint);
        expect(
          after.filter((print) => !before.has(print)),
          name,
        ).toEqual([]);
      }
    }
  });
});

function line({ rule, severity, span, message }: Finding): string {
  return `${rule} ${severity} ${span.file}:${span.line}:${span.column} ${message}`;
}

/**
 * A span is inside its file, is not empty, and says the same place by offset and by line and column. What is said of a
 * file that holds nothing stands at its beginning.
 */
function pointsAtText(
  { rule, span, related }: Finding,
  files: readonly { path: string; text: string }[],
): void {
  for (const place of [span, ...related.map((one) => one.span)]) {
    if (place.file === 'mops.config.yml') continue;
    const text = files.find(({ path }) => path === place.file)?.text ?? '';
    const slice = text.slice(place.start, place.end);
    expect(slice.trim()).toBe(slice);
    if (rule !== 'file-unreadable' || place.end > 0) expect(slice).not.toBe('');
    const before = text.slice(0, place.start).split('\n');
    expect([place.line, place.column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
  }
}

/**
 * What stands there and what belongs there: the words of the message (or of its place) and of the fix. A fix that is
 * one word or phrase in place of another always tells them; what is only taken away has nothing in its place.
 */
function saysAsData(finding: Finding, files: readonly { path: string; text: string }[]): void {
  const { message, fix, span, instead } = finding;
  const what = line(finding);
  if (instead === null) {
    expect(fix, what).not.toMatch(/^(?:Did you mean|Write) (["'])[^"':]+\1(?=[?.,]| here)/);
    return;
  }
  const written = files.find(({ path }) => path === span.file)?.text.slice(span.start, span.end);
  expect(instead.expected, what).not.toBe(instead.actual);
  expect(fix, what).toContain(instead.expected);
  if (instead.expected !== '') expect(`${message} ${written}`, what).toContain(instead.actual);
}

/** What the user sees of a whole report, once for each base; a new rule does not move it. */
function matchesPrintout(base: Base, output: string): void {
  const path = join(casesFolder, 'base', base, 'expected.txt');
  if (update) writeFileSync(path, output);
  expect(existsSync(path), `${path} is missing; UPDATE_CASES=1 writes it`).toBe(true);
  expect(output).toBe(readFileSync(path, 'utf8'));
}
