/** A commit opened in the clone, in that of a submodule or through the API: what is read, how, and why it cannot be. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenCommit, openCommit, type Sources } from '../../action/tree/commit-files.ts';
import { type CheckedFolder, folderOfInput } from '../../action/tree/place.ts';
import { git } from '../contract/diff.ts';
import { checkout, createServerRepository, type ServerRepository } from '../contract/repositories.ts';
import { cleanUp } from '../contract/runner.ts';
import { AskedGitHub, content } from './asked-github.ts';

const files = {
  'SoT/a.md': '# A\n',
  'SoT/b.txt': 'b\n',
  'gtm/SoT/c.md': '# C\n',
  'mops.config.yml': 'mode: quick\n',
  'latin.yml': Buffer.from([0xe9, 0x0a]),
};
let origin: ServerRepository;
let workspace = '';
let empty = '';
let [first, last] = ['', ''];
beforeAll(() => {
  origin = createServerRepository();
  [first = '', last = ''] = origin.commits([
    { parents: [], files, refs: ['refs/heads/main'] },
    { parents: [0], files: { 'SoT/a.md': '# B\n' }, refs: ['refs/heads/main'] },
  ]);
  workspace = checkout(origin, last, 1);
  empty = realpathSync(mkdtempSync(join(tmpdir(), 'mops-opened-')));
});
afterAll(() => {
  rmSync(empty, { recursive: true });
  cleanUp();
});

const far = `${'0'.repeat(39)}1`;
const alone: Sources = { client: async () => null, network: false };
const withApi = (answers: Readonly<Record<string, unknown>>): Sources => ({
  ...alone,
  client: async () => new AskedGitHub(answers),
});
const here = (path: string | null = null): CheckedFolder => folderOfInput(workspace, path);
/** Why a commit cannot be read. */
const failed = async (...asked: Parameters<typeof openCommit>) => {
  const commit = await openCommit(...asked);
  return 'failed' in commit ? commit.failed : `read: ${commit.how()}`;
};
async function opened(...asked: Parameters<typeof openCommit>): Promise<OpenCommit> {
  const commit = await openCommit(...asked);
  if ('failed' in commit) throw new Error(commit.failed);
  return commit;
}
const texts = async (commit: OpenCommit) =>
  (await commit.files(['**/*.md'])).files.map(({ path, text }) => `${path} ${text.trim()}`);

const tree = {
  truncated: false,
  tree: [
    { path: 'x.md', type: 'blob', mode: '100644', sha: 'b1', size: 4 },
    { path: 'rules', type: 'commit', mode: '160000', sha: far },
  ],
};
const served = { [`GET git/trees/${far}`]: tree, 'GET git/blobs/b1': content('# X\n') };

describe('a commit of the clone', () => {
  test('is read there, its files from the checked folder, others from the top', async () => {
    const commit = await opened(here(), last, alone);
    expect([commit.sha, commit.how()]).toEqual([last, 'read from the local clone']);
    expect(await texts(commit)).toEqual(['SoT/a.md # B', 'gtm/SoT/c.md # C']);
    const below = await opened(here('gtm'), last, alone);
    expect(await texts(below)).toEqual(['SoT/c.md # C']);
    expect([await below.file('mops.config.yml'), await below.file('none.yml')]).toEqual([
      'mode: quick\n',
      null,
    ]);
    await expect(below.file('latin.yml')).rejects.toThrow('latin.yml is not valid UTF-8.');
  });

  test('that is not there is nothing without a token, and not where nobody knows it', async () => {
    expect(await failed(here(), first, alone)).toBe(
      'git: without a token nothing is fetched; GitHub API: no token',
    );
    expect(await failed(here(), far, { ...alone, network: true })).toMatch(
      /^git: .{9,}; GitHub API: no token$/s,
    );
    expect(await failed(here(), far, withApi({}))).toBe(
      `git: without a token nothing is fetched; GitHub API: nobody answers GET git/trees/${far}`,
    );
  });

  test('that is not there is fetched', async () => {
    const other = folderOfInput(checkout(origin, last, 1), null);
    const commit = await opened(other, first, { ...alone, network: true });
    expect([commit.how(), await texts(commit)]).toEqual([
      'fetched with git',
      ['SoT/a.md # A', 'gtm/SoT/c.md # C'],
    ]);
  });
});

