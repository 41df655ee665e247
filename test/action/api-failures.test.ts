import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../contract/github.ts';
import { closeServers, passing, play, rulesFile } from './scenario.ts';

afterEach(closeServers);

/** One error and one sure fix: something to comment, something to suggest. */
const change = {
  [rulesFile]: (passing[rulesFile] as string)
    .replace('**Owner**: Marketing automation\n', '**Owner**: TBD\n')
    .replace('**Owner**: BDR\n', '**Ownr**: BDR\n'),
};

const refusals: readonly (readonly [name: string, fault: Fault, says: string])[] = [
  ['403', { on: 'POST', status: 403 }, 'GitHub answered 403 (the token may not do this)'],
  ['404', { on: 'POST', status: 404 }, 'GitHub answered 404'],
  ['409', { on: 'POST', status: 409, body: { message: 'Conflict' } }, 'GitHub answered 409 (Conflict)'],
  [
    '422',
    { on: 'POST', status: 422, body: { message: 'Validation Failed' } },
    'GitHub answered 422 (Validation Failed)',
  ],
  ['500', { on: 'POST', status: 500 }, 'GitHub answered 500'],
  ['a dropped connection', { on: 'POST', network: 'reset' }, 'no connection to GitHub'],
  ['an answer that is no JSON', { on: 'GET', status: 200, body: 'oops' }, ''],
];

describe('what GitHub refuses changes no verdict', () => {
  test.each(refusals)('%s', async (_name, fault, says) => {
    const run = await play({ change, faults: [fault] });
    expect([run.exit, run.outputs.get('verdict')]).toEqual([1, 'fail']);
    expect(run.annotations.some(({ title }) => title === 'stage-owner')).toBe(true);
    expect(run.summary).toContain('stage-owner');
    expect(run.log.join('\n')).toContain(says);
    expect(run.stderr).toBe('');
  });

  test('a refused review leaves the fixes in the summary and the comment as it is', async () => {
    const run = await play({
      change,
      faults: [{ on: 'POST /repos/acme/handbook/pulls/7/reviews', status: 422 }],
    });
    expect(run.stage.github.world.reviewComments).toEqual([]);
    expect(run.summary).toContain('+**Owner**: BDR');
    expect(run.stage.github.world.comments).toHaveLength(1);
    expect(run.log.filter((line) => line.includes('422'))).toHaveLength(1);
  });

  test('a comment that cannot be folded is a line in the log', async () => {
    const comments = [
      { id: 1, author: 'github-actions[bot]', body: '<!-- mops:report:root -->\nold', minimized: false },
    ];
    const run = await play({
      change: { 'a.txt': 'x' },
      comments,
      faults: [{ on: 'POST /graphql', status: 502 }],
    });
    expect(run.exit).toBe(0);
    expect(run.log.join('\n')).toContain(
      'The comment stands, but could not be folded away. GraphQL mutation: GitHub answered 502',
    );
  });
});

describe('rate limits', () => {
  test('a secondary limit is waited for as long as GitHub asks, then the comment is written', async () => {
    const fault: Fault = {
      on: 'POST /repos/acme/handbook/issues',
      status: 403,
      headers: { 'retry-after': '1' },
      times: 1,
    };
    const run = await play({ change, faults: [fault] });
    expect(run.stage.github.world.comments).toHaveLength(1);
    expect(run.log.some((line) => line.includes('403'))).toBe(false);
  });

  test('429 is waited for, too', async () => {
    const fault: Fault = {
      on: 'GET /repos/acme/handbook/pulls/7/files',
      status: 429,
      headers: { 'retry-after': '1' },
      times: 1,
    };
    const run = await play({ change, faults: [fault] });
    expect(run.stage.github.world.reviewComments).toHaveLength(1);
  });

  test('429 that asks for an hour is not waited for: the figure it names counts, not a usual one', async () => {
    const fault: Fault = {
      on: 'GET /repos/acme/handbook/pulls/7/files',
      status: 429,
      headers: { 'retry-after': '3600' },
      times: 1,
    };
    const run = await play({ change, faults: [fault] });
    expect(run.stage.github.world.reviewComments).toEqual([]);
    expect(run.log.join('\n')).toContain('the rate limit is used up');
  });

  test('a limit that lasts an hour is not waited for', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 3600);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const run = await play({ change, faults: [{ on: '/repos/', status: 403, headers }] });
    expect([run.exit, run.stage.github.world.comments]).toEqual([1, []]);
    expect(run.log.join('\n')).toContain('the rate limit is used up');
  });

  test('a reading request is repeated after a passing failure', async () => {
    const run = await play({
      change,
      faults: [{ on: 'GET /repos/acme/handbook/issues', status: 502, times: 1 }],
    });
    expect(run.stage.github.world.comments).toHaveLength(1);
  });

  test('a server that never answers is given up', async () => {
    const run = await play({
      change,
      faults: [{ on: 'POST /repos/acme/handbook/issues', network: 'hang' }],
      bundle: true,
    });
    expect(run.exit).toBe(1);
    expect(run.log.join('\n')).toContain('no answer in time');
  });
});
