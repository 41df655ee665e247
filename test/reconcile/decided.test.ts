/** How one placeholder is decided: each reason there is, in the words that are printed. */
import { describe, expect, test } from 'vitest';
import { buildModel } from '../../src/lifecycle/build.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { type PlanOutcome, reconcileJson, reconcileText } from '../../src/reconcile/print.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

const links = (ids: string) =>
  `## BR-MOPS-002: Lifecycle Stage — MQL\nType: Lifecycle-Stage\nStage: MQL\nLinked IDs: ${ids}\n\n`;
const channel = (number: number, name: string, lines = 'Status: Live') =>
  `## GTM-00${number}: Channel — ${name}\nType: Channel\n${lines}\n\n`;
const draft = (number: number, name: string, lines = '') => channel(number, name, `Status: Draft\n${lines}`);
const two = channel(1, 'Ads') + channel(2, 'Mail');

function planned(text: string, reconcile: Readonly<Record<string, string>> = {}) {
  const config = configOf({ v09: 'final', reconcile });
  return planReconcile(buildModel(readRepository([{ path: 'SoT/a.md', text }]), config));
}

/** What is printed under the headings, without the place: the token, what becomes of it, and who else could be meant. */
function decided(text: string, reconcile: Readonly<Record<string, string>> = {}): string[] {
  return reconcileText(planned(text, reconcile), '', 'planned')
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim().replace(/^SoT\/a\.md:\d+:\d+ {2}/, ''));
}

/** The last line: what to do next. */
function advised(
  text: string,
  outcome: PlanOutcome,
  reconcile: Readonly<Record<string, string>> = {},
): string {
  return reconcileText(planned(text, reconcile), '', outcome).trimEnd().split('\n').at(-1) ?? '';
}

describe('what is not there', () => {
  test.each([
    ['GTM-YYY (channel)', 'a GTM entry with Type Channel for "channel"'],
    ['GTM-YYY', 'a GTM entry with Type Channel'],
    ['GTM-ZZZ (offer)', 'a GTM entry with Type Offer for "offer"'],
    ['GTM-YYY (Product Hunt channel)', 'a GTM entry with Type Channel for "Product Hunt channel"'],
    ['BR-PRICING-XXX', 'a BR-PRICING entry'],
    ['PER-XXX', 'a PER entry'],
    ['GTM-MOPS-XXX', 'a GTM-MOPS entry'],
    ['CFD-XXX', 'a CFD entry'],
    ['MON-DRIFT-XXX', 'a MON-DRIFT entry'],
    ['KPI-XXX', 'a KPI entry that names the conversion MQL to the next stage'],
  ])('%s', (token, missing) => {
    expect(decided(links(token))).toEqual([`${token}  Missing: ${missing}.`]);
  });

  test('a stage is none that it links to itself', () => {
    expect(decided(links('BR-MOPS-XXX'))).toEqual(['BR-MOPS-XXX  Missing: a BR-MOPS entry.']);
    expect(decided(links('BR-MOPS-XXX (MQL)'))).toEqual([
      'BR-MOPS-XXX (MQL)  Missing: a BR-MOPS entry for "MQL".',
    ]);
  });
});

describe('what is not approved yet', () => {
  const yyy = links('GTM-YYY (channel)');
  test.each([
    ['one', draft(1, 'Ads'), 'GTM-001 (Ads) is there and not approved yet; set its Status once it is.'],
    ['one without a name', draft(1, ''), 'GTM-001 is there and not approved yet; set its Status once it is.'],
    [
      'two',
      draft(1, 'Ads') + draft(2, 'Mail'),
      'GTM-001 (Ads) and GTM-002 (Mail) are there and not approved yet; set the Status of the right one once it is.',
    ],
    [
      'more than five',
      [1, 2, 3, 4, 5, 6].map((at) => draft(at, `C${at}`)).join(''),
      'GTM-001 (C1), GTM-002 (C2), GTM-003 (C3), GTM-004 (C4) and GTM-005 (C5) are there and not approved yet; set the Status of the right one once it is.',
    ],
    [
      'one that says that it replaces it, beside one that is approved',
      draft(1, 'Ads', 'Replaces: GTM-YYY\n') + channel(2, 'Mail'),
      'GTM-001 (Ads) is there and not approved yet; set its Status once it is.',
    ],
  ])('%s', (_what, entries, reason) => {
    expect(decided(yyy + entries)).toEqual([`GTM-YYY (channel)  ${reason}`]);
  });

  test('the one that is called so, though another is approved', () => {
    expect(decided(links('GTM-YYY (Mail)') + channel(1, 'Ads') + draft(2, 'Mail'))).toEqual([
      'GTM-YYY (Mail)  GTM-002 (Mail) is there and not approved yet; set its Status once it is.',
    ]);
  });

  test('beside the only approved one it is a choice', () => {
    expect(decided(yyy + channel(1, 'Ads') + draft(2, 'Mail'))).toEqual([
      'GTM-YYY (channel)  There are 2 entries that it could be.',
      'GTM-001 (Ads)  is the only approved channel',
      'GTM-002 (Mail)  is not approved yet',
    ]);
  });
});

