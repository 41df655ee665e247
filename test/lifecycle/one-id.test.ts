/** Two entries under one ID, and the IDs that are free. */
import { expect, test } from 'vitest';
import { copiesIn, fieldsApart, sayTheSame } from '../../src/lifecycle/copies.ts';
import { freeIdFor, nextFreeId } from '../../src/lifecycle/ids.ts';
import { reportOfText } from '../rules/bench.ts';

test('entries under one ID: what they are about and where they part', () => {
  const told = (entries: string) => {
    const { model } = reportOfText(entries.replaceAll(' / ', '\n'));
    const [one, other] = [...model.repository.byId.values()].find((list) => list.length > 1) ?? [];
    if (one === undefined || other === undefined) return 'one';
    return [
      copiesIn(model).has(other) ? 'a copy' : 'another thing',
      ...(sayTheSame(model, one, other) ? ['the same words'] : []),
      ...fieldsApart(model, one, other).map(
        ({ first, second }) =>
          `${first.name}: ${first.value?.text ?? first.items.length}, ${second.value?.text ?? second.items.length}`,
      ),
    ].join('; ');
  };
  const stage = (title: string, lines: string) =>
    `## BR-MOPS-003: ${title} /  / Type: Lifecycle-Stage / ${lines} /  / `;
  const pair = (one: string, other: string) => told(one + other);
  expect(pair(stage('SQL', 'Stage: SQL / Owner: AE'), stage('SQL', 'Stage:  sql / Owner: BDR'))).toBe(
    'a copy; owner: AE, BDR',
  );
  expect(pair(stage('SQL', 'Owner:  AE'), stage('SQL', 'Owner: AE'))).toBe('a copy; the same words');
  expect(pair(stage('SQL', 'Stage: SQL'), stage('SQL', 'Stage: MQL'))).toBe('another thing; stage: SQL, MQL');
  expect(pair(stage('SQL', 'Owner: AE'), stage('MQL', 'Owner: AE'))).toBe('another thing');
  expect(pair(stage('SQL', 'Entry criteria: / - a / - b'), stage('SQL', 'Entry criteria: / - a'))).toBe(
    'a copy; entry: 2, 1',
  );
  expect(pair(stage('SQL', 'Stage: SQL'), stage('SQL', 'Stage: SQL / Status: Deprecated'))).toBe(
    'another thing',
  );
  const handoff = (title: string, lines: string) =>
    `## GTM-MOPS-002: Handoff — ${title} /  / Type: Handoff / ${lines} /  / `;
  expect(
    pair(handoff('a', 'From: MQL / To: SQL'), handoff('b', 'From: MQL / To: SQL / Trigger: a call')),
  ).toBe('a copy');
  expect(pair(handoff('a', 'From: MQL / To: SQL'), handoff('a', 'From: MQL / To: Won'))).toBe(
    'another thing; to: SQL, Won',
  );
  expect(pair(handoff('a', 'From: MQL'), handoff('a', 'To: SQL'))).toBe('a copy');
});

test('free IDs: one for a purpose, none that is taken or cited', () => {
  const { model } = reportOfText(
    '## BR-MOPS-003: SQL\n\nStage: SQL\nLinked IDs: BR-MOPS-005, KPI-101\n\n## BR-MOPS-001: MQL\n\nStage: MQL\n',
  );
  const of = (family: string, purpose: string) => freeIdFor(model, family, purpose);
  expect([nextFreeId(model, 'BR-MOPS'), nextFreeId(model, 'KPI'), nextFreeId(model, 'GTM-MOPS')]).toEqual([
    'BR-MOPS-004',
    'KPI-001',
    'GTM-MOPS-001',
  ]);
  expect([
    of('BR-MOPS', 'a'),
    of('BR-MOPS', 'b'),
    of('BR-MOPS', 'a'),
    of('KPI', 'a'),
    of('KPI', 'b'),
  ]).toEqual(['BR-MOPS-004', 'BR-MOPS-006', 'BR-MOPS-004', 'KPI-001', 'KPI-002']);
});
