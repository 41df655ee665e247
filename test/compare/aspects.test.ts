/** What programs are told of a change: whose it is, which side of it changed, and where it stands. */
import { describe, expect, test } from 'vitest';
import { changedDiagram, semanticChanges } from '../../src/compare/index.ts';
import { modelOf } from '../diagram/models.ts';
import { base, edited, entry, said } from './rules.ts';

const full = base
  .replace(
    'headcount grew\n- SLA',
    'headcount grew\n- Escalation: tell the sales manager\n- Segment: EMEA\n- SLA',
  )
  .replace(
    '- SLA: 1 business hour\n',
    '- SLA: 1 business hour\n- Acceptance SLA: 4 business hours\n- Follow-up cadence: 5 touches in 10 days\n',
  );

function aspects(from: string, to: string): string[] {
  if (!full.includes(from)) throw new Error(`the text does not say ${from}`);
  const after = full.replace(from, to);
  return semanticChanges(modelOf(full), modelOf(after)).map(
    ({ subject, what, span }) =>
      `${subject.kind} ${subject.id} ${what}${span === null ? '' : ` in line ${span.line - after.slice(0, after.indexOf(`## ${subject.id}`)).split('\n').length + 1}`}`,
  );
}

describe('which side of an entry', () => {
  test.each<[string, string, string[]]>([
    ['Owner: BDR\n', 'Owner: AE\n', ['stage BR-MOPS-002 owner in line 13']],
    ['SLA: 1 business hour', 'SLA: 2 business hours', ['stage BR-MOPS-002 sla in line 14']],
    ['SLA: 4 business hours', 'SLA: 5 business hours', ['stage BR-MOPS-002 sla in line 15']],
    ['5 touches in 10 days', '6 touches in 10 days', ['stage BR-MOPS-002 cadence in line 16']],
    ['BDR manager is notified', 'the founder is notified', ['stage BR-MOPS-002 escalation in line 17']],
    ['  - Demo form sent\n', '  - Demo form seen\n', ['stage BR-MOPS-002 entry in line 7']],
    [
      'To SQL: BDR confirms fit',
      'To SQL: BDR confirms the fit',
      ['stage BR-MOPS-002 progression in line 10'],
    ],
    ['No budget → Nurture', 'No need → Nurture', ['stage BR-MOPS-002 disqualification in line 12']],
    ['PER-001, GTM-001', 'PER-001', ['stage BR-MOPS-002 link in line 18']],
    ['From: MQL (owner: BDR)', 'From: MQL (owner: AE)', ['handoff GTM-MOPS-001 from-owner in line 4']],
    ['To: SQL (owner: AE)', 'To: SQL (owner: CS)', ['handoff GTM-MOPS-001 to-owner in line 5']],
    ['sets the lead to Qualified', 'books a call', ['handoff GTM-MOPS-001 trigger in line 6']],
    ['who signs', 'who pays', ['handoff GTM-MOPS-001 payload in line 12']],
    ['pages seen', 'pages read', ['handoff GTM-MOPS-001 payload in line 9']],
    ['none found', 'competitors', ['handoff GTM-MOPS-001 payload in line 11']],
    ['Condition: too small', 'Condition: too large', ['handoff GTM-MOPS-001 rejection-condition in line 14']],
    ['Routing: back to MQL', 'Routing: Nurture', ['handoff GTM-MOPS-001 rejection-routing in line 15']],
    ['after 90 days', 'after 60 days', ['handoff GTM-MOPS-001 re-engagement in line 16']],
    [
      'when headcount grew\n',
      'when headcount grew\n  - Limit: twice\n',
      ['handoff GTM-MOPS-001 rejection-limit in line 17'],
    ],
    [
      'Segment: EMEA',
      'Segment: APAC',
      ['handoff GTM-MOPS-001 renamed in line 1', 'handoff GTM-MOPS-001 segment in line 18'],
    ],
    ['tell the sales manager', 'tell the founder', ['handoff GTM-MOPS-001 escalation in line 17']],
    [
      'EMEA\n- SLA: 30 business minutes',
      'EMEA\n- SLA: 45 business minutes',
      ['handoff GTM-MOPS-001 sla in line 19'],
    ],
    [
      'Dimension: Size (employees)',
      'Dimension: Region',
      ['routing BR-MOPS-010 renamed in line 1', 'routing BR-MOPS-010 dimension in line 4'],
    ],
    ['1–49 → BDR', '1–49 → AE', ['routing BR-MOPS-010 route in line 7']],
    ['form: +40', 'form: +50', ['scoring BR-MOPS-011 signal in line 5']],
    ['  - MQL: 50', '  - MQL: 60', ['scoring BR-MOPS-011 threshold in line 7']],
    ['-10 per 30 days', '-20 per 30 days', ['scoring BR-MOPS-011 decay in line 8']],
    [
      'SLA of BR-MOPS-002',
      'SLA of BR-MOPS-003',
      [
        'monitor MON-DRIFT-001 watched-subject in line 2',
        'monitor MON-DRIFT-001 link in line 2',
        'monitor MON-DRIFT-001 link in line 2',
      ],
    ],
    ['52 minutes', '50 minutes', ['monitor MON-DRIFT-001 baseline in line 3']],
    ['Warn: 60 minutes', 'Warn: 70 minutes', ['monitor MON-DRIFT-001 threshold in line 5']],
    ['Cadence: weekly', 'Cadence: daily', ['monitor MON-DRIFT-001 cadence in line 6']],
    ['Owner: Marketing operations', 'Owner: Data team', ['monitor MON-DRIFT-001 owner in line 7']],
    ['Order: 3\n- Status: Active', 'Order: 3\n- Status: Draft', ['stage BR-MOPS-003 status in line 4']],
    ['Order: 3', 'Order: 0', ['stage BR-MOPS-003 moved in line 3']],
  ])('%j becomes %j', (from, to, lines) => {
    expect(aspects(from, to)).toEqual(lines);
  });
});

