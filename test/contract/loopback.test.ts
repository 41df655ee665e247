import { afterEach, describe, expect, test } from 'vitest';
import { git } from './diff.ts';
import { type LoopbackGitHub, startGitHub, type World } from './github.ts';
import { checkout, createServerRepository } from './repositories.ts';
import { removeTemporaryFolders } from './temporary.ts';
import { readFileCommand, readOutput } from './workflow-commands.ts';

let github: LoopbackGitHub | null = null;

afterEach(async () => {
  await github?.close().catch(() => {});
  github = null;
  removeTemporaryFolders();
});

async function server(world: Partial<World> = {}): Promise<{ github: LoopbackGitHub; head: string }> {
  const origin = createServerRepository();
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
  const base = origin.commit([], { 'SoT/a.md': `${lines.join('\n')}\n` });
  const changed = lines.with(4, 'line five').with(29, 'line thirty').join('\n');
  const head = origin.commit([base], { 'SoT/a.md': `${changed}\n` });
  github = await startGitHub({
    repository: origin.folder,
    owner: 'acme',
    name: 'handbook',
    tokens: new Map([
      ['rw', { login: 'bot[bot]', contents: 'write', pullRequests: 'write' }],
      ['ro', { login: 'bot[bot]', contents: 'read', pullRequests: 'read' }],
    ]),
    pulls: [{ number: 7, base, head }],
    comments: [],
    reviewComments: [],
    reviews: [],
    faults: [],
    ...world,
  });
  return { github, head };
}

async function call(
  method: string,
  path: string,
  body?: unknown,
  token = 'rw',
): Promise<{
  status: number;
  body: { [key: string]: unknown }[] & { [key: string]: unknown };
  link: string | null;
}> {
  const response = await fetch(`${github?.url}${path}`, {
    method,
    headers: { authorization: `token ${token}`, 'user-agent': 'test' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    body: (await response.json()) as never,
    link: response.headers.get('link'),
  };
}

const comments = '/repos/acme/handbook/issues/7/comments';
const reviews = '/repos/acme/handbook/pulls/7/reviews';

describe('the loopback GitHub', () => {
  test('fails the test for a route GitHub does not have', async () => {
    const { github } = await server();
    await call('GET', '/repos/acme/handbook/lifecycle');
    await expect(github.close()).rejects.toThrow('Unknown route GET /repos/acme/handbook/lifecycle');
  });

  test('fails the test for a body GitHub would not understand', async () => {
    const { github } = await server();
    await call('POST', comments, { text: 'hello' });
    await expect(github.close()).rejects.toThrow(/must have required property 'body'/);
  });

  test('fails the test for a seventh write in one run', async () => {
    const { github } = await server();
    for (let time = 0; time < 7; time += 1) {
      await call('POST', comments, { body: `hello ${time}` });
    }
    await expect(github.close()).rejects.toThrow('7 writes in one run');
  });

  test('lists 30 a page, at most 100, and links to the next', async () => {
    const many = Array.from({ length: 150 }, (_, id) => ({
      id,
      author: 'dana',
      body: `${id}`,
      minimized: false,
    }));
    await server({ comments: many });
    const first = await call('GET', comments);
    const wide = await call('GET', `${comments}?per_page=100&page=2`);
    expect([first.body.length, wide.body.length]).toEqual([30, 50]);
    expect(first.link).toContain('page=2>; rel="next"');
  });

  test('refuses a body of more than 65,536 characters', async () => {
    await server();
    expect((await call('POST', comments, { body: 'x'.repeat(65_537) })).status).toBe(422);
    expect((await call('POST', comments, { body: 'x'.repeat(65_536) })).status).toBe(201);
  });

  test('answers 403 to a write with a token that reads', async () => {
    await server();
    const answer = await call('POST', comments, { body: 'hello' }, 'ro');
    expect([answer.status, answer.body['message']]).toEqual([403, 'Resource not accessible by integration']);
  });

  test('takes a review whole or not at all', async () => {
    const { head, github } = await server();
    const on = (line: number, start?: number) => ({
      path: 'SoT/a.md',
      body: 'x',
      side: 'RIGHT',
      line,
      ...(start === undefined ? {} : { start_line: start, start_side: 'RIGHT' }),
    });
    const review = (...list: object[]) =>
      call('POST', reviews, { commit_id: head, event: 'COMMENT', body: '', comments: list });
    expect((await review(on(5), on(15))).status).toBe(422);
    expect(github.world.reviewComments).toEqual([]);
    expect((await review(on(30, 5))).status).toBe(422);
    expect((await review(on(5, 5))).status).toBe(422);
    expect((await review(on(8), on(30, 29))).status).toBe(200);
    expect(github.world.reviewComments.map(({ line, startLine }) => [line, startLine])).toEqual([
      [8, null],
      [30, 29],
    ]);
  });

  test('hands out a single commit to a shallow checkout', async () => {
    const origin = createServerRepository();
    const base = origin.commit([], { 'a.md': 'a\n' });
    const head = origin.commit([base], { 'a.md': 'b\n' });
    const workspace = checkout(origin, head);
    expect(git(workspace, 'rev-list', '--count', 'HEAD').trim()).toBe('1');
    git(workspace, 'fetch', '-q', '--depth=1', 'origin', base);
    expect(git(workspace, 'show', `${base}:a.md`)).toBe('a\n');
  });
});

describe('the runner emulator', () => {
  test('shows ten annotations of a level and drops the rest', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `::warning file=a.md,line=${index + 1}::w`);
    const output = readOutput([...lines, '::error::e'].join('\n'));
    expect([output.annotations.length, output.dropped.length]).toEqual([11, 2]);
  });

  test('cuts a message at 4,096 characters and reads escapes back', () => {
    const [long, escaped] = readOutput(
      `::error::${'x'.repeat(5000)}\n::notice title=a%3Ab%2Cc::1%0A2%25`,
    ).annotations;
    expect(long?.message).toHaveLength(4096);
    expect([escaped?.title, escaped?.message]).toEqual(['a:b,c', '1\n2%']);
  });

  test('takes old commands anywhere in a line, and none while they are stopped', () => {
    const output = readOutput(
      'see ##[error]boo\n::stop-commands::t0ken\n::error::no\n##[error]no\n::t0ken::\n  ::error::yes',
    );
    expect(output.annotations.map(({ message }) => message)).toEqual(['boo', 'yes']);
  });

  test('drops columns of an annotation over several lines', () => {
    const [annotation] = readOutput('::error file=a.md,line=1,endLine=3,col=2,endColumn=4::x').annotations;
    expect(annotation).toMatchObject({ line: 1, endLine: 3, column: null, endColumn: null });
  });

  test('reads heredoc outputs and refuses an unfinished one', () => {
    expect(readFileCommand('a=1\nb<<EOF\nx\ny\nEOF\n')).toEqual(
      new Map([
        ['a', '1'],
        ['b', 'x\ny'],
      ]),
    );
    expect(() => readFileCommand('b<<EOF\nx\n')).toThrow('Matching delimiter not found');
  });
});
