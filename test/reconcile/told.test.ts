/** What the plan tells to do next, and the plan as data. */
import { describe, expect, test } from 'vitest';
import { type PlanOutcome, reconcileJson } from '../../src/reconcile/print.ts';
import { advised, channel, draft, links, planned, two } from './plan-of.ts';

describe('what to do next', () => {
  const some = links('GTM-YYY (Mail), PER-XXX') + two;
  const choice = links('GTM-YYY (Mail), GTM-YYY (Radio)') + two;
  const line =
    'add a line "Replaces: GTM-YYY (Radio)" to the entry that is meant, or name it in mops.config.yml: reconcile: {GTM-YYY: …}.';
  test.each<[string, string, PlanOutcome, string]>([
    ['all is sure', links('GTM-YYY (Mail)') + two, 'planned', 'mops reconcile --write writes the sure ones.'],
    ['all is written', links('GTM-YYY (Mail)') + two, 'written', 'Everything is reconciled.'],
    [
      'one waits for an entry',
      some,
      'planned',
      'mops reconcile --write writes the sure ones. The others wait for entries that are missing.',
    ],
    ['one is left', some, 'written', '1 is still open. The others wait for entries that are missing.'],
    [
      'two are left',
      links('GTM-YYY (Mail), PER-XXX, BR-PRICING-XXX') + two,
      'written',
      '2 are still open. The others wait for entries that are missing.',
    ],
    [
      'v0.9 is no final one',
      some,
      'pending',
      'v0.9 is still draft, so nothing is written; mops reconcile --write --early writes the sure ones now. The others wait for entries that are missing.',
    ],
    [
      'one is a choice',
      choice,
      'planned',
      `mops reconcile --write writes the sure ones. For the others, ${line}`,
    ],
    ['a choice is left', choice, 'written', `1 is still open. For the others, ${line}`],
    [
      'a choice alone',
      links('GTM-YYY (Radio)') + two,
      'planned',
      `Nothing can be written yet. For the others, ${line}`,
    ],
    [
      'a choice without words',
      links('GTM-YYY') + two,
      'planned',
      'Nothing can be written yet. For the others, add a line "Replaces: GTM-YYY" to the entry that is meant, or name it in mops.config.yml: reconcile: {GTM-YYY: …}.',
    ],
    [
      'a choice beside an unwritten one',
      links('PER-XXX, GTM-YYY') + two,
      'planned',
      'Nothing can be written yet. For the others, add a line "Replaces: GTM-YYY" to the entry that is meant, or name it in mops.config.yml: reconcile: {GTM-YYY: …}.',
    ],
    [
      'a phrase that no line can hold',
      links('GTM-MOPS-001').replace('Linked IDs: GTM-MOPS-001', 'Linked IDs: TBD (channel)') + two,
      'planned',
      'Nothing can be written yet. For the others, name it in mops.config.yml: reconcile: {"TBD (channel)": …}.',
    ],
    [
      'two that replace one',
      links('GTM-004') +
        channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004') +
        channel(1, 'Ads', 'Status: Live\nReplaces: GTM-004'),
      'planned',
      'Nothing can be written yet. For the others, keep the line "Replaces: GTM-004" in the one entry that is meant, or write its ID by hand.',
    ],
    [
      'one waits for its approval',
      links('GTM-YYY (channel)') + draft(1, 'Ads'),
      'planned',
      'Nothing can be written yet.',
    ],
  ])('where %s', (_what, text, outcome, words) => {
    expect(advised(text, outcome)).toBe(words);
  });
});

test('the plan as data has each item with its place, what is decided, and what was written', () => {
  const plan = planned(links('GTM-YYY (Mail), GTM-YYY (Radio)') + two);
  const data = JSON.parse(reconcileJson(plan, 'the diff', ['SoT/a.md']));
  expect(data).toMatchObject({
    version: 1,
    v09: { value: 'final' },
    pending: false,
    diff: 'the diff',
    written: ['SoT/a.md'],
  });
  expect(data.items).toEqual([
    {
      kind: 'placeholder',
      token: 'GTM-YYY',
      file: 'SoT/a.md',
      line: 4,
      column: 13,
      entry: 'BR-MOPS-002',
      field: 'linked-ids',
      label: 'Mail',
      role: 'channel',
      verdict: 'sure',
      replacement: 'GTM-002',
      candidates: [],
      reason: 'GTM-002 is the one channel called Mail.',
    },
    expect.objectContaining({
      label: 'Radio',
      verdict: 'unsure',
      replacement: null,
      candidates: [
        { id: 'GTM-001', name: 'Ads', reason: 'is a channel' },
        { id: 'GTM-002', name: 'Mail', reason: 'is a channel' },
      ],
    }),
  ]);
});
