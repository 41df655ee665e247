import { readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { mops, repository } from './mops.ts';

const made: { remove: () => void }[] = [];

afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

const mql = (owner: string): string =>
  `## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\n${owner}: BDR\nLinked IDs: PER-1\n`;
const persona = '## PER-001: Head of sales\n\nType: Primary\n';

function folder(files: { readonly [path: string]: string }): string {
  const one = repository(files);
  made.push(one);
  return one.path;
}

describe('mops fix', () => {
  test('writes what is sure and says what is left', () => {
    const path = folder({ 'SoT/mql.md': mql('Ownr'), 'SoT/per.md': persona });
    const { code, out } = mops(['fix'], { cwd: path });
    expect(code).toBe(0);
    expect(out).toContain('  SoT/mql.md:5:1  field-unknown  "Ownr" → "Owner"\n');
    expect(out).toContain('  SoT/mql.md:6:13  id-format  "PER-1" → "PER-001"\n');
    expect(out).toContain('Fixed 2 findings in 1 file.\n');
    expect(out).toMatch(/Left for a person: \d+ errors/);
    expect(readFileSync(join(path, 'SoT/mql.md'), 'utf8')).toBe(mql('Owner').replace('PER-1', 'PER-001'));
    expect(mops(['fix'], { cwd: path }).out).toContain('Nothing to fix that is sure.');
  });

  test('--check writes nothing and is exit 1 while there is something', () => {
    const path = folder({ 'SoT/mql.md': mql('Ownr'), 'SoT/per.md': persona });
    const { code, out } = mops(['fix', '--check'], { cwd: path });
    expect([code, out]).toEqual([1, expect.stringContaining('Could fix 2 findings in 1 file.')]);
    expect(readFileSync(join(path, 'SoT/mql.md'), 'utf8')).toBe(mql('Ownr'));
  });

  test('what needs a look is named, and taken only when asked for', () => {
    const handoff = '## GTM-MOPS-002: Handoff — MQL → SQL\n\nType: Handoff\nFrom: MQL (owner: AE)\nTo: SQL\n';
    const path = folder({
      'SoT/all.md': `${mql('Owner').replace('PER-1', 'PER-001')}\n${handoff}\n${persona}`,
    });
    expect(mops(['fix'], { cwd: path }).out).toContain('1 more can be fixed with mops fix --suggested');
    expect(mops(['fix', '--suggested'], { cwd: path }).out).toContain(
      'handoff-owner  "AE" → "BDR"  (needs a look)',
    );
    expect(readFileSync(join(path, 'SoT/all.md'), 'utf8')).toContain('From: MQL (owner: BDR)');
  });

  test('nothing is written when one of the files is a link', () => {
    const path = folder({ 'SoT/a.md': mql('Ownr'), 'SoT/per.md': persona, 'SoT/b.md': 'x' });
    const outside = folder({ 'b.md': '## BR-MOPS-3: Lifecycle Stage — SQL\n\nType: Lifecycle-Stage\n' });
    unlinkSync(join(path, 'SoT/b.md'));
    symlinkSync(join(outside, 'b.md'), join(path, 'SoT/b.md'));
    mops(['fix'], { cwd: path });
    expect(readFileSync(join(outside, 'b.md'), 'utf8')).toContain('BR-MOPS-3');
  });

  test('the JSON holds the diff', () => {
    const path = folder({ 'SoT/mql.md': mql('Ownr'), 'SoT/per.md': persona });
    const report = JSON.parse(mops(['fix', '--check', '--format', 'json'], { cwd: path }).out);
    expect(report).toMatchObject({ version: 1, written: [] });
    expect(report.applied).toHaveLength(2);
    expect(report.diff).toContain('\n-Ownr: BDR\n-Linked IDs: PER-1\n+Owner: BDR\n');
  });

  test('a finding in the JSON report carries its edit, a SARIF result its fix', () => {
    const path = folder({ 'SoT/mql.md': mql('Ownr') });
    const json = JSON.parse(mops(['check', '--format', 'json'], { cwd: path }).out);
    const finding = json.findings.find(({ rule }: { rule: string }) => rule === 'field-unknown');
    expect(finding.edit).toEqual({
      ...{ file: 'SoT/mql.md', line: 5, column: 1, endLine: 5, endColumn: 5 },
      ...{ text: 'Owner', sure: true },
    });
    const sarif = JSON.parse(mops(['check', '--format', 'sarif'], { cwd: path }).out);
    const result = sarif.runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'field-unknown');
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: { startLine: 5, startColumn: 1, endLine: 5, endColumn: 5 },
        insertedContent: { text: 'Owner' },
      },
    ]);
    expect(mops(['check'], { cwd: path }).out).toContain('1 can be fixed with mops fix');
  });
});
