import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { rangeOf } from '../../src/lifecycle/records/range.ts';
import { scored } from '../../src/lifecycle/records/score.ts';
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
  ['MQL: 50 (out of 100)', 'MQL', 50],
  ['MQL: score ≥ 50', 'MQL', 50],
  ['MQL: score of 50 points', 'MQL', 50],
  ['MQL – 50', 'MQL', 50],
  ['MQL at 50', 'MQL', 50],
  ['MQL needs 50 points', 'MQL', 50],
  ['50–79 → MQL', 'MQL', 50],
  ['≥ 50 → MQL', 'MQL', 50],
  ['50 points: MQL', 'MQL', 50],
  ['MQL: 1,050', 'MQL', 1050],
  ['MQL: 50%', 'MQL', null],
  ['MQL: high', 'MQL', null],
  ['MQL: < 50', 'MQL', null],
  ['MQL: up to 50', 'MQL', null],
  ['MQL: 79–50', 'MQL', null],
  ['MQL: 50, or 30 with a demo', 'MQL', null],
  ['MQL: 50k', 'MQL', null],
  ['MQL: A1, A2, B1', 'MQL', null],
  ['MQL: fit 50 and engagement 30', 'MQL', null],
])('a threshold: %s', (line, stage, points) => expect(thresholdOf(line)).toEqual([stage, points]));

test.each([
  ['Demo request form: +40', 'Demo request form', 40],
  ['Demo request form (+40)', 'Demo request form', 40],
  ['+40: Demo request form', 'Demo request form', 40],
  ['+40 for a demo request', 'a demo request', 40],
  ['Demo request form = 40 points', 'Demo request form', 40],
  ['Student e-mail address: −50', 'Student e-mail address', -50],
  ['Student e-mail address: - 50', 'Student e-mail address', -50],
  ['Student e-mail address – 50', 'Student e-mail address – 50', null],
  ['Demo request form: 40–60', 'Demo request form: 40–60', null],
  ['Demo request form: x2', 'Demo request form: x2', null],
  ['Demo request form: high', 'Demo request form: high', null],
  ['Opened 3 mails', 'Opened 3 mails', null],
])('a signal: %s', (line, name, points) => expect(scored(line)).toEqual({ name, points }));

test.each([
  ['1–49', 1, 49],
  ['1 to 49 employees', 1, 49],
  ['between 50 and 499', 50, 499],
  ['from 50 to 499 seats', 50, 499],
  ['500+', 500, Number.POSITIVE_INFINITY],
  ['500 plus', 500, Number.POSITIVE_INFINITY],
  ['1,000+', 1000, Number.POSITIVE_INFINITY],
  ['1k+', 1000, Number.POSITIVE_INFINITY],
  ['1k–4.9k', 1000, 4900],
  ['$10k–$50k ARR', 10_000, 50_000],
  ['≥ 500', 500, Number.POSITIVE_INFINITY],
  ['> 499', 500, Number.POSITIVE_INFINITY],
  ['50 or more', 50, Number.POSITIVE_INFINITY],
  ['< 50', 0, 49],
  ['under 50', 0, 49],
  ['up to 49', 0, 49],
  ['49 or fewer', 0, 49],
])('a range: %s', (text, min, max) => expect(rangeOf(text)).toEqual({ min, max }));

test.each(['about 50', '50ish', '49–1', 'SMB', 'Tier 1', '1–49 or student', '', '50–', '1–49, 500+'])(
  'no range: %s',
  (text) => expect(rangeOf(text)).toBeNull(),
);
