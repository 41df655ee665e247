/** Which two states a run compares, and whose configuration counts; the base is read through an API that is a table. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Occasion, readEvent } from '../../action/event.ts';
import { baseCommit } from '../../action/tree/base-commit.ts';
import { folderOfInput } from '../../action/tree/place.ts';
import { readStates } from '../../action/tree/states.ts';
import { ruleIds } from '../../src/rules/index.ts';
import { AskedGitHub, content } from './asked-github.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mops-compared-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha = (digit: string) => digit.repeat(40);
const stage = (owner: string) =>
  `## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\nOwner: ${owner}\n`;

type Files = Readonly<Record<string, string>>;

/** What the API answers about commits, each by its files. */
function served(commits: Readonly<Record<string, Files>>): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const [commit, files] of Object.entries(commits)) {
    const entries = Object.entries(files).map(([path, text], at) => {
      const name = `${commit.slice(0, 4)}-${at}`;
      answers[`GET git/blobs/${name}`] = content(text);
      return { path, type: 'blob', mode: '100644', sha: name, size: text.length };
    });
    answers[`GET git/trees/${commit}`] = { truncated: false, tree: entries };
  }
  return answers;
}

const pull = (more: object = {}) => ({
  pull_request: {
    number: 7,
    base: { ref: 'main', sha: sha('b') },
    head: { ref: 'sla/faster', sha: sha('a'), repo: { full_name: 'acme/handbook' } },
    ...more,
  },
});
const event = (name: string, payload: unknown): Occasion =>
  readEvent({ name, payload, repository: 'acme/handbook', sha: sha('c'), ref: 'refs/heads/main' });
const pushed = event('push', { before: sha('b') });

interface Run {
  readonly head?: Files;
  readonly base?: Files | null;
  readonly occasion?: Occasion;
  readonly commits?: Readonly<Record<string, Files>>;
  readonly config?: string;
  readonly token?: boolean;
}

