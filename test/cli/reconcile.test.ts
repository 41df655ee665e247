import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { commitAll } from './git.ts';
import { example, mops, repository } from './mops.ts';

const made: { remove: () => void }[] = [];

afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

function copy(name: string): string {
  const made1 = repository({});
  made.push(made1);
  cpSync(example(name), made1.path, { recursive: true });
  commitAll(made1.path);
  return made1.path;
}

/** Every file of a folder with its text. */
function texts(folder: string): { [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !path.startsWith('.git') && statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

describe('mops reconcile', () => {
  test('nothing open is exit 0 and says so', () => {
    expect(mops(['reconcile', example('b2b-saas')])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing is open'),
    });
  });

  test('a draft v0.9: the plan is shown, and --write alone writes nothing', () => {
    const folder = copy('before-v09');
    const before = texts(folder);
    const { code, out } = mops(['reconcile', '--write'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toContain('so nothing is written; mops reconcile --write --early');
    expect(texts(folder)).toEqual(before);
  });

  test('the printed plan goes through git apply and does what --write does', () => {
    const written = copy('before-v09');
    expect(mops(['reconcile', '--write', '--early'], { cwd: written })).toMatchObject({
      code: 1,
      out: expect.stringContaining('Written (9):'),
    });
    const applied = copy('before-v09');
    const plan = mops(['reconcile'], { cwd: applied });
    expect(plan.code).toBe(1);
    execFileSync('git', ['apply'], { cwd: applied, input: plan.out });
    expect(texts(applied)).toEqual(texts(written));

    const again = texts(written);
    mops(['reconcile', '--write', '--early'], { cwd: written });
    expect(texts(written)).toEqual(again);
  });

  test('as JSON, with candidates and places', () => {
    const { code, out } = mops(['reconcile', '--format', 'json', example('before-v09')]);
    const plan = JSON.parse(out);
    expect(code).toBe(1);
    expect(plan).toMatchObject({ version: 1, v09: { value: 'draft' }, pending: true, written: [] });
    const unsure = plan.items.find((item: { verdict: string }) => item.verdict === 'unsure');
    expect(unsure.candidates.length).toBeGreaterThan(1);
    expect(unsure).toMatchObject({
      file: expect.any(String),
      line: expect.any(Number),
      entry: expect.any(String),
    });
  });

  test('one file that cannot be written stops all', () => {
    const folder = copy('before-v09');
    const before = texts(folder);
    chmodSync(join(folder, 'SoT/SoT.BUSINESS_RULES.md'), 0o444);
    chmodSync(join(folder, 'SoT'), 0o555);
    const { code, err } = mops(['reconcile', '--write', '--early'], { cwd: folder });
    chmodSync(join(folder, 'SoT'), 0o755);
    // The superuser may write everywhere; then the files are changed, and that is right.
    if (process.getuid?.() !== 0) {
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('Nothing was changed.') });
      expect(texts(folder)).toEqual(before);
    }
  });
});
