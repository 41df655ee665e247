import { describe, expect, it } from 'vitest';
import { semanticChanges } from '../../src/compare/index.ts';
import { modelOf } from '../diagram/models.ts';
import { base, entry, said, stage002 } from './rules.ts';

describe('a change inside a stage', () => {
  it.each<[string, [string, string][], string[]]>([
    [
      'another SLA',
      [['SLA: 1 business hour', 'SLA: 4 business hours']],
      ['MQL: SLA 1 business hour → 4 business hours'],
    ],
    ['another owner', [['Owner: BDR\n', 'Owner: AE\n']], ['MQL: owner BDR → AE']],
    [
      'no escalation any more',
      [['- Escalation: on breach, BDR manager is notified\n', '']],
      ['MQL: escalation removed: on breach, BDR manager is notified'],
    ],
    [
      'a reworded entry criterion',
      [['50 to 500 employees (PER-001)', '100 to 500 employees (PER-001)']],
      ['MQL: entry criterion 50 to 500 employees (PER-001) → 100 to 500 employees (PER-001)'],
    ],
    [
      'an entry criterion more',
      [['  - 50 to 500 employees', '  - Works in finance\n  - 50 to 500 employees']],
      ['MQL: entry criterion added: Works in finance'],
    ],
    [
      'another condition for the way forward',
      [['To SQL: BDR confirms fit', 'To SQL: AE calls back']],
      ['MQL: progression to SQL added: AE calls back', 'MQL: progression to SQL removed: BDR confirms fit'],
    ],
    [
      'another way out',
      [['No budget → Nurture', 'No budget → Disqualified']],
      ['MQL: disqualification “No budget → Nurture” → “No budget → Disqualified”'],
    ],
    [
      'a status',
      [['Order: 2\n- Status: Active', 'Order: 2\n- Status: Paused']],
      ['MQL: status Active → Paused'],
    ],
    [
      'linked IDs',
      [['Linked IDs: PER-001, GTM-001', 'Linked IDs: PER-001, GTM-002']],
      ['MQL: linked ID added: GTM-002', 'MQL: linked ID removed: GTM-001'],
    ],
  ])('%s', (_, replacements, expected) => {
    expect(said(...replacements)).toEqual(expected);
  });
});

describe('a change of which stages there are', () => {
  it('adds and removes stages with what they say of themselves', () => {
    const added = stage002.replaceAll('BR-MOPS-002', 'BR-MOPS-004').replaceAll('MQL', 'SAL');
    expect(said([stage002, `${stage002}${added}`])).toEqual([
      'SAL: stage added (BR-MOPS-004, owner BDR, SLA 1 business hour)',
    ]);
    expect(said([entry('BR-MOPS-003'), ''])).toContain('SQL: stage removed (BR-MOPS-003)');
  });

  it('calls the same ID with another name renamed, and says it once: what points at it only follows', () => {
    expect(
      said(
        ['Lifecycle Stage — MQL', 'Lifecycle Stage — Marketing lead'],
        ['Stage: MQL', 'Stage: Marketing lead'],
        ['To MQL:', 'To Marketing lead:'],
        ['Handoff — MQL', 'Handoff — Marketing lead'],
        ['From: MQL', 'From: Marketing lead'],
      ),
    ).toEqual(['Marketing lead: renamed, was MQL (BR-MOPS-002)']);
  });

  it('calls the same name under another ID renumbered', () => {
    expect(said(['## BR-MOPS-002', '## BR-MOPS-020'])).toEqual(['MQL: ID BR-MOPS-002 → BR-MOPS-020']);
  });

  it('sees one inserted stage behind which all IDs shift, not a row of renamings', () => {
    const inserted = stage002.replaceAll('MQL', 'Inbound call');
    const text = base
      .replace('Order: 3', 'Order: 4')
      .replace('Order: 2', 'Order: 3')
      .replace('## BR-MOPS-003', '## BR-MOPS-004')
      .replace('## BR-MOPS-002', '## BR-MOPS-003')
      .replace('## GTM-MOPS-001', `${inserted}\n## GTM-MOPS-001`);
    expect(semanticChanges(modelOf(base), modelOf(text)).map(({ sentence }) => sentence)).toEqual([
      'Inbound call: stage added (BR-MOPS-002, owner BDR, SLA 1 business hour)',
      'MQL: ID BR-MOPS-002 → BR-MOPS-003',
      'SQL: ID BR-MOPS-003 → BR-MOPS-004',
    ]);
  });

  it('says which stage was moved, once, and nothing of shifted order numbers', () => {
    expect(said(['Order: 3', 'Order: 0'])).toEqual(['SQL: moved, was after MQL, is now first']);
    expect(said(['Order: 3', 'Order: 30'], ['Order: 2', 'Order: 20'], ['Order: 1\n', 'Order: 10\n'])).toEqual(
      [],
    );
  });

  it('calls a deprecated stage by its status and its replacement added', () => {
    expect(
      said(
        ['Order: 2\n- Status: Active', 'Order: 2\n- Status: Superseded'],
        ['## BR-MOPS-003', `${stage002.replace('BR-MOPS-002', 'BR-MOPS-012')}\n## BR-MOPS-003`],
      ),
    ).toEqual([
      'MQL: status Active → Superseded',
      'MQL: stage added (BR-MOPS-012, owner BDR, SLA 1 business hour)',
    ]);
  });
});

