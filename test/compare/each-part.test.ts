/** One edit to each part of an entry that can be compared: what is said of it, and that nothing else is. */
import { describe, expect, test } from 'vitest';
import { pairRecords } from '../../src/compare/pair.ts';
import { semanticChanges } from '../../src/compare/semantic.ts';
import { modelOf } from '../diagram/models.ts';
import { base, entry, said } from './rules.ts';

type Told = readonly [from: string, to: string, ...sentences: string[]];

describe('a routing', () => {
  const of = 'Routing MQL → SQL by Size (employees)';
  test.each<Told>([
    ['1–49 → BDR: 1', '1–49 → AE: 1', `${of}: route 1–49 BDR: 1 business day → AE: 1 business day`],
    ['1–49 → BDR: 1 business day', '1–49: ', `${of}: route 1–49 BDR: 1 business day → nobody`],
    ['  - 50+ →', '  - 500+ → AE\n  - 50+ →', `${of}: route 500+ added: AE`],
    ['  - 1–49 → BDR: 1 business day\n', '', `${of}: route 1–49 removed: BDR: 1 business day`],
    ['1 business day', '1  business day.'],
    [
      'Size (employees)',
      'Region',
      'Routing MQL → SQL by Region: renamed, was MQL → SQL by Size (employees) (BR-MOPS-010)',
      'Routing MQL → SQL by Region: dimension Size (employees) → Region',
    ],
    [entry('BR-MOPS-010'), '', `${of}: routing removed (BR-MOPS-010)`],
  ])('%j becomes %j', (from, to, ...sentences) => {
    expect(said([from, to])).toEqual(sentences);
  });
});

describe('a scoring model', () => {
  const of = 'Scoring model BR-MOPS-011';
  test.each<Told>([
    ['  - Demo request', '  - Webinar seen: +10\n  - Demo request', `${of}: signal Webinar seen added: 10`],
    [
      'Decay: -10 per 30 days without activity',
      'Decay: none',
      `${of}: decay -10 per 30 days without activity → none`,
    ],
    [
      '- Decay: -10 per 30 days without activity\n',
      '',
      `${of}: decay removed: -10 per 30 days without activity`,
    ],
    ['form: +40', 'form: 40 points'],
  ])('%j becomes %j', (from, to, ...sentences) => {
    expect(said([from, to])).toEqual(sentences);
  });
});

describe('a drift monitor', () => {
  const of = 'Drift monitor MON-DRIFT-001';
  test.each<Told>([
    ['2026-01-15', '2026-02-15', `${of}: baseline 2026-01-15: 52 minutes → 2026-02-15: 52 minutes`],
    ['52 minutes', '48 minutes', `${of}: baseline 2026-01-15: 52 minutes → 2026-01-15: 48 minutes`],
    [
      '  - Warn',
      '  - Critical: 120 minutes\n  - Warn',
      `${of}: threshold critical added: Critical: 120 minutes`,
    ],
    ['Cadence: weekly', 'Cadence: monthly', `${of}: cadence weekly → monthly`],
    ['Owner: Marketing operations', 'Owner: RevOps'],
    ['Owner: Marketing operations', 'Owner: Data team', `${of}: owner Marketing operations → Data team`],
  ])('%j becomes %j', (from, to, ...sentences) => {
    expect(said([from, to])).toEqual(sentences);
  });
});

describe('a handoff', () => {
  const of = 'Handoff MQL → SQL';
  test.each<Told>([
    ['  - Open questions: who signs\n', '', `${of}: payload open questions removed: who signs`],
    [
      '  - Re-engagement: after',
      '  - Limit: 2 times\n  - Re-engagement: after',
      `${of}: rejection limit added: 2 times`,
    ],
    ['(owner: BDR)', '(owner: SDR)'],
    [
      `- Rejection rule:
  - Condition: too small
  - Routing: back to MQL
  - Re-engagement: after 90 days when headcount grew
`,
      '',
      `${of}: rejection condition removed: too small`,
      `${of}: rejection routing removed: back to MQL`,
      `${of}: re-engagement removed: after 90 days when headcount grew`,
    ],
  ])('%j becomes %j', (from, to, ...sentences) => {
    expect(said([from, to])).toEqual(sentences);
  });
});

