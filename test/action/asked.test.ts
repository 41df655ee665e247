/** What is asked of GitHub and what is made of its answers, one request after the other. */
import { describe, expect, test } from 'vitest';
import { ApiFailure, failure, waitFor } from '../../action/github/answer.ts';
import { blobSha, pushCommit } from '../../action/github/commit.ts';
import { tolerate } from '../../action/github/tolerate.ts';
import { ApiCommit } from '../../action/tree/api-commit.ts';
import { AskedGitHub, content } from './asked-github.ts';

const thrown = (
  status: number | undefined,
  headers: Record<string, string> = {},
  data: unknown = undefined,
) => ({
  message: 'it did not work',
  ...(status === undefined ? {} : { status }),
  response: { headers, data },
});
const now = 1_700_000_000_000;
const wait = (given: Parameters<typeof waitFor>[0], reads = true, tries = 1) =>
  waitFor(given, { reads, tries, now });

describe('how long a request waits before it is sent again', () => {
  test.each<[string, ReturnType<typeof thrown>, number | null, number | null]>([
    ['429 with a time', thrown(429, { 'retry-after': '7' }), 7000, 7000],
    ['429 with no time at all is waited for a second', thrown(429, { 'retry-after': '0' }), 1000, 1000],
    ['429 without a time', thrown(429), 5000, 5000],
    ['403 with a time', thrown(403, { 'retry-after': '2' }), 2000, 2000],
    [
      '403 with a limit used up until then',
      thrown(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 9) }),
      9000,
      9000,
    ],
    [
      '403 with a limit that is free again',
      thrown(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 - 9) }),
      1000,
      1000,
    ],
    [
      '403 with a limit used up for who knows how long',
      thrown(403, { 'x-ratelimit-remaining': '0' }),
      5000,
      5000,
    ],
    [
      '403 that says so in words',
      thrown(403, {}, { message: 'You have exceeded a secondary rate limit.' }),
      5000,
      5000,
    ],
    ['403 that speaks of abuse', thrown(403, {}, { message: 'Abuse detection' }), 5000, 5000],
    ['403 with some of the limit left', thrown(403, { 'x-ratelimit-remaining': '12' }), null, null],
    ['403 for want of a permission', thrown(403, {}, { message: 'Resource not accessible' }), null, null],
    ['404', thrown(404), null, null],
    ['404 with a time', thrown(404, { 'retry-after': '7' }), null, null],
    ['499', thrown(499), null, null],
    ['500: only what reads', thrown(500), 1000, null],
    ['502: only what reads', thrown(502), 1000, null],
    ['no answer: only what reads', { message: 'gone' } as ReturnType<typeof thrown>, 1000, null],
  ])('%s', (_what, given, reading, writing) => {
    expect([wait(given), wait(given, false)]).toEqual([reading, writing]);
  });

  test('a limit without a time ever longer, a failure twice', () => {
    expect([1, 2, 3].map((tries) => wait(thrown(429), false, tries))).toEqual([5000, 10_000, 20_000]);
    expect([1, 2, 3].map((tries) => wait(thrown(503), true, tries))).toEqual([1000, 1000, null]);
  });
});

describe('what is said of a request that failed', () => {
  test.each<[Parameters<typeof failure>[1], string, number]>([
    [thrown(401), 'GET it: GitHub answered 401 (the token is not valid).', 401],
    [thrown(403), 'GET it: GitHub answered 403 (the token may not do this).', 403],
    [thrown(404), 'GET it: GitHub answered 404 (not found, or the token may not see it).', 404],
    [thrown(403, { 'retry-after': '9' }), 'GET it: GitHub answered 403 (the rate limit is used up).', 403],
    [thrown(422, {}, { message: 'No commit found' }), 'GET it: GitHub answered 422 (No commit found).', 422],
    [thrown(422, {}, { message: 'x'.repeat(300) }), `GET it: GitHub answered 422 (${'x'.repeat(200)}).`, 422],
    [thrown(422, {}, { message: 7 }), 'GET it: GitHub answered 422 (no reason given).', 422],
    [thrown(422, {}, null), 'GET it: GitHub answered 422 (no reason given).', 422],
    [thrown(422, {}, 'oops'), 'GET it: GitHub answered 422 (no reason given).', 422],
    [{ status: 500, message: 'connect ECONNREFUSED' }, 'GET it: no connection to GitHub.', 0],
    [{ status: 500, message: 'The operation was aborted due to timeout' }, 'GET it: no answer in time.', 0],
    [{ message: 'AbortError' }, 'GET it: no answer in time.', 0],
  ])('%j', (given, message, status) => {
    const told = failure('GET it', given);
    expect([told.message, told.status]).toEqual([message, status]);
  });

  test('is a line in the log; any other mistake is not swallowed', async () => {
    await tolerate('Nothing was written', () => Promise.reject(new ApiFailure('GitHub is away.', 0)));
    await expect(tolerate('Nothing was written', () => Promise.reject(new Error('a bug')))).rejects.toThrow(
      'a bug',
    );
  });
});