async function states({
  head = { 'SoT/a.md': stage('BDR') },
  base = { 'SoT/a.md': stage('AE') },
  occasion = pushed,
  commits = {},
  config,
  token = true,
}: Run = {}) {
  for (const [path, text] of Object.entries(head)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const github = token
    ? new AskedGitHub(served({ ...(base === null ? {} : { [sha('b')]: base }), ...commits }))
    : null;
  return readStates({
    occasion,
    place: folderOfInput(folder, null),
    configPath: config ?? 'mops.config.yml',
    root: folder,
    configNamed: config !== undefined,
    ruleIds,
    client: async () => github,
    network: token,
  });
}
const owners = (tree: { files: readonly { text: string }[] } | null) =>
  tree?.files.map(({ text }) => /Owner: (.*)/.exec(text)?.[1]);

describe('two states', () => {
  test('that differ: the disk beside the commit before', async () => {
    const { head, base, baseNote, headNote, configNote, unchanged, configs } = await states();
    expect([owners(head), owners(base)]).toEqual([['BDR'], ['AE']]);
    expect(baseNote).toBe('Compared with the state before the push at bbbbbbb, read through the GitHub API.');
    expect([headNote, configNote, unchanged]).toEqual([null, null, false]);
    expect(configs?.base).toEqual(configs?.head);
  });

  test.each<[string, Files, Files, boolean]>([
    ['the same', { 'SoT/a.md': stage('BDR') }, { 'SoT/a.md': stage('BDR') }, true],
    [
      'the ends of the lines',
      { 'SoT/a.md': stage('BDR').replaceAll('\n', '\r\n') },
      { 'SoT/a.md': stage('BDR') },
      true,
    ],
    [
      'a file that does not count',
      { 'SoT/a.md': stage('BDR'), 'x.txt': 'x' },
      { 'SoT/a.md': stage('BDR') },
      true,
    ],
    ['a file more', { 'SoT/a.md': stage('BDR'), 'SoT/b.md': '' }, { 'SoT/a.md': stage('BDR') }, false],
    ['a file less', { 'SoT/a.md': stage('BDR') }, { 'SoT/a.md': stage('BDR'), 'SoT/b.md': '' }, false],
    ['another name', { 'SoT/b.md': stage('BDR') }, { 'SoT/a.md': stage('BDR') }, false],
    [
      'a configuration',
      { 'SoT/a.md': stage('BDR'), 'mops.config.yml': 'mode: quick\n' },
      { 'SoT/a.md': stage('BDR') },
      false,
    ],
    [
      'a configuration in other line ends',
      { 'SoT/a.md': stage('BDR'), 'mops.config.yml': 'mode: quick\r\n' },
      { 'SoT/a.md': stage('BDR'), 'mops.config.yml': 'mode: quick\n' },
      true,
    ],
  ])('that differ by %s', async (_what, head, base, unchanged) => {
    expect((await states({ head, base })).unchanged).toBe(unchanged);
  });

  test('of which the base is new: nothing is compared', async () => {
    const { base, baseNote, configs, unchanged } = await states({
      occasion: event('push', { before: sha('0') }),
    });
    expect([base, baseNote, configs, unchanged]).toEqual([null, null, null, false]);
  });

  test('of which the base cannot be read: why, and that all counts as new', async () => {
    const says =
      'The base (the state before the push at bbbbbbb) could not be read, so every finding counts as new. git: the workspace is no git repository; GitHub API: ';
    const { base, baseNote, configs } = await states({ token: false });
    expect([base, configs]).toEqual([null, null]);
    expect(baseNote).toBe(`${says}no token`);
    expect((await states({ base: null })).baseNote).toBe(`${says}nobody answers GET git/trees/${sha('b')}`);
  });
});

describe('whose configuration counts', () => {
  const quick = { 'mops.config.yml': 'mode: quick\n' };
  const deep = { 'mops.config.yml': 'mode: deep\n' };
  const [head, base] = [
    { 'SoT/a.md': stage('BDR'), ...deep },
    { 'SoT/a.md': stage('AE'), ...quick },
  ];
  const modes = ({ head: now, base: before, configs, configNote }: Awaited<ReturnType<typeof states>>) => [
    now.config.mode,
    before?.config.mode,
    configs === null ? null : [configs.base.mode, configs.head.mode],
    configNote,
  ];

  test('the head’s own on a push, each for its state', async () => {
    expect(modes(await states({ head, base }))).toEqual(['deep', 'quick', ['quick', 'deep'], null]);
  });

  test('the head’s for both where the base’s is broken', async () => {
    const broken = { ...base, 'mops.config.yml': 'mode: fast\n' };
    expect(modes(await states({ head, base: broken }))).toEqual(['deep', 'deep', ['deep', 'deep'], null]);
  });

  test('the base’s for both on a pull request of a stranger', async () => {
    const occasion = event('pull_request_target', pull());
    const commits = { [sha('a')]: head };
    const note =
      'The configuration of the base branch counts: this pull request cannot change it for itself.';
    expect(modes(await states({ base, occasion, commits }))).toEqual([
      'quick',
      'quick',
      ['quick', 'deep'],
      note,
    ]);
    const bent = { [sha('a')]: { ...head, 'mops.config.yml': 'mode: fast\n' } };
    expect(modes(await states({ base, occasion, commits: bent }))).toEqual([
      'quick',
      'quick',
      ['quick', 'quick'],
      note,
    ]);
  });

  test('the defaults where that cannot be read', async () => {
    const occasion = event('pull_request_target', pull());
    const {
      head: now,
      configNote,
      base: before,
    } = await states({ base: null, occasion, commits: { [sha('a')]: head } });
    expect([now.config.mode, before]).toEqual([undefined, null]);
    expect(configNote).toBe(
      'The configuration of the base branch could not be read. The defaults count, not the configuration of the pull request.',
    );
  });

  test('none that lies there under a name close to the usual, unless another one is named', async () => {
    const close = { 'SoT/a.md': stage('BDR'), 'mops.config.yaml': 'mode: quick\n' };
    await expect(states({ head: close })).rejects.toMatchObject({ errors: [{ file: 'mops.config.yaml' }] });
    await expect(states({ head: close, config: 'team.yml' })).rejects.toThrow(
      'Input config is "team.yml", but there is no such file.',
    );
  });

  test('none that is broken, and none that is named and not there', async () => {
    await expect(states({ head: { ...head, 'mops.config.yml': 'mode: fast\n' } })).rejects.toMatchObject({
      errors: [{ file: 'mops.config.yml', line: 1 }],
    });
    await expect(states({ head, config: 'team.yml' })).rejects.toThrow(
      'Input config is "team.yml", but there is no such file.',
    );
    expect(
      (await states({ head: { ...head, 'team.yml': 'mode: quick\n' }, config: 'team.yml' })).head.config.mode,
    ).toBe('quick');
  });
});

describe('the head', () => {
  test('that an event names is read as a commit, never from the disk', async () => {
    const occasion = event('pull_request_target', pull());
    const { head, headNote } = await states({
      head: { 'SoT/x.md': stage('CS') },
      occasion,
      commits: { [sha('a')]: { 'SoT/a.md': stage('BDR') } },
    });
    expect([owners(head), headNote]).toEqual([['BDR'], null]);
  });

  test('that cannot be read is no verdict', async () => {
    const occasion = event('pull_request_target', pull());
    await expect(states({ occasion, token: false })).rejects.toThrow(
      'The head of the pull request cannot be read (git: the workspace is no git repository; GitHub API: no token).',
    );
  });

  test('whose patterns pick nothing is refused, where its lifecycle is elsewhere, too', async () => {
    await expect(
      states({ head: { 'mops.config.yml': 'sot: [docs/*.md]\n', 'SoT/a.md': stage('BDR') } }),
    ).rejects.toThrow('matches no file');
    rmSync(join(folder, 'mops.config.yml'));
    rmSync(join(folder, 'SoT'), { recursive: true });
    await expect(states({ head: { 'gtm/SoT/a.md': stage('BDR') }, base: {} })).rejects.toThrow(
      /gtm\/SoT\/a\.md is further down: name the folder gtm instead\. The input path names it\.$/,
    );
    // A change that takes the lifecycle away is told as a finding.
    expect((await states({ head: { 'gtm/SoT/a.md': stage('BDR') } })).head.files).toEqual([]);
  });
});

describe('the commit to compare with', () => {
  const client = (answer: unknown) => async () =>
    new AskedGitHub({ [`GET compare/${sha('b')}...${sha('a')}`]: answer });
  const hint = {
    kind: 'pull',
    pull: {
      number: 7,
      baseSha: sha('b'),
      headSha: sha('a'),
      headBranch: 'x',
      baseBranch: 'main',
      fork: false,
    },
  } as const;

  test('is the one the event names, or none', async () => {
    expect(await baseCommit(null, { kind: 'none' }, null, async () => null)).toBeNull();
    expect(
      await baseCommit(
        null,
        { kind: 'commit', sha: sha('d'), name: 'the state before' },
        null,
        async () => null,
      ),
    ).toEqual({ sha: sha('d'), what: 'the state before', tip: true });
  });

  test.each<[string, unknown, string, string, boolean]>([
    [
      'where the branch left, by GitHub',
      { merge_base_commit: { sha: sha('d') } },
      sha('d'),
      'where the branch left main',
      false,
    ],
    [
      'where the branch left, which is the tip still',
      { merge_base_commit: { sha: sha('b') } },
      sha('b'),
      'where the branch left main',
      true,
    ],
    [
      'the tip, where GitHub says no commit',
      { merge_base_commit: { sha: '--upload-pack=x' } },
      sha('b'),
      'main',
      true,
    ],
    ['the tip, where GitHub says nothing', {}, sha('b'), 'main', true],
    ['the tip, where GitHub does not answer', new Error('away'), sha('b'), 'main', true],
  ])('is %s', async (_what, answer, commit, what, tip) => {
    expect(await baseCommit(null, hint, sha('a'), client(answer))).toEqual({ sha: commit, what, tip });
  });

  test('is the tip without a token, and where another commit is checked out', async () => {
    expect(await baseCommit(null, hint, sha('a'), async () => null)).toEqual({
      sha: sha('b'),
      what: 'main',
      tip: true,
    });
    expect(await baseCommit(null, hint, null, client({ merge_base_commit: { sha: sha('d') } }))).toEqual({
      sha: sha('b'),
      what: 'main',
      tip: true,
    });
  });
});
