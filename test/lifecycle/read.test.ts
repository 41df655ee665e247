/**
 * What an entry's lines are read as: `read.yml` holds them by situation, with all that the lifecycle says of them, the
 * lines that say nothing of their own, and what is asked about them where `asks` names rules.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { configOf, reportOf } from '../rules/bench.ts';
import { lineByLine } from '../rules/line-by-line.ts';
import { otherwise, saidBy } from '../rules/read-as.ts';

interface Situation {
  readonly when: string;
  /** The entry whose fields the text begins with; the stage SQL when left out. */
  readonly of?: 'stage' | 'handoff';
  readonly asks?: readonly string[];
  readonly config?: object;
  readonly text: string;
  readonly reads?: readonly string[];
  /** Lines that are no values, with what they were taken for. */
  readonly lines?: readonly string[];
  readonly finds?: readonly string[];
}

const heads: Readonly<Record<'stage' | 'handoff', string>> = {
  stage: '## BR-MOPS-003: Lifecycle Stage — SQL\n\nType: Lifecycle-Stage\nStage: SQL\n',
  handoff:
    '## GTM-MOPS-002: Handoff — MQL → SQL\n\nType: Handoff\nFrom: MQL (owner: BDR)\nTo: SQL (owner: AE)\n',
};
const report = (text: string, config: object = {}) =>
  reportOf([{ path: 'SoT/a.md', text }], configOf(config));
const bare = { stage: saidBy(report(heads.stage).model), handoff: saidBy(report(heads.handoff).model) };

function read({ of = 'stage', text, asks = [], config }: Situation): Partial<Situation> {
  const whole = `${heads[of]}\n${text}`;
  const { model, findings } = report(whole, config);
  const reads = otherwise(bare[of], saidBy(model)).filter((line) => !line.startsWith('without'));
  const lines = lineByLine(model, [{ path: 'SoT/a.md', text: whole }], new Set(['SoT/a.md']))
    .slice(heads[of].split('\n').filter((line) => line !== '').length)
    .filter((line) => !/^(?:value|label|head)\b[^=]*\||^outside \| $/.test(line));
  const finds = findings.filter(({ rule }) => asks.includes(rule)).map(({ message }) => message);
  return {
    ...(asks.length > 0 ? {} : { reads }),
    ...(asks.length > 0 || lines.length === 0 ? {} : { lines }),
    ...(asks.length === 0 ? {} : { finds }),
  };
}

const path = new URL('read.yml', import.meta.url);
const situations = parse(readFileSync(path, 'utf8')) as readonly Situation[];
const given = ({ reads, lines, finds, ...one }: Situation) => [one, { reads, lines, finds }] as const;
if (process.env.UPDATE_CASES === '1')
  writeFileSync(
    path,
    stringify(
      situations.map((one) => ({ ...given(one)[0], ...read(one) })),
      { lineWidth: 0 },
    ),
  );

describe('what lines of an entry are read as', () => {
  test.each(situations)('$when', (one) => {
    expect(read(one)).toEqual(given(one)[1]);
  });
});
