/** What roles, labels and ticks in the words of the field mean, and what stands near them and does not. */
import { describe, expect, test } from 'vitest';
import { FieldWords, fieldOfKey, labelOf, namesakeOf } from '../../src/language/fields.ts';
import { breaksOff, endsLabel, holdsLabel, innerLabels } from '../../src/language/flattened.ts';
import { splitSides } from '../../src/language/leaving.ts';
import { excludes, onlyTicks, saysNotApplicable } from '../../src/language/nothing.ts';
import { singular } from '../../src/language/plural.ts';
import { RoleWords } from '../../src/language/roles.ts';

function answers<T>(ask: (words: string) => T, table: Readonly<Record<string, T>>): void {
  expect(Object.fromEntries(Object.keys(table).map((words) => [words, ask(words)]))).toEqual(table);
}
const asks = (ask: (words: string) => boolean, yes: readonly string[], no: readonly string[]) =>
  answers(ask, Object.fromEntries([...yes.map((one) => [one, true]), ...no.map((one) => [one, false])]));

describe('a role', () => {
  const words = new RoleWords({ Broker: ['AE'], Concierge: ['concierge desk'] }, new Set());
  const named = (text: string) => {
    const found = words.find(text);
    return found && [found.role, ...(found.qualifier === null ? [] : [found.qualifier])].join(' | ');
  };

  test('with a qualifier set off by any sign, every word of which is one', () => {
    answers(named, {
      'AE (SMB)': 'AE | SMB',
      'AE [SMB]': 'AE | SMB',
      'AE – EMEA': 'AE | EMEA',
      'AE - EMEA': 'AE | EMEA',
      'AE, Enterprise': 'AE | Enterprise',
      'AE/EMEA': 'AE | EMEA',
      'AE: SMB': 'AE | SMB',
      'AE | EMEA': 'AE | EMEA',
      'AE (Enterprise, EMEA)': 'AE | Enterprise EMEA',
      'AE (SMB and Mid-market)': 'AE | SMB Mid-market',
      'AE (SMB, EMEA, US)': 'AE | SMB EMEA US',
      'AE (SMB, EMEA, US, UK)': null,
      'AE (SMB': null,
      '(SMB) AE': null,
      'AE (plumbing)': null,
      'AE (SMB, plumbing)': null,
      'AE & SDR': null,
    });
  });

  test('with a qualifier before it or behind it, a word of the team’s own before a seller', () => {
    answers(named, {
      'Enterprise AE': 'AE | Enterprise',
      'Ent. AE': 'AE | Enterprise',
      'Mid market  AE': 'AE | Mid-market',
      'Senior Enterprise AE': 'AE | Senior Enterprise',
      'AE EMEA Enterprise': 'AE | EMEA Enterprise',
      'Fintech AE': 'AE | Fintech',
      'Big Fintech AE': 'AE | Big Fintech',
      "O'Neil AE": "AE | O'Neil",
      'X1 AE': 'AE | X1',
      'Very Big Fintech AE': null,
      'a b c d e AE': null,
      'a+b AE': null,
      'Fintech Founder': null,
      'former AE': null,
      'not an AE': null,
      'HubSpot AE': null,
      'AE SDR': null,
    });
  });

  test('of a region, a number or a group', () => {
    answers(named, {
      'SDR EMEA': 'BDR | EMEA',
      'SDR for EMEA': 'BDR | EMEA',
      'SDR in DACH': 'BDR | DACH',
      'SDR EMEA 2': 'BDR | EMEA 2',
      'SDR XY': 'BDR | XY',
      'SDR 2': 'BDR | 2',
      'SDR Pod 3': 'BDR | 3',
      'CSM Team 2': 'CS | 2',
      'CS Team Blue': 'CS | Team Blue',
      'CS Squad Blue': 'CS | Squad Blue',
      'CS Zone Nine': 'CS | Zone Nine',
      'SDR A': null,
      'SDR ABCDE': 'BDR | ABCDE',
      'SDR ABCDEF': null,
      'SDR DACH12': 'BDR | DACH12',
      'SDR 123': null,
      [`CS Team ${'B'.repeat(21)}`]: null,
      'CS Blue': null,
      'SDR xy': null,
      'SDR or': null,
      'SDR of the year': null,
      'AE R2-D2': null,
    });
  });

  test('without footnotes, commas, helpers, handles and what stands around a name', () => {
    answers(named, {
      'SDR,': 'BDR',
      'SDR;': 'BDR',
      'SDR¹': 'BDR',
      'SDR†‡': 'BDR',
      'SDR [^1]': 'BDR',
      'SDR [12]': 'BDR',
      'SDR [123]': null,
      'AE, supported by an SE': 'AE',
      'AE – with help from SE': 'AE',
      'SDR backup: AE': 'BDR',
      'BDR, deputy AE': 'BDR',
      'BDR via Outreach': 'BDR',
      '@account-executive': 'AE',
      '@sales_manager': 'Sales manager',
      'account-executive': null,
      'the assigned AE': 'AE',
      'our on-duty BDR team': 'BDR',
      'AE rep': 'AE',
      'AE owner': 'AE',
      AEs: 'AE',
      'BDR/SDR': 'BDR',
      Team: null,
      Enterprise: null,
    });
  });

  test('above a role, of software, of the config', () => {
    answers(named, {
      'AE manager': 'Sales manager',
      'HubSpot workflow': 'Marketing automation',
      'ai AE': 'Marketing automation',
      Broker: 'AE',
      'concierge desk': 'Concierge',
      Concierge: 'Concierge',
    });
    expect([words.names.includes('Concierge'), words.names.includes('Broker')]).toEqual([true, false]);
    expect(words.words.get('concierge desk')).toBe('Concierge');
  });

  test('anywhere in running text, in order, each once, with what divides it', () => {
    const within = (text: string) =>
      words.within(text).map(({ role, qualifier }) => role + (qualifier === null ? '' : ` | ${qualifier}`));
    answers(within, {
      'notify the SDR manager, then reassign to an AE': ['Sales manager', 'AE'],
      'Enterprise AE and SDR EMEA': ['AE | Enterprise', 'BDR | EMEA'],
      'AE, AE': ['AE'],
      'CS director': [],
      'account executive or sales development representative': ['AE', 'BDR'],
      'VP of sales told, AE (SMB) next': ['Sales manager', 'AE | SMB'],
      'nobody at all': [],
    });
  });
});