describe('a commit of its own', () => {
  const branch = { name: 'sla/faster', sha: 'a1' };
  const file = { path: 'SoT/a.md', before: 'GTM-YYY\n', after: 'GTM-001\n' };
  const tree = (...entries: object[]) => ({ tree: entries });
  const there = { path: 'SoT/a.md', mode: '100644', type: 'blob', sha: blobSha(file.before) };
  const answers = {
    'GET git/ref/heads/sla/faster': { object: { sha: 'a1' } },
    'GET git/commits/a1': { message: 'Answer faster', tree: { sha: 't1' } },
    'GET git/trees/t1': tree({ path: 'README.md', mode: '100644', sha: 'x' }, there),
    'POST git/trees': { sha: 't2' },
    'POST git/commits': { sha: 'a2' },
    'PATCH git/refs/heads/sla/faster': {},
  };
  const push = (other: object = {}, files = [file]) => {
    const github = new AskedGitHub({ ...answers, ...other });
    return pushCommit(github, branch, files, 'Replace 1 placeholder').then((done) => ({ done, github }));
  };

  test('stands on the branch with the changed file alone', async () => {
    const { done, github } = await push();
    expect(done).toEqual({ sha: 'a2' });
    expect(github.sent).toEqual([
      { base_tree: 't1', tree: [{ path: 'SoT/a.md', mode: '100644', type: 'blob', content: 'GTM-001\n' }] },
      { message: 'Replace 1 placeholder\n\nMops-Reconcile: placeholders\n', tree: 't2', parents: ['a1'] },
      { ref: 'heads/sla/faster', sha: 'a2', force: false },
    ]);
  });

  test('finds the file in the whole of the tree, not at its top', async () => {
    const whole = (given: { recursive?: string }) =>
      given.recursive === '1' ? answers['GET git/trees/t1'] : { tree: [] };
    expect((await push({ 'GET git/trees/t1': whole })).done).toEqual({ sha: 'a2' });
  });

  test('keeps the line ends of the branch where the checkout turned them', async () => {
    const turned = { path: 'SoT/a.md', before: 'GTM-YYY\r\nx\r\n', after: 'GTM-001\r\nx\r\n' };
    const { github } = await push({ 'GET git/trees/t1': tree({ ...there, sha: blobSha('GTM-YYY\nx\n') }) }, [
      turned,
    ]);
    expect(github.sent[0]).toMatchObject({ tree: [{ content: 'GTM-001\nx\n' }] });
  });

  test('keeps those of a file that has them itself, and its mode', async () => {
    const own = { path: 'SoT/a.md', before: 'GTM-YYY\r\n', after: 'GTM-001\r\n' };
    const { github } = await push(
      { 'GET git/trees/t1': tree({ ...there, mode: '100755', sha: blobSha(own.before) }) },
      [own],
    );
    expect(github.sent[0]).toMatchObject({ tree: [{ content: 'GTM-001\r\n', mode: '100755' }] });
  });

  test.each<[string, object, string]>([
    [
      'the branch moved on',
      { 'GET git/ref/heads/sla/faster': { object: { sha: 'b9' } } },
      'the branch sla/faster has moved on meanwhile',
    ],
    [
      'its last commit is one already',
      { 'GET git/commits/a1': { message: 'Replace\n\nMops-Reconcile: placeholders', tree: { sha: 't1' } } },
      'the last commit is already a reconciling one',
    ],
    [
      'the file is another there',
      { 'GET git/trees/t1': tree({ ...there, sha: blobSha('other') }) },
      'SoT/a.md is not the same on the branch sla/faster as in the checked merge',
    ],
    [
      'the file is a link there',
      { 'GET git/trees/t1': tree({ ...there, mode: '120000' }) },
      'SoT/a.md is not the same on the branch sla/faster as in the checked merge',
    ],
    [
      'the file is not there',
      { 'GET git/trees/t1': tree() },
      'SoT/a.md is not the same on the branch sla/faster as in the checked merge',
    ],
  ])('is not made where %s', async (_what, other, refused) => {
    const { done, github } = await push(other);
    expect(done).toEqual({ refused });
    expect(github.sent).toEqual([]);
  });

  test('is made where a commit only speaks of such a line', async () => {
    const message = 'Say more of Mops-Reconcile: placeholders';
    const { done } = await push({ 'GET git/commits/a1': { message, tree: { sha: 't1' } } });
    expect(done).toEqual({ sha: 'a2' });
  });

  test('a text is named as git names it', () => {
    expect(blobSha('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
    expect(blobSha('é\n')).toBe(blobSha('\u00e9\n'));
    expect(blobSha('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });
});

describe('a commit through the API', () => {
  const blob = (path: string, sha: string, more: object = {}) => ({
    path,
    type: 'blob',
    mode: '100644',
    sha,
    size: 4,
    ...more,
  });
  const folder = (path: string, sha: string) => ({ path, type: 'tree', mode: '040000', sha });
  const answers = {
    'GET git/trees/c1': {
      truncated: false,
      tree: [
        folder('docs', 'd1'),
        folder('SoT', 's1'),
        blob('README.md', 'r1'),
        { path: 'sub', type: 'commit', mode: '160000', sha: 'x1' },
        blob('way', 'w1', { mode: '120000' }),
      ],
    },
    'GET git/trees/s1': {
      truncated: false,
      tree: [
        blob('a.md', 'b1'),
        blob('b.txt', 'b2'),
        blob('deep/c.md', 'b3'),
        { path: 'deep', type: 'tree', sha: 'q' },
      ],
    },
    'GET git/trees/d1': { truncated: false, tree: [] },
    'GET git/blobs/b1': content('One.\n'),
    'GET git/blobs/b3': content('Three é.\n'),
    'GET git/blobs/r1': content('# Handbook\n'),
    'GET git/blobs/w1': content('README.md'),
  };
  const open = (other: object = {}) => {
    const github = new AskedGitHub({ ...answers, ...other });
    return { github, commit: new ApiCommit(github, 'c1', null) };
  };

  test('gives what the patterns pick below the folder, each asked for once', async () => {
    const { commit, github } = open();
    await commit.open();
    const { files, issues } = await commit.files('SoT/', ['**/*.md']);
    expect(files).toEqual([
      { path: 'a.md', text: 'One.\n' },
      { path: 'deep/c.md', text: 'Three é.\n' },
    ]);
    expect(issues).toEqual([]);
    await commit.files('SoT/', ['**/*.md']);
    expect(github.asked).toEqual([
      'GET git/trees/c1',
      'GET git/trees/s1',
      'GET git/blobs/b1',
      'GET git/blobs/b3',
    ]);
  });

  test('asks another repository where it is told so', async () => {
    const github = new AskedGitHub({
      'GET git/trees/c1': (given: Readonly<Record<string, unknown>>) => ({
        truncated: false,
        tree: [],
        ...(given['owner'] === 'acme' && given['repo'] === 'rules' ? {} : { tree: null }),
      }),
    });
    expect(await new ApiCommit(github, 'c1', null, { owner: 'acme', repo: 'rules' }).entry('a')).toBeNull();
  });

  test.each<[string, string, object]>([
    ['nowhere', 'no/where/', { files: [], issues: [] }],
    ['in a file', 'README.md/', { files: [], issues: [] }],
    ['in an empty folder', 'docs/', { files: [], issues: [] }],
    [
      'in a submodule',
      'sub/SoT/',
      { lacking: { message: 'sub is a submodule; its files were not fetched.' } },
    ],
    ['behind a link', 'way/SoT/', { issues: [{ span: { file: 'way' } }] }],
  ])('%s', async (_what, prefix, expected) => {
    expect(await open().commit.files(prefix, ['**/*.md'])).toMatchObject(expected);
  });

  test('one file by its path, over a link too', async () => {
    const { commit } = open();
    expect(await commit.file('README.md')).toBe('# Handbook\n');
    expect(await commit.file('way')).toBe('# Handbook\n');
    expect(await commit.file('SoT')).toBeNull();
    expect(await commit.file('SoT/none.md')).toBeNull();
    expect(await commit.entry('README.md/x')).toBeNull();
    expect(await commit.entry('SoT/a.md')).toMatchObject({ sha: 'b1' });
  });

  test.each([
    ['SoT', 'way is a link'],
    ['nowhere.md', 'way is a link'],
  ])('a link to %s is refused in words', async (target, words) => {
    await expect(open({ 'GET git/blobs/w1': content(target) }).commit.file('way')).rejects.toThrow(words);
  });

  test('what a link leads to may be no bigger than any file', async () => {
    const to = (size: number) =>
      open({
        'GET git/trees/c1': {
          truncated: false,
          tree: [
            blob('a.md', 'b1', { size: 7 }),
            blob('README.md', 'r1', { size }),
            blob('way', 'w1', { mode: '120000' }),
          ],
        },
      }).commit.file('way');
    await expect(to(16 * 1024 * 1024 + 1)).rejects.toThrow('way is too big');
    expect(await to(16 * 1024 * 1024)).toBe('# Handbook\n');
  });

  test('a file that is too big, or none in UTF-8, is refused in words', async () => {
    const big = (size: number) =>
      open({ 'GET git/trees/c1': { truncated: false, tree: [blob('a.yml', 'r1', { size })] } }).commit;
    await expect(big(16 * 1024 * 1024 + 1).file('a.yml')).rejects.toThrow('a.yml is too big');
    expect(await big(16 * 1024 * 1024).file('a.yml')).toBe('# Handbook\n');
    const wrong = open({
      'GET git/blobs/r1': { content: Buffer.from([0xff, 0xfe, 0x41, 0]).toString('base64') },
    });
    await expect(wrong.commit.file('README.md')).rejects.toThrow('README.md is saved as UTF-16.');
  });

  test('a tree that is too big to be listed at once is read folder by folder, where files may be picked', async () => {
    const parts = {
      'GET git/trees/s1': (given: { recursive?: string }) =>
        given.recursive === undefined
          ? { truncated: false, tree: [folder('docs', 'd1'), folder('deep', 'q1'), blob('a.md', 'b1')] }
          : { truncated: true, tree: [blob('a.md', 'b1')] },
      'GET git/trees/q1': { truncated: false, tree: [blob('c.md', 'b3')] },
    };
    const { commit, github } = open(parts);
    const { files } = await commit.files('SoT', ['a.md', 'deep/*.md']);
    expect(files.map(({ path }) => path)).toEqual(['a.md', 'deep/c.md']);
    expect(github.asked).not.toContain('GET git/trees/d1');
  });

  test('one of more files than the API is asked for is given up', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => blob(`${at}.md`, `n${at}`));
    const blobs = Object.fromEntries(many(302).map(({ sha }) => [`GET git/blobs/${sha}`, content('One.\n')]));
    const read = (count: number) =>
      open({ ...blobs, 'GET git/trees/s1': { truncated: false, tree: many(count) } }).commit.files('SoT', [
        '*.md',
      ]);
    await expect(read(301)).rejects.toThrow('the base has 301 files, more than the API is asked for');
    await expect(read(300)).rejects.toThrow('the commit has more files than the API is asked for');
    expect((await read(299)).files).toHaveLength(299);
    expect(
      (
        await open({
          'GET git/trees/s1': { truncated: false, tree: many(400).map((one) => ({ ...one, sha: 'b1' })) },
        }).commit.files('SoT', ['*.md'])
      ).files,
    ).toHaveLength(400);
  });
});
