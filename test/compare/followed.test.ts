import { expect, test } from 'vitest';
import { compareReports } from '../../src/compare/findings.ts';
import { configOf, reportOf } from '../rules/bench.ts';

const base = `## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Stage: MQL
Order: 2
Owner: BDR
Exit criteria (progression):
  - To Opportunity: call held

## BR-MOPS-004: Lifecycle Stage — Opportunity

Type: Lifecycle-Stage
Stage: Opportunity
Order: 4
Owner: AE
Linked IDs: KPI-101, BR-MOPS-009
`;
const config = configOf({ stages: { Opportunity: ['Deal'] } });
const states = (head: string) => {
  const report = (text: string) => reportOf([{ path: 'SoT/a.md', text }], config);
  const compared = compareReports(report(base), report(head), { scope: 'new', note: null });
  return {
    fresh: compared.findings
      .filter(({ state }) => state === 'new')
      .map(({ rule, entry }) => `${rule} ${entry}`),
    fixed: compared.fixed.map(({ rule, entry }) => `${rule} ${entry}`),
    old: compared.findings.length,
  };
};

test('a renumbered entry keeps its old findings old', () => {
  const { fresh, fixed, old } = states(base.replaceAll('BR-MOPS-004', 'BR-MOPS-040'));
  expect(old).toBeGreaterThan(5);
  expect({ fresh, fixed }).toEqual({ fresh: [], fixed: [] });
});

test('so does a renamed one, with the ways that lead to it', () => {
  const { fresh, fixed } = states(base.replaceAll('Opportunity', 'Closing'));
  expect(fresh.filter((one) => !one.startsWith('lifecycle-shape'))).toEqual([]);
  expect(fixed.filter((one) => !one.startsWith('lifecycle-shape'))).toEqual([]);
});

test('two that change their numbers keep theirs', () => {
  const swapped = base
    .replaceAll('BR-MOPS-002', 'BR-MOPS-XXX')
    .replaceAll('BR-MOPS-004', 'BR-MOPS-002')
    .replaceAll('BR-MOPS-XXX', 'BR-MOPS-004');
  expect(states(swapped)).toMatchObject({ fresh: [], fixed: [] });
});

test('what the new number breaks is new', () => {
  const { fresh } = states(
    `${base.replaceAll('BR-MOPS-004', 'BR-MOPS-040')}\n## GTM-MOPS-001: Handoff — MQL → Opportunity\n\nType: Handoff\nLinked IDs: BR-MOPS-004\n`,
  );
  expect(fresh).toContain('reference-undefined GTM-MOPS-001');
});
