import { describe, expect, test } from 'vitest';
import { caseConfig, reportOf } from '../rules/bench.ts';
import { baseFiles } from '../rules/case-file.ts';

const found = (config: Record<string, unknown>, drop = '') =>
  reportOf(
    baseFiles('standard').filter(({ path }) => path !== drop),
    caseConfig({ base: 'standard', config }),
  );

describe('the severity of a rule', () => {
  test('in the config does not make a mode ask what it does not ask', () => {
    const report = found({ rules: { 'segment-routing': 'error', 'drift-per-stage': 'warning' } });
    expect(report.findings).toEqual([]);
    expect(report.skipped.join('')).toContain('segment-routing');
  });

  test('off in the config silences it, and the list of what was left out does not name it', () => {
    expect(found({}, 'SoT/mon-drift.md').findings.map(({ rule }) => rule)).toEqual(['sla-drift']);
    const off = found({ rules: { 'sla-drift': 'off' } }, 'SoT/mon-drift.md');
    expect(off.findings).toEqual([]);
    expect(off.skipped.join('')).not.toContain('sla-drift');
  });

  test('raised and lowered in the config decides the verdict', () => {
    const lowered = found({ rules: { 'sla-drift': 'notice' } }, 'SoT/mon-drift.md');
    expect([lowered.verdict, lowered.findings[0]?.severity]).toEqual(['pass', 'notice']);
    const raised = found({ rules: { 'sla-drift': 'error' } }, 'SoT/mon-drift.md');
    expect([raised.verdict, raised.findings[0]?.severity]).toEqual(['fail', 'error']);
  });
});
