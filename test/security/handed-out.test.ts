/** What we hand out asks for no more than it uses, and works from wherever it is installed. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pageMarkdown } from '../../site/view/markdown.ts';
import type { Page } from '../../site/view/page.ts';
import { removeTemporaryFolders, temporaryFolder } from '../contract/temporary.ts';

const root = join(import.meta.dirname, '..', '..');
afterAll(removeTemporaryFolders);

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly {
    readonly uses?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

/** The workflows among the code blocks of a page. */
function workflowsIn(path: string) {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)]
    .map(([, yaml = '']) => yaml)
    .filter((yaml) => /^jobs:/m.test(yaml))
    .map((yaml) => parse(yaml) as { permissions?: object; jobs: Readonly<Record<string, Job>> });
}

/** Permissions to write, with what in the job uses them. */
const uses: Readonly<Record<string, (job: Job) => boolean>> = {
  'pull-requests': (job) => mops(job).some((given) => given?.['comment'] !== 'never'),
  contents: (job) => mops(job).some((given) => given?.['reconcile'] === 'commit'),
  'security-events': (job) => usesAction(job, 'github/codeql-action/upload-sarif'),
  pages: (job) => usesAction(job, 'actions/deploy-pages'),
  'id-token': (job) => usesAction(job, 'actions/deploy-pages'),
};
const mops = ({ steps = [] }: Job) =>
  steps.filter((step) => /\/marketing-ops-handoff@/.test(step.uses ?? '')).map((step) => step.with);
const usesAction = ({ steps = [] }: Job, name: string) =>
  steps.some((step) => step.uses?.startsWith(`${name}@`) === true);

describe.each([
  ['README.md', 1],
  ['action/README.md', 0],
])('the workflows in %s', (path, least) => {
  test('give nothing to all jobs, and each job what it uses', () => {
    const workflows = workflowsIn(path);
    expect(workflows.length).toBeGreaterThanOrEqual(least);
    for (const { permissions, jobs } of workflows) {
      expect(permissions).toBeDefined();
      expect(Object.values(permissions ?? {})).not.toContain('write');
      for (const job of Object.values(jobs))
        for (const [name, level] of Object.entries(job.permissions ?? {}))
          if (level === 'write') expect([name, uses[name]?.(job)]).toEqual([name, true]);
    }
  });
});

test.each(['a #b', '100%25', 'Müller & Söhne', "it's"])(
  'the command works from a folder called %s',
  (name) => {
    const folder = join(temporaryFolder('installed'), name);
    cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    const run = spawnSync(
      process.execPath,
      [join(folder, 'dist', 'mops.cjs'), 'check', join(root, 'examples', 'quick')],
      { encoding: 'utf8' },
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('pass');
  },
);

describe('a twin of a page', () => {
  const linksIn = (markdown: string): string[] => {
    const found: string[] = [];
    const visit = (node: Nodes): void => {
      if (node.type === 'link') found.push(node.url);
      if ('children' in node) node.children.forEach(visit);
    };
    visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
    return found;
  };
  const page = (...words: string[]): Page =>
    ({
      path: '/x/',
      title: words.join(''),
      kicker: null,
      source: null,
      blocks: [
        { kind: 'text', words },
        { kind: 'list', ordered: false, items: [words, ['', ...words]] },
      ],
    }) as unknown as Page;

  test.each([
    [['https:', '//evil.example']],
    [['http', '://evil.example/x']],
    [['see https:/', '/evil.example']],
    [['www', '.evil.example']],
    [['a@', 'evil.example']],
    [['//evil.example']],
    [['mailto:', 'x@evil.example']],
  ])('links nowhere, however the address is cut into words: %j', (words) => {
    expect(linksIn(pageMarkdown(page(...words), '/', new Map()))).toEqual([]);
  });

  test.each(['x)(www.evil.example', 'x) [y](https://evil.example', 'x\\)(www.evil.example'])(
    'links a file to its own address alone, whatever it is called: %s',
    (name) => {
      const to = `https://github.com/acme/handbook/blob/HEAD/SoT/${name}.md`;
      const words = [{ kind: 'link', text: 'here', to }] as unknown as string[];
      const found = linksIn(pageMarkdown(page(...words), '/', new Map()));
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((url) => !url.startsWith('https://github.com/acme/handbook/'))).toEqual([]);
    },
  );
});
