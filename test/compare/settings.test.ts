import { expect, test } from 'vitest';
import { compareConfigs } from '../../src/compare/config.ts';
import { configOf } from '../rules/bench.ts';

const changes = (before: object, after: object) =>
  compareConfigs(configOf(before), configOf(after)).map(({ sentence }) => sentence);

test('a setting that is new, gone or another is told by its path', () => {
  const before = { mode: 'quick', rules: { 'stage-sla': 'warning', 'sla-order': 'off' } };
  const after = { mode: 'deep', rules: { 'stage-sla': 'warning', 'stage-owner': 'notice' } };
  const told = changes(before, after);
  expect(told).toHaveLength(3);
  expect(told[0]).toContain('mode quick → deep');
  expect(told[1]).toContain('rules.sla-order no longer set, was off');
  expect(told[2]).toContain('rules.stage-owner set to notice');
});

test('a list is one value, and an empty one is none', () => {
  const [told] = changes({ roles: { Closer: ['AE'] } }, { roles: { Closer: ['AE', 'Seller'] } });
  expect(told).toContain('roles.Closer AE → AE, Seller');
  expect(changes({ roles: { Closer: [] } }, {})).toEqual([]);
});

test('the same settings in another order are no change', () => {
  expect(
    changes(
      { rules: { 'stage-sla': 'off', 'sla-order': 'off' } },
      { rules: { 'sla-order': 'off', 'stage-sla': 'off' } },
    ),
  ).toEqual([]);
});

test('settings are told in the order of their paths, whichever side has them', () => {
  const told = changes({ stages: { SQL: ['Deal'] } }, { roles: { Closer: ['AE'] } });
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('roles.Closer set to AE');
  expect(told[1]).toContain('stages.SQL no longer set, was Deal');
});
