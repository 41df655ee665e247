import { expect, test } from 'vitest';
import { buildModel } from '../../src/lifecycle/build.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

/** So many copies of one persona, and so many placeholders that could be any of them. */
function planOf(count: number) {
  const personas = Array.from(
    { length: count },
    (_, at) => `## PER-${String(at + 1).padStart(3, '0')}: Buyer ${at}\n\nType: Persona\nStatus: Active\n`,
  );
  const stage = `## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\nLinked IDs: ${'PER-XXX, '.repeat(count)}\n`;
  const text = [stage, ...personas].join('\n');
  return planReconcile(buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({ v09: 'final' })));
}

test('a placeholder that could be any of hundreds lists a few and says how many there are', () => {
  const { items } = planOf(300);
  expect(items).toHaveLength(300);
  expect(items[0]).toMatchObject({
    verdict: 'unsure',
    reason: 'There are 300 entries that it could be.',
  });
  expect(Math.max(...items.map(({ candidates }) => candidates.length))).toBe(24);
});

test('a few are all listed', () => {
  expect(planOf(3).items[0]?.candidates.map(({ id }) => id)).toEqual(['PER-001', 'PER-002', 'PER-003']);
});
