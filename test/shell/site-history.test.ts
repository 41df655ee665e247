/** What the history of a shallow clone says of changes. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitsOf } from '../../src/shell/git/site-history.ts';
import { commitAll } from '../cli/git.ts';
import { removeTemporaryFolders, temporaryFolder } from '../contract/temporary.ts';

let origin = '';
beforeAll(() => {
  origin = temporaryFolder('history');
  mkdirSync(join(origin, 'gtm'));
  for (const [path, text] of [
    ['gtm/a.md', 'one'],
    ['gtm/a.md', 'two'],
    ['other.md', 'three'],
  ] as const) {
    writeFileSync(join(origin, path), text);
    commitAll(origin);
  }
});
afterAll(removeTemporaryFolders);

const clone = (...how: string[]) => {
  const folder = temporaryFolder('clone');
  execFileSync('git', ['clone', '-q', ...how, `file://${origin}`, folder]);
  return folder;
};

describe('commits of a folder', () => {
  test('in a whole clone are those that touched it', async () => {
    expect((await commitsOf(join(clone(), 'gtm'), 9))?.length).toBe(2);
  });

  test.each([
    ['that has the last commit alone', '--depth=1', ''],
    ['of a folder that none of its commits but the first touched', '--depth=2', 'gtm'],
  ])('in a shallow one %s are not known, which is not the same as none', async (_what, depth, inner) => {
    expect(await commitsOf(join(clone(depth), inner), 9)).toBe(null);
  });

  test('where there is no repository, or no commit yet, are not known either', async () => {
    const empty = temporaryFolder('empty');
    expect(await commitsOf(empty, 9)).toBe(null);
    execFileSync('git', ['init', '-q', empty]);
    expect(await commitsOf(empty, 9)).toBe(null);
  });
});