describe('what stands for the same thing', () => {
  const told = (before: string, after: string) =>
    semanticChanges(modelOf(before), modelOf(after)).map(({ sentence }) => sentence);
  const inBase = (from: string, to: string) => {
    expect(base).toContain(from);
    return base.replace(from, to);
  };

  test('a segment of a handoff, and a handoff without a limit', () => {
    const emea = inBase('headcount grew\n- SLA', 'headcount grew\n- Segment: EMEA\n- SLA');
    expect(told(emea, emea.replace('EMEA', 'APAC'))).toContain(
      'Handoff MQL → SQL (APAC): segment EMEA → APAC',
    );
    const plain = inBase('headcount grew\n- SLA: 30 business minutes', 'headcount grew');
    expect(told(plain.replace(entry('GTM-MOPS-001').split('- SLA')[0] ?? '', ''), plain)).toEqual([
      'Handoff MQL → SQL: handoff added (GTM-MOPS-001)',
    ]);
  });

  test('a scoring model with another number, told by its title', () => {
    expect(told(base, inBase('## BR-MOPS-011', '## BR-MOPS-013'))).toEqual([
      'Scoring model BR-MOPS-013: ID BR-MOPS-011 → BR-MOPS-013',
    ]);
  });

  test('a monitor with another number, told by its title', () => {
    expect(told(base, inBase('## MON-DRIFT-001', '## MON-DRIFT-007'))).toEqual([
      'Drift monitor MON-DRIFT-007: ID MON-DRIFT-001 → MON-DRIFT-007',
    ]);
  });

  test('a baseline that says its date itself', () => {
    const own = inBase('Baseline (2026-01-15): 52 minutes', 'Baseline: 52 minutes (2026-01-15)');
    expect(told(own, own.replace('52', '48'))).toEqual([
      'Drift monitor MON-DRIFT-001: baseline 52 minutes (2026-01-15) → 48 minutes (2026-01-15)',
    ]);
  });

  test('two signals of the same points are never one for the other', () => {
    const form = '  - Demo request form: +40\n';
    const two = inBase(form, `${form}  - Price page: +40\n`);
    const others = inBase(form, '  - Webinar: +40\n  - Call: +40\n');
    const of = 'Scoring model BR-MOPS-011: signal';
    expect(told(two, others)).toEqual([
      `${of} Webinar added: 40`,
      `${of} Call added: 40`,
      `${of} Demo request form removed: 40`,
      `${of} Price page removed: 40`,
    ]);
    expect(told(base, inBase('Demo request form', 'Webinar'))).toEqual([
      `${of} Demo request form → Webinar, with the same 40`,
    ]);
  });
});

describe('the order of stages', () => {
  test('two that change places: each is told', () => {
    expect(said(['Order: 3', 'Order: 1'], ['Order: 1\n', 'Order: 3\n'])).toEqual([
      'SQL: moved, was after MQL, is now first',
      'MQL: moved, was after Anonymous, is now after SQL',
    ]);
  });

  test('a retired stage stands nowhere: the others did not move past it', () => {
    expect(said(['Order: 1\n- Status: Active', 'Order: 9\n- Status: Deprecated'])).toEqual([
      'Anonymous: status Active → Deprecated',
    ]);
  });
});

describe('which record is which', () => {
  const paired = (before: string, after: string) => {
    const records = (text: string) =>
      text.split(' ').map((one) => ({ id: one.slice(0, 1), name: one.slice(1) }));
    const { pairs, added, removed } = pairRecords(records(before), records(after), ({ name }) => name);
    const words = ({ id, name }: { id: string; name: string }) => id + name;
    return [
      ...pairs.map(({ base, head }) => `${words(base)}=${words(head)}`),
      ...removed.map((one) => `-${words(one)}`),
      ...added.map((one) => `+${words(one)}`),
    ].join(' ');
  };

  test.each([
    ['the same', '1mql 2sql', '2sql 1mql', '2sql=2sql 1mql=1mql'],
    ['another number', '1mql 2sql', '3mql 2sql', '1mql=3mql 2sql=2sql'],
    ['another name', '1mql 2sql', '1lead 2sql', '1mql=1lead 2sql=2sql'],
    ['the number of another', '1mql 2sql', '1new 2mql 3sql', '1mql=2mql 2sql=3sql +1new'],
    ['one of two of a name: the one whose number is gone', '1mql 2mql', '3mql 2mql', '1mql=3mql 2mql=2mql'],
    ['two new ones of a name', '1mql', '2mql 3mql', '-1mql +2mql +3mql'],
    ['two of a name that become one', '1mql 2mql', '3mql', '-1mql -2mql +3mql'],
    ['no name', '1 2sql', '1 3', '1=1 -2sql +3'],
    ['copies under one number', '1mql 1mql', '1mql', '1mql=1mql -1mql'],
  ])('%s', (_what, before, after, expected) => {
    expect(paired(before, after)).toBe(expected);
  });
});