describe('by its words', () => {
  test.each<[string, string, string[]]>([
    [
      'the one called so',
      'GTM-YYY (Mail)',
      ['GTM-YYY (Mail) → GTM-002  GTM-002 is the one channel called Mail.'],
    ],
    [
      'nobody is called so',
      'GTM-YYY (Podcast)',
      [
        'GTM-YYY (Podcast)  No channel is called "Podcast".',
        'GTM-001 (Ads)  is a channel',
        'GTM-002 (Mail)  is a channel',
      ],
    ],
    [
      'a number is no name',
      'GTM-YYY (2026)',
      [
        'GTM-YYY (2026)  There are 2 entries that it could be.',
        'GTM-001 (Ads)  is a channel',
        'GTM-002 (Mail)  is a channel',
      ],
    ],
    [
      'a token beside it without words is the same',
      'GTM-YYY (Mail), GTM-YYY',
      [
        'GTM-YYY (Mail) → GTM-002  GTM-002 is the one channel called Mail.',
        'GTM-YYY → GTM-002  GTM-YYY on line 4 of this file is GTM-002, and one token means one thing.',
      ],
    ],
    [
      'but not beside two that are decided otherwise',
      'GTM-YYY (Mail), GTM-YYY (Ads), GTM-YYY',
      [
        'GTM-YYY (Mail) → GTM-002  GTM-002 is the one channel called Mail.',
        'GTM-YYY (Ads) → GTM-001  GTM-001 is the one channel called Ads.',
        'GTM-YYY  There are 2 entries that it could be.',
        'GTM-001 (Ads)  is a channel',
        'GTM-002 (Mail)  is a channel',
      ],
    ],
  ])('%s', (_what, ids, lines) => {
    expect(decided(links(ids) + two)).toEqual(lines);
  });

  test('one of its words is in two names', () => {
    expect(decided(links('GTM-YYY (Google)') + channel(1, 'Google Ads') + channel(2, 'Google Maps'))).toEqual(
      [
        'GTM-YYY (Google)  2 entries match "Google".',
        'GTM-001 (Google Ads)  matches "Google"',
        'GTM-002 (Google Maps)  matches "Google"',
      ],
    );
  });

  test('the only one, which is called otherwise', () => {
    expect(decided(`${links('PER-XXX (Founder)')}## PER-001: Buyer\nStatus: Active\n`)).toEqual([
      'PER-XXX (Founder)  No persona is called "Founder".',
      'PER-001 (Buyer)  is the only persona',
    ]);
  });
});