describe('a label', () => {
  const words = new FieldWords({ Owner: ['Captain'], 'no such': ['Foo'] });
  const meant = (kind: 'stage' | 'handoff' | 'monitor') => (label: string) => {
    const named = words.named(kind, label, null);
    if (named !== null) return named;
    const found = words.meant(kind, label);
    return found && `${found.word ? 'word' : 'slip'} of ${found.name}: ${found.spelling}`;
  };

  test('that is known, by itself, with brackets, or two names of one field', () => {
    answers(meant('stage'), {
      Captain: 'owner',
      'Owner/DRI': 'owner',
      'Owner / Assignee': 'owner',
      'Owner & Captain': 'owner',
      'Owner/SLA': null,
      Foo: null,
      Team: null,
      Note: null,
    });
    answers(meant('handoff'), { 'Payload (what context transfers)': 'payload' });
    answers(meant('monitor'), { 'Baseline (2026-08-01)': 'baseline' });
  });

  test('that is a slip of the hand, by letters that differ for its length', () => {
    answers(meant('stage'), {
      Ownr: 'slip of owner: Owner',
      Onwer: 'slip of owner: Owner',
      Captan: 'slip of owner: captain',
      Ordr: 'slip of order: Order',
      Sttaus: 'slip of status: Status',
      LinkedIDs: 'slip of linked-ids: Linked IDs',
      'Exit critera': 'slip of exit: Exit criteria',
      'Exit criterai': 'slip of exit: Exit criteria',
      'Exit critrias': 'slip of exit: Exit criteria',
      'Exit crtiea xs': null,
      Tpye: null,
      Ower: 'slip of owner: Owner',
      Wner: 'slip of owner: Owner',
      Wnr: null,
      Onxer: null,
      SAL: null,
    });
    answers(meant('handoff'), { Triger: 'slip of trigger: Trigger' });
    answers(meant('monitor'), { Baselin: 'slip of baseline: Baseline' });
  });

  test('that is a usual word for a field', () => {
    answers(meant('stage'), {
      Typ: 'word of type: Type',
      'Austrittskriterien (Fortschritt)': 'word of progression: Exit criteria (progression)',
      'Austrittskriterien (Wetter)': 'word of exit: Exit criteria',
    });
  });

  test('that is a key of the config, mistyped, or another field’s already', () => {
    answers(fieldOfKey, { Owner: 'owner', owner: 'owner', 'exit criteria': 'exit', nope: null });
    answers(labelOf, { Ownr: 'Owner', 'Exit critera': 'Exit criteria', qqqqqqqq: null });
    expect(
      ['SLA', 'Owner', 'Foo'].map((word) => namesakeOf('Owner', word)).concat(namesakeOf('nope', 'SLA')),
    ).toEqual(['SLA', null, null, null]);
  });
});

