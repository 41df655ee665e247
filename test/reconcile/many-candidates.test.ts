import { expect, test } from 'vitest';
import { buildModel } from '../../src/lifecycle/build.ts';
import { identifies } from '../../src/reconcile/answer.ts';
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

test('items stand by file and place, whatever kind they are', () => {
  const stage = (number: number, name: string, ids: string) =>
    `## BR-MOPS-00${number}: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nStage: ${name}\nLinked IDs: ${ids}\n\n`;
  const mail = '## GTM-002: Channel — Mail\n\nType: Channel\nStatus: Live\nReplaces: GTM-004\n\n';
  const texts = {
    a: mail + stage(2, 'MQL', 'GTM-004, GTM-YYY (Mail)'),
    b: stage(3, 'SQL', 'GTM-YYY (Mail), GTM-004'),
  };
  for (const order of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const files = order.map((name) => ({ path: `SoT/${name}.md`, text: texts[name] }));
    const { items, edits } = planReconcile(buildModel(readRepository(files), configOf({ v09: 'final' })));
    expect(items.map(({ span, token }) => `${span.file} ${token}`)).toEqual([
      'SoT/a.md GTM-004',
      'SoT/a.md GTM-YYY',
      'SoT/b.md GTM-YYY',
      'SoT/b.md GTM-004',
    ]);
    expect(edits.map(({ text }) => text)).toEqual(['GTM-002', 'GTM-002', 'GTM-002', 'GTM-002']);
  }
});

test('a label of numbers and of words for the role says not which entry is meant', () => {
  expect([null, '', '12', '2026', 'fit signals', '12 3'].filter(identifies)).toEqual([]);
  expect(['Product Hunt', 'x', '12a', 'channel Mail'].filter((label) => !identifies(label))).toEqual([]);
});
