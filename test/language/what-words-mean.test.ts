/** What each question of `src/language` answers to words of the field, one table a question. */
import { describe, expect, test } from 'vitest';
import { isHolder, movesLead, saysOnlyHow } from '../../src/language/acting.ts';
import { amountsIn, numbersDiffer, scoreIn } from '../../src/language/amounts.ts';
import { firstArrow, hasArrow, lastArrow, splitAtArrows } from '../../src/language/arrow.ts';
import { isCadence } from '../../src/language/cadence.ts';
import { clockOfWords } from '../../src/language/clock-words.ts';
import { closest, slips } from '../../src/language/closest.ts';
import { attemptsBeforeSilence, attemptsIn, priceIn } from '../../src/language/counts.ts';
import { isDenied } from '../../src/language/denying.ts';
import { innerLabels } from '../../src/language/flattened.ts';
import { foldLabel, foldName, foldRole, foldWords } from '../../src/language/fold.ts';
import { namesFit, showsIntent, showsInterest } from '../../src/language/interest.ts';
import {
  opensWithLeaving,
  saysBothWays,
  saysRejection,
  saysWayBack,
  splitSides,
} from '../../src/language/leaving.ts';
import { listed } from '../../src/language/listed.ts';
import { singular } from '../../src/language/plural.ts';
import { placesBeside, placesPointedAt } from '../../src/language/pointing.ts';
import {
  comesBackAtOnce,
  comesBackByDate,
  comesBackByItself,
  comesBackByTaste,
  goesToAnother,
  lastingReason,
  namesReason,
  onlySaysNo,
  opensReturn,
  saysNever,
  saysReturn,
  saysWhenBack,
} from '../../src/language/returning.ts';
import { isOtherwise, isUnknownLead, namesSize } from '../../src/language/segments.ts';
import { rangesOf } from '../../src/language/sizes.ts';
import { isSoftware, namesSoftware } from '../../src/language/software.ts';
import { isLeadStatus, statusMeant, statusNear } from '../../src/language/status.ts';
import { waitIn, waitsDiffer } from '../../src/language/waits.ts';
import { hasWay, opensWay, staysPut } from '../../src/language/way.ts';

/** Asks all words of a table at once: words → answer. */
function answers<T>(ask: (words: string) => T, table: Readonly<Record<string, T>>): void {
  const found = Object.fromEntries(Object.keys(table).map((words) => [words, ask(words)]));
  expect(found).toEqual(table);
}
/** Words for which the answer is yes, and words near them for which it is no. */
const asks = (ask: (words: string) => boolean, yes: readonly string[], no: readonly string[]) => {
  expect(
    yes.filter((words) => !ask(words)),
    'no instead of yes',
  ).toEqual([]);
  expect(no.filter(ask), 'yes instead of no').toEqual([]);
};

