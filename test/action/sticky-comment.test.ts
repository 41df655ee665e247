/** The pull request's one comment, against a GitHub that is a list of comments. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ApiFailure } from '../../action/github/answer.ts';
import type { GitHubClient } from '../../action/github/client.ts';
import { keepComment, type WantedComment } from '../../action/github/sticky-comment.ts';

interface Comment {
  id: number;
  node_id: string;
  body: string;
  user: { login: string; type: string } | null;
  minimized?: object | null;
}

const bot = 'github-actions[bot]';
const job = createHash('sha256').update('check / mops / standard').digest('hex').slice(0, 12);
const wanted: WantedComment = {
  key: 'root',
  job: 'check / mops / standard',
  run: { id: 12, attempt: 1 },
  body: 'All is well.',
  create: true,
  minimized: false,
};
const head = '<!-- mops:report:root -->\n';
const mark = (id: number, attempt = 1, of = job) => `<!-- mops:run:${of}:${id}:${attempt} -->`;

function comment(id: number, body: string, more: Partial<Comment> = {}): Comment {
  return { id, node_id: `N${id}`, body, user: { login: bot, type: 'Bot' }, minimized: null, ...more };
}

class GitHub implements GitHubClient {
  readonly comments: Comment[];
  readonly done: string[] = [];
  self: string | null = bot;
  refuses = '';

  constructor(...comments: Comment[]) {
    this.comments = comments;
  }

  async request<Answer>(route: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const [method = ''] = route.split(' ');
    if (method === this.refuses) throw new ApiFailure(`${method} is refused.`, 403);
    const at = this.comments.findIndex(({ id }) => id === parameters['comment_id']);
    this.done.push(`${method} ${parameters['comment_id'] ?? parameters['issue_number']}`);
    if (method === 'POST') {
      const made = comment(Math.max(0, ...this.comments.map(({ id }) => id)) + 1, String(parameters['body']));
      this.comments.push(made);
      return made as Answer;
    }
    if (method === 'PATCH') Object.assign(this.comments[at] ?? {}, { body: parameters['body'] });
    if (method === 'DELETE') this.comments.splice(at, 1);
    return undefined as Answer;
  }

  async list<Item>(): Promise<Item[]> {
    return this.comments.map((one) => ({ ...one })) as Item[];
  }

  async graphql<Answer>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    if (this.refuses === 'GraphQL') throw new ApiFailure('GraphQL is refused.', 502);
    this.done.push(`${/\b(?:un)?minimizeComment/.exec(query)?.[0]} ${variables['id']}`);
    return undefined as Answer;
  }

  async login(): Promise<string | null> {
    return this.self;
  }
}

describe('a pull request without a comment', () => {
  test('gets one that says where it is from', async () => {
    const github = new GitHub();
    expect(await keepComment(github, 7, wanted)).toEqual({ done: 'created', unfolded: null });
    expect(github.comments.map(({ body }) => body)).toEqual([`${head}All is well.\n${mark(12)}`]);
    expect(github.done).toEqual(['POST 7']);
  });

  test('gets none where there is nothing to say', async () => {
    const github = new GitHub();
    expect((await keepComment(github, 7, { ...wanted, create: false })).done).toBe('none');
    expect(github.done).toEqual([]);
  });

  test.each([
    ['somebody else pasted the marker', { user: { login: 'mallory', type: 'User' } }],
    ['its author is gone', { user: null }],
  ])('counts as one although %s', async (_why, more) => {
    const github = new GitHub(comment(1, `${head}pasted`, more));
    expect((await keepComment(github, 7, wanted)).done).toBe('created');
    expect(github.comments[0]?.body).toBe(`${head}pasted`);
  });

  test('of another folder, of another job, or quoted in a text', async () => {
    const github = new GitHub(
      comment(1, '<!-- mops:report:sales -->\nother folder'),
      comment(2, `${head}other job\n${mark(99, 1, 'abcdef012345')}`),
      comment(3, `> ${head}quoted`),
    );
    expect((await keepComment(github, 7, wanted)).done).toBe('created');
    expect(github.comments).toHaveLength(4);
  });
});

describe('a pull request with a comment', () => {
  test('has it rewritten when there is something else to say', async () => {
    const github = new GitHub(comment(4, `${head}Old.\n${mark(11)}`));
    expect(await keepComment(github, 7, wanted)).toEqual({ done: 'updated', unfolded: null });
    expect(github.comments.map(({ body }) => body)).toEqual([`${head}All is well.\n${mark(12)}`]);
    expect(github.done).toEqual(['PATCH 4']);
  });

  test('that says the same is not written again, whatever GitHub made of its line ends', async () => {
    const github = new GitHub(comment(4, `${head}All is well.\n${mark(11)}`.replaceAll('\n', '\r\n')));
    expect((await keepComment(github, 7, wanted)).done).toBe('unchanged');
    expect(github.done).toEqual([]);
  });

  test('of a time before jobs had names is taken over and gets its mark', async () => {
    const github = new GitHub(comment(4, `${head}All is well.`));
    expect((await keepComment(github, 7, wanted)).done).toBe('updated');
    expect(github.comments[0]?.body).toContain(mark(12));
  });

  test.each([
    [{ id: 13, attempt: 1 }, 'left to a newer run'],
    [{ id: 12, attempt: 2 }, 'left to a newer run'],
    [{ id: 12, attempt: 1 }, 'updated'],
    [{ id: 11, attempt: 9 }, 'updated'],
  ])('of run %j', async ({ id, attempt }, done) => {
    const github = new GitHub(comment(4, `${head}Other.\n${mark(id, attempt)}`));
    expect((await keepComment(github, 7, wanted)).done).toBe(done);
  });

  test('and its twins of the same moment keeps the one of the newest run, at most two go', async () => {
    const github = new GitHub(
      comment(4, `${head}a\n${mark(10)}`),
      comment(5, `${head}b\n${mark(11)}`),
      comment(6, `${head}c\n${mark(11)}`),
      comment(8, `${head}d\n${mark(9)}`),
    );
    await keepComment(github, 7, wanted);
    expect(github.done).toEqual(['DELETE 6', 'DELETE 4', 'PATCH 5']);
  });

  test('and a twin that may not be removed is updated all the same', async () => {
    const github = new GitHub(comment(4, `${head}a\n${mark(10)}`), comment(5, `${head}b\n${mark(11)}`));
    github.refuses = 'DELETE';
    expect((await keepComment(github, 7, wanted)).done).toBe('updated');
    expect(github.comments.map(({ id }) => id)).toEqual([4, 5]);
  });

  test('whose token does not say who it is takes a bot for itself', async () => {
    const github = new GitHub(comment(4, `${head}Old.\n${mark(11)}`));
    github.self = null;
    expect((await keepComment(github, 7, wanted)).done).toBe('updated');
  });
});

describe('two runs that create at once', () => {
  test('leave the comment of the newer one', async () => {
    const github = new GitHub();
    const list = github.list.bind(github);
    let asked = 0;
    github.list = async <Item>() => {
      asked += 1;
      if (asked === 2) github.comments.push(comment(9, `${head}Newer.\n${mark(13)}`));
      return list<Item>();
    };
    expect((await keepComment(github, 7, wanted)).done).toBe('left to a newer run');
    expect(github.comments.map(({ id }) => id)).toEqual([9]);
  });
});

describe('folding', () => {
  const said = `${head}All is well.\n${mark(11)}`;
  const folded = `${head}All is well.\n<!-- mops:folded -->\n${mark(11)}`;

  test('a comment with nothing left to see is folded', async () => {
    const github = new GitHub(comment(4, said));
    expect((await keepComment(github, 7, { ...wanted, minimized: true })).done).toBe('updated');
    expect(github.done).toEqual(['PATCH 4', 'minimizeComment N4']);
    expect(github.comments[0]?.body).toContain('<!-- mops:folded -->');
  });

  test('one that is folded stays so without a word', async () => {
    const github = new GitHub(comment(4, folded, { minimized: {} }));
    expect((await keepComment(github, 7, { ...wanted, minimized: true })).done).toBe('unchanged');
    expect(github.done).toEqual([]);
  });

  test('one that somebody folded is brought back when there is something to see', async () => {
    const github = new GitHub(comment(4, said, { minimized: {} }));
    expect((await keepComment(github, 7, wanted)).done).toBe('updated');
    expect(github.done).toEqual(['unminimizeComment N4']);
  });

  test('an older server does not tell: the mark in the body does', async () => {
    const { minimized: _, ...old } = comment(4, folded);
    const github = new GitHub(old);
    expect((await keepComment(github, 7, { ...wanted, minimized: true })).done).toBe('unchanged');
    const { minimized: __, ...open } = comment(4, said);
    const other = new GitHub(open);
    expect((await keepComment(other, 7, wanted)).done).toBe('unchanged');
    expect(other.done).toEqual([]);
  });

  test('what cannot be folded is told, and the comment counts as it was', async () => {
    const github = new GitHub(comment(4, said, { minimized: {} }));
    github.refuses = 'GraphQL';
    expect(await keepComment(github, 7, wanted)).toEqual({
      done: 'unchanged',
      unfolded: 'GraphQL is refused.',
    });
  });
});

test('a comment that cannot be written is an error of the caller', async () => {
  const github = new GitHub();
  github.refuses = 'POST';
  await expect(keepComment(github, 7, wanted)).rejects.toThrow('POST is refused.');
});
