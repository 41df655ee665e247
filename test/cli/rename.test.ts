import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
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

const findings = (cwd: string): number =>
  JSON.parse(mops(['check', '--format', 'json'], { cwd }).out).findings.length;

describe('mops rename', () => {
  test('shows the plan and writes nothing, then writes it, without a finding more', () => {
    const path = copy('b2b-saas');
    const before = findings(path);
    const rules = readFileSync(join(path, 'SoT/SoT.BUSINESS_RULES.md'), 'utf8');
    const plan = mops(['rename', 'Opportunity', 'Deal'], { cwd: path });
    expect(plan).toMatchObject({
      code: 0,
      out: expect.stringContaining('+GTM-MOPS-003: Handoff — SQL → Deal\n'),
    });
    expect(readFileSync(join(path, 'SoT/SoT.BUSINESS_RULES.md'), 'utf8')).toBe(rules);
    expect(mops(['rename', 'Opportunity', 'Deal', '--write'], { cwd: path }).out).toMatch(
      /^Renamed the stage Opportunity → Deal: \d+ mentions in 5 files\./,
    );
    expect(findings(path)).toBe(before);
    expect(readFileSync(join(path, 'mops.config.yml'), 'utf8')).toContain('stages:\n  Opportunity: [Deal]\n');
    expect(mops(['rename', 'Opportunity', 'Deal', '--write'], { cwd: path })).toMatchObject({
      code: 2,
      err: expect.stringContaining('renamed already'),
    });
  });

  test.each(['BR-MOPS-003:BR-MOPS-030', 'BDR:Setter', 'Customer:Client'])('%s brings no finding', (names) => {
    const path = copy('b2b-saas');
    const before = findings(path);
    const [old = '', name = ''] = names.split(':');
    expect(mops(['rename', old, name, '--write'], { cwd: path }).code).toBe(0);
    expect(findings(path)).toBe(before);
  });
});
