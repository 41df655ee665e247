import { readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { closeServers, passing, play, rules, rulesFile } from './scenario.ts';

afterEach(closeServers);

/** So many stages without anything a stage needs. */
function hollow(count: number, words = ''): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `## BR-MOPS-${index + 100}: Lifecycle Stage — Extra ${index + 100}\n\n**Type**: Lifecycle-Stage\n**Status**: Active\n**Stage**: Extra ${index + 100}\n**Entry criteria**:\n- ${words || 'x'}\n`,
  ).join('\n');
}

describe('more findings than GitHub shows', () => {
  test('sixty findings: ten of a level, the first one points to the rest, the log and the summary have all', async () => {
    const run = await play({ change: { [rulesFile]: `${passing[rulesFile]}\n${hollow(30)}` } });
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(Number(run.outputs.get('errors'))).toBeGreaterThan(60);
    expect(run.dropped).toEqual([]);
    expect(errors).toHaveLength(10);
    expect(errors[0]?.message).toMatch(/^\d+ more errors not shown here/);
    expect(errors[0]?.file).toBeNull();
    const text = run.log.join('\n');
    for (const number of [100, 115, 129]) {
      expect(text).toContain(`BR-MOPS-${number}`);
      expect(run.summary).toContain(`BR-MOPS-${number}`);
    }
    expect(run.annotations.map(({ level }) => level)).toEqual(
      [...run.annotations.map(({ level }) => level)].sort(
        (a, b) => ['error', 'warning', 'notice'].indexOf(a) - ['error', 'warning', 'notice'].indexOf(b),
      ),
    );
  });

  test('a summary that would be over 1 MiB is shortened by bytes, never dropped', async () => {
    const run = await play({
      change: {
        [rulesFile]: `${passing[rulesFile]}\n${hollow(1500, 'Qualität und Größe — “schön” 🚀 '.repeat(8))}`,
      },
      with: { 'report-file': 'report.json' },
    });
    expect(run.summaryBytes).toBeGreaterThan(1000);
    expect(run.summaryBytes).toBeLessThanOrEqual(1024 * 1024);
    expect(run.summary).toContain('❌ Lead lifecycle fails');
    const report = JSON.parse(readFileSync(join(run.stage.workspace, 'report.json'), 'utf8'));
    expect(report.findings.length).toBeGreaterThan(3000);
  });

  test('a very long value makes an annotation of at most a thousand characters', async () => {
    const run = await play({ change: rules(['**Owner**: BDR', `**Owner**: ${'very '.repeat(3000)}long`]) });
    expect(run.annotations.length).toBeGreaterThan(0);
    expect(Math.max(...run.annotations.map(({ message }) => message.length))).toBeLessThanOrEqual(1000);
  });
});

describe('files on request', () => {
  test('the JSON report and SARIF lie where they were asked for, and the output names the report', async () => {
    const run = await play({
      change: rules(['**Owner**: BDR', '**Owner**: TBD']),
      with: { 'report-file': 'out/mops/report.json', 'sarif-file': 'out/mops.sarif' },
    });
    expect(run.outputs.get('report-file')).toBe('out/mops/report.json');
    const report = JSON.parse(readFileSync(join(run.stage.workspace, 'out/mops/report.json'), 'utf8'));
    expect(report).toMatchObject({ version: 1, verdict: 'fail', counts: { error: 1 } });
    const rule = (one: { rule?: string; ruleId?: string }) => (one.rule ?? one.ruleId) === 'stage-owner';
    expect(report.findings.filter(rule)).toMatchObject([
      { file: rulesFile, severity: 'error', state: 'new' },
    ]);
    const sarif = JSON.parse(readFileSync(join(run.stage.workspace, 'out/mops.sarif'), 'utf8'));
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].results.filter(rule)).toMatchObject([{ level: 'error', baselineState: 'new' }]);
  });

  test('a link out of the workspace is not followed', async () => {
    const run = await play({
      with: { 'report-file': 'out/report.json' },
      prepare: (workspace) => symlinkSync(tmpdir(), join(workspace, 'out')),
    });
    expect([run.exit, run.annotations[0]?.message]).toEqual([
      2,
      expect.stringContaining('outside the workspace'),
    ]);
  });
});

test('without a token there is no request, and the verdict is the same', async () => {
  const run = await play({ change: rules(['**Owner**: BDR', '**Owner**: TBD']), token: '' });
  expect([run.exit, Number(run.outputs.get('new')) > 0]).toEqual([1, true]);
  expect(run.stage.github.seen).toEqual([]);
});
