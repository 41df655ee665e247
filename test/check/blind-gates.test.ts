/** A gate over nothing does not pass: what it asks about is missing, and another gate fails for the cause. */
import { expect, test } from 'vitest';
import { caseConfig, reportOf } from '../rules/bench.ts';
import { baseFiles } from '../rules/case-file.ts';

function checked(change: (text: string) => string) {
  const files = baseFiles('standard')
    .map(({ path, text }) => ({ path, text: change(text) }))
    .filter(({ text }) => text !== '');
  const { gates, skipped } = reportOf(files, caseConfig({ base: 'standard' }));
  return {
    gates: Object.fromEntries(gates.map(({ gate, status }) => [gate, status])),
    said: skipped.filter((line) => line.startsWith('Gate')),
  };
}

test('gate 7 is skipped where no SLA of a person can be read as a limit', () => {
  const { gates, said } = checked((text) =>
    text.replace(/^( {2}Response time[^:]*): (?!n\/a).*/gm, '$1: as agreed'),
  );
  expect(gates).toMatchObject({ 4: 'fail', 7: 'skipped' });
  expect(said).toEqual(['Gate 7 has nothing to judge until the errors of the others are mended.']);
});

test('gate 6 is skipped where every handoff between two owners is missing', () => {
  const { gates, said } = checked((text) =>
    text.startsWith('## GTM-MOPS') ? '' : text.replace(/GTM-MOPS-\d+/g, 'RUN-001'),
  );
  expect(gates).toMatchObject({ 5: 'fail', 6: 'skipped' });
  expect(said).toEqual(['Gate 6 has nothing to judge until the errors of the others are mended.']);
});

test('gates 5 and 6 are skipped where no owner says whether a lead changes hands', () => {
  const { gates, said } = checked((text) =>
    text.startsWith('## GTM-MOPS')
      ? ''
      : text.replace(/^Owner: .*/gm, '').replace(/GTM-MOPS-\d+/g, 'RUN-001'),
  );
  expect(gates).toMatchObject({ 3: 'fail', 5: 'skipped', 6: 'skipped' });
  expect(said.join()).toContain('Gates 5 and 6');
});

test('one readable limit, one handoff are something to judge', () => {
  const { gates, said } = checked((text) =>
    text.replace(/^( {2}Response time[^:]*): 1 business hour/m, '$1: soon-ish'),
  );
  expect(gates).toMatchObject({ 4: 'fail', 6: 'pass', 7: 'pass' });
  expect(said).toEqual([]);
});