describe('a field with nothing behind it is gone', () => {
  test.each([
    [
      '- Trigger: BDR sets the lead to Qualified',
      'Handoff MQL → SQL: trigger removed: BDR sets the lead to Qualified',
    ],
    ['- Owner: BDR', 'MQL: owner removed: BDR'],
    ['- SLA: 1 business hour', 'MQL: SLA removed: 1 business hour'],
    [
      '- Decay: -10 per 30 days without activity',
      'Scoring model BR-MOPS-011: decay removed: -10 per 30 days without activity',
    ],
    ['- Cadence: weekly', 'Drift monitor MON-DRIFT-001: cadence removed: weekly'],
    ['- Subject: SLA of BR-MOPS-002', 'Drift monitor MON-DRIFT-001: subject removed: SLA of BR-MOPS-002'],
  ])('%s', (line, sentence) => {
    const label = line.slice(0, line.indexOf(':') + 1);
    expect(said([line, label])).toContain(sentence);
    expect(said([line, `${label} `])).toContain(sentence);
    expect(said([`${line}\n`, ''])).toContain(sentence);
  });
});

describe('words called otherwise', () => {
  const times = (old: string, now: string) =>
    said(
      ['  - Demo form sent\n  - 50', `  - ${now} sent\n  - 50`],
      ['To MQL: Demo form sent', `To MQL: ${now} sent`],
    ).length + (old === now ? 1 : 0);

  test('of one segment that had no name before', () => {
    const plain = base.replace('  - 1–49 → BDR: 1 business day\n', '  - BDR: 1 business day\n');
    const changes = semanticChanges(modelOf(plain), modelOf(plain.replace('- BDR: 1', '- 1–9 → BDR: 1')));
    expect(changes.map(({ sentence }) => sentence)).not.toContain(
      'Routing MQL → SQL by Size (employees): route  → 1–9, with the same BDR: 1 business day',
    );
    expect(times('Demo form', 'Demo page')).toBe(2);
  });

  test.each<[string, string, boolean]>([
    ['one two three four', 'five six seven eight', true],
    ['one two three four', 'five six seven eight nine', false],
    ['one two three four nine', 'five six seven eight', false],
    ['alpha', 'beta', true],
    ['alpha 1', 'beta', false],
    ['alpha', 'beta 2', false],
  ])('%j is now %j: %s', (old, now, replaced) => {
    const before = edited(
      ['  - Demo form sent\n  - 50', `  - Sees ${old} there, and so on for ever\n  - 50`],
      ['To MQL: Demo form sent', `To MQL: Sees ${old} there, and so on for ever`],
    );
    const changes = semanticChanges(modelOf(before), modelOf(before.replaceAll(old, now)));
    expect(changes.map((change) => change.replaced !== undefined)).toEqual([replaced, replaced]);
  });
});

