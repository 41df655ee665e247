/** What a checkout leaves out, of the head or of the base: read from elsewhere or said, never taken for gone, never passed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { git } from '../contract/diff.ts';
import { checkoutAnew, type ServerRepository } from '../contract/repositories.ts';
import { temporaryFolder } from '../contract/temporary.ts';
import { closeServers, passing, play, rules, rulesFile, stage } from './scenario.ts';

afterEach(closeServers);

const bad = rules(['**Owner**: BDR', '**Owner**: TBD'])[rulesFile] as string;
const oidOf = (text: string) => createHash('sha256').update(text).digest('hex');
const pointer = (text: string) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${oidOf(text)}\nsize ${Buffer.byteLength(text)}\n`;

describe('Git LFS', () => {
  const without = 'is only a Git LFS pointer; the file itself was not fetched.';

  test.each([
    ['of the stages, that the change does not touch', rulesFile, {}],
    ['of the stages, that the change points elsewhere', rulesFile, { [rulesFile]: pointer('other') }],
    ['beside the stages, that the change points elsewhere', 'PRD.md', { 'PRD.md': pointer('other') }],
  ])('a pointer %s is no pass, although the base has one, too', async (_what, path, change) => {
    const base = { ...passing, [path]: pointer(passing[path] as string) };
    const run = await play({ base, change: { 'notes.txt': 'x\n', ...change } });
    expect([run.exit, run.outputs.get('verdict')]).toEqual([1, 'fail']);
    expect(run.annotations[0]).toMatchObject({ level: 'error', file: path, title: 'file-unreadable' });
    expect(run.annotations[0]?.message).toContain('Set lfs: true on actions/checkout');
    expect(run.log.join('\n')).toContain(`every finding counts as new. ${path} ${without}`);
  });

  /** Fetched with `lfs: true`: the file in its place, and in the store of the clone. */
  const fetched = (text: string) => (workspace: string) => {
    writeFileSync(join(workspace, rulesFile), text);
    const oid = oidOf(text);
    const store = join(workspace, '.git/lfs/objects', oid.slice(0, 2), oid.slice(2, 4), oid);
    mkdirSync(dirname(store), { recursive: true });
    writeFileSync(store, text);
  };

  test.each([
    ['git', (_workspace: string) => {}, 'fetched with git'],
    [
      'the API',
      (workspace: string) => git(workspace, 'remote', 'remove', 'origin'),
      'through the GitHub API',
    ],
  ])('a fetched file that did not change is the same in a base read over %s', async (_way, then, how) => {
    const base = { ...passing, [rulesFile]: pointer(bad) };
    const run = await play({
      base,
      change: { 'notes.txt': 'x\n' },
      prepare: (workspace) => {
        fetched(bad)(workspace);
        then(workspace);
      },
    });
    expect(run.log.join('\n')).toContain(how);
    expect(['new', 'fixed', 'errors'].map((name) => run.outputs.get(name))).toEqual(['0', '0', '1']);
    expect(run.exit).toBe(0);
  });

  test('a file whose base was not fetched: everything counts as new, and the report says why', async () => {
    const run = await play({
      base: { ...passing, [rulesFile]: pointer(bad) },
      change: { [rulesFile]: pointer(`${bad}\nMore.\n`) },
      prepare: fetched(`${bad}\nMore.\n`),
    });
    expect([run.exit, run.outputs.get('fixed')]).toEqual([1, '0']);
    expect(run.annotations[0]?.title).toBe('stage-owner');
    expect(run.stage.github.world.comments[0]?.body).toContain(
      'could not be read, so every finding counts as new',
    );
  });

  test('a config that is a pointer is no config by default', async () => {
    const config = `${passing['mops.config.yml']}\nrules:\n  stage-owner: off\n`;
    const run = await play({
      base: { ...passing, [rulesFile]: bad, 'mops.config.yml': pointer(config) },
      change: { 'notes.txt': 'x\n' },
    });
    expect([run.exit, run.annotations[0]?.file]).toEqual([2, 'mops.config.yml']);
    expect(run.annotations[0]?.message).toContain(without);
  });
});