describe('by the config', () => {
  test.each<[string, string, Record<string, string>, string[]]>([
    [
      'an entry that is there',
      'GTM-YYY (channel)',
      { 'GTM-YYY': 'GTM-002' },
      ['GTM-YYY (channel) → GTM-002  mops.config.yml says that GTM-YYY is GTM-002.'],
    ],
    [
      'one in brackets',
      '[GTM-YYY] (channel)',
      { 'GTM-YYY': 'GTM-002' },
      ['[GTM-YYY] (channel) → GTM-002  mops.config.yml says that GTM-YYY is GTM-002.'],
    ],
    [
      'one that is not',
      'GTM-YYY (channel)',
      { 'GTM-YYY': 'GTM-009' },
      ['GTM-YYY (channel)  mops.config.yml says that GTM-YYY is GTM-009, but no active entry has that ID.'],
    ],
    [
      'not for those that are called otherwise',
      'GTM-YYY (Ads), GTM-YYY (Mail), GTM-YYY',
      { 'GTM-YYY': 'GTM-002' },
      [
        'GTM-YYY (Ads) → GTM-001  GTM-001 is the one channel called Ads.',
        'GTM-YYY (Mail) → GTM-002  GTM-002 is the one channel called Mail.',
        'GTM-YYY → GTM-002  mops.config.yml says that GTM-YYY is GTM-002.',
      ],
    ],
  ])('%s', (_what, ids, reconcile, lines) => {
    expect(decided(links(ids) + two, reconcile)).toEqual(lines);
  });
});

describe('by a line that says what it replaces', () => {
  const replaces = (words: string) => `Status: Live\nReplaces: ${words}`;
  test.each<[string, string, string, string[]]>([
    [
      'one',
      'GTM-YYY',
      channel(1, 'Ads') + channel(2, 'Mail', replaces('GTM-YYY')),
      ['GTM-YYY → GTM-002  GTM-002 (Mail) says that it replaces GTM-YYY.'],
    ],
    [
      'two',
      'GTM-YYY',
      channel(1, 'Ads', replaces('GTM-YYY')) + channel(2, 'Mail', replaces('GTM-YYY')),
      [
        'GTM-YYY  2 entries say that they replace GTM-YYY.',
        'GTM-001 (Ads)  says that it replaces GTM-YYY',
        'GTM-002 (Mail)  says that it replaces GTM-YYY',
      ],
    ],
    [
      'two, of which one is called so',
      'GTM-YYY (Mail)',
      channel(1, 'Ads', replaces('GTM-YYY')) + channel(2, 'Mail', replaces('GTM-YYY')),
      ['GTM-YYY (Mail) → GTM-002  GTM-002 (Mail) says that it replaces GTM-YYY.'],
    ],
    [
      'one, and another is called so',
      'GTM-YYY (Mail)',
      channel(1, 'Ads', replaces('GTM-YYY')) + channel(2, 'Mail'),
      [
        'GTM-YYY (Mail)  The line "Replaces: GTM-YYY" and the words "Mail" point to different entries.',
        'GTM-001 (Ads)  says that it replaces GTM-YYY',
        'GTM-002 (Mail)  is called so: Mail',
      ],
    ],
    [
      'with the words beside the token',
      'GTM-YYY (Mailing)',
      channel(1, 'Ads', replaces('GTM-YYY (mailing)')) + channel(2, 'Mail'),
      ['GTM-YYY (Mailing) → GTM-001  GTM-001 (Ads) says that it replaces GTM-YYY.'],
    ],
    [
      'with other words than those beside it',
      'GTM-YYY (Podcast)',
      channel(1, 'Ads', replaces('GTM-YYY (Mailing)')) + channel(2, 'Mail'),
      [
        'GTM-YYY (Podcast)  No channel is called "Podcast".',
        'GTM-001 (Ads)  is a channel',
        'GTM-002 (Mail)  is a channel',
      ],
    ],
    [
      'with words where none stand beside it',
      'GTM-YYY',
      channel(1, 'Ads', replaces('GTM-YYY (Mailing)')) + channel(2, 'Mail'),
      ['GTM-YYY → GTM-001  GTM-001 (Ads) says that it replaces GTM-YYY.'],
    ],
    [
      'with two words',
      'GTM-YYY (Radio), GTM-YYY (Podcast)',
      channel(1, 'Ads', replaces('GTM-YYY (Radio), GTM-YYY (Podcast)')) + channel(2, 'Mail'),
      [
        'GTM-YYY (Radio) → GTM-001  GTM-001 (Ads) says that it replaces GTM-YYY.',
        'GTM-YYY (Podcast) → GTM-001  GTM-001 (Ads) says that it replaces GTM-YYY.',
      ],
    ],
    [
      'a token that another entry is called, and this one says so for other words alone',
      'GTM-YYY (Radio), GTM-YYY (Mail)',
      channel(1, 'Ads', replaces('GTM-YYY')) + channel(2, 'Mail'),
      [
        'GTM-YYY (Radio) → GTM-001  GTM-001 (Ads) says that it replaces GTM-YYY.',
        'GTM-YYY (Mail) → GTM-002  GTM-002 is the one channel called Mail.',
      ],
    ],
  ])('%s', (_what, ids, entries, lines) => {
    expect(decided(links(ids) + entries)).toEqual(lines);
  });
});

