import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { reconcileCommand } from '../../src/shell/commands/reconcile.ts';
import type { Terminal } from '../../src/shell/terminal.ts';
import { yamlOf } from '../rules/case-file.ts';

/**
 * One file a case: a repository's `files`, and what `mops reconcile` `prints` about them. What `--write` makes of the
 * files is what `git apply` makes of the printed diff, byte for byte. `UPDATE_CASES=1` writes `prints`.
 */
const caseFile = z.strictObject({
  note: z.string().optional(),
  /** Asked with `--early`. */
  early: z.boolean().optional(),
  files: z.record(z.string(), z.string()),
  prints: z.string().optional(),
});
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
  test.each(readdirSync(folder).map((name) => name.replace('.yml', '')))('%s', async (name) => {
    const path = join(folder, `${name}.yml`);
    const document = parseDocument(readFileSync(path, 'utf8'));
    const { files, prints, early = false } = caseFile.parse(document.toJS());
    const dir = join(work, name);
    put(dir, files);
    const before = filesOf(dir);

    const plan = await reconcile(dir, early ? { early } : {});
    expect(filesOf(dir), 'the plan alone writes nothing').toEqual(before);
    if (update) {
      document.set('prints', plan.out);
      writeFileSync(path, yamlOf(document));
    } else expect(plan.out).toBe(prints);

    const patched = join(work, `${name}-patched`);
    put(patched, files);
    const waits = /^v0\.9 is draft/.test(plan.out) && !early;
    if (!waits) applyDiff(patched, plan.out);

    const written = await reconcile(dir, { write: true, ...(early ? { early } : {}) });
    const after = filesOf(dir);
    expect(after, 'git apply does the same').toEqual(filesOf(patched));

    const again = await reconcile(dir, { write: true, ...(early ? { early } : {}) });
    expect(filesOf(dir), 'twice is once').toEqual(after);
    expect(again.exit).toBe(written.exit);
    expect(written.exit).toBe(/Everything is reconciled|Nothing is open/.test(written.out) ? 0 : 1);
    expect(plan.exit).toBe(/Nothing is open/.test(plan.out) ? 0 : 1);
  });
});

function put(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

/** Gives the whole output to `git apply`, which passes over everything that is no diff. */
function applyDiff(dir: string, out: string): void {
  if (!out.includes('\ndiff --git ')) return;
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
    cwd: dir,
    input: out,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: work },
  });
}