describe('a sparse checkout', () => {
  const ignored = { ...passing, [rulesFile]: bad, 'mops.config.yml': 'rules:\n  stage-owner: off\n' };
  /** As actions/checkout makes it: what is left out is not fetched either. */
  const sparse =
    (...patterns: string[]) =>
    (workspace: string, origin: ServerRepository) =>
      checkoutAnew(workspace, origin, ['--filter=blob:none', '--depth=1'], patterns);

  test.each([
    ['the source of truth', ['/*', '!/SoT/'], rulesFile],
    ['one file of it', ['/*', '!/SoT/SoT.USER_JOURNEYS.md'], 'SoT/SoT.USER_JOURNEYS.md'],
    ['the config and the files at the top', ['/SoT/'], 'PRD.md'],
  ])('that leaves out %s says of a change what a whole one says', async (_what, how, path) => {
    const built = await stage({
      base: ignored,
      change: { [rulesFile]: bad.replace('**Owner**: AE\n', '**Owner**: TBC\n') },
      with: { scope: 'all', comment: 'never', suggestions: 'false' },
    });
    const whole = await built.run();
    sparse(...how)(built.workspace, built.origin);
    expect(existsSync(join(built.workspace, path))).toBe(false);
    const run = await built.run();
    expect([run.exit, run.annotations]).toEqual([whole.exit, whole.annotations]);
    expect(run.log.join('\n')).toContain('The checkout is sparse and leaves out files that count');
  });

  test('that has all that counts is read from disk', async () => {
    const run = await play({
      base: { ...passing, 'src/app.ts': 'x\n' },
      change: { 'notes.txt': 'x\n' },
      prepare: sparse('/*', '!/src/'),
    });
    expect([run.exit, existsSync(join(run.stage.workspace, 'src'))]).toEqual([0, false]);
    expect(run.log.join('\n')).not.toContain('sparse');
  });

  test.each([
    [rulesFile, ['/*', '!/SoT/']],
    ['mops.config.yml', ['/SoT/']],
  ])('without a token names what to add to it: %s', async (path, patterns) => {
    const run = await play({
      base: ignored,
      change: { 'notes.txt': 'x\n' },
      token: '',
      prepare: sparse(...patterns),
    });
    expect([run.exit, run.annotations.length]).toEqual([2, 1]);
    expect(run.annotations[0]?.message).toContain(
      `The checkout is sparse and leaves out ${path}. Name it under sparse-checkout of actions/checkout.`,
    );
    expect(run.stage.github.seen).toEqual([]);
  });
});

