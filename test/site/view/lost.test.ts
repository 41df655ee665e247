/** Pages of a lifecycle that is gone or half read: they say what is missing and tick no gate. */

import { describe, expect, test } from 'vitest';
import { allPages } from '../../../site/view/all-pages.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import { makeSite } from '../../../site/view/site.ts';
import { rules } from '../../../src/rules/index.ts';
import type { SourceFile } from '../../../src/sot/entry.ts';
import { caseConfig, configOf, reportOf } from '../../rules/bench.ts';
import { baseFiles } from '../../rules/case-file.ts';

const whole = baseFiles('standard');
const without = (path: string, text: string): SourceFile[] =>
  whole.map((file) => (file.path === path ? { path, text } : file));
const sql = whole.find(({ path }) => path === 'SoT/sql.md')?.text ?? '';
const conflict = sql.replace('Owner: AE', '<<<<<<< HEAD\nOwner: AE\n=======\nOwner: SDR\n>>>>>>> other');

const standard = caseConfig({ base: 'standard' });
const lost: Readonly<
  Record<string, { files: SourceFile[]; config?: ReturnType<typeof configOf>; says: string }>
> = {
  'deleted under a declared motion': { files: [], says: 'The config names a motion, but no lifecycle stage' },
  'only the handoffs are left': {
    files: whole.filter(({ path }) => path === 'SoT/mql-sql.md'),
    config: configOf({}),
    says: 'belongs to a lead lifecycle, but no lifecycle stage',
  },
  'a stage table without IDs': {
    files: [
      {
        path: 'SoT/stages.md',
        text: '| Stage | Owner | SLA |\n|---|---|---|\n| MQL | BDR | 1 hour |\n| SQL | AE | 1 day |\n',
      },
    ],
    config: configOf({}),
    says: 'This table describes a lifecycle (MQL, SQL), but no entry does',
  },
  'conflict marks in the only file': {
    files: [
      {
        path: 'SoT/all.md',
        text: '<<<<<<< HEAD\nBR-MOPS-002: MQL\n=======\nBR-MOPS-002: SQL\n>>>>>>> other\n',
      },
    ],
    says: 'Two versions of lines 1 to 5 stand here side by side',
  },
};

function pagesOf(files: readonly SourceFile[], config = standard): Map<string, string> {
  const site = makeSite(reportOf(files, config), 'Lead lifecycle');
  return new Map(allPages(site, rules, null).map((page) => [page.path, pageMarkdown(page, '/', new Map())]));
}

describe('where no stage is left', () => {
  test.each(Object.entries(lost))('%s', (_name, { files, config, says }) => {
    const pages = pagesOf(files, config);
    const home = [...pages.values()][0] ?? '';
    expect(home).toContain('The lifecycle is missing');
    expect(home).not.toContain('Write this');
    expect(home).toContain(says);
    for (const text of pages.values()) expect(text).not.toMatch(/✓ (?:holds|All \d)/);
  });

  test('without a config and anything of the kind the pages show how to begin', () => {
    const home =
      [...pagesOf([{ path: 'README.md', text: '# Our product\n' }], configOf({})).values()][0] ?? '';
    expect(home).toContain('Write one entry per stage');
  });
});

describe('where a part waits to be read, the gates that it may decide are not ticked', () => {
  const gates = (files: readonly SourceFile[]): string[] =>
    reportOf(files, standard).gates.map(({ status }) => status);

  test('whole, all seven hold', () => {
    expect(new Set(gates(whole))).toEqual(new Set(['pass']));
  });

  test('an emptied file', () => {
    expect(gates(without('SoT/sql.md', ''))[0]).toBe('skipped');
  });

  test.each([
    ['without an owner in either version', conflict.replaceAll(/^Owner: .*$/gm, '')],
    ['with an owner in each version', conflict],
  ])('conflict marks in a stage %s', (_name, text) => {
    const files = without('SoT/sql.md', text);
    expect(new Set(gates(files))).toEqual(new Set(['skipped']));
    const pages = pagesOf(files);
    expect(pages.get('/stages/sql/')).toContain('One thing here is not right');
    expect(pages.get('/stages/sql/')).toMatch(/Two versions of lines \d+ to \d+ stand here side by side/);
    expect(pages.get('/stages/mql/')).not.toContain('Two versions');
    for (const page of pages.values()) expect(page).not.toMatch(/✓ (?:holds|All \d)/);
    expect(pages.get('/gates/')).toContain('The gates are not asked until each conflict is decided');
  });

  test('conflict marks in prose beside the entries decide no gate', () => {
    const files = [
      ...whole,
      { path: 'SoT/notes.md', text: '# Notes\n\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> other\n' },
    ];
    expect(new Set(gates(files))).toEqual(new Set(['pass']));
  });
});

describe('where two versions of a stage stand side by side', () => {
  const both = `<<<<<<< HEAD\n${sql}=======\n${sql.replace('Owner: AE', 'Owner: SDR')}>>>>>>> other\n`;
  const pages = pagesOf(without('SoT/sql.md', both));

  test('home says so', () => {
    expect(pages.get('/')).toContain(
      '(Two versions of SoT/sql.md stand side by side) what these pages say may be either',
    );
  });

  test('so does the page of the stage, and no other', () => {
    const told = [...pages].filter(
      ([path, text]) => path.startsWith('/stages/') && text.includes('stand here side by side'),
    );
    expect(told.map(([path]) => path)).toEqual(['/stages/sql/']);
  });
});
