import { describe, expect, test } from 'vitest';
import { type EventInput, readEvent } from '../../action/event.ts';

const sha = (digit: string) => digit.repeat(40);
const pull = (repo: unknown = { full_name: 'acme/handbook' }) => ({
  pull_request: {
    number: 7,
    base: { ref: 'main', sha: sha('b') },
    head: { ref: 'sla/faster', sha: sha('a'), repo },
  },
});
const read = (name: string, payload: unknown, rest: Partial<EventInput> = {}) =>
  readEvent({ name, payload, repository: 'acme/handbook', sha: sha('c'), ref: 'refs/heads/main', ...rest });

describe('what an event means', () => {
  test('pull_request: new findings decide, the head configures, its branch may be pushed to', () => {
    expect(read('pull_request', pull())).toMatchObject({
      scope: 'new',
      configFrom: 'head',
      head: null,
      branch: { name: 'sla/faster', sha: sha('a') },
    });
  });

  test('pull_request from a fork: the base configures, nothing may be pushed', () => {
    for (const repo of [{ full_name: 'mallory/handbook' }, null]) {
      expect(read('pull_request', pull(repo))).toMatchObject({ configFrom: 'base', branch: null });
    }
  });

  test('pull_request_target: the head is read as a commit, the base configures, nothing may be pushed', () => {
    expect(read('pull_request_target', pull())).toMatchObject({
      scope: 'new',
      configFrom: 'base',
      head: sha('a'),
      branch: null,
    });
  });

  test('merge_group: compared with the base of the group', () => {
    expect(read('merge_group', { merge_group: { base_sha: sha('b'), head_sha: sha('c') } })).toMatchObject({
      scope: 'new',
      pull: null,
      base: { kind: 'commit', sha: sha('b') },
      branch: null,
    });
  });

  test('push: compared with the state before, all findings decide', () => {
    expect(read('push', { before: sha('b') })).toMatchObject({ scope: 'all', base: { sha: sha('b') } });
  });

  test('push of a new branch: there is nothing before it', () => {
    expect(read('push', { before: sha('0') }).base).toEqual({ kind: 'none' });
  });

  test('schedule, workflow_dispatch and events nobody thought of: the state for itself', () => {
    for (const name of ['schedule', 'workflow_dispatch', 'issue_comment', '']) {
      expect(read(name, {})).toMatchObject({ scope: 'all', base: { kind: 'none' }, pull: null });
    }
  });

  test('a payload without what it should have is named', () => {
    expect(() => read('pull_request', {})).toThrow(
      'The event file of pull_request has no usable pull_request.number.',
    );
    expect(() => read('merge_group', null)).toThrow('no usable merge_group.base_sha');
  });

  test('what is no commit never reaches git', () => {
    expect(() => read('push', { before: '--upload-pack=touch x' })).toThrow('no usable before');
  });
});