describe('a source of truth in submodules', () => {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  const sot = Object.entries(passing).filter(([path]) => path.startsWith('SoT/'));
  const outside = Object.fromEntries(Object.entries(passing).filter(([path]) => !path.startsWith('SoT/')));

  /** A repository with two states; the second one has the change. */
  function inner(
    name: string,
    files: Readonly<Record<string, string>>,
    change: Readonly<Record<string, string>>,
  ) {
    const folder = temporaryFolder(name);
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const commit = (some: Readonly<Record<string, string>>) => {
      for (const [path, text] of Object.entries(some)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      git(folder, 'add', '-A');
      git(folder, ...identity, 'commit', '-qm', 'x');
      return git(folder, 'rev-parse', 'HEAD').trim();
    };
    return { folder, one: commit(files), two: commit(change) };
  }

  interface Inner {
    readonly path: string;
    readonly of: ReturnType<typeof inner>;
    /** How it is cloned: with its history, without, or not at all. */
    readonly clone?: 'whole' | 'shallow' | 'none';
  }

  /** Runs a push that moves the submodules from their first to their second state. */
  async function moved(
    submodules: readonly Inner[],
    files: Readonly<Record<string, string>>,
    run: object = {},
  ) {
    const built = await stage({ event: 'push', base: files, change: { 'notes.txt': 'y\n' }, depth: 'all' });
    const { workspace } = built;
    const modules = submodules.map(
      ({ path, of }) => `[submodule "${path}-by-name"]\n\tpath = ${path}\n\turl = ${of.folder}\n`,
    );
    writeFileSync(join(workspace, '.gitmodules'), modules.join(''));
    git(workspace, 'add', '.gitmodules');
    const point = (state: 'one' | 'two', parent: string) => {
      for (const { path, of } of submodules)
        git(workspace, 'update-index', '--add', '--cacheinfo', `160000,${of[state]},${path}`);
      const tree = git(workspace, 'write-tree').trim();
      return git(workspace, ...identity, 'commit-tree', tree, '-m', 'point', '-p', parent).trim();
    };
    const base = point('one', built.commits.base);
    const head = point('two', base);
    for (const { path, of, clone = 'whole' } of submodules) {
      const from = ['-c', 'protocol.file.allow=always', 'clone', '-q'];
      if (clone === 'none') mkdirSync(join(workspace, path), { recursive: true });
      else
        git(workspace, ...from, ...(clone === 'shallow' ? ['--depth=1'] : []), `file://${of.folder}`, path);
    }
    git(workspace, 'checkout', '-q', '--detach', head);
    const event = join(temporaryFolder('event'), 'event.json');
    writeFileSync(event, JSON.stringify({ ref: 'refs/heads/x', before: base, after: head }));
    const env = { GITHUB_EVENT_PATH: event };
    return built.run({ env, token: '', ...run, with: { scope: 'new', ...(run as { with?: object }).with } });
  }
  const counts = (run: Awaited<ReturnType<typeof moved>>) =>
    ['new', 'fixed', 'errors'].map((name) => run.outputs.get(name));

  test('the checked folder itself is compared with the commit of it that the base has', async () => {
    const of = inner('inner', { ...passing, [rulesFile]: bad }, { 'notes.txt': 'two\n' });
    const run = await moved([{ path: 'team', of }], { 'README.md': 'x\n' }, { with: { path: 'team' } });
    expect(run.log.join('\n')).toContain('read from the local clone');
    expect([run.exit, ...counts(run)]).toEqual([0, '0', '0', '1']);
  });

  const sotWith = (text: string) =>
    Object.fromEntries(
      [...sot, [rulesFile, text] as const].map(([path, one]) => [path.slice('SoT/'.length), one]),
    );

  test('a folder of the checked one, too', async () => {
    const of = inner('inner', sotWith(bad), { 'notes.txt': 'two\n' });
    const run = await moved([{ path: 'SoT', of }], outside);
    expect([run.exit, ...counts(run)]).toEqual([0, '0', '0', '1']);
    const worse = inner('inner', sotWith(passing[rulesFile] as string), { 'SoT.BUSINESS_RULES.md': bad });
    const fails = await moved([{ path: 'SoT', of: worse }], outside);
    expect([fails.exit, ...counts(fails), fails.annotations[0]?.file]).toEqual([1, '1', '0', '1', rulesFile]);
  });

  test('each of two, whatever they are called', async () => {
    const of = inner('rules', { 'rules.md': bad }, { 'rules.md': `${bad}\nMore.\n` });
    const rest = Object.fromEntries(
      sot.flatMap(([path, text]) => (path === rulesFile ? [] : [[path.slice('SoT/'.length), text] as const])),
    );
    const other = inner('rest', rest, { 'notes.txt': 'x\n' });
    const run = await moved(
      [
        { path: 'SoT/rules', of },
        { path: 'SoT/rest', of: other },
      ],
      outside,
    );
    expect([run.exit, ...counts(run)]).toEqual([0, '0', '0', '1']);
  });

  test('one cloned without its history has its base fetched, and without a token says that it was not', async () => {
    const of = inner('inner', sotWith(bad), { 'notes.txt': 'two\n' });
    const run = await moved([{ path: 'SoT', of, clone: 'shallow' }], outside, { token: 'ghs_writer' });
    expect([run.exit, ...counts(run)]).toEqual([0, '0', '0', '1']);
    const closed = await moved([{ path: 'SoT', of, clone: 'shallow' }], outside);
    expect([closed.exit, closed.outputs.get('fixed')]).toEqual([1, '0']);
    expect(closed.log.join('\n')).toContain('without a token nothing is fetched');
  });

  test('one that no list names is told all the same: what it may hold is not known', async () => {
    const run = await play({
      change: { 'notes.txt': 'x\n' },
      prepare: (workspace) => {
        const sha = 'a'.repeat(40);
        git(workspace, 'update-index', '--add', '--cacheinfo', `160000,${sha},SoT/more`);
        mkdirSync(join(workspace, 'SoT/more'));
        mkdirSync(join(workspace, 'SoT/only empty'));
      },
    });
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect([run.exit, ...errors.map(({ file }) => file)]).toEqual([1, 'SoT/more']);
  });

  test('one that was not fetched is named, at its folder, with what to set', async () => {
    const of = inner('inner', sotWith(bad), { 'notes.txt': 'two\n' });
    const run = await moved([{ path: 'SoT', of, clone: 'none' }], outside);
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect([run.exit, errors.length, errors[0]?.file]).toEqual([1, 1, 'SoT']);
    expect(run.annotations[0]?.message).toContain('SoT is a submodule; its files were not fetched.');
    expect(run.annotations[0]?.message).toContain('Set submodules: true on actions/checkout');
  });
});