describe('a commit through the API', () => {
  test('where the clone has not got it', async () => {
    const commit = await opened(here(), far, withApi(served));
    expect([commit.sha, commit.how()]).toEqual([far, 'read through the GitHub API']);
    expect([await texts(commit), await commit.file('x.md')]).toEqual([['x.md # X'], '# X\n']);
  });

  test('where there is no clone', async () => {
    const none = folderOfInput(realpathSync(join(import.meta.dirname, '..')), null);
    const place = { ...none, folder: empty, at: null, outer: null, prefix: '' };
    expect(await failed(place, far, withApi(served))).toBe('read: read through the GitHub API');
    expect(await failed(place, far, alone)).toBe(
      'git: the workspace is no git repository; GitHub API: no token',
    );
  });
});

describe('a commit of a submodule', () => {
  const inside = (path: string): CheckedFolder => {
    const { at } = here();
    if (at === null) throw new Error('no repository');
    return { ...here(), outer: { repository: at, path } };
  };

  test('is the one that the outer commit names', async () => {
    const outer = { ...tree, tree: [{ path: 'rules', type: 'commit', mode: '160000', sha: last }] };
    const sources = withApi({ [`GET git/trees/${far}`]: outer });
    expect(await texts(await opened(inside('rules'), far, sources))).toEqual([
      'SoT/a.md # B',
      'gtm/SoT/c.md # C',
    ]);
    const mode = ['update-index', '--add', '--cacheinfo', `160000,${last},rules`];
    git(workspace, ...mode);
    const made = git(workspace, 'commit-tree', git(workspace, 'write-tree').trim(), '-m', 'Outer').trim();
    git(workspace, 'reset', '-q');
    expect((await opened(inside('rules'), made, alone)).sha).toBe(last);
  });

  test('is none where the outer one has no submodule there', async () => {
    for (const path of ['SoT', 'SoT/a.md', 'none'])
      expect(await failed(inside(path), last, alone)).toBe(`${path} is no submodule in ${last.slice(0, 7)}`);
    expect(await failed(inside('x.md'), far, withApi(served))).toBe('x.md is no submodule in 0000000');
    expect(await failed(inside('none'), far, withApi(served))).toBe('none is no submodule in 0000000');
  });

  test('is not asked for where the outer one is unknown, or its repository is on another server', async () => {
    expect(await failed(inside('rules'), far, alone)).toBe(
      'the commit of the outer repository is not here, and there is no token',
    );
    expect(await failed(inside('rules'), far, withApi(served))).toBe(
      'git: without a token nothing is fetched; GitHub API: not on this server',
    );
  });

  test('is asked for at its own repository on this server', async () => {
    const own = checkout(origin, last, 1);
    const { at } = folderOfInput(own, null);
    const urls = [
      'https://github.com/acme/rules.git',
      'https://github.com/acme/rules',
      'https://github.com/acme/rules/',
      'git@github.com:acme/rules.git',
      'ssh://git@github.com/acme/rules.git',
      'https://github.example/acme/rules',
    ];
    const asked: unknown[] = [];
    const answer = (given: { owner?: string; repo?: string }) => {
      asked.push([given.owner, given.repo]);
      return tree;
    };
    const sources = withApi({ ...served, [`GET git/trees/${far}`]: answer });
    for (const url of urls) {
      writeFileSync(join(own, '.git/config'), `[remote "origin"]\n\turl = ${url}\n`);
      const said = await failed({ ...inside('rules'), at }, far, sources);
      expect([url, said]).toEqual([
        url,
        url.includes('example')
          ? 'git: without a token nothing is fetched; GitHub API: not on this server'
          : 'read: read through the GitHub API',
      ]);
    }
    const outer = [undefined, undefined];
    expect(asked).toEqual([...urls.slice(1).flatMap(() => [outer, ['acme', 'rules']]), outer]);
  });
});