describe('a KPI', () => {
  const stage = (number: number, name: string, ...ways: string[]) =>
    `## BR-MOPS-00${number}: Lifecycle Stage — ${name}\nType: Lifecycle-Stage\nStage: ${name}\nExit criteria (progression):\n${ways.map((way) => `  - To ${way}: asked\n`).join('')}Linked IDs: KPI-XXX\n\n`;
  const handoff = (from: string, to: string) =>
    `## GTM-MOPS-001: Handoff — ${from} → ${to}\nType: Handoff\nFrom: ${from} (owner: BDR)\nTo: ${to} (owner: AE)\nLinked IDs: KPI-XXX\n\n`;
  const kpi = (number: number, name: string) => `## KPI-00${number}: ${name}\n\n`;

  test.each<[string, string, string[]]>([
    [
      'out of a stage with one way on',
      stage(2, 'MQL', 'SQL') + kpi(1, 'MQL to SQL conversion') + kpi(2, 'MQL to Opportunity conversion'),
      ['KPI-XXX → KPI-001  KPI-001 (MQL to SQL conversion) is the KPI of this transition.'],
    ],
    [
      'out of a stage with one way on, twice',
      stage(2, 'MQL', 'SQL', 'SQL') +
        kpi(1, 'MQL to SQL conversion') +
        kpi(2, 'MQL to Opportunity conversion'),
      ['KPI-XXX → KPI-001  KPI-001 (MQL to SQL conversion) is the KPI of this transition.'],
    ],
    [
      'out of a stage with two ways on',
      stage(2, 'MQL', 'SQL', 'Opportunity') +
        kpi(1, 'MQL to Opportunity conversion') +
        kpi(2, 'SQL to Customer conversion'),
      ['KPI-XXX → KPI-001  KPI-001 (MQL to Opportunity conversion) is the KPI of this transition.'],
    ],
    [
      'of another stage',
      stage(2, 'MQL', 'SQL') + kpi(1, 'SQL to Opportunity conversion'),
      ['KPI-XXX  Missing: a KPI entry that names the conversion MQL to SQL.'],
    ],
    [
      'between the two of a handoff',
      handoff('MQL', 'SQL') + kpi(1, 'SQL to Opportunity conversion') + kpi(2, 'MQL to SQL conversion'),
      ['KPI-XXX → KPI-002  KPI-002 (MQL to SQL conversion) is the KPI of this transition.'],
    ],
    [
      'of another handoff, though it is the only KPI and no entry defines the stages',
      handoff('MQL', 'SQL') + kpi(1, 'Customer to Expansion conversion'),
      ['KPI-XXX  Missing: a KPI entry that names the conversion MQL to SQL.'],
    ],
    [
      'of a handoff that comes from nowhere',
      handoff('the blue desk', 'SQL') + kpi(1, 'Customer to Expansion conversion'),
      ['KPI-XXX  Missing: a KPI entry.'],
    ],
    [
      'of no transition that says that it replaces the one of a stage',
      `${stage(2, 'MQL', 'SQL')}## KPI-001: Reply time\nReplaces: KPI-XXX\n\n`,
      ['KPI-XXX → KPI-001  KPI-001 (Reply time) says that it replaces KPI-XXX.'],
    ],
    [
      'is never told from another stage in the same file',
      `${stage(2, 'MQL', 'SQL')}${stage(3, 'SQL', 'Opportunity')}${kpi(1, 'MQL to SQL conversion')}${kpi(2, 'SQL to Opportunity conversion')}${kpi(3, 'SQL to Opportunity speed')}`,
      [
        'KPI-XXX → KPI-001  KPI-001 (MQL to SQL conversion) is the KPI of this transition.',
        'KPI-XXX  There are 2 entries that it could be.',
        'KPI-002 (SQL to Opportunity conversion)  is a KPI',
        'KPI-003 (SQL to Opportunity speed)  is a KPI',
      ],
    ],
    [
      'of an entry that is no transition',
      `## PER-001: Buyer\nLinked IDs: KPI-XXX\n\n${kpi(1, 'Reply time')}`,
      ['KPI-XXX → KPI-001  KPI-001 (Reply time) is the only KPI.'],
    ],
    [
      'that says that it replaces the one of its own transition alone',
      `${stage(2, 'MQL', 'SQL')}${stage(3, 'SQL', 'Opportunity')}## KPI-001: MQL to SQL conversion\nReplaces: KPI-XXX\n\n`,
      [
        'KPI-XXX → KPI-001  KPI-001 (MQL to SQL conversion) says that it replaces KPI-XXX.',
        'KPI-XXX  Missing: a KPI entry that names the conversion SQL to Opportunity.',
      ],
    ],
  ])('%s', (_what, text, lines) => {
    expect(decided(text)).toEqual(lines);
  });
});

