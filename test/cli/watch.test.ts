import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundle, repository } from './mops.ts';

const { path, remove } = repository({ 'SoT/a.md': '## BR-MOPS-001: Lifecycle Stage — MQL\n' });
const config = join(path, 'mops.config.yml');
let child: ChildProcessWithoutNullStreams | undefined;

afterAll(() => {
  child?.kill('SIGKILL');
  remove();
});

test('--watch checks again when a file or the config changes, and survives a wrong config', async () => {
  child = spawn(process.execPath, [bundle, 'check', '--watch', '--mode', 'quick'], { cwd: path });
  let out = '';
  let err = '';
  const seen = new Promise<void>((resolve, reject) => {
    child?.on('exit', (code) => reject(new Error(`it ended with ${code}: ${err}`)));
    // Each step changes something and waits for the run it causes.
    const steps: { readonly runs: number; readonly act: () => void }[] = [
      { runs: 1, act: () => writeFileSync(config, 'mode: quik\n') },
      { runs: 1, act: () => rmSync(config) },
      {
        runs: 2,
        act: () => writeFileSync(join(path, 'SoT/a.md'), '## BR-MOPS-002: Lifecycle Stage — SQL\n'),
      },
      { runs: 3, act: resolve },
    ];
    let done = 0;
    const next = (): void => {
      const runs = out.match(/^(?:PASS|FAIL) {2}/gm)?.length ?? 0;
      const waiting = err.match(/Watching for changes/g)?.length ?? 0;
      const step = steps[done];
      if (step === undefined || waiting <= done || runs < step.runs) return;
      done += 1;
      step.act();
    };
    child?.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      next();
    });
    child?.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      next();
    });
  });
  await seen;
  expect(err).toContain('mode is "quik"');
  expect(out).toContain('BR-MOPS-001');
  expect(out.slice(out.lastIndexOf('Quality gates'))).toContain('FAIL');
  expect(out).toContain('BR-MOPS-002');
});
