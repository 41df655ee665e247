/** Levels of a monitor's thresholds (`src/language/tables/alert-levels.ts`). */
import { expect, test } from 'vitest';
import { alertLevel, behindLevel, levelParts } from '../../src/language/tables/alert-levels.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

test.each([
  ['Warn: 20% above the baseline', 'warn'],
  ['**Warning** at 88 %', 'warn'],
  ['amber 88 %', 'warn'],
  ['Critical: 50%', 'critical'],
  ['red below 75 %', 'critical'],
  ['Recalibrate-trigger: the team grows', 'recalibrate'],
  ['88 % (warning)', null],
  ['warned 3 times', null],
  ['reduced by half', null],
] as const)('"%s" is of the level %s', (text, level) => {
  expect(alertLevel(text)).toBe(level);
});

test.each([
  ['Warn below 88 %, Critical below 75 %', ['Warn below 88 %', 'Critical below 75 %']],
  ['Warning: 88 % / Critical: 75 %', ['Warning: 88 %', 'Critical: 75 %']],
  ['amber 88 % and red 75 %', ['amber 88 %', 'red 75 %']],
  [
    'Warn 20 %; act below 75 %; recalibrate: team grows',
    ['Warn 20 %', 'act below 75 %', 'recalibrate: team grows'],
  ],
  ['Warn: 20 % for 2 weeks, the critical path aside', ['Warn: 20 % for 2 weeks, the critical path aside']],
  ['88 % (warning), critical 75 %', ['88 % (warning), critical 75 %']],
])('"%s" has its levels', (text, parts) => {
  expect(levelParts(text).map(([from, to]) => text.slice(from, to))).toEqual(parts);
});

test.each([
  ['Critical: above 8 business hours', '8 business hours'],
  ['red at 8 hours', '8 hours'],
  ['**Alarm**: > 1 day', '1 day'],
  ['Page ≥ 2 h', '2 h'],
  ['Critical TBD', 'TBD'],
  ['Warn: below 88 %', 'below 88 %'],
  ['Team grows: ?', '?'],
  ['88 % (warning)', '88 % (warning)'],
])('"%s" begins at "%s"', (text, value) => {
  expect(behindLevel(text)).toBe(value);
});

/** The thresholds of a monitor written so. */
function read(lines: string) {
  const config = configOf({});
  const text = `## MON-DRIFT-001: Baseline — MQL\n\nSubject: MQL\n\n${lines}\n\nOwner: RevOps\n`;
  const [monitor] = buildModel(readRepository([{ path: 'SoT/a.md', text }]), config).monitors;
  return monitor?.thresholds.map(({ level, raw }) => [level, raw.text]);
}

test.each([
  'Thresholds:\n- Warning: 88 %\n- Critical: 75 %',
  'Thresholds:\nWarning: 88 %\nCritical: 75 %',
  'Thresholds:\n\nWarning: 88 %\n\nCritical: 75 %',
  'Thresholds: Warning: 88 %; Critical: 75 %',
  'Thresholds: Warning: 88 %, Critical: 75 %',
  '**Thresholds**: Warning: 88 %, Critical: 75 %',
  'Warning: 88 %\nCritical: 75 %',
  '- Warning: 88 %\n- Critical: 75 %',
])('%j is a warning and a critical threshold', (lines) => {
  expect(read(lines)).toEqual([
    ['warn', 'Warning: 88 %'],
    ['critical', 'Critical: 75 %'],
  ]);
});
