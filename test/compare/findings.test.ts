import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/check/finding.ts';
import { compareReports, matchFindings } from '../../src/compare/index.ts';
import type { Severity } from '../../src/config/schema.ts';
import { exampleFiles, exampleNames, modelOfFiles } from '../diagram/models.ts';

const span = { file: 'SoT/a.md', start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2 };

function finding(fingerprint: string, severity: Severity = 'error', line = 1): Finding {
  return {
    rule: 'stage-sla',
    gate: 4,
    pattern: null,
    severity,
    message: 'No SLA.',
    span: { ...span, line },
    entry: 'BR-MOPS-001',
    field: 'sla',
    fix: null,
    related: [],
    edit: null,
    instead: null,
    fingerprint,
    state: 'new',
  };
}

function states(head: Finding[], base: Finding[]): { states: string[]; fixed: string[] } {
  const matched = matchFindings(head, base);
  return {
    states: matched.findings.map(({ state }) => state),
    fixed: matched.fixed.map(({ fingerprint, severity }) => `${fingerprint} ${severity}`),
  };
}

describe('findings of two states', () => {
  it('match whatever line they stand on', () => {
    expect(states([finding('aa', 'error', 80)], [finding('aa', 'error', 3)])).toEqual({
      states: ['existing'],
      fixed: [],
    });
  });

  it('are new, existing or fixed', () => {
    expect(states([finding('aa'), finding('bb')], [finding('bb'), finding('cc')])).toEqual({
      states: ['new', 'existing'],
      fixed: ['cc error'],
    });
  });

  it('are new when they got worse, and their milder form is not fixed', () => {
    expect(states([finding('aa', 'error')], [finding('aa', 'warning')])).toEqual({
      states: ['new'],
      fixed: [],
    });
    expect(states([finding('aa', 'notice')], [finding('aa', 'error')])).toEqual({
      states: ['existing'],
      fixed: [],
    });
  });

  it('count repeats: one more is one new, one less is one fixed', () => {
    const two = [finding('aa'), finding('aa-2')];
    const three = [...two, finding('aa-3')];
    expect(states(three, two)).toEqual({ states: ['existing', 'existing', 'new'], fixed: [] });
    expect(states(two, three)).toEqual({ states: ['existing', 'existing'], fixed: ['aa-3 error'] });
  });

  it('match repeats of different severity in any order', () => {
    const base = [finding('aa', 'warning'), finding('aa-2', 'error')];
    expect(states([finding('aa', 'error'), finding('aa-2', 'warning')], base)).toEqual({
      states: ['existing', 'existing'],
      fixed: [],
    });
  });
});

describe.each(exampleNames)('the example %s', (name) => {
  const { files, config } = exampleFiles(name);
  const report = check(modelOfFiles(files, config));

  it('has only existing findings against itself with lines inserted above and files in another order', () => {
    const moved = files.map(({ path, text }) => ({ path, text: `Words above.\n\n${text}` })).reverse();
    const compared = compareReports(report, check(modelOfFiles(moved, config)), { scope: 'new', note: null });
    expect(compared.findings.filter(({ state }) => state === 'new')).toEqual([]);
    expect(compared.fixed).toEqual([]);
    expect(compared.verdict).toBe('pass');
  });

  it('has only new findings without a base, and the same verdict as alone', () => {
    const compared = compareReports(null, report, { scope: 'new', note: 'The base could not be read.' });
    expect(compared.findings.every(({ state }) => state === 'new')).toBe(true);
    expect(compared.verdict).toBe(report.verdict);
    expect(compared.baseNote).toBe('The base could not be read.');
  });
});

it('decides by new findings alone in scope new, by all in scope all', () => {
  const { files, config } = exampleFiles('broken');
  const report = check(modelOfFiles(files, config));
  expect(report.verdict).toBe('fail');
  expect(compareReports(report, report, { scope: 'new', note: null }).verdict).toBe('pass');
  expect(compareReports(report, report, { scope: 'all', note: null }).verdict).toBe('fail');
});
