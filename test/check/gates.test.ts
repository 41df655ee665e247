/** The seven gates at the head of a report, and what it says of what was not asked, by situation. */
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { caseConfig, configOf, reportOf } from '../rules/bench.ts';
import { type Base, baseFiles } from '../rules/case-file.ts';

/** Gates 1 to 7, a letter each: pass, fail, skipped. */
const letters = ({ gates }: Report) => gates.map(({ status }) => status[0]).join('');
const said = ({ skipped }: Report) => skipped.filter((line) => !line.includes('rules were not run'));

function changed(change: (text: string, path: string) => string, base: Base = 'standard', config = {}) {
  const files = baseFiles(base)
    .map(({ path, text }) => ({ path, text: change(text, path) }))
    .filter(({ text }) => text !== '');
  return reportOf(files, caseConfig({ base, config }));
}

const stage = (number: number, name: string, lines = 'Owner: BDR\n') =>
  `## BR-MOPS-00${number}: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nStage: ${name}\n${lines}\n`;
const own = (...texts: string[]) =>
  check(buildModel(readRepository(texts.map((text, at) => ({ path: `SoT/${at}.md`, text }))), configOf({})));
const inConflict = (line: string, other: string) => `<<<<<<< HEAD\n${line}\n=======\n${other}\n>>>>>>> other`;

describe('gates are not asked', () => {
  test('each lifecycle by itself, where two stand side by side', () => {
    const region = (name: string, from: number) =>
      ['MQL', 'SQL', 'Customer'].map((kind, at) => stage(from + at, `${name} ${kind}`)).join('');
    const report = own(region('EMEA', 1), region('APAC', 4));
    // Gate 1 fails for the cause.
    expect(letters(report)).toBe('fssssss');
    expect(report.findings.map(({ rule }) => rule)).toEqual(['lifecycle-shape']);
    expect(said(report)).toEqual(['17 further findings wait until each lifecycle has a folder of its own.']);
  });

  test('where two versions of a stage or a handoff stand side by side, in the middle or at its end', () => {
    const split = (path: string, field: string) =>
      changed((text, at) =>
        at === path ? text.replace(new RegExp(`^${field}.*$`, 'm'), (line) => inConflict(line, 'x')) : text,
      );
    for (const report of [
      split('SoT/mql.md', 'Owner:'),
      split('SoT/mql.md', 'Linked IDs:'),
      split('SoT/mql.md', 'Type:'),
      split('SoT/mql-sql.md', 'SLA:'),
    ]) {
      expect(letters(report)).toBe('sssssss');
      expect(said(report)).toContain(
        'The gates are not asked until each conflict is decided for one version.',
      );
    }
  });

  test('but they are where the versions are of something else, or above and below the stages', () => {
    const price = changed((text, path) =>
      path === 'SoT/price.md' ? `${text}\n${inConflict('x', 'y')}\n` : text,
    );
    const retired = changed((text, path) =>
      path === 'SoT/mql.md'
        ? `${text}\n\n## BR-MOPS-090: Lifecycle Stage — Old\n\nType: Lifecycle-Stage\nStatus: Deprecated\nReplaced by: BR-MOPS-002\n${inConflict('Owner: BDR', 'Owner: AE')}\n`
        : text,
    );
    for (const report of [price, retired]) {
      expect(letters(report)).not.toContain('s');
      expect(said(report).join()).not.toContain('conflict');
      expect(report.verdict).toBe('fail');
    }
  });

  test('where there are handoffs and no lifecycle', () => {
    const report = changed((text, path) => (path === 'SoT/mql-sql.md' ? text : ''));
    expect(letters(report)).toBe('fssssss');
    expect(said(report)).toEqual(['6 further findings wait until there is a lifecycle.']);
    expect(report.nothing).toBe(
      'Nothing to check: no lifecycle stage (BR-MOPS entry) was read. Looked at 1 file matched by SoT/**/*.md, PRD.md, README.md.',
    );
  });

  test('where what they ask waits for something to be read', () => {
    const html = '\n<table><tr><td>Owner</td><td>BDR</td></tr></table>\n';
    const report = changed((text, path) =>
      path === 'SoT/mql.md' ? text.replace('\nOwner: BDR\n', html) : text,
    );
    expect(report.findings.map(({ rule }) => rule)).toEqual(['entry-unread']);
    expect([letters(report), said(report)]).toEqual([
      'ppspppp',
      ['1 further finding waits until what could not be read is read.'],
    ]);
  });
});

