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

  test('one of nine stages: its mentions in entries, links, pictures and config, nothing else, and no finding more', () => {
    const names = ['Anonymous', 'Lead', 'MQL', 'SAL', 'SQL', 'Trial run', 'Opportunity', 'Legal', 'Customer'];
    const entries = names.map((name, at) => {
      const next = names[at + 1];
      return [
        `## BR-MOPS-00${at + 1}: Lifecycle Stage — ${name}`,
        `Type: Lifecycle-Stage\nOrder: ${at + 1}\nStatus: Active\nStage: ${name}`,
        `Entry criteria:\n\n- Step ${at} recorded in the CRM, paralegal notes and Legalize export attached`,
        ...(next === undefined
          ? []
          : [`Exit criteria (progression):\n\n- To ${next}: Step ${at + 1} recorded in the CRM`]),
        'Exit criteria (disqualification):\n\n- No answer for 30 days → Nurture',
        `Owner: AE\nSLA: 1 business day`,
      ].join('\n\n');
    });
    const files = {
      'SoT/rules.md': `# Rules\n\n${entries.join('\n\n')}\n`,
      'README.md':
        '# Flow\n\n```mermaid\nflowchart LR\n  a[Legal] --> b[Customer]\n```\n\n[Legal](SoT/rules.md)\n',
      'mops.config.yml': 'motion: sales-assisted\nstages:\n  Legal: [Contract check]\n',
    };
    const one = repository(files);
    made.push(one);
    const before = findings(one.path);
    expect(mops(['rename', 'Legal', 'Contract review', '--write'], { cwd: one.path }).code).toBe(0);
    for (const [path, text] of Object.entries(files)) {
      const after = readFileSync(join(one.path, path), 'utf8');
      expect(after).toBe(text.replace(/\bLegal\b/g, 'Contract review'));
    }
    expect(findings(one.path)).toBe(before);
  });
});
