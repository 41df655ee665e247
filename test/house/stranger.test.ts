/** A stranger adds one file (a rule: and its cases), runs the build, and nothing else has to change. */
import { afterEach, expect, test } from 'vitest';
import { Copy } from './copy.ts';

let copy: Copy;
afterEach(() => copy.remove());

/** Each builds the command and starts tests of its own. */
const slow = 300_000;

const rule = `import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';

export const stageMotto: Rule = {
  id: 'stage-motto',
  title: 'A stage is named after a song',
  why: 'Nobody finds a lead in a stage whose name says nothing.',
  fix: 'Name the stage for what the lead did.',
  source: 'SPEC §4',
  severity: { quick: 'off', standard: 'notice', deep: 'warning' },
  bad: markdown\`
    ## BR-MOPS-003: Lifecycle Stage — Yesterday

    Stage: Yesterday
  \`,
  good: markdown\`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Stage: SQL
  \`,
  *check(model): Generator<Problem> {
    for (const { name, nameText, entry } of model.living.stages) {
      if (name !== 'Yesterday' || nameText === null) continue;
      yield { at: nameText.span, message: 'This stage is named after a song.', entry };
    }
  },
};
`;

const failing = `base: none
files:
  SoT/rules.md: |
    ## BR-MOPS-003: Lifecycle Stage — Yesterday

    Stage: Yesterday
only: [stage-motto]
finds:
  - rule: stage-motto
    severity: notice
    at: SoT/rules.md:3
    on: Yesterday
    says: This stage is named after a song.
`;

test('a rule: its file and its cases', { timeout: slow }, () => {
  copy = new Copy();
  copy.write('src/rules/stages/stage-motto.ts', rule);
  copy.write('test/cases/stage-motto/a-song-of-1965.yml', failing);
  copy.write('test/cases/stage-motto/ok-name-of-the-template.yml', 'base: standard\n');
  copy.node('scripts/build.ts');
  // The quick lifecycle prints which rules it leaves out: the new one must not move it.
  copy.vitest('test/rules/registry.test.ts');
  copy.vitest('test/rules/cases.test.ts', '-t', 'nothing to report|stage-motto|sla-conflict');

  expect(copy.node('dist/mops.cjs', 'explain', 'stage-motto')).toContain('A stage is named after a song');
  expect(copy.changed()).toEqual([
    'README.md',
    'src/rules/index.ts',
    'src/rules/stages/stage-motto.ts',
    'test/cases/stage-motto/a-song-of-1965.yml',
    'test/cases/stage-motto/ok-name-of-the-template.yml',
  ]);
});

const format = `import { count, type Reporter } from './reporter.ts';

/** One line for a status bar. */
export function barReport(report: Parameters<Reporter>[0]): string {
  return \`\${report.verdict} \${count(report.findings).error}\\n\`;
}
`;

test('an output format: its file', { timeout: slow }, () => {
  copy = new Copy();
  copy.write('src/report/bar.ts', format);
  copy.node('scripts/build.ts');
  copy.vitest('test/report/formats.test.ts');

  expect(copy.node('dist/mops.cjs', 'check', '--help')).toContain('bar');
  expect(copy.node('dist/mops.cjs', 'check', 'test/cases/base/standard', '--format', 'bar')).toBe('pass 0\n');
  expect(copy.changed()).toEqual(['src/report/bar.ts', 'src/report/formats.ts', 'src/report/index.ts']);
});

const page = `import { pagePath } from '../../lib/paths.ts';
import { type Page, text } from '../page.ts';
import type { Site } from '../site.ts';

export function mottoPage(site: Site): Page {
  return {
    path: pagePath('motto'),
    title: 'Motto',
    kicker: null,
    description: 'What the team says.',
    ids: [],
    keywords: ['song'],
    group: 'Reference',
    source: null,
    blocks: [text(\`Nobody waits, through \${site.model.stages.length} stages.\`)],
  };
}
`;

const prove = `import { readReport } from './site/lib/report.ts';
import { searchRecords } from './site/lib/search-index.ts';
import { allPages } from './site/view/all-pages.ts';
import { pageMarkdown } from './site/view/markdown.ts';
import { makeSite } from './site/view/site.ts';
import { rules } from './src/rules/index.ts';

const report = await readReport('examples/b2b-saas', null, '2026-11-22');
const pages = allPages(makeSite(report, 'Handbook'), rules, null);
const [motto] = pages.filter(({ path }) => path === '/motto/');
console.log(pageMarkdown(motto, '/', new Map()));
console.log(searchRecords(pages).filter(({ title }) => title === 'Motto').length);
`;

test('a page: its file, and its twin and its place in the search come with it', { timeout: slow }, () => {
  copy = new Copy();
  copy.write('site/view/proof/motto.ts', page);
  copy.node('scripts/build.ts');
  copy.write('prove.ts', prove);
  const said = copy.node('prove.ts');

  expect(said).toContain('# Motto');
  expect(said).toMatch(/^Nobody waits, through \d stages\.$/m);
  expect(said).toMatch(/^1$/m);
  expect(copy.changed()).toEqual(['prove.ts', 'site/view/pages.ts', 'site/view/proof/motto.ts']);
});
