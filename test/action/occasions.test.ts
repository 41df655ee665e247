import { describe, expect, test } from 'vitest';
import { type Occasion, readEvent } from '../../action/event.ts';

const sha = (digit: string) => digit.repeat(40);
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

describe('events', () => {
  const alone = {
    repository: 'acme/handbook',
    sha: sha('c'),
    pull: null,
    base: { kind: 'none' },
    head: null,
    scope: 'all',
    configFrom: 'head',
    branch: { name: 'main', sha: sha('c') },
  };
  const its = {
    number: 7,
    baseSha: sha('b'),
    headSha: sha('a'),
    headBranch: 'sla/faster',
    baseBranch: 'main',
    fork: false,
  };
  test.each<[string, unknown, object]>([
    ['schedule', {}, alone],
    [
      'push',
      { before: sha('b') },
      { ...alone, base: { kind: 'commit', sha: sha('b'), name: 'the state before the push' } },
    ],
    ['push', { before: sha('0') }, alone],
    [
      'merge_group',
      { merge_group: { base_sha: sha('b') } },
      {
        ...alone,
        base: { kind: 'commit', sha: sha('b'), name: 'the base of the merge group' },
        scope: 'new',
        branch: null,
      },
    ],
    [
      'pull_request',
      pull(),
      {
        ...alone,
        pull: its,
        base: { kind: 'pull', pull: its },
        sha: sha('a'),
        scope: 'new',
        branch: { name: 'sla/faster', sha: sha('a') },
      },
    ],
    [
      'pull_request_target',
      pull(),
      {
        ...alone,
        pull: its,
        base: { kind: 'pull', pull: its },
        head: sha('a'),
        sha: sha('a'),
        scope: 'new',
        configFrom: 'base',
        branch: null,
      },
    ],
  ])('%s %j', (name, payload, expected) => {
    expect(event(name, payload)).toEqual({ event: name, ...expected });
  });

  test('a tag is no branch', () => {
    const of = (ref: string) =>
      readEvent({ name: 'push', payload: { before: sha('b') }, repository: 'a/b', sha: sha('c'), ref })
        .branch;
    expect([of('refs/tags/v1'), of('refs/heads/a/b'), of('x/refs/heads/a')]).toEqual([
      null,
      { name: 'a/b', sha: sha('c') },
      null,
    ]);
  });

  test('a fork is told by its name, whatever its letters', () => {
    const fork = (repo: unknown) =>
      event('pull_request', pull({ head: { ref: 'x', sha: sha('a'), repo } })).pull?.fork;
    expect([
      fork({ full_name: 'ACME/Handbook' }),
      fork({ full_name: 'mallory/handbook' }),
      fork({ full_name: '' }),
      fork(null),
      fork({}),
    ]).toEqual([false, true, true, true, true]);
  });

  test.each<[unknown, string]>([
    [pull({ number: '7' }), 'pull_request.number'],
    [pull({ base: { ref: 'main', sha: sha('b').slice(1) } }), 'pull_request.base.sha'],
    [pull({ base: { ref: 'main', sha: `${sha('b')}${sha('b')}` } }), 'pull_request.base.sha'],
    [pull({ base: { ref: 'main', sha: sha('B') } }), 'pull_request.base.sha'],
    [pull({ base: { ref: '', sha: sha('b') } }), 'pull_request.base.ref'],
    [pull({ head: { ref: 7, sha: sha('a'), repo: null } }), 'pull_request.head.ref'],
    [pull({ head: { ref: 'x', sha: `x${sha('a')}`, repo: null } }), 'pull_request.head.sha'],
  ])('%j has no usable %s', (payload, field) => {
    expect(() => event('pull_request', payload)).toThrow(
      `The event file of pull_request has no usable ${field}.`,
    );
  });
});
