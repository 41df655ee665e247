/** The compiled code that a command keeps between runs: the answer is the same with it, without it, and where it is broken. */

import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { example, mops, type Ran } from './mops.ts';

let home = '';
const folder = (): string => join(home, 'marketing-ops-handoff');
const kept = (): readonly string[] => readdirSync(folder());
const file = (): string => join(folder(), kept()[0] ?? '');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mops-launch-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function check(env: NodeJS.ProcessEnv = {}): Ran {
  return mops(['check', example('quick')], { env: { XDG_CACHE_HOME: home, ...env } });
}

test('the first run keeps one file, the second takes it and answers the same', () => {
  const first = check();
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(kept()).toEqual([expect.stringMatching(/^mops-[0-9a-f]{16}-v\d+\.\d+\.\d+-\w+-check\.v8$/)]);
  const before = statSync(file()).mtimeMs;
  expect(check()).toEqual(first);
  expect(statSync(file()).mtimeMs).toBe(before);
  expect(statSync(file()).mode & 0o077).toBe(0);
});

test('each command has its own, and those of another bundle go', () => {
  check();
  writeFileSync(join(folder(), 'mops-0123456789abcdef-v20.0.0-x64-check.v8'), 'old');
  writeFileSync(join(folder(), 'notes.txt'), 'mine');
  mops(['sla', '1 hour'], { env: { XDG_CACHE_HOME: home } });
  expect(kept().map((name) => name.replace(/^mops-.*-(\w+)\.v8$/, '$1'))).toEqual([
    'check',
    'sla',
    'notes.txt',
  ]);
});

test.each([
  ['broken', (path: string) => writeFileSync(path, 'broken', { mode: 0o600 })],
  ['cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 1000), { mode: 0o600 })],
  ['writable by others', (path: string) => chmodSync(path, 0o666)],
  [
    'a link',
    (path: string) => {
      writeFileSync(join(home, 'elsewhere'), readFileSync(path));
      rmSync(path);
      symlinkSync(join(home, 'elsewhere'), path);
    },
  ],
])('a file that is %s is not taken, and written anew', (_name, damage) => {
  const first = check();
  damage(file());
  expect(check()).toEqual(first);
  expect([statSync(file()).mode & 0o077, statSync(file()).size > 100_000]).toEqual([0, true]);
});

test('a folder that cannot be made costs nothing but the time', () => {
  writeFileSync(join(home, 'a-file'), '');
  expect(check({ XDG_CACHE_HOME: join(home, 'a-file') })).toEqual(check());
});

test('NODE_DISABLE_COMPILE_CACHE keeps nothing', () => {
  expect(check({ NODE_DISABLE_COMPILE_CACHE: '1' }).code).toBe(0);
  expect(readdirSync(home)).toEqual([]);
});

test('what ends in an error is not kept', () => {
  expect(mops(['chekc'], { env: { XDG_CACHE_HOME: home } }).code).toBe(2);
  expect(readdirSync(home)).toEqual([]);
});
