/** What each question of `src/language` answers to words of the field, one table a question. */
import { describe, expect, test } from 'vitest';
import { isHolder, movesLead, saysOnlyHow } from '../../src/language/acting.ts';
import { isCadence } from '../../src/language/cadence.ts';
import { clockOfWords } from '../../src/language/clock-words.ts';
import { closest, slips } from '../../src/language/closest.ts';
import { innerLabels } from '../../src/language/flattened.ts';
import { foldLabel, foldName, foldRole, foldWords } from '../../src/language/fold.ts';
import { namesFit, showsIntent, showsInterest } from '../../src/language/interest.ts';
import { listed } from '../../src/language/listed.ts';
import { singular } from '../../src/language/plural.ts';
import { isOtherwise, isUnknownLead, namesSize } from '../../src/language/segments.ts';
import { isSoftware, namesSoftware } from '../../src/language/software.ts';
import { isLeadStatus, statusMeant, statusNear } from '../../src/language/status.ts';
import { answers, asks } from './tables-of-answers.ts';

describe('names and labels made alike', () => {
  test.each([
    [
      'name',
      foldName,
      {
        'Closed–Won ': 'closed won',
        '**MQL.**': 'mql',
        'M.Q.L.': 'mql',
        Sales_Ready: 'sales ready',
        '🔥 Hot': 'hot',
        '🔥': '🔥',
        '“SQL”': 'sql',
      },
    ],
    [
      'label',
      foldLabel,
      {
        '**Exit criteria** (progression)': 'exit criteria progression',
        'Kriterien für: ': 'kriterien für',
        'SLA/limit': 'sla limit',
      },
    ],
    [
      'role',
      foldRole,
      {
        'AE / Founder': 'ae/founder',
        'AE/ Founder': 'ae/founder',
        'AE /Founder': 'ae/founder',
        'A.E.': 'ae',
        ' "Go-to-market  lead" ': 'go-to-market lead',
        ＡＥ: 'ae',
      },
    ],
    [
      'ground',
      foldWords,
      { 'Too-Small.': 'too small', "“won't  buy”": 'wont buy', 'no_budget;': 'no budget' },
    ],
  ] as const)('a %s', (_what, fold, table) => {
    answers(fold as (words: string) => string, table as Record<string, string>);
  });

  test('the singular', () => {
    answers(singular, {
      MQLs: 'MQL',
      Opportunities: 'Opportunity',
      'Won deals': 'Won deal',
      Business: 'Business',
      Status: 'Status',
      Basis: 'Basis',
      Movies: 'Movy',
      Days: 'Day',
      As: 'As',
    });
  });

  test('a list in words', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual([
      '',
      'a',
      'a and b',
      'a, b or c',
    ]);
  });

  test('the nearest of several', () => {
    const choices = ['sales-assisted', 'self-serve', 'hybrid', 'deep', 'Owner'];
    answers((word) => closest(word, choices), {
      salesassisted: 'sales-assisted',
      'Self serve': 'self-serve',
      hybird: 'hybrid',
      dep: 'deep',
      sales: 'sales-assisted',
      sa: null,
      dxxp: null,
      onwer: 'Owner',
      hybridized: null,
      [`${'x'.repeat(81)}`]: null,
    });
    expect([
      slips('onwer', 'owner'),
      slips('owner', 'owner'),
      slips('ownen', 'owner'),
      slips('own', 'owner'),
    ]).toEqual([1, 0, 1, 2]);
  });

  test('a status', () => {
    answers(statusMeant, {
      'Active since May': 'active',
      'active (v0.9)': 'active',
      Draft: 'draft',
      Deprecated: 'deprecated',
      Banana: null,
      '': null,
    });
    answers((words) => statusNear(words)?.slip ?? null, { Actve: true, Banana: null });
    asks(isLeadStatus, ['Contacted', 'contacted '], ['MQL', 'Active']);
  });
});

