/** Stages, entries and settings that are called otherwise: what is told once, and what is told beside it. */
import { describe, expect, test } from 'vitest';
import { changesAsText, semanticChanges } from '../../src/compare/index.ts';
import { modelOf } from '../diagram/models.ts';
import { base, entry } from './rules.ts';

type Edit = (text: string) => string;

function told(edit: Edit, configs: readonly [string | null, string | null] = [null, null]): string[] {
  const [before, after] = configs;
  const changes = semanticChanges(modelOf(base, before), modelOf(edit(base), after));
  return changesAsText(changes).trimEnd().split('\n');
}

const renamed: Edit = (text) => text.replaceAll('SQL', 'Ready');
const once = 'Ready: renamed, was SQL (BR-MOPS-003)';

describe('a renamed stage', () => {
  test.each<[string, Edit, string[]]>([
    ['everywhere', renamed, [once]],
    [
      'and a line of it that changed',
      (text) => renamed(text).replace('No project', 'No plan'),
      [once, 'Ready: disqualification “No project → Nurture” → “No plan → Nurture”'],
    ],
    [
      'and a line elsewhere that changed with the name',
      (text) => renamed(text).replace('To Ready: BDR confirms fit', 'To Ready: BDR calls Ready back'),
      [
        'MQL: progression to Ready added: BDR calls Ready back',
        'MQL: progression to Ready removed: BDR confirms fit',
        once,
      ],
    ],
    [
      'and another one that went',
      (text) => renamed(text.replace(entry('BR-MOPS-010'), '')),
      [once, 'Routing MQL → SQL by Size (employees): routing removed (BR-MOPS-010)'],
    ],
    [
      'and a word that only begins like it',
      (text) =>
        renamed(text.replace('Discovery held', 'SQLite export held')).replace('Readyite', 'Readylite'),
      [
        once,
        'Ready: progression to Opportunity added: Readylite export held',
        'Ready: progression to Opportunity removed: Discovery held',
      ],
    ],
  ])('%s', (_what, edit, lines) => {
    expect(told(edit)).toEqual(lines);
  });

  test.each<[string, string, string, string[]]>([
    ['its key in the config', 'stages:\n  SQL: [Sales ready]\n', 'stages:\n  Ready: [Sales ready]\n', [once]],
    [
      'one of its names there',
      'stages:\n  Opportunity: [SQL]\n',
      'stages:\n  Opportunity: [Ready]\n',
      [once],
    ],
    [
      'what else the config says now',
      'stages:\n  Opportunity: [SQL]\n',
      'stages:\n  Opportunity: [Ready, Deal]\n',
      [once, 'Config: stages.Opportunity SQL → Ready, Deal'],
    ],
    [
      'keys in another order',
      'stages:\n  SQL: [Sales ready]\n  Opportunity: [Deal]\n',
      'stages:\n  Opportunity: [Deal]\n  Ready: [Sales ready]\n',
      [once],
    ],
  ])('with %s', (_what, before, after, lines) => {
    expect(told(renamed, [before, after])).toEqual(lines);
  });
});

describe('an entry with another number', () => {
  test.each([
    ['BR-MOPS-002', 'BR-MOPS-012', 'MQL: ID BR-MOPS-002 → BR-MOPS-012'],
    ['GTM-MOPS-001', 'GTM-MOPS-007', 'Handoff MQL → SQL: ID GTM-MOPS-001 → GTM-MOPS-007'],
  ])('%s is %s wherever it is cited', (old, now, line) => {
    expect(told((text) => text.replaceAll(old, now))).toEqual([line]);
  });

  test('two that changed places, and what is linked follows', () => {
    const swap: Edit = (text) =>
      text.replace(/BR-MOPS-00[23]/g, (id) => (id === 'BR-MOPS-002' ? 'BR-MOPS-003' : 'BR-MOPS-002'));
    expect(told(swap)).toEqual(['MQL: ID BR-MOPS-002 → BR-MOPS-003', 'SQL: ID BR-MOPS-003 → BR-MOPS-002']);
  });
});

