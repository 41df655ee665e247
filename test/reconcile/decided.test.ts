/** How one placeholder is decided: each reason there is, in the words that are printed. */
import { describe, expect, test } from 'vitest';
import { channel, decided, draft, links, two } from './plan-of.ts';

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
