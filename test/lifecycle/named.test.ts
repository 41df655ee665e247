/** Names of stages, places and people in a text, a table each: what is made of a phrase. */
import { describe, expect, test } from 'vitest';
import { Roles } from '../../src/lifecycle/roles.ts';
import { StageNames } from '../../src/lifecycle/stage-names.ts';
import { type ConfiguredNames, meantKey, nearest } from '../../src/lifecycle/usual-names.ts';
import { answers } from './answers.ts';

describe('names', () => {
  const found = (names: StageNames) => (text: string) => {
    const hit = names.exact(text);
    return hit === null
      ? null
      : hit.kind === 'sink'
        ? `place ${hit.name}`
        : `${hit.canonical} ${hit.written}`;
  };
  const configured: ConfiguredNames = {
    stages: {
      Opportunity: ['Deal', 'Oppo'],
      Custmer: ['Client', 'Live account'],
      Junk: ['Bin'],
      Disqualified: ['Trash'],
      SQL: ['MQL'],
      Fresh: ['Lead'],
    },
    sinks: { Nurture: ['Parking lot'], Nowhere: ['x'] },
  };

  test('of stages and places', () => {
    const names = new StageNames(configured, [
      'MQL',
      'SQL (EMEA)',
      'SQL – US',
      '2 - Customer',
      'Renewal!',
      '商談',
    ]);
    answers(found(names), {
      MQL: 'SQL mql',
      mql: 'SQL mql',
      MQLs: 'SQL mql',
      SQL: 'SQL null',
      'SQL (EMEA)': 'SQL sql (emea)',
      'SQL – US': 'SQL – US sql us',
      Customer: 'Customer null',
      '2 - Customer': 'Customer 2 customer',
      Client: 'Customer null',
      'Live account': 'Customer null',
      Deal: 'Opportunity null',
      Oppo: 'Opportunity null',
      Opportunity: 'Opportunity null',
      Junk: 'Junk null',
      Bin: 'Junk null',
      Trash: 'place Disqualified',
      Disqualified: 'place Disqualified',
      'Parking lot': 'place Nurture',
      Nurture: 'place Nurture',
      x: null,
      'Renewal!': 'Renewal! renewal!',
      renewal: null,
      商談: '商談 商談',
      Fresh: 'Lead null',
      Lead: 'Lead null',
      'the MQL stage': 'SQL mql',
      'SQL queue': 'SQL null',
      '(MQL)': null,
      '': null,
      Expansion: 'Expansion null',
      SAL: null,
    });
    expect(names.slipsOfConfig).toEqual([{ key: 'Custmer', meant: 'Customer' }]);
    expect(names.within('From MQL or the 商談 to Deal, then renewal! or the parking lot')).toEqual([
      { kind: 'stage', canonical: 'SQL', written: 'mql', said: 'MQL' },
      { kind: 'stage', canonical: '商談', written: '商談', said: '商談' },
      { kind: 'stage', canonical: 'Opportunity', written: null, said: 'Deal' },
      { kind: 'sink', name: 'Nurture' },
      { kind: 'stage', canonical: 'Renewal!', written: 'renewal!', said: 'Renewal!' },
    ]);
  });

  test('of usual stages alone', () => {
    answers(found(new StageNames({}, [])), {
      MQL: 'MQL null',
      'Marketing qualified lead': 'MQL null',
      SAL: null,
      Opportunity: 'Opportunity null',
      Deal: null,
      Customer: 'Customer null',
      'Closed-lost': 'place Closed-lost',
      Nurture: 'place Nurture',
      Recycled: 'place Nurture',
      Requeue: 'place Requeue',
      Lead: 'Lead null',
      nothing: null,
    });
  });

  test('that are a slip of the hand', () => {
    const key = (name: string) => meantKey(name, ['x'], ['Handover', 'Pilot']);
    answers(key, {
      Handovr: 'Handover',
      Handover: 'Handover',
      Custmer: 'Customer',
      Pilo: 'Pilot',
      Pilots: 'Pilot',
      SQ: null,
      MQL: null,
      Oportunity: 'Opportunity',
      Opprtunit: 'Opportunity',
      Something: null,
    });
    expect(meantKey('Custmer', [], [])).toBeNull();
    expect(meantKey('Custmer', ['custmer'], [])).toBeNull();
    const near = (name: string) =>
      nearest(name, new Map(['nurture', 'sql', 'customer'].map((one) => [one, one.toUpperCase()])));
    answers(near, {
      nurtur: 'NURTURE',
      sqk: 'SQL',
      sqlx: 'SQL',
      customr: 'CUSTOMER',
      kustomer: 'CUSTOMER',
      lunch: null,
      nurture: 'NURTURE',
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: null,
    });
  });
});

