/** The same verdict in every kind of checkout; without a token nothing is fetched. */
import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { git } from '../contract/diff.ts';
import { checkoutAnew, type ServerRepository } from '../contract/repositories.ts';
import { temporaryFolder } from '../contract/temporary.ts';
import { closeServers, lineOf, passing, rules, rulesFile, type Scenario, stage } from './scenario.ts';

afterEach(closeServers);

/** A base with an old defect, and a change that brings no new one. */
const oldDefect = { ...passing, ...rules(['**Owner**: BDR', '**Owner**: TBD']) };
const harmless = { 'notes.txt': 'x\n' };

/** As the workspace would be after another kind of checkout. */
const anew =
  (...how: string[]) =>
  (workspace: string, origin: ServerRepository): void =>
    checkoutAnew(workspace, origin, how);

async function verdict(scenario: Scenario) {
  const built = await stage({ base: oldDefect, change: harmless, ...scenario });
  const run = await built.run();
  return { run, built, log: run.log.join('\n') };
}

describe('partial clones', () => {
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

describe.each(['pull_request', 'merge_group', 'push'] as const)('%s', (event) => {
  test('says the same of a change in every partial checkout, with the base as it was', async () => {
    const built = await stage({
      event,
      base: oldDefect,
      change: { [rulesFile]: passing[rulesFile] as string },
      with: { scope: 'new' },
    });
    for (const [how, sparse] of [
      [['--filter=blob:none'], undefined],
      [['--filter=tree:0'], undefined],
      [
        ['--filter=blob:none', '--depth=1'],
        ['/SoT/', '/*.*'],
      ],
    ] as const) {
      checkoutAnew(built.workspace, built.origin, how, sparse);
      const run = await built.run();
      const told = ['new', 'fixed'].map((name) => run.outputs.get(name));
      expect([...how, run.exit, ...told]).toEqual([...how, 0, '0', '1']);
      expect(run.log.join('\n')).toContain('fetched with git');
    }
  });
});

describe('whose files they are', () => {
  test.each([
    ['pull_request', {}],
    ['push', { event: 'push', with: { scope: 'new' } }],
  ] as const)('a checkout of another user, as in a container: %s', async (_event, occasion) => {
    if (process.getuid?.() !== 0) return;
    const { run } = await verdict({
      ...occasion,
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

  const linked = (workspace: string): void => {
    const main = temporaryFolder('main');
    const sha = git(workspace, 'rev-parse', 'HEAD').trim();
    cpSync(join(workspace, '.git'), join(main, '.git'), { recursive: true });
    for (const name of readdirSync(workspace)) rmSync(join(workspace, name), { recursive: true });
    git(main, 'worktree', 'add', '-q', '--detach', '--force', workspace, sha);
  };

  test('a linked worktree', async () => {
    const { run } = await verdict({ depth: 2, prepare: linked, token: '' });
    expect([run.exit, run.outputs.get('new')]).toEqual([0, '0']);
  });

  test('a linked worktree whose attributes turn the ends of the lines: the suggestion fits all the same', async () => {
    const typo = (passing[rulesFile] as string).replace('**Owner**: BDR', '**Ownr**: BDR');
    const { run, built } = await verdict({
      base: { ...passing, '.gitattributes': '*.md text eol=crlf\n' },
      change: { [rulesFile]: typo },
      depth: 2,
      prepare: (workspace) => {
        linked(workspace);
        expect(readFileSync(join(workspace, rulesFile), 'utf8')).toContain('\r\n');
      },
    });
    expect([run.outputs.get('new'), run.outputs.get('fixed')]).toEqual(['1', '0']);
    const [suggestion] = built.github.world.reviewComments;
    expect(suggestion?.line).toBe(lineOf(typo, '**Ownr**'));
    expect(suggestion?.body).toContain('```suggestion\n**Owner**: BDR\n```');
  });
});