describe('numbers', () => {
  test('a score', () => {
    answers(scoreIn, {
      'Score of 50 or more': 50,
      'passes 80 points': 80,
      '100+ points': 100,
      'scoring model BR-MOPS-011 reaches 75': 75,
      'score rises by a 5-point step to 60': 60,
      'Score above 90%': null,
      '50 employees': null,
      'score is high. Company has 50 people': null,
      '2-points scale': null,
    });
  });

  test('amounts that a lead must have', () => {
    answers(amountsIn, {
      '20 seats and 50 employees': ['20 seats', '50 employees'],
      '10 Users, 10 users': ['10 users'],
      '1,000+ licences': ['1,000+ licences'],
      '30 days': [],
      'plan-20 seats': [],
    });
  });

  test('two texts ask for different numbers of one thing, or not', () => {
    const differ = (pair: string) => {
      const [one = '', other = ''] = pair.split(' ~ ');
      return numbersDiffer(one, other);
    };
    asks(
      differ,
      [
        'score of 50 ~ score of 80',
        'invites 3 colleagues ~ invites 10 colleagues',
        '50-500 employees ~ 100 to 500 people',
        '1,000 seats ~ 100 seats',
        '10 new seats ~ 20 more seats',
      ],
      [
        'score of 50 ~ score of 50',
        'score of 50 ~ 80 people',
        'score 50 to 80 ~ score of 80',
        '50–500 employees ~ 50 to 500 people',
        '1,000 seats ~ 1000 seats',
        '3 days ~ 5 days',
        '3 calls ~ 5 mails',
        '3 colleagues or 5 colleagues ~ 4 colleagues',
        '5 attempts ~ 3 attempts',
      ],
    );
  });

  test('attempts, and those before silence', () => {
    answers((words) => [attemptsIn(words), attemptsBeforeSilence(words)], {
      'No answer after 5 attempts': [5, 5],
      'call 4 times, never answers': [4, 4],
      '6 touches in 10 days': [6, null],
      '3 failed attempts, unreachable': [3, 3],
      '3 calls and 5 attempts, 5 tries': [5, null],
      '3 attempts or 5 attempts, no reply': [null, null],
      'no response': [null, null],
      '2–3 attempts': [null, null],
    });
  });

  test('a price', () => {
    answers((words) => priceIn(words) && [priceIn(words)?.amount, priceIn(words)?.of], {
      '$49 per seat and month': [49, 'month seat'],
      '€ 1,200 a year': [1200, 'year '],
      '$10k/yr': [10_000, 'year '],
      '99 EUR monthly per user': [99, 'month user'],
      '49.50 € / mo': [49.5, 'month '],
      '$99 annual licence': [99, 'year licence'],
      '$10 or $20': null,
      '50 people': null,
    });
  });

  test('the wait before a return, and whether two differ', () => {
    answers(waitIn, {
      'after 90 days': { days: 90 },
      'back in 3 months': { days: 90 },
      'not before a year': { days: 365 },
      'wait another two quarters': { days: 182 },
      'for at least six weeks': { days: 42 },
      'after 30 days or after 60 days': null,
      'next quarter': { next: 'quarter' },
      'after 30 days, in next month': null,
      'in 90 days': null,
      soon: null,
    });
    const differ = (pair: string) => waitsDiffer(pair.split(' ~ ')[0] ?? '', pair.split(' ~ ')[1] ?? '');
    asks(
      differ,
      [
        'after 30 days ~ after 90 days',
        'next month ~ next quarter',
        'after 30 days ~ next month',
        'after 90 days ~ after 100 days'.replace('100', '101'),
      ],
      [
        'after 3 months ~ after 90 days',
        'next year ~ next year',
        'soon ~ after 3 days',
        'after 91 days ~ after 100 days',
      ],
    );
  });

  test('sizes of a company', () => {
    const many = Number.POSITIVE_INFINITY;
    answers(rangesOf, {
      '50 to 500 people': [{ min: 50, max: 500, noun: 'people' }],
      '50–1,000 employees': [{ min: 50, max: 1000, noun: 'people' }],
      'fewer than 20 seats': [{ min: 0, max: 19, noun: 'seats' }],
      'over 100 users': [{ min: 101, max: many, noun: 'seats' }],
      'at least 100 staff': [{ min: 100, max: many, noun: 'people' }],
      '500 to 50 people': [],
      'teams of 5 to 20 people': [],
      'under 20 days': [],
      '10 licenses': [],
    });
  });
});

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

describe('ways', () => {
  test('arrows', () => {
    expect([hasArrow('a -> b'), hasArrow('a - b'), lastArrow('a → b => c'), lastArrow('a')]).toEqual([
      true,
      false,
      6,
      -1,
    ]);
    expect(firstArrow('a --> b → c')).toEqual({ start: 2, end: 5 });
    expect(firstArrow('a')).toBeNull();
    expect(splitAtArrows('a → b ⇒ c')).toEqual(['a ', ' b ', ' c']);
  });

  test('a line that begins with its place, that points, that stays', () => {
    asks(
      opensWay,
      ['To SQL: call held', 'Next stage: SQL', 'back to MQL: small', 'vers SQL: appel'],
      ['SQL: call', 'To talk; later: x', 'Total: 5'],
    );
    asks(hasWay, ['call held → SQL', 'To SQL: call held'], ['call held to SQL']);
    asks(
      staysPut,
      [
        'Otherwise remains MQL',
        'If not, the lead stays in MQL',
        'No answer → stays in Nurture',
        'stays here',
        'Lead remains a Prospect',
      ],
      ['remains interested', 'stays with the BDR', 'holds a demo'],
    );
  });

  test('places that words point at', () => {
    const names = (text: string) =>
      placesPointedAt(text).map(({ name, start, end }) => {
        expect(text.slice(start, end)).toBe(name);
        return name;
      });
    answers(names, {
      'Too small → Graveyard': ['Graveyard'],
      'To Vault: no budget': ['Vault'],
      'Leads go to the Icebox when cold': ['Icebox'],
      'it is sent back to Limbo or the Attic': ['Limbo', 'Attic'],
      'No budget → Nurture / Vault, spam → "Bin"': ['Nurture', 'Vault', 'Bin'],
      'small → x; big → Yard': ['Yard'],
      'moved to the CRM owner of the deal in the region': [],
      'goes to nowhere': ['nowhere'],
      'call held': [],
      '→ X': [],
      '→ a b': [],
      '→ …': [],
      '→ TBD': [],
      '→ One two three four': ['One two three four'],
      '→ One two three four five': [],
      [`→ ${'V'.repeat(60)}`]: ['V'.repeat(60)],
      [`→ ${'V'.repeat(61)}`]: [],
      '→ GTM-001': [],
      '→ #channel': [],
      '→ Stage 2': [],
      [`→ Vault ${'x'.repeat(500)}`]: [],
    });
    answers((text) => placesBeside(text).map(({ name }) => name), {
      'Nurture or the Graveyard': ['Nurture', 'Graveyard'],
      'MQL, then Vault': ['MQL', 'Vault'],
      'small → MQL or Vault': [],
      'back to Vault; send to Attic': ['Vault', 'Attic'],
    });
  });

  test('a place that is only ruled out', () => {
    const denied = (text: string) => {
      const words = text.split(/[ ,]+/);
      return isDenied(words, words.indexOf('X'));
    };
    asks(
      denied,
      ['MQL, not X', 'never back to the X', 'MQL instead of X', 'MQL rather than to X', 'Not in X'],
      [
        'MQL or X',
        'of X',
        'not because of X',
        'than X',
        'not a b c d e X',
        'X not',
        'not back to the a an X',
      ],
    );
  });
});