describe('an ID that was right once', () => {
  test.each<[string, string, string[]]>([
    [
      'retired, and another says that it replaces it',
      links('GTM-004') +
        channel(4, 'Old', 'Status: Deprecated') +
        channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004'),
      ['GTM-004 → GTM-002  GTM-004 is no longer active; GTM-002 replaces it.'],
    ],
    [
      'gone, and another says that it replaces it',
      links('GTM-004') + channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004'),
      ['GTM-004 → GTM-002  GTM-004 is defined nowhere; GTM-002 replaces it.'],
    ],
    [
      'that says itself what it is superseded by',
      links('GTM-004') + channel(4, 'Old', 'Status: Superseded\nSuperseded by: GTM-002') + channel(2, 'Mail'),
      ['GTM-004 → GTM-002  GTM-004 is no longer active; GTM-002 replaces it.'],
    ],
    [
      'superseded by one that is retired too',
      links('GTM-004') +
        channel(4, 'Old', 'Status: Superseded\nSuperseded by: GTM-002') +
        channel(2, 'Mail', 'Status: Deprecated'),
      [],
    ],
    [
      'superseded by the entry that links to it: it stays',
      channel(4, 'Old', 'Status: Superseded\nSuperseded by: GTM-002') +
        channel(2, 'Mail', 'Status: Live\nLinked IDs: GTM-004'),
      [],
    ],
    [
      'in an entry that is retired itself',
      links('GTM-004').replace('Stage: MQL', 'Stage: MQL\nStatus: Deprecated') +
        channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004'),
      [],
    ],
    [
      'and only a draft says that it replaces it',
      links('GTM-004') + draft(2, 'Mail', 'Replaces: GTM-004'),
      [],
    ],
    [
      'with two that say that they replace it',
      links('GTM-004') +
        channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004') +
        channel(1, 'Ads', 'Status: Live\nReplaces: GTM-004'),
      [
        'GTM-004  GTM-004 is defined nowhere, and 2 entries say that they replace it.',
        'GTM-001 (Channel — Ads)  replaces GTM-004',
        'GTM-002 (Channel — Mail)  replaces GTM-004',
      ],
    ],
    [
      'in a range',
      links('GTM-004 to GTM-006') + channel(2, 'Mail', 'Status: Live\nReplaces: GTM-005'),
      [
        'GTM-005  GTM-005 is defined nowhere and is written as part of a range; write the IDs one by one.',
        'GTM-002 (Channel — Mail)  replaces GTM-005',
      ],
    ],
  ])('%s', (_what, text, lines) => {
    expect(decided(text)).toEqual(lines);
  });
});

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

describe('a phrase in place of an ID', () => {
  test.each([
    ['TBD (Mail channel)', 'TBD (Mail channel) → GTM-002  GTM-002 is the one channel called Mail.'],
    [
      'TBC (source channel: Ads)',
      'TBC (source channel: Ads) → GTM-001  GTM-001 is the one channel called Ads.',
    ],
  ])('%s', (words, line) => {
    expect(decided(links(words) + two)).toEqual([line]);
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
