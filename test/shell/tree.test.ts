import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { GitError } from '../../src/shell/exit.ts';
import { readFolder } from '../../src/shell/files/disk.ts';
import { BadConfig, loadTree } from '../../src/shell/files/tree.ts';
import { changedBetween, mergeBase, resolveCommit } from '../../src/shell/git/commits.ts';
import { readCommit } from '../../src/shell/git/read-commit.ts';

const made: string[] = [];
const globs = ['SoT/**/*.md', 'PRD.md', 'README.md'];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with files; a value starting with `->` is a link. */
function folder(files: { readonly [path: string]: string | Uint8Array } = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'mops-tree-'));
  made.push(root);
  write(root, files);
  return root;
}

function write(root: string, files: { readonly [path: string]: string | Uint8Array }): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof content === 'string' && content.startsWith('->'))
      symlinkSync(content.slice(2), join(root, path));
    else writeFileSync(join(root, path), content);
  }
}

function git(root: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' }).trim();
}

function commit(root: string): string {
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'x');
  return git(root, 'rev-parse', 'HEAD');
}

/** Paths read and messages of what was not. */
function seen(tree: ReturnType<typeof readFolder>) {
  return { files: tree.files.map(({ path }) => path), issues: tree.issues.map(({ message }) => message) };
}

describe('a folder on disk', () => {
  test('gives the files of the globs in a fixed order, and nothing from node_modules or .git', () => {
    const root = folder({
      'SoT/b.md': 'b',
      'SoT/a.md': 'a',
      'SoT/deep/er/c.md': 'c',
      'SoT/x.txt': 'x',
      'SoT/node_modules/m.md': 'm',
      'PRD.md': 'p',
      'docs/other.md': 'o',
      'node_modules/README.md': 'n',
    });
    expect(seen(readFolder(root, globs))).toEqual({
      files: ['PRD.md', 'SoT/a.md', 'SoT/b.md', 'SoT/deep/er/c.md'],
      issues: [],
    });
  });

  test('keeps a byte order mark and CRLF as they are', () => {
    const root = folder({ 'PRD.md': '\ufeffa\r\nb' });
    expect(readFolder(root, globs).files).toEqual([{ path: 'PRD.md', text: '\ufeffa\r\nb' }]);
  });

  test('a glob with ! takes files out again', () => {
    const root = folder({ 'SoT/a.md': 'a', 'SoT/archive/b.md': 'b' });
    expect(seen(readFolder(root, ['./SoT/**/*.md', '!SoT/archive/**'])).files).toEqual(['SoT/a.md']);
  });

  test('what cannot be read gives one issue each, and the rest is read', () => {
    const root = folder({
      'SoT/ok.md': 'ok',
      'SoT/latin1.md': Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
      'SoT/utf16.md': Uint8Array.of(0xff, 0xfe, 0x41, 0x00),
      'SoT/big.md': new Uint8Array(16 * 1024 * 1024 + 1).fill(97),
      'SoT/folder.md/inner.md': 'never an entry of its own',
    });
    execFileSync('mkfifo', [join(root, 'SoT/pipe.md')]);
    expect(seen(readFolder(root, globs))).toEqual({
      files: ['SoT/ok.md'],
      issues: [
        'SoT/big.md is 16.0 MB; files over 16 MB are not read.',
        'SoT/folder.md is a folder named like a file.',
        'SoT/latin1.md is not valid UTF-8.',
        'SoT/pipe.md is not a regular file.',
        'SoT/utf16.md is saved as UTF-16.',
      ],
    });
  });

  test('a file without permission gives one issue', () => {
    const root = folder({ 'SoT/a.md': 'a', 'SoT/secret.md': 's' });
    chmodSync(join(root, 'SoT/secret.md'), 0);
    const { files, issues } = seen(readFolder(root, globs));
    // The superuser reads it all the same.
    if (process.getuid?.() === 0) expect(files).toEqual(['SoT/a.md', 'SoT/secret.md']);
    else
      expect({ files, issues }).toEqual({
        files: ['SoT/a.md'],
        issues: ['SoT/secret.md cannot be read (permission denied).'],
      });
  });

  test('links: inside read once, loops, dead ones and ways out reported', () => {
    const outside = folder({ 'secret.md': 'secret', 'sub/x.md': 'x' });
    const root = folder({
      'SoT/a.md': 'a',
      'SoT/same.md': '->a.md',
      'SoT/extra.md': '->../docs/extra.md',
      'docs/extra.md': 'extra',
      'handbook/h.md': 'h',
      'SoT/handbook': '->../handbook',
      'SoT/again': '->../handbook',
      'SoT/up': '->..',
      'SoT/self.md': '->self.md',
      'SoT/dead.md': '->nowhere.md',
      'SoT/out.md': `->${join(outside, 'secret.md')}`,
      'SoT/outside': `->${outside}`,
      elsewhere: `->${outside}`,
    });
    expect(seen(readFolder(root, globs))).toEqual({
      files: ['SoT/a.md', 'SoT/again/h.md', 'SoT/extra.md'],
      issues: [
        'SoT/dead.md is a link to nothing (it does not exist).',
        'SoT/out.md is a link out of the checked folder.',
        'SoT/outside is a link out of the checked folder.',
        'SoT/self.md is a link that leads back to itself.',
        'SoT/up links back to a folder above it.',
      ],
    });
  });

  test('the checked folder itself may be reached through a link', () => {
    const root = folder({ 'real/PRD.md': 'p', alias: '->real' });
    expect(seen(readFolder(join(root, 'alias'), globs)).files).toEqual(['PRD.md']);
  });
});