describe('a role with another name', () => {
  const config = 'roles:\n  BDR: [Hunter]\n';

  test('that the config makes the same seat is the config alone', () => {
    const line = 'Config: roles.BDR set to Hunter';
    expect(told((text) => text.replaceAll('BDR', 'Hunter'), [null, config])).toEqual([line]);
    expect(told((text) => text.replace('Owner: BDR', 'Owner: Hunter'), [null, config])).toEqual([line]);
  });

  test('and another seat beside it is told', () => {
    const edit: Edit = (text) => text.replaceAll('BDR', 'Hunter').replace('Owner: AE', 'Owner: Hunter');
    expect(told(edit, [null, config])).toEqual(['SQL: owner AE → Hunter', 'Config: roles.BDR set to Hunter']);
  });

  test('is told where no config says that they are one', () => {
    expect(told((text) => text.replace('Owner: BDR', 'Owner: Hunter'))).toEqual(['MQL: owner BDR → Hunter']);
  });
});

describe('the order of stages', () => {
  const letters = 'ABCDEFG'.split('');
  const stages = (order: string) =>
    letters
      .map(
        (letter, at) =>
          `## BR-MOPS-00${at + 1}: Lifecycle Stage — ${letter}\n- Type: Lifecycle-Stage\n- Stage: ${letter}\n- Order: ${order.indexOf(letter) + 1}\n- Status: Active\n\n`,
      )
      .join('');
  const moved = (order: string) =>
    semanticChanges(modelOf(stages('ABCDEFG')), modelOf(stages(order)))
      .filter(({ what }) => what === 'moved')
      .map(({ sentence }) => sentence);

  test.each<[string, string[]]>([
    ['ABCDEFG', []],
    ['GABCDEF', ['G: moved, was after F, is now first']],
    ['BCDEFGA', ['A: moved, was first, is now after G']],
    ['ABFCDEG', ['F: moved, was after E, is now after B']],
    ['BACDEGF', ['B: moved, was after A, is now first', 'G: moved, was after F, is now after E']],
    [
      'EFGABCD',
      [
        'E: moved, was after D, is now first',
        'F: moved, was after E, is now after E',
        'G: moved, was after F, is now after F',
      ],
    ],
  ])('ABCDEFG → %s: as few as can be have moved', (order, lines) => {
    expect(moved(order)).toEqual(lines);
  });
});

describe('what was read from the entries', () => {
  const [old, now] = [modelOf(base), modelOf(base)];
  const line = (before: object, after: object) =>
    changesAsText(semanticChanges({ ...old, ...before }, { ...now, ...after }));
  const said = (source: string, value: string | null) => ({ source, value });

  test.each([
    [
      'motion',
      said('inferred', 'sales-led'),
      said('inferred', 'hybrid'),
      'Lifecycle: motion sales-led → hybrid\n',
    ],
    ['motion', said('inferred', null), said('inferred', 'hybrid'), 'Lifecycle: motion none → hybrid\n'],
    ['motion', said('config', 'sales-led'), said('inferred', 'hybrid'), 'The lifecycle means the same.\n'],
    ['motion', said('inferred', 'sales-led'), said('config', 'hybrid'), 'The lifecycle means the same.\n'],
    ['v09', said('auto', 'final'), said('auto', 'draft'), 'Lifecycle: go-to-market (v0.9) final → draft\n'],
    ['v09', said('config', 'final'), said('auto', 'draft'), 'The lifecycle means the same.\n'],
    ['v09', said('auto', 'final'), said('config', 'draft'), 'The lifecycle means the same.\n'],
    ['shape', null, { name: 'B2B' }, 'Lifecycle: shape none → B2B\n'],
    ['shape', { name: 'B2B' }, null, 'Lifecycle: shape B2B → none\n'],
    ['shape', { name: 'B2B' }, { name: 'B2B' }, 'The lifecycle means the same.\n'],
  ])('%s %j → %j', (key, before, after, text) => {
    expect(line({ [key]: before }, { [key]: after })).toBe(text);
  });
});
