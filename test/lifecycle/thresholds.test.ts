import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/read.ts';

function thresholdOf(line: string) {
  const text = `## BR-MOPS-011: Scoring Model — Fit\n\nType: Scoring-Model\nSignals:\n- Demo: +90\nThresholds:\n- ${line}\n`;
  const reading = readConfig(null, 'mops.config.yml', []);
  if ('errors' in reading) throw new Error('config');
  const [found] =
    buildModel(readRepository([{ path: 'a.md', text }]), reading.config).scorings[0]?.thresholds ?? [];
  return [found?.stage, found?.points];
}

test.each([
  ['MQL: 50', 'MQL', 50],
  ['MQL: 50–79', 'MQL', 50],
  ['MQL: 50 to 79 points', 'MQL', 50],
  ['SQL: 80+', 'SQL', 80],
  ['SQL: ≥ 80', 'SQL', 80],
  ['SQL ≥ 80', 'SQL', 80],
  ['SQL: > 80', 'SQL', 81],
  ['SQL: 80 or more', 'SQL', 80],
  ['MQL: 50/100', 'MQL', 50],
  ['MQL: A1, A2, B1', 'MQL', null],
  ['MQL: fit 50 and engagement 30', 'MQL', null],
])('a threshold: %s', (line, stage, points) => expect(thresholdOf(line)).toEqual([stage, points]));
