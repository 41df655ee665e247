/** Grounds for a no that have their route and their way back below them, whatever the labels are called. */
import { expect, test } from 'vitest';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

function reasonsIn(rule: string) {
  const text = `## GTM-MOPS-001: Handoff — MQL → SQL\n\nType: Handoff\nFrom: MQL\nTo: SQL\n\nRejection rule:\n\n${rule}\n`;
  const model = buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({}));
  return model.handoffs[0]?.rejection.reasons.map(({ text: ground, route, back }) => [
    ground.text,
    route,
    back,
  ]);
}

test.each([
  ['Routing', 'Re-engagement'],
  ['Goes to', 'Comes back when'],
  ['Send to', 'Back after'],
  ['Next stage', 'Way back'],
  ['To', 'Recycled'],
  ['Where it goes', 'Return'],
])('%s and %s', (route, back) => {
  expect(reasonsIn(`- Too small\n  - ${route}: Nurture\n  - ${back}: 50 employees`)).toEqual([
    ['Too small', 'Nurture', '50 employees'],
  ]);
});

test('a code with what it stands for in a column of its own', () => {
  const table =
    '| Code | Why | Moves to | Reopen when |\n|---|---|---|---|\n| R1 | too small | MQL | 50 employees |\n';
  expect(reasonsIn(table)).toEqual([['R1: too small', 'MQL', '50 employees']]);
});

test('a label of the team’s own is a part of no rule', () => {
  expect(reasonsIn('- Too small\n  - Playbook: Nurture\n  - Goes to: MQL')).toEqual([
    ['Too small', 'MQL', null],
  ]);
});

test('a part of the rule itself is no reason', () => {
  expect(reasonsIn('- Where: Nurture\n- Condition: too small\n- Back when: 50 employees')).toEqual([
    ['too small', 'Nurture', '50 employees'],
  ]);
});
