import { expect, test } from 'vitest';
import { allPages } from '../../../site/view/all-pages.ts';
import { makeSite } from '../../../site/view/site.ts';
import { check } from '../../../src/check/check.ts';
import { readSaved } from '../../../src/replay/saved.ts';
import { rules } from '../../../src/rules/index.ts';
import { modelOf } from '../../draft/lifecycle.ts';
import { asEvents, lifecycle, type Move, measured } from '../../replay/team.ts';

const moves: Move[] = Array.from({ length: 12 }, (_, at): Move[] => {
  const start = Date.UTC(2026, 3, 1, 14, at);
  return [
    { lead: `L${at}`, at: start, from: null, to: 'Anonymous' },
    { lead: `L${at}`, at: start + 60_000, from: 'Anonymous', to: 'MQL', touch: start + 120_000 },
    { lead: `L${at}`, at: start + 90_000_000, from: 'MQL', to: 'Customer' },
  ];
}).flat();

test('"How it goes" shows the figures of a saved report, and what no rule knows', async () => {
  const saved = readSaved(JSON.stringify(await measured({ 'log.csv': asEvents(moves) }, { minCell: 5 })));
  const report = check(modelOf([{ path: 'SoT/a.md', text: lifecycle }]), { today: '2026-11-22' });
  const pages = allPages(makeSite(report, 'Handbook', saved), rules, null);
  const page = pages.find(({ title }) => title === 'How it goes');
  const text = JSON.stringify(page?.blocks);
  expect(text).toContain('"12"');
  expect(text).toContain('100 %');
  expect(text).toContain('Moves that no rule knows');
});

test('without a report there is no such page', () => {
  const report = check(modelOf([{ path: 'SoT/a.md', text: lifecycle }]), { today: '2026-11-22' });
  expect(
    allPages(makeSite(report, 'Handbook'), rules, null).some(({ title }) => title === 'How it goes'),
  ).toBe(false);
});

test('another JSON is no report', () => {
  expect(readSaved('{"version":1}')).toBeNull();
  expect(readSaved('no JSON')).toBeNull();
});
