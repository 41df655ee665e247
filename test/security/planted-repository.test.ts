/** A pull request adds what git takes for a repository to the folder that is checked. Nothing its config names may run. */
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findRepository, locate } from '../../src/shell/git/repository.ts';
import { git as hardened } from '../../src/shell/git/run.ts';
import { commitsOf } from '../../src/shell/git/site-history.ts';
import { closeServers, passing, play, type Scenario } from '../action/scenario.ts';
import { commitAll, git } from '../cli/git.ts';
import { mops } from '../cli/mops.ts';

const made: string[] = [];
const temporary = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mops-planted-'));
  made.push(folder);
  return folder;
};

afterEach(async () => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  await closeServers();
});

/** A program that leaves a trace, and the trace. */
function trap(): { readonly command: string; readonly sprung: () => boolean } {
  const trace = join(temporary(), 'sprung');
  return { command: `touch ${trace};`, sprung: () => existsSync(trace) };
}

/** What a stranger would add: a bare repository, every setting of which that names a program names his. */
function planted(folder: string, command: string, more = ''): Record<string, string> {
  return {
    [`${folder}HEAD`]: `${'a'.repeat(40)}\n`,
    [`${folder}objects/pack/x`]: '',
    [`${folder}refs/heads/x`]: `${'a'.repeat(40)}\n`,
    [`${folder}config`]: [
      '[core]\n\trepositoryformatversion = 1\n\tbare = false\n\tworktree = .',
      `\tfsmonitor = ${command}\n\tsshCommand = ${command}\n\taskPass = ${command}\n\tpager = ${command}`,
      `[extensions]\n\tpartialClone = origin\n[diff]\n\texternal = ${command}\n[uploadpack]\n\tpackObjectsHook = ${command}`,
      `[remote "origin"]\n\turl = file://${tmpdir()}\n\tpromisor = true\n\tuploadpack = ${command}`,
      `[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n[protocol "file"]\n\tallow = always\n${more}`,
    ].join('\n'),
  };
}

const inFolder = (prefix: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [prefix + path, text]));

describe('a repository planted in the checked folder', () => {
  test('is not taken for one by mops check --base, diff and the history of the site', async () => {
    const { command, sprung } = trap();
    const root = temporary();
    const files = { ...inFolder('team/', passing), ...planted('team/', command) };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const first = commitAll(root);
    const team = join(root, 'team');
    // Git itself falls for it: that is what makes this a test.
    expect(git(team, 'rev-parse', '--absolute-git-dir')).toBe(team);
    expect(mops(['check', team, '--base', first]).code).toBe(0);
    expect(mops(['diff', `${first}..HEAD`, team]).code).toBe(0);
    expect((await commitsOf(team, 5))?.length).toBe(1);
    expect(findRepository(team)?.top).toBe(findRepository(root)?.top);
    expect(sprung()).toBe(false);
  });

  const occasions: readonly (readonly [string, Scenario])[] = [
    ['a fork, without a token', { fork: true, token: '' }],
    ['a push, with a token', { event: 'push' }],
    ['pull_request_target', { event: 'pull_request_target', checkout: 'head' }],
  ];
  for (const [what, scenario] of occasions) {
    test(`runs nothing in the Action: ${what}`, async () => {
      const { command, sprung } = trap();
      const result = await play({
        ...scenario,
        base: inFolder('team/', passing),
        change: planted('team/', command),
        with: { path: 'team' },
      });
      expect(sprung()).toBe(false);
      expect(result.exit === 0 || result.stdout.includes('could not be read')).toBe(true);
    });
  }

  test('is not found in a folder that is in no repository at all', async () => {
    const { command, sprung } = trap();
    const root = temporary();
    for (const [path, text] of Object.entries(planted('', command))) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    expect(findRepository(root)).toBe(null);
    await expect(locate(root)).rejects.toThrow('is not in a git repository');
    expect(mops(['check', root, '--base', 'HEAD']).code).toBe(2);
    expect(sprung()).toBe(false);
  });
});

describe('the one runner', () => {
  test('starts no program that the repository, the environment or an attribute names', async () => {
    const { command, sprung } = trap();
    const root = temporary();
    writeFileSync(join(root, 'a.md'), 'one\n');
    writeFileSync(join(root, '.gitattributes'), '*.md filter=evil diff=evil\n');
    commitAll(root);
    for (const [key, value] of [
      ['core.fsmonitor', command],
      ['core.pager', command],
      ['core.hooksPath', root],
      ['core.alternateRefsCommand', command],
      ['diff.external', command],
      ['diff.evil.textconv', command],
      ['diff.evil.command', command],
      ['filter.evil.smudge', command],
      ['filter.evil.clean', command],
      ['log.showSignature', 'true'],
      ['gpg.program', command],
      ['alias.log', `!${command}`],
    ] as const) {
      git(root, 'config', key, value);
    }
    writeFileSync(join(root, 'post-checkout'), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
    const before = { ...process.env };
    Object.assign(process.env, {
      GIT_EXTERNAL_DIFF: command,
      GIT_SSH_COMMAND: command,
      GIT_ASKPASS: command,
      GIT_PAGER: command,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: command,
      GIT_DIR: temporary(),
    });
    try {
      const at = await locate(root);
      expect((await hardened(at, ['log', '--no-ext-diff', '--no-textconv', '-p'])).out.toString()).toContain(
        'one',
      );
      expect((await commitsOf(root, 3))?.length).toBe(1);
      expect((await hardened(at, ['ls-tree', '-r', 'HEAD'])).code).toBe(0);
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    }
    expect(sprung()).toBe(false);
  });

  test('never goes to a remote for what a partial clone left out, whatever its protocol', async () => {
    const { command, sprung } = trap();
    const root = temporary();
    writeFileSync(join(root, 'a.md'), 'one\n');
    const sha = commitAll(root);
    const blob = git(root, 'rev-parse', 'HEAD:a.md');
    rmSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    for (const [key, value] of [
      ['core.repositoryformatversion', '1'],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.url', `file://${root}`],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.uploadpack', command],
      ['protocol.file.allow', 'always'],
    ] as const) {
      git(root, 'config', key, value);
    }
    const { readCommit } = await import('../../src/shell/git/read-commit.ts');
    await expect(readCommit(root, sha, ['**/*.md'])).rejects.toThrow('partial clone');
    expect(sprung()).toBe(false);
  });

  test('reads no repository of another user for a person, who is told how to trust it', async () => {
    if (process.getuid?.() !== 0) return;
    for (const who of [12_345, 1]) {
      const root = temporary();
      const inner = join(root, 'team');
      mkdirSync(inner);
      writeFileSync(join(inner, 'a.md'), 'one\n');
      commitAll(root);
      for (const path of [root, join(root, '.git')]) chownSync(path, who, who);
      for (const folder of [root, inner])
        await expect(locate(folder)).rejects.toThrow(
          `${root} belongs to another user, so git does not read it. If you trust it: git config --global --add safe.directory ${root}`,
        );
      expect(await commitsOf(inner, 3)).toBe(null);
    }
  });

  test('reads the environment of the moment, not that of the start', async () => {
    const root = temporary();
    commitAll(root);
    const at = await locate(root);
    process.env['GIT_CONFIG_GLOBAL'] = join(root, 'their-config');
    writeFileSync(join(root, 'their-config'), '[user]\n\tname = now\n');
    try {
      expect((await hardened(at, ['config', 'user.name'])).out.toString().trim()).toBe('now');
    } finally {
      delete process.env['GIT_CONFIG_GLOBAL'];
    }
  });
});