describe('a commit', () => {
  test('reads as the folder it was made from', async () => {
    const root = folder({
      'SoT/ok.md': 'ok',
      'SoT/ünïcode "name".md': 'u',
      'SoT/nul.md': 'a\0b',
      'SoT/same.md': '->ok.md',
      'SoT/extra.md': '->../docs/extra.md',
      'docs/extra.md': 'extra',
      'handbook/h.md': 'h',
      'SoT/handbook': '->../handbook',
      'SoT/out.md': '->/etc/hostname',
      'PRD.md': '\ufeffp\r\n',
    });
    const sha = commit(root);
    expect(await readCommit(root, sha, globs)).toEqual(readFolder(root, globs));
  });

  test('is read inside a folder of the repository, and not outside it', async () => {
    const root = folder({
      'gtm/PRD.md': 'p',
      'gtm/SoT/a.md': 'a',
      'PRD.md': 'other',
      'gtm-old/PRD.md': 'old',
    });
    const sha = commit(root);
    expect(seen(await readCommit(join(root, 'gtm'), sha, globs)).files).toEqual(['PRD.md', 'SoT/a.md']);
  });

  test('a submodule is read at the commit of it, and named where its files were not fetched', async () => {
    const inner = folder({ 'a.md': 'a' });
    commit(inner);
    const root = folder({ 'PRD.md': 'p' });
    commit(root);
    git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'SoT');
    git(root, 'commit', '-q', '-m', 'y');
    git(join(root, 'SoT'), 'rm', '-q', 'a.md');
    expect(seen(await readCommit(root, 'HEAD', globs))).toEqual({
      files: ['PRD.md', 'SoT/a.md'],
      issues: [],
    });
    git(root, 'submodule', 'deinit', '-q', '--force', 'SoT');
    const left = { files: ['PRD.md'], issues: ['SoT is a submodule; its files were not fetched.'] };
    expect(seen(await readCommit(root, 'HEAD', globs))).toEqual(left);
    expect(seen(readFolder(root, globs))).toEqual(left);
    // An empty folder that is no submodule is only empty.
    rmSync(join(root, '.gitmodules'));
    expect(seen(readFolder(root, globs)).issues).toEqual([]);
  });

  test('refs resolve; options, nonsense and unknown names are refused in words', async () => {
    const root = folder({ 'PRD.md': 'p' });
    const sha = commit(root);
    git(root, 'tag', '-a', '-m', 'v', 'v1');
    expect((await resolveCommit(root, 'v1')).sha).toBe(sha);
    for (const ref of ['--output=pwned', '-h', '', 'no-such', 'a\nb', 'HEAD:PRD.md']) {
      await expect(resolveCommit(root, ref)).rejects.toThrow(GitError);
    }
    await expect(resolveCommit(folder(), 'HEAD')).rejects.toThrow('is not in a git repository');
  });

  test('merge base and changed files', async () => {
    const root = folder({ 'PRD.md': 'p', 'SoT/a.md': 'a' });
    const first = commit(root);
    write(root, { 'SoT/ä.md': 'b' });
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'y');
    expect(await mergeBase(root, 'HEAD', first)).toBe(first);
    expect(await changedBetween(root, first, 'HEAD')).toEqual(['SoT/ä.md']);
  });
});

describe('loadTree', () => {
  test('reads the config from the commit, not from the disk', async () => {
    const root = folder({ 'mops.config.yml': 'sot: [a.md]', 'a.md': 'a', 'b.md': 'b' });
    const sha = commit(root);
    write(root, { 'mops.config.yml': 'sot: [b.md]' });
    const at = { sha, ref: 'HEAD' };
    expect(seen(await loadTree({ folder: root, ruleIds: [], commit: at })).files).toEqual(['a.md']);
    expect(seen(await loadTree({ folder: root, ruleIds: [] })).files).toEqual(['b.md']);
  });

  test('a wrong config, a missing one that was asked for and one by another name are errors', async () => {
    const wrong = folder({ 'mops.config.yml': 'mode: fast' });
    await expect(loadTree({ folder: wrong, ruleIds: [] })).rejects.toThrow(BadConfig);
    await expect(loadTree({ folder: folder(), ruleIds: [], configPath: 'no.yml' })).rejects.toThrow(
      'There is no config file no.yml.',
    );
    const yaml = folder({ 'mops.config.yaml': 'mode: quick' });
    await expect(loadTree({ folder: yaml, ruleIds: [] })).rejects.toThrow('Rename this file');
  });
});

test('a config that somebody names may stand anywhere, behind a link too', async () => {
  const elsewhere = folder({ 'team.yml': 'sot: [a.md]' });
  const root = folder({ 'a.md': 'a', 'linked.yml': `->${join(elsewhere, 'team.yml')}` });
  const tree = await loadTree({ folder: root, ruleIds: [], configPath: join(root, 'linked.yml') });
  expect(seen(tree).files).toEqual(['a.md']);
});
