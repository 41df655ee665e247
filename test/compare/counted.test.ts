/** Which findings of a change count, and which were there before, whatever their number, place or name. */
import { describe, expect, test } from 'vitest';
import { compareReports } from '../../src/compare/findings.ts';
import { configOf, reportOf } from '../rules/bench.ts';

const text = `## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Stage: MQL
Order: 2
Owner: BDR
Exit criteria (progression):
  - To Opportunity: call held

## BR-MOPS-004: Lifecycle Stage — Opportunity

Type: Lifecycle-Stage
Stage: Opportunity
Order: 4
Owner: AE
Linked IDs: KPI-101

## KPI-001: Reply time

Linked IDs: BR-MOPS-099
`;
const edit = (...replacements: [from: string, to: string][]) =>
  replacements.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`the text does not say ${from}`);
    return all.replaceAll(from, to);
  }, text);

const report = (words: string, config: object = {}) =>
  reportOf([{ path: 'SoT/a.md', text: words }], configOf(config));

function between(before: string, after: string) {
  const compared = compareReports(report(before), report(after), { scope: 'new', note: 'Beside main.' });
  const lines = (list: typeof compared.findings) => list.map(({ rule, entry }) => `${rule} ${entry}`);
  return {
    fresh: lines(compared.findings.filter(({ state }) => state === 'new')),
    fixed: lines(compared.fixed),
    verdict: compared.verdict,
    scope: compared.scope,
    note: compared.baseNote,
  };
}

test('a finding more and one less', () => {
  const after = edit(
    ['Owner: BDR', 'Owner:'],
    ['To Opportunity: call held', 'To Opportunity: call held (KPI-001)'],
  );
  expect(between(text, after)).toEqual({
    fresh: ['stage-owner BR-MOPS-002'],
    fixed: ['handoff-missing BR-MOPS-002'],
    verdict: 'fail',
    scope: 'new',
    note: 'Beside main.',
  });
});

test('one less alone passes, though others are left', () => {
  expect(between(text, edit(['Linked IDs: KPI-101\n', 'Linked IDs: KPI-001\n']))).toMatchObject({
    fresh: [],
    fixed: ['reference-undefined BR-MOPS-004'],
    verdict: 'pass',
  });
});

describe('old findings stay old', () => {
  test.each<[string, [string, string][]]>([
    ['under another number of an entry around', [['KPI-001', 'KPI-002']]],
    ['under another name of an entry around', [['Reply time', 'Answer time']]],
    [
      'under other numbers of two stages',
      [
        ['BR-MOPS-002', 'BR-MOPS-012'],
        ['BR-MOPS-004', 'BR-MOPS-014'],
      ],
    ],
    [
      'of a renumbered entry that others cite',
      [
        ['KPI-101', 'KPI-001'],
        ['## KPI-001', '## KPI-003'],
        ['Linked IDs: KPI-001', 'Linked IDs: KPI-101'],
      ],
    ],
  ])('%s', (_what, replacements) => {
    expect(between(text, edit(...replacements))).toMatchObject({ fresh: [], fixed: [] });
  });
});

test('a number that another entry took says nothing of where the old one went', () => {
  const other = edit([
    '## KPI-001: Reply time',
    '## KPI-001: Win rate\n\nLinked IDs: BR-MOPS-098\n\n## KPI-002: Reply time',
  ]);
  const { fresh } = between(text, other);
  expect(fresh).toEqual(['reference-undefined KPI-001', 'reference-undefined KPI-002']);
});

describe('a cause in several places', () => {
  const three = `${text}
## KPI-002: Win rate

Linked IDs: BR-MOPS-099

## KPI-003: Loss rate

Linked IDs: BR-MOPS-099
`;

  test('that loses one of them is still there, not fixed', () => {
    const fewer = three.replace(
      '## KPI-003: Loss rate\n\nLinked IDs: BR-MOPS-099\n',
      '## KPI-003: Loss rate\n',
    );
    expect(between(three, fewer).fixed.filter((one) => one.startsWith('reference'))).toEqual([]);
  });

  test('that has one more is new', () => {
    expect(between(text, three).fresh.some((one) => one.startsWith('reference-undefined'))).toBe(true);
  });

  test('that is gone everywhere is fixed once', () => {
    const { fixed } = between(three, three.replaceAll('Linked IDs: BR-MOPS-099\n', ''));
    expect(fixed.filter((one) => one.startsWith('reference'))).toHaveLength(1);
  });
});

describe('the whole lifecycle that went', () => {
  const one = text.slice(0, text.indexOf('## BR-MOPS-004'));
  const gone = (before: string, after: string, config: object = {}) =>
    compareReports(report(before), report(after, config), { scope: 'new', note: null });

  test.each([
    [text, 'The base has a lead lifecycle (2 stages, the first in SoT/a.md)'],
    [one, 'The base has a lead lifecycle (1 stage, the first in SoT/a.md)'],
  ])('is one finding with its size', (before, words) => {
    const { findings, gates, verdict } = gone(before, '# Handbook\n');
    expect(findings.map(({ rule, state }) => `${rule} ${state}`)).toEqual(['lifecycle-missing new']);
    expect(findings[0]?.message).toContain(words);
    expect(findings[0]?.span).toMatchObject({ file: 'SoT/a.md', line: 1, column: 1 });
    expect(gates.map(({ gate, status }) => `${gate} ${status}`)).toEqual([
      '1 fail',
      ...[2, 3, 4, 5, 6, 7].map((gate) => `${gate} skipped`),
    ]);
    expect(verdict).toBe('fail');
  });

  test('stands beside what else is wrong with the entries that are left', () => {
    const kpi = text.slice(text.indexOf('## KPI-001'));
    const left = `${kpi}\n${kpi.replace('Reply', 'Answer')}`;
    expect(gone(text, left).findings.map(({ rule }) => rule)).toEqual(['lifecycle-missing', 'id-duplicate']);
  });

  test('is nobody’s business where the rule is off', () => {
    expect(gone(text, '# Handbook\n', { rules: { 'lifecycle-missing': 'off' } }).findings).toEqual([]);
  });

  test('beside a conflict of merging is that conflict', () => {
    const torn = `<<<<<<< ours\n${text}=======\n# Handbook\n>>>>>>> theirs\n`;
    expect(gone(text, torn).findings.map(({ rule }) => rule)).not.toContain('lifecycle-missing');
  });
});
