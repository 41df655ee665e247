/** What stands first in a report: the cause, not what follows from it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { example, mops, repository } from './mops.ts';

const made: { remove: () => void }[] = [];

afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

function copy(name: string): string {
  const one = repository({});
  made.push(one);
  cpSync(example(name), one.path, { recursive: true });
  return one.path;
}

const unix = (cwd: string): readonly string[] =>
  mops(['check', '--format', 'unix'], { cwd })
    .out.split('\n')
    .filter((line) => line.includes(': error: '));

test('a file saved as UTF-16 is one error, at the file', () => {
  const path = copy('b2b-saas');
  const file = join(path, 'SoT/SoT.BUSINESS_RULES.md');
  writeFileSync(file, Buffer.from(`\uFEFF${readFileSync(file, 'utf8')}`, 'utf16le'));
  expect(unix(path)).toEqual([
    'SoT/SoT.BUSINESS_RULES.md:1:1: error: SoT/SoT.BUSINESS_RULES.md is saved as UTF-16. [file-unreadable]',
  ]);
  expect(mops(['check'], { cwd: path }).out).not.toContain('To start one: mops init');
});

test('a persona that is gone is one error', () => {
  const path = copy('b2b-saas');
  const file = join(path, 'SoT/SoT.USER_JOURNEYS.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('## PER-001: VP', '## PER-101: VP'));
  expect(unix(path)).toEqual([expect.stringContaining('links PER-001, which no file defines')]);
});

test('where v0.9 turned final, the command that writes the IDs is named', () => {
  const path = copy('before-v09');
  const file = join(path, 'mops.config.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^v09: auto.*$/m, 'v09: final'));
  expect(mops(['check'], { cwd: path }).out).toMatch(/^Helps: {3}mops reconcile --write \(\d+\)/m);
});

test('24 hours under business time are three days, and check and sla say so', () => {
  const path = copy('b2b-saas');
  const file = join(path, 'SoT/SoT.BUSINESS_RULES.md');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(
      'entering this stage: 1 business hour',
      'entering this stage: 24 hours',
    ),
  );
  expect(mops(['check'], { cwd: path }).out).toContain(
    '"24 hours", is 3 working days of 8 hours. Few teams mean that.',
  );
  expect(mops(['sla', '24 hours'], { cwd: path }).out).toContain(
    'Write "1 business day", or "24 hours, 24/7"',
  );
});
