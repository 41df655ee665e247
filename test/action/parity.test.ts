import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import type { StepResult } from '../contract/runner.ts';
import { caseConfig, reportOf } from '../rules/bench.ts';
import { allCases, baseFiles, type Case, caseFiles, casesFolder } from '../rules/case-file.ts';
import { closeServers, example, play, type Scenario, stage } from './scenario.ts';

afterEach(closeServers);

const root = join(import.meta.dirname, '../..');
const node = join(root, 'node_modules/node/bin/node');
const run = promisify(execFile);

interface Told {
  readonly exit: number | null;
  readonly verdict: string;
  readonly findings: readonly object[];
}

/** What the command line says in a folder. */
async function commandLine(folder: string, ...options: string[]): Promise<Told> {
  const { stdout, code } = await run(
    node,
    [join(root, 'dist/mops.cjs'), 'check', folder, '--format', 'json', ...options],
    {
      maxBuffer: 1 << 28,
    },
  ).then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  );
  const { verdict, findings } = JSON.parse(stdout);
  return { exit: code, verdict, findings };
}

/** What the Action says, from its report file. */
function told(result: StepResult, workspace: string): Told {
  const { findings } = JSON.parse(readFileSync(join(workspace, 'report.json'), 'utf8'));
  return { exit: result.exit, verdict: result.outputs.get('verdict') ?? '', findings };
}

const asked = { 'report-file': 'report.json' };

describe('the command line and the Action say the same about an example', () => {
  const examples = readdirSync(join(root, 'examples')).filter((name) =>
    existsSync(join(root, 'examples', name, 'PRD.md')),
  );

  test.each(examples)('%s', async (name) => {
    const action = await play({ event: 'schedule', base: example(name), with: asked });
    expect(told(action, action.stage.workspace)).toEqual(await commandLine(join(root, 'examples', name)));
  });
});

describe('command line, own pull request, fork and merge queue say the same about a change', () => {
  const all = allCases().filter((one) => one.base !== 'none' && one.config === undefined);
  const step = Math.max(1, Math.floor(all.length / 6));
  const sample = all.filter((_, index) => index % step === 0).slice(0, 6);

  test.each(sample.map((one) => [`${one.rule}/${one.situation}`, one] as const))('%s', async (_name, one) => {
    const scenario: Scenario = { base: filesOf(one.base), change: changeOf(one), with: asked, depth: 'all' };
    const own = await stage(scenario);
    const first = told(await own.run(), own.workspace);
    expect(await commandLine(own.workspace, '--base', own.commits.base)).toEqual(first);
    for (const rest of [{ fork: true, token: 'ghs_reader', depth: 1 }, { event: 'merge_group' }] as const) {
      const other = await play({ ...scenario, ...rest });
      expect(told(other, other.stage.workspace)).toEqual(first);
    }
  });
});

/** A case's base as a repository has it. */
function filesOf(base: Case['base']): Record<string, string> {
  const files = baseFiles(base as Exclude<Case['base'], 'none'>);
  const config = readFileSync(join(casesFolder, 'base', base, 'mops.config.yml'), 'utf8');
  return { ...Object.fromEntries(files.map(({ path, text }) => [path, text])), 'mops.config.yml': config };
}

function changeOf(one: Case): Record<string, string | null> {
  const files = Object.fromEntries(caseFiles(one).map(({ path, text }) => [path, text]));
  return { ...files, ...Object.fromEntries((one.remove ?? []).map((path) => [path, null])) };
}

describe('fingerprints', () => {
  const prints = (one: Case, files: ReturnType<typeof caseFiles>) =>
    reportOf(files, caseConfig(one))
      .findings.map(({ fingerprint }) => fingerprint)
      .sort();

  test('are the same with lines inserted above and in any order of the files', () => {
    // One failing case of each rule: reading all of them twice takes a while.
    const failing = new Map(allCases().flatMap((one) => (one.passes ? [] : [[one.rule, one] as const])));
    for (const one of failing.values()) {
      const files = caseFiles(one);
      const moved = files.map(({ path, text }) => ({
        path,
        text: text.startsWith('---') ? text : `Some words.\n\n\n${text}`,
      }));
      expect([one.situation, prints(one, moved.reverse())]).toEqual([one.situation, prints(one, files)]);
    }
  });
});