describe('a change of a handoff', () => {
  it.each<[string, [string, string][], string[]]>([
    [
      'trigger, payload and rejection',
      [
        ['BDR sets the lead to Qualified', 'BDR books a meeting'],
        ['Open questions: who signs', 'Open questions: who signs, by when'],
        ['Condition: too small', 'Condition: fewer than 50 employees'],
        ['Routing: back to MQL', 'Routing: Nurture'],
        ['after 90 days when headcount grew', 'after 180 days when headcount grew'],
      ],
      [
        'Handoff MQL → SQL: trigger BDR sets the lead to Qualified → BDR books a meeting',
        'Handoff MQL → SQL: payload open questions who signs → who signs, by when',
        'Handoff MQL → SQL: rejection condition too small → fewer than 50 employees',
        'Handoff MQL → SQL: rejection routing back to MQL → Nurture',
        'Handoff MQL → SQL: re-engagement after 90 days when headcount grew → after 180 days when headcount grew',
      ],
    ],
    [
      'who takes it, and how fast',
      [
        ['(owner: AE)', '(owner: Founder)'],
        ['headcount grew\n- SLA: 30 business minutes', 'headcount grew\n- SLA: 1 business hour'],
      ],
      [
        'Handoff MQL → SQL: to owner AE → Founder',
        'Handoff MQL → SQL: SLA 30 business minutes → 1 business hour',
      ],
    ],
    ['its removal', [[entry('GTM-MOPS-001'), '']], ['Handoff MQL → SQL: handoff removed (GTM-MOPS-001)']],
  ])('%s', (_, replacements, expected) => {
    expect(said(...replacements)).toEqual(expected);
  });
});

describe('a change of the deep entries', () => {
  it('names the segment, the signal, the threshold', () => {
    expect(
      said(
        ['1–49 → BDR: 1 business day', '1–49 → BDR: 4 business hours'],
        ['Demo request form: +40', 'Demo request form: +30'],
        ['  - MQL: 50', '  - MQL: 60'],
        ['Warn: 60 minutes', 'Warn: 90 minutes'],
        ['Cadence: weekly', 'Cadence: daily'],
      ),
    ).toEqual([
      'Routing MQL → SQL by Size (employees): route 1–49 BDR: 1 business day → BDR: 4 business hours',
      'Scoring model BR-MOPS-011: signal Demo request form 40 → 30',
      'Scoring model BR-MOPS-011: threshold MQL 50 → 60',
      'Drift monitor MON-DRIFT-001: threshold warn Warn: 60 minutes → Warn: 90 minutes',
      'Drift monitor MON-DRIFT-001: cadence weekly → daily',
    ]);
  });
});