describe('gates over nothing', () => {
  test.each<[string, (text: string, path: string) => string, string, string[]]>([
    [
      'no SLA of a person at all',
      (text) => text.replace(/^( {2}Response time[^:]*): (?!n\/a).*\n/gm, ''),
      'pppfpps',
      ['Gate 7 has nothing to judge until the errors of the others are mended.'],
    ],
    [
      'one owner unknown, and every handoff missing',
      (text, path) =>
        text.startsWith('## GTM-MOPS') ? '' : path === 'SoT/mql.md' ? text.replace(/^Owner: .*/m, '') : text,
      'ppfpfsp',
      ['Gate 6 has nothing to judge until the errors of the others are mended.'],
    ],
    [
      'one handoff missing, others there',
      (text, path) => (path === 'SoT/mql-sql.md' ? '' : text),
      'ppppfpp',
      [],
    ],
    [
      'a stage that is drafted has no SLA',
      (text, path) =>
        path === 'SoT/mql.md'
          ? text.replace('Status: Active', 'Status: Draft').replace(/^ {2}Response time.*\n/m, '')
          : text,
      'ppppppp',
      [],
    ],
  ])('%s', (_name, change, gates, lines) => {
    const report = changed(change);
    expect([letters(report), said(report)]).toEqual([gates, lines]);
  });

  test('are nothing to a motion without handoffs', () => {
    expect(letters(changed((text) => text, 'self-serve'))).toBe('ppppppp');
    const unowned = changed((text) => text.replace(/^Owner: .*/gm, ''), 'self-serve');
    expect(letters(unowned).slice(4, 6)).toBe('pp');
  });

  test('a single stage has no transition to judge', () => {
    expect(letters(own(stage(1, 'MQL', ''))).slice(4, 6)).toBe('ss');
    expect(letters(own(stage(1, 'MQL'))).slice(4, 6)).toBe('ss');
  });

  test('software that keeps every lead has no limit to watch', () => {
    const software = (lines: string) =>
      own(stage(1, 'MQL', `Owner: System (automated)\n${lines}`) + stage(2, 'SQL', 'Owner: none\n'));
    expect(letters(software('')).slice(6)).toBe('p');
    expect(letters(software('SLA:\n- Response time: soon\n')).slice(6)).toBe('p');
    const person = own(stage(1, 'MQL') + stage(2, 'SQL', 'Owner: AE\nSLA:\n- Response time: soon\n'));
    expect(letters(person).slice(6)).toBe('s');
  });

  test('two stages that nobody owns are two gates', () => {
    const report = own(
      stage(1, 'MQL', 'Exit criteria (progression):\n- Books a demo → SQL\n') + stage(2, 'SQL', ''),
    );
    expect([letters(report), said(report)]).toEqual([
      'ffffssp',
      ['Gates 5 and 6 have nothing to judge until the errors of the others are mended.'],
    ]);
  });
});

describe('the rules that a mode leaves out are named with the reason', () => {
  const line = (base: Base) => changed((text) => text, base).skipped[0];

  test('quick', () => {
    expect(line('quick')).toMatch(
      /^\d+ rules were not run \(quick mode checks the shape, one handoff and an SLA per stage\): [a-z-]+, /,
    );
  });

  test('standard', () => {
    expect(line('standard')).toBe(
      '5 rules were not run (standard mode does not ask for them): drift-per-stage, rejection-limit, scoring-model, segment-coverage, segment-routing.',
    );
  });

  test('deep leaves none out and says nothing', () => expect(line('deep')).toBeUndefined());
});
