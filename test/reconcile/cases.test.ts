import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reconcileCommand } from '../../src/shell/commands/reconcile.ts';
import type { Terminal } from '../../src/shell/terminal.ts';

/**
 * One folder a case: `before/` is a repository, `after/` the same repository once `mops reconcile --write` ran, and
 * `expected.txt` what `mops reconcile` prints first. `UPDATE_CASES=1` writes the last two.
 */
const folder = join(import.meta.dirname, 'cases');
const update = process.env['UPDATE_CASES'] === '1';
let work = '';

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'mops-reconcile-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function reconcile(dir: string, flags: { write?: boolean; early?: boolean } = {}) {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const terminal: Terminal = { out: write, error: write, colour: false, screen: false };
  const exit = await reconcileCommand(dir, { format: 'text', ...flags }, terminal);
  return { out, exit };
}

function filesOf(dir: string): Map<string, string> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    paths
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(dir.length + 1), readFileSync(path, 'latin1')]),
  );
}

describe('each case', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const own = join(folder, name);
    const early =
      existsSync(join(own, 'args.txt')) && readFileSync(join(own, 'args.txt'), 'utf8').includes('--early');
    const dir = join(work, name);
    cpSync(join(own, 'before'), dir, { recursive: true });

    const plan = await reconcile(dir, early ? { early } : {});
    expect(filesOf(dir), 'the plan alone writes nothing').toEqual(filesOf(join(own, 'before')));
    if (update) writeFileSync(join(own, 'expected.txt'), plan.out);
    expect(plan.out).toBe(readFileSync(join(own, 'expected.txt'), 'utf8'));

    const patched = join(work, `${name}-patched`);
    cpSync(join(own, 'before'), patched, { recursive: true });
    applyDiff(patched, plan.out);

    const written = await reconcile(dir, { write: true, ...(early ? { early } : {}) });
    if (update) {
      rmSync(join(own, 'after'), { recursive: true, force: true });
      cpSync(dir, join(own, 'after'), { recursive: true });
    }
    expect(filesOf(dir)).toEqual(filesOf(join(own, 'after')));
    if (!/^v0\.9 is draft/.test(plan.out) || early)
      expect(filesOf(patched), 'git apply does the same').toEqual(filesOf(dir));

    const again = await reconcile(dir, { write: true, ...(early ? { early } : {}) });
    expect(filesOf(dir), 'twice is once').toEqual(filesOf(join(own, 'after')));
    expect(again.exit).toBe(written.exit);
    expect(written.exit).toBe(/Everything is reconciled|Nothing is open/.test(written.out) ? 0 : 1);
    expect(plan.exit).toBe(/Nothing is open/.test(plan.out) ? 0 : 1);
  });
});

/** Gives the whole output to `git apply`, which passes over everything that is no diff. */
function applyDiff(dir: string, out: string): void {
  if (!out.includes('\ndiff --git ')) return;
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
    cwd: dir,
    input: out,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: work },
  });
}