describe('labels in the middle of a line', () => {
  const inner = (text: string, kind: 'stage' | 'linked' = 'stage', sign: string | null = null) =>
    innerLabels(text, kind, null, undefined, sign)
      .map(({ start, end, value, name, before }) => {
        expect(text.slice(before, start)).toMatch(/^[\s*_]*$/);
        return `${text.slice(start, end)} (${name}) ${text.slice(value)}`;
      })
      .join(' + ');

  test('behind brackets, quotes and code that are closed', () => {
    answers(inner, {
      'words (x) Owner: BDR': 'Owner (owner) BDR',
      'words (x Owner: BDR': '',
      'a) Owner: BDR': 'Owner (owner) BDR',
      'a) (Owner: BDR)': '',
      '[x] {y} Owner: BDR': 'Owner (owner) BDR',
      '{x Owner: BDR} SLA: 1 hour': 'SLA (sla) 1 hour',
      '[x Owner: BDR] SLA: 1 hour': 'SLA (sla) 1 hour',
      'say "x" Owner: BDR': 'Owner (owner) BDR',
      'say “x Owner: BDR” SLA: 1 hour': 'SLA (sla) 1 hour',
      '`x (` Owner: BDR': 'Owner (owner) BDR',
    });
  });

  test('with marks, blanks and wide colons', () => {
    answers(inner, {
      'words *Owner*: BDR': 'Owner (owner) BDR',
      'words Owner : BDR': 'Owner (owner) BDR',
      'words Owner：BDR': 'Owner (owner) BDR',
      'words Owner:': 'Owner (owner) ',
      'words **Owner:** BDR': 'Owner (owner) BDR',
    });
  });

  test('the longest that is known, of at most eight words', () => {
    answers(inner, {
      'BDR Response time after entering this stage: 1 hour':
        'Response time after entering this stage (sla.response) 1 hour',
      'Order: 2 Owner: BDR Linked IDs: GTM-001':
        'Order (order) 2 Owner: BDR Linked IDs: GTM-001 + Owner (owner) BDR Linked IDs: GTM-001 + Linked IDs (linked-ids) GTM-001',
    });
  });

  test('of the team’s own only behind a value that says all', () => {
    answers(inner, {
      'Type: Lifecycle-Stage Blue team: x': 'Type (type) Lifecycle-Stage Blue team: x + Blue team (null) x',
      'Type: stage Team: Blue': 'Type (type) stage Team: Blue',
      'Status: Active Team: Blue': 'Status (status) Active Team: Blue + Team (null) Blue',
      'Status: live now Team: Blue': 'Status (status) live now Team: Blue',
      'Status: Banana Team: Blue': 'Status (status) Banana Team: Blue',
      'Follow-up cadence: every 2 days Team: Blue':
        'Follow-up cadence (cadence) every 2 days Team: Blue + Team (null) Blue',
      'Order: two Team: Blue': 'Order (order) two Team: Blue',
      'Order: 2 Big Team: x': 'Order (order) 2 Big Team: x',
      'Order: 2 Big team: x': 'Order (order) 2 Big team: x + Big team (null) x',
      'Order: 2 note: x': 'Order (order) 2 note: x',
      'Exit criteria: call held Ownr: BDR': 'Exit criteria (exit) call held Ownr: BDR',
    });
    expect(inner('Type: Channel Team: Blue', 'linked')).toBe(
      'Type (type) Channel Team: Blue + Team (null) Blue',
    );
  });

  test('parted by another sign', () => {
    expect(inner('Type = Lifecycle-Stage Owner = BDR Team = Blue', 'stage', '=')).toBe(
      'Type (type) Lifecycle-Stage Owner = BDR Team = Blue + Owner (owner) BDR Team = Blue',
    );
  });

  test('never behind a joint or where a phrase goes on', () => {
    for (const words of ['says: ', 'MQL, ', 'MQL - ', 'MQL / ', 'MQL | ', 'MQL; ', 'when ', 'set the ', '→ '])
      expect([words, inner(`${words}Owner: BDR`)]).toEqual([words, '']);
  });

  test('a line that breaks off, a label that begins above or ends a value', () => {
    asks(
      breaksOff,
      ['Set the', 'a;', 'a,', 'a:', 'owner is', 'x ->', 'a -'],
      ['Linked', 'call held', 'theatre'],
    );
    const words = new FieldWords();
    const ends = (pair: string) => {
      const [above = '', label = ''] = pair.split(' ~ ');
      return endsLabel(above, label, 'stage', words);
    };
    asks(
      ends,
      ['Owner: BDR Linked ~ IDs', 'x Exit ~ criteria', 'x **Exit ~ criteria'],
      ['Linked ~ IDs', 'x linked ~ IDs', 'x y ~ Owner'],
    );
    asks(
      (label) => holdsLabel(label, 'stage', words),
      ['BDR Owner', 'x y Linked IDs', 'BDR **Owner'],
      ['Owner', 'BDR owner', 'BDR Team'],
    );
  });
});