describe('people and software', () => {
  test('software, and what names some', () => {
    asks(
      isSoftware,
      ['hubspot workflow', 'ai sdr', 'crm', 'routing system'],
      ['crm admin', 'ops manager', '', 'hubspot owner', 'a b c d e f system'],
    );
    asks(namesSoftware, ['the CRM workflow sends it'], ['the manager sends it']);
  });

  test('whoever has the lead, and taking it out of their hands', () => {
    asks(
      isHolder,
      ['the owner', 'its current assignee', 'lead owner again', 'Rep'],
      ['owner’s manager', 'another owner'],
    );
    asks(
      movesLead,
      ['reassign', 'back to the pool', 'takes over', 'round-robin', 'goes to AE'],
      ['notify the manager', 'takes notes'],
    );
    asks(
      saysOnlyHow,
      ['as agreed', 'per our usual way', 'like last time', 'it is tracked'],
      ['as told by the manager', 'like @jane says', 'notify'],
    );
  });
});

describe('criteria and cadences', () => {
  test('interest, intent, fit', () => {
    asks(
      showsInterest,
      ['downloads an e-book', 'visited the blog', 'Newsletter'],
      ['asks for a demo', 'blogger'],
    );
    asks(
      showsIntent,
      ['demo requested', 'pricing', 'score of 50', 'Request for a call'],
      ['reads the blog', 'demonstrates'],
    );
    asks(namesFit, ['PER-001', '50 employees', 'decision-maker', 'in the ICP'], ['demo', 'fitting room']);
  });

  test('how often, and in what time', () => {
    asks(
      isCadence,
      ['6 touches in 10 days', 'daily calls, twice', 'Day 1 call', 'one call each week'],
      ['often', 'TBD', '6 touches', 'in days'],
    );
  });

  test('which clock a limit’s words tell', () => {
    answers(clockOfWords, {
      '14 days at most in the stage': 'Maximum time in stage',
      'stale after 30 days': 'Maximum time in stage',
      'claimed within 1 hour': 'Acceptance',
      '6 touches': 'Cadence',
      '1 business hour': null,
    });
  });
});

describe('segments', () => {
  test('the others, the unknown, a size', () => {
    asks(
      isOtherwise,
      ['otherwise', 'All others', 'the rest', ' * ', 'any other leads'],
      ['others in EMEA', 'rest of world', 'not otherwise', 'no match here'],
    );
    asks(
      isUnknownLead,
      ['unknown', 'No size known', 'size unknown', 'missing', 'blank country'],
      ['known', 'no budget', 'unknownish', ''],
    );
    asks(
      namesSize,
      ['SMB', 'the enterprise', 'Mid-market', 'very small', 'XL', ' SMB '],
      ['EMEA', 'SMB leads', 'not SMB'],
    );
    asks(isOtherwise, [' otherwise '], []);
    asks(isUnknownLead, [' unknown '], []);
  });
});

describe('labels in the middle of a line', () => {
  const labels = (text: string) =>
    innerLabels(text, 'stage', null).map(({ start, end, value, name }) => [
      text.slice(start, end),
      name,
      text.slice(value).split(' ')[0],
    ]);

  test('known ones, those of the team behind a whole value', () => {
    answers(labels, {
      'Type: Lifecycle-Stage Order: 2 Status: Active': [
        ['Type', 'type', 'Lifecycle-Stage'],
        ['Order', 'order', '2'],
        ['Status', 'status', 'Active'],
      ],
      'Stage: MQL **Owner:** BDR': [
        ['Stage', 'stage', 'MQL'],
        ['Owner', 'owner', 'BDR'],
      ],
      'Order: 2 Team: Blue': [
        ['Order', 'order', '2'],
        ['Team', null, 'Blue'],
      ],
    });
  });

  test('not in brackets, quotes and code, nor where a phrase goes on, nor without a blank', () => {
    for (const text of [
      '(Owner: BDR)',
      '"Owner: BDR"',
      '`Owner: BDR`',
      'Owner:BDR',
      'sets the Owner: BDR',
      'and Owner: BDR',
      'owner: BDR',
    ])
      expect(labels(`words ${text}`), text).toEqual([]);
    expect(labels('words Owner: BDR')).toEqual([['Owner', 'owner', 'BDR']]);
  });

  test('parts with a joint between them are left to the block', () => {
    expect(labels('Owner: BDR; Stage: MQL')).toEqual([]);
  });
});
