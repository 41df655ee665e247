/** The same verdict in every kind of checkout; without a token nothing is fetched. */
import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { git } from '../contract/diff.ts';
import type { ServerRepository } from '../contract/repositories.ts';
import { temporaryFolder } from '../contract/temporary.ts';
import { closeServers, passing, rules, rulesFile, type Scenario, stage } from './scenario.ts';

afterEach(closeServers);

/** A base with an old defect, and a change that brings no new one. */
const oldDefect = { ...passing, ...rules(['**Owner**: BDR', '**Owner**: TBD']) };
const harmless = { 'notes.txt': 'x\n' };

/** Empties the workspace and fills it by another kind of checkout of the same commit. */
const anew =
  (...how: string[]) =>
  (workspace: string, origin: ServerRepository): void => {
    const sha = git(workspace, 'rev-parse', 'HEAD').trim();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    for (const name of readdirSync(workspace)) rmSync(join(workspace, name), { recursive: true });
    git(workspace, 'init', '-q');
    git(workspace, 'remote', 'add', 'origin', `file://${origin.folder}`);
    const partial = how.some((option) => option.startsWith('--filter'));
    if (partial) {
      git(workspace, 'config', 'remote.origin.promisor', 'true');
      git(workspace, 'config', 'remote.origin.partialclonefilter', how[0]?.slice('--filter='.length) ?? '');
    }
    git(workspace, 'fetch', '-q', '--no-tags', ...how, 'origin', sha);
    git(workspace, '-c', 'advice.detachedHead=false', 'checkout', '-q', '--force', sha);
  };

async function verdict(scenario: Scenario) {
  const built = await stage({ base: oldDefect, change: harmless, ...scenario });
  const run = await built.run();
  return { run, built, log: run.log.join('\n') };
}

describe('partial clones', () => {
  test.each(['blob:none', 'tree:0'])('%s with a token: what is lacking is fetched', async (filter) => {
    const { run, log } = await verdict({
      prepare: anew(`--filter=${filter}`),
      change: { [rulesFile]: passing[rulesFile] as string },
    });
    expect([run.exit, run.outputs.get('new'), run.outputs.get('fixed')]).toEqual([0, '0', '1']);
    expect(log).toContain('fetched with git');
  });

  test.each(['blob:none', 'tree:0'])('%s without a token: closed, and nothing came', async (filter) => {
    const { run, built, log } = await verdict({
      prepare: anew(`--filter=${filter}`),
      token: '',
      change: rules(['**Owner**: BDR', '**Owner**: AE']),
    });
    expect(run.exit).toBe(1);
    expect(log).toContain('without a token nothing is fetched');
    const blob = built.origin.git('rev-parse', `${built.commits.base}:${rulesFile}`);
    const there = execFileSync(
      'git',
      ['rev-list', '--objects', '--all', '--missing=print', '--no-walk', built.commits.base],
      {
        cwd: built.workspace,
        encoding: 'utf8',
        env: { ...process.env, GIT_ALLOW_PROTOCOL: 'none' },
      },
    );
    expect(there.includes(`?${blob}`) || filter === 'tree:0').toBe(true);
    expect(built.github.seen).toEqual([]);
  });

  test('sparse, without persisted credentials: the API has the contents', async () => {
    const { run, log } = await verdict({
      prepare: (workspace, origin) => {
        anew('--filter=blob:none', '--depth=2')(workspace, origin);
        git(workspace, 'sparse-checkout', 'set', 'SoT');
        git(workspace, 'remote', 'set-url', 'origin', 'https://127.0.0.1:9/acme/handbook');
      },
      change: rules(['**Owner**: BDR', '**Owner**: AE']),
      base: passing,
    });
    expect(log).toContain('read through the GitHub API');
    expect(run.outputs.get('fixed')).toBe('0');
    expect(run.summary).toContain('owner BDR → AE');
  });
});

describe('whose files they are', () => {
  test('a checkout of another user, as in a container', async () => {
    if (process.getuid?.() !== 0) return;
    const { run } = await verdict({
      depth: 2,
      prepare: (workspace) => {
        const give = (path: string): void => {
          chownSync(path, 12_345, 12_345);
          for (const entry of readdirSync(path, { withFileTypes: true })) {
            if (entry.isDirectory()) give(join(path, entry.name));
            else chownSync(join(path, entry.name), 12_345, 12_345);
          }
        };
        give(workspace);
      },
    });
    expect([run.exit, run.outputs.get('new')]).toEqual([0, '0']);
  });

  test('a linked worktree', async () => {
    const { run } = await verdict({
      depth: 2,
      prepare: (workspace) => {
        const main = temporaryFolder('main');
        const sha = git(workspace, 'rev-parse', 'HEAD').trim();
        cpSync(join(workspace, '.git'), join(main, '.git'), { recursive: true });
        for (const name of readdirSync(workspace)) rmSync(join(workspace, name), { recursive: true });
        git(main, 'worktree', 'add', '-q', '--detach', '--force', workspace, sha);
      },
      token: '',
    });
    expect([run.exit, run.outputs.get('new')]).toEqual([0, '0']);
  });
});

describe('a source of truth in a submodule', () => {
  test('is compared with the commit of it that the base has', async () => {
    const inner = temporaryFolder('inner');
    git(inner, 'init', '-q', '-b', 'main');
    for (const [path, text] of Object.entries(oldDefect as Record<string, string>)) {
      mkdirSync(join(inner, path, '..'), { recursive: true });
      writeFileSync(join(inner, path), text);
    }
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    git(inner, 'add', '-A');
    git(inner, ...identity, 'commit', '-qm', 'one');
    const one = git(inner, 'rev-parse', 'HEAD').trim();
    writeFileSync(join(inner, 'notes.txt'), 'two\n');
    git(inner, 'add', '-A');
    git(inner, ...identity, 'commit', '-qm', 'two');
    const two = git(inner, 'rev-parse', 'HEAD').trim();
    const built = await stage({
      base: { 'README.md': 'x\n' },
      change: { 'README.md': 'y\n' },
      depth: 'all',
      with: { path: 'team' },
    });
    // The outer repository with the submodule at one commit in the base and at the next in the merge.
    const { workspace } = built;
    git(workspace, '-c', 'protocol.file.allow=always', 'clone', '-q', inner, 'team');
    const point = (sha: string, ...parents: string[]) => {
      git(workspace, 'update-index', '--add', '--cacheinfo', `160000,${sha},team`);
      const tree = git(workspace, 'write-tree').trim();
      return git(
        workspace,
        ...identity,
        'commit-tree',
        tree,
        '-m',
        'point',
        ...parents.flatMap((parent) => ['-p', parent]),
      ).trim();
    };
    const base = point(one, built.commits.base);
    const head = point(two, base);
    git(workspace, 'checkout', '-q', '--detach', head);
    const event = join(temporaryFolder('event'), 'event.json');
    writeFileSync(event, JSON.stringify({ ref: 'refs/heads/x', before: base, after: head }));
    const run = await built.run({
      token: '',
      env: { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: event },
      with: { scope: 'new' },
    });
    expect(run.log.join('\n')).toContain(`at ${base.slice(0, 7)}, read from the local clone`);
    expect([run.exit, run.outputs.get('new')]).toEqual([0, '0']);
    expect(run.annotations.find(({ level }) => level === 'error')?.file ?? 'team/').toContain('team/');
  });
});