describe('short answers', () => {
  test('a tick, a ruling out, not applicable', () => {
    asks(
      onlyTicks,
      ['yes', 'Yes.', 'no', 'y', 'x', '✓', '✔', 'see CRM', 'see above.', 'crm'],
      ['yes please', 'xx', 'see', 'the crm', 'oh no', 'see below now'],
    );
    asks(
      excludes,
      ['not MQL', 'no budget', 'excluded', 'except', 'unlike', 'ruled out', 'rules out'],
      ['note', 'rulers out', 'knot', 'accept'],
    );
    asks(
      saysNotApplicable,
      ['n/a', 'N / A', 'n/a, same person', 'not needed (automated)', 'no rejections here', '* n/a', 'none: '],
      ['none → x', 'None: x', 'n/a -> x', 'nonetheless', 'na', 'not required'.padEnd(81, '.'), ' a none'],
    );
  });

  test('names in the singular, sides without blanks', () => {
    answers(singular, { Companies: 'Company', 'Companies in': 'Companies in', Bus: 'Bus', Boss: 'Boss' });
    expect(splitSides('won|lost')).toEqual({ forward: 'won', away: 'lost' });
    expect(splitSides('either accepts or declines | or churns')).toEqual({
      forward: 'either accepts',
      away: 'declines or or churns',
    });
  });
});
