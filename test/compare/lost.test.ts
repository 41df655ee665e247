import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareReports } from '../../src/compare/findings.ts';
import { readConfig } from '../../src/config/read.ts';
import { configSchema } from '../../src/config/schema.ts';
import { unreadable } from '../../src/shell/files/bytes.ts';
import { checkTree } from '../../src/shell/files/check-tree.ts';

const rulesFile = 'SoT/SoT.BUSINESS_RULES.md';
const text = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'b2b-saas', rulesFile), 'utf8');
const check = (files: Readonly<Record<string, string>>) =>
  checkTree(
    {
      config: configSchema.parse({}),
      files: Object.entries(files).map(([path, words]) => ({ path, text: words })),
      issues: [],
    },
    { today: '2026-01-01' },
  );
const base = check({ [rulesFile]: text });
const beside = (files: Readonly<Record<string, string>>) =>
  compareReports(base, check(files), { scope: 'new', note: null });

describe('a change that leaves no lifecycle', () => {
  test.each([
    ['deletes all files', {}],
    ['empties the file', { [rulesFile]: '' }],
    ['leaves prose alone', { 'README.md': '# Handbook\n\nOur leads are well kept.\n' }],
  ])('fails with one finding when it %s', (_what, files) => {
    const report = beside(files as Record<string, string>);
    expect(report.verdict).toBe('fail');
    expect(report.findings.map(({ rule, state, gate }) => [rule, state, gate])).toEqual([
      ['lifecycle-missing', 'new', 1],
    ]);
    expect(report.findings[0]?.message).toContain('The base has a lead lifecycle');
  });

  test('and one that keeps it, or never had one, says nothing of it', () => {
    const kept = beside({ 'docs/a.md': text });
    expect(kept.findings.some(({ rule }) => rule === 'lifecycle-missing')).toBe(false);
    const never = compareReports(check({}), check({}), { scope: 'new', note: null });
    expect(never.findings).toEqual([]);
  });
});

describe('where neither side has a stage that is read', () => {
  const reading = readConfig('motion: hybrid\n', 'mops.config.yml', []);
  if ('errors' in reading) throw new Error('the config is wrong');
  const { config } = reading;
  const issue = unreadable(rulesFile, `${rulesFile} is saved as UTF-16.`, 'Save it as UTF-8.');

  test.each([
    ['lifecycle-missing', { config, files: [], issues: [] }],
    ['file-unreadable', { config, files: [], issues: [issue] }],
  ])('%s decides, however old it is: what cannot be seen cannot pass', (rule, tree) => {
    const same = checkTree(tree, { today: '2026-01-01' });
    const report = compareReports(same, same, { scope: 'new', note: null });
    expect(report.verdict).toBe('fail');
    expect(report.findings.filter(({ state }) => state === 'new').map((one) => one.rule)).toEqual([rule]);
  });

  test('an unread file beside a lifecycle that is read stays an old finding', () => {
    const tree = { config, files: [{ path: 'SoT/a.md', text }], issues: [issue] };
    const same = checkTree(tree, { today: '2026-01-01' });
    expect(compareReports(same, same, { scope: 'new', note: null }).verdict).toBe('pass');
  });
});