describe('a no, and the way back', () => {
  test('rejection, way back, both ways at once', () => {
    asks(
      saysRejection,
      ['AE rejects', 'too small', 'Not a good fit', 'closed-lost', 'loses'],
      ['churned', 'lossless', 'accepts'],
    );
    asks(saysWayBack, ['sent back to the queue', 'returned to MQL', 'declined'], ['moves to SQL']);
    asks(
      opensWithLeaving,
      ['AE rejects', 'The lead is lost', 'Customer cancels', 'opts out'],
      ['AE reviews and rejects it later', 'accepted'],
    );
    asks(
      saysBothWays,
      ['AE accepts or rejects', 'signs / declines', 'Rejected | qualified'],
      ['AE rejects or declines', 'Not a fit or no budget', 'accepts', 'lost or never signed'],
    );
    expect(splitSides('AE accepts OR rejects')).toEqual({ forward: 'AE accepts', away: 'rejects' });
    expect(splitSides('won | lost / churned')).toEqual({ forward: 'won', away: 'lost or churned' });
  });

  test('when a lead comes back', () => {
    asks(
      comesBackByItself,
      ['When they come back', 'only if it comes back to us.'],
      ['When they come back with a budget'],
    );
    asks(
      comesBackByDate,
      [
        'next quarter',
        'After 90 days',
        'revisit in Q3',
        'new budget year',
        'In 2027',
        'after the planning round',
        'weekly',
      ],
      [
        'after 90 days and a headcount above 50',
        'a new contact',
        'a new lead in May',
        'never',
        'when the CFO signs',
        'wait',
        'on the first day of the week of the month of the quarter of the year',
      ],
    );
    asks(comesBackAtOnce, ['Immediately', 'BDR may resubmit', 'the same day'], ['', 'after a call']);
    asks(
      comesBackByTaste,
      ['When ready', 'Case by case', 'Ask the BDR', 'if something changes'],
      ['when the budget is set', 'monthly'],
    );
    asks(goesToAnother, ['the next AE on rotation', 'pool'], ['the AE', 'nextdoor']);
    asks(
      saysWhenBack,
      ['re-engage later', 'after 90 days', 'once funded', 'in 3 months'],
      ['Nurture', 'after a while'],
    );
    asks(
      opensReturn,
      ['back after 90 days', 'never', 'may return', 'If funded', 'in 3 months'],
      ['Nurture', 'the lead is back'],
    );
    asks(namesReason, ['with reason code', 'tagged', 'too "small"', '(small)'], ['Nurture', 'decoded']);
    asks(onlySaysNo, ['AE rejects', 'The lead is rejected', "AE doesn't accept"], ['AE finds no budget']);
    asks(
      saysNever,
      ['None', 'never', 'N/A', 'no return', 'No way back', 'not coming back', 'No.', 'No: they are lost'],
      [
        'None until May',
        'not before May',
        'never within 30 days',
        'nonetheless',
        'no budget',
        'No, but after 90 days',
      ],
    );
    asks(
      saysReturn,
      ['After 90 days', 'Not before May', 'None until they hire', 'No, but after 90 days', 'Ask the AE'],
      ['', 'TBC', 'pending', '–', '?', 'to be agreed', 'None', 'n/a', 'No', 'Never', 'no re-engagement'],
    );
  });

  test('a reason that time does not heal', () => {
    answers(lastingReason, {
      'Student e-mail address': 'Student',
      'AE picks: competitor': 'competitor',
      '“Spam”': 'Spam',
      'Lost to a competitor': undefined,
      "Competitor's contract still runs": undefined,
      'no budget': undefined,
      '': undefined,
    });
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
