/** Stages as CRMs, blogs and other languages call them: quiet with the lines of the config that messages print. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configOf, reportOf } from '../rules/bench.ts';
import { companyText } from './company.ts';

interface Waterfall {
  readonly name: string;
  readonly stages: readonly string[];
  /** Lines to paste, in the order in which they are printed. */
  readonly lines: readonly string[];
}

const waterfalls = readFileSync(join(import.meta.dirname, 'waterfalls.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Waterfall);

const owners = [
  'Marketing automation',
  'BDR',
  'AE',
  'Founder',
  'CS',
  'Account manager',
  'RevOps',
  'Marketing',
];

function reportWith(stages: readonly string[], lines: readonly string[]) {
  const company = stages.map((name, at): [string, string] => [name, owners[at] ?? 'Marketing']);
  const pasted = lines.map((line) => parse(line) as object);
  const config = configOf(Object.assign({ calendar: { zone: 'America/New_York' } }, ...pasted));
  return reportOf([{ path: 'SoT/lifecycle.md', text: companyText(company) }], config).findings;
}

test.each(waterfalls)('$name', ({ stages, lines }) => {
  for (const [at, line] of lines.entries()) {
    const [finding, ...others] = reportWith(stages, lines.slice(0, at));
    expect([finding?.rule, others]).toEqual(['lifecycle-shape', []]);
    expect(finding?.fix).toContain(`put this line into mops.config.yml: \`${line}\`.`);
  }
  expect(reportWith(stages, lines).map(({ message }) => message)).toEqual([]);
});

test('where nothing tells which stage is meant, the message shows how to say it', () => {
  const findings = reportWith(
    ['Stage 0', 'Stage 1', 'Stage 2', 'Stage 3', 'Stage 4'],
    ['stages: {Anonymous: [Stage 0], Customer: [Stage 4]}'],
  );
  expect(findings.map(({ fix }) => fix)).toEqual([
    'Write a BR-MOPS entry for Lead, or set the motion in mops.config.yml that fits your product. If one of your stages is Lead under another name, say which in mops.config.yml, for example `stages: {Anonymous: [Stage 0], Customer: [Stage 4], Lead: [Stage 1]}`.',
  ]);
});
