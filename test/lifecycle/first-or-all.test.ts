/** A line that names two: which of them counts, or whether both do. */
import { describe, expect, test } from 'vitest';
import { buildModel } from '../../src/lifecycle/build.ts';
import { requeuedTo } from '../../src/lifecycle/ways.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

const modelOf = (text: string) => buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({}));
const stage = (number: number, name: string, owner: string, lines = '') =>
  `## BR-MOPS-00${number}: Lifecycle Stage — ${name}\nType: Lifecycle-Stage\nOrder: ${number}\nStage: ${name}\nOwner: ${owner}\n${lines}\n`;

describe('a way out', () => {
  test.each([
    ['No budget → Nurture or Disqualified', ['Nurture', 'Disqualified']],
    ['No budget → Nurture', ['Nurture']],
    ['Student → Disqualified, then MQL', ['Disqualified', 'MQL']],
  ])('%s', (line, names) => {
    const { stages } = modelOf(stage(2, 'MQL', 'BDR', `Exit criteria (disqualification):\n  - ${line}\n`));
    expect(stages[0]?.disqualification[0]?.targets.map(({ name }) => name)).toEqual(names);
  });
});

describe('leads go back to whoever rejects them', () => {
  test.each([
    ['Requeue to AE', 'SQL'],
    ['Requeue to AE or BDR', null],
    ['Requeue to BDR', null],
    ['Requeue', null],
  ])('%s', (routing, back) => {
    const model = modelOf(
      `${stage(2, 'MQL', 'BDR')}${stage(3, 'SQL', 'AE')}## GTM-MOPS-001: Handoff — MQL → SQL\nType: Handoff\nFrom: MQL (owner: BDR)\nTo: SQL (owner: AE)\nRejection rule:\n  - Condition: too small\n  - Routing: ${routing}\n`,
    );
    const [handoff] = model.handoffs;
    expect(handoff === undefined ? undefined : (requeuedTo(model, handoff)?.name ?? null)).toBe(back);
  });
});

test('of a target by day the last counts', () => {
  const text =
    '## KPI-001: MQL to SQL conversion\nTarget:\n  - Day 30: 20 %\n  - Day 90: 40 %\n  - later: as much as can be\n';
  expect(modelOf(text).kpis[0]?.targetShare).toBe(0.4);
});

test('of two rejections in one rule, one with words of the template is none that is written', () => {
  const rule = (second: string) =>
    modelOf(
      `## GTM-MOPS-001: Handoff — MQL → SQL\nType: Handoff\nFrom: MQL\nTo: SQL\nRejection rule:\n\n| Condition | Routing |\n| --- | --- |\n| too small | MQL |\n| ${second} | Nurture |\n`,
    ).handoffs[0]?.rejection.condition;
  expect(rule('no budget')).toMatchObject({ leftover: false, value: { text: 'too small; no budget' } });
  expect(rule('[Condition for rejection]')?.leftover).toBe(true);
});