test('an alias that went with the name it stood for is no setting of its own', () => {
  const head = base.replaceAll('SQL', 'Ready');
  const changes = semanticChanges(modelOf(base, 'stages:\n  Opportunity: [SQL]\n'), modelOf(head, null));
  expect(changes.map(({ sentence }) => sentence)).toEqual(['Ready: renamed, was SQL (BR-MOPS-003)']);
});

test('the picture runs downwards and says what its marks are', () => {
  const [old, now] = [modelOf(base), modelOf(edited([entry('GTM-MOPS-001'), '']))];
  expect(changedDiagram(old, now, semanticChanges(old, now))).toMatchObject({
    kind: 'change',
    direction: 'down',
    title: 'What changed in the lifecycle',
    description: 'Stages and arrows that were added, removed or changed say so; the others are unchanged.',
  });
});

describe('an entry that came or went', () => {
  const sides = (before: string, after: string) =>
    semanticChanges(modelOf(before), modelOf(after))
      .filter(({ what }) => what === 'added' || what === 'removed')
      .map((change) => [change.what, change.before, change.after]);
  const kpi = (title: string) => `${base}\n## KPI-001${title}\n- Target: 2 hours\n`;

  test('has its name on one side, its ID where it has none', () => {
    expect(sides(base, kpi(': Reply time'))).toEqual([['added', null, 'Reply time']]);
    expect(sides(kpi(': Reply time'), base)).toEqual([['removed', 'Reply time', null]]);
    expect(sides(base, kpi(''))).toEqual([['added', null, 'KPI-001']]);
  });
});

describe('a list whose items all changed a little', () => {
  const criteria = (count: number, word: string) =>
    base.replace(
      '  - Demo form sent\n  - 50',
      `${Array.from({ length: count }, (_, at) => `  - Page number ${at} was ${word}\n`).join('')}  - 50`,
    );
  const told = (count: number) =>
    semanticChanges(modelOf(criteria(count, 'seen')), modelOf(criteria(count, 'read'))).length;

  test('is compared item by item up to fifty', () => {
    expect(told(50)).toBe(50);
    expect(told(51)).toBe(102);
  });
});

test('a payload in one piece is compared whole', () => {
  const whole = (words: string) => base.replace(/- Payload:\n(?: {2}- .*\n)+/, `- Payload: ${words}\n`);
  const changes = semanticChanges(modelOf(whole('source and history')), modelOf(whole('source alone')));
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    'Handoff MQL → SQL: payload source and history → source alone',
  ]);
});

test('a stage that nobody named does not hide what follows from a new name', () => {
  const unnamed = `${base}\n## BR-MOPS-009\n- Type: Lifecycle-Stage\n- Order: 9\n`;
  const changes = semanticChanges(modelOf(unnamed), modelOf(unnamed.replaceAll('SQL', 'Ready')));
  expect(changes.map(({ sentence }) => sentence)).toEqual(['Ready: renamed, was SQL (BR-MOPS-003)']);
});