test('people in a text', () => {
  const roles = new Roles(
    { Closer: ['deal maker'] },
    ['SDR', 'AE (EMEA)', 'AE (US)'],
    ['BDR'],
    ['Sales lead'],
  );
  answers((text) => roles.within(text).join(', '), {
    'notify the SDR manager, then reassign to an AE': 'Sales manager, AE',
    'tell the deal maker and BDR': 'Closer, BDR',
    'AE (EMEA) or AE (US)': 'AE (EMEA)',
    'AE in the US': 'AE',
    'the sales lead': 'Sales manager',
    nobody: '',
    'SDR, SDR and AE': 'BDR, AE',
  });
  answers((text) => roles.isPeople(text), {
    AE: true,
    'the AE team': true,
    Marketing: true,
    'marketing team': true,
    lunch: false,
    'deal maker': true,
    'Customer success': true,
  });
  answers(
    (text) => {
      const {
        kind,
        roles: own,
        seat,
        automated,
        names,
      } = roles.owner({
        text,
        span: { file: '', start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 },
      });
      return `${kind} ${own.join('+')} [${seat.join(', ')}]${automated ? ' automated' : ''} ${names.join('+')}`;
    },
    {
      AE: 'role AE [AE, AE (EMEA), AE (US)] AE',
      'AE (EMEA)': 'role AE (EMEA) [AE (EMEA)] AE (EMEA)',
      'AE (APAC)': 'role AE [AE, AE (EMEA), AE (US)] AE',
      SDR: 'role BDR [BDR] BDR',
      BDR: 'role BDR [BDR] BDR',
      'SDR/BDR': 'role BDR [BDR] BDR',
      'AE / Founder': 'role AE [AE, AE (EMEA), AE (US), Founder] AE',
      'Founder / AE': 'role AE [Founder, AE, AE (EMEA), AE (US)] AE',
      'AE/CSM': 'several AE+CS [AE, AE (EMEA), AE (US), CS] AE+CS',
      'AE, CSM and CSM': 'several AE+CS [AE, AE (EMEA), AE (US), CS] AE+CS',
      Sales:
        'department  [sales, BDR, SDR, ADR, LDR, MDR, Inside sales, Sales rep, AE, Sales engineer, Sales manager, Account manager] ',
      'Sales or AE': 'several AE [AE, AE (EMEA), AE (US)] AE',
      '@jane': 'person  [jane] ',
      'jane@x.com': 'person  [jane@x.com] ',
      '@sales-team':
        'department  [sales, BDR, SDR, ADR, LDR, MDR, Inside sales, Sales rep, AE, Sales engineer, Sales manager, Account manager] ',
      'Jane Smith': 'person  [jane smith] ',
      "Jane O'Neil Smith": "unknown  [jane o'neil smith] ",
      'Growth Wizard': 'unknown  [growth wizard] ',
      'AE queue': 'queue  [AE, AE (EMEA), AE (US)] ',
      inbox: 'queue  [inbox] ',
      TBD: 'none  [] ',
      nobody: 'none  [] ',
      'anyone who is free': 'none  [] ',
      automation: 'role Marketing automation [Marketing automation] automated Marketing automation',
      automated: 'role Marketing automation [Marketing automation] automated Marketing automation',
      'CRM (automated)': 'role Marketing automation [Marketing automation] automated Marketing automation',
      'AE (automated)': 'role AE [AE, AE (EMEA), AE (US)] automated AE',
      'automated by AE and BDR':
        'role Marketing automation [Marketing automation] automated Marketing automation',
      'owner: AE': 'unknown  [owner: ae] ',
      'x (owner: AE)': 'role AE [AE, AE (EMEA), AE (US)] AE',
      'SDR until the demo, then AE': 'several BDR+AE [BDR, AE, AE (EMEA), AE (US)] BDR+AE',
      'our wizards': 'unknown  [wizard] ',
      'AE → CSM': 'several AE+CS [AE, AE (EMEA), AE (US), CS] AE+CS',
      'undecided, maybe AE': 'unknown  [undecided, maybe ae] ',
    },
  );
});
