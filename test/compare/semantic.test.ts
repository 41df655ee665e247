import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesAsJson, changesAsMarkdown, changesAsText, semanticChanges } from '../../src/compare/index.ts';
import { exampleFiles, exampleNames, modelOf, modelOfFiles } from '../diagram/models.ts';

const base = `# Rules

## BR-MOPS-001: Lifecycle Stage — Anonymous
- Type: Lifecycle-Stage
- Order: 1
- Status: Active
- Stage: Anonymous
- Entry criteria:
  - First visit
- Exit criteria (progression):
  - To MQL: Demo form sent
- Exit criteria (disqualification):
  - No visit for 90 days → Disqualified
- Owner: Marketing automation
- SLA: n/a

## BR-MOPS-002: Lifecycle Stage — MQL
- Type: Lifecycle-Stage
- Order: 2
- Status: Active
- Stage: MQL
- Entry criteria:
  - Demo form sent
  - 50 to 500 employees (PER-001)
- Exit criteria (progression):
  - To SQL: BDR confirms fit
- Exit criteria (disqualification):
  - No budget → Nurture
- Owner: BDR
- SLA: 1 business hour
- Escalation: on breach, BDR manager is notified
- Linked IDs: PER-001, GTM-001

## BR-MOPS-003: Lifecycle Stage — SQL
- Type: Lifecycle-Stage
- Order: 3
- Status: Active
- Stage: SQL
- Entry criteria:
  - BDR confirms fit
- Exit criteria (progression):
  - To Opportunity: Discovery held
- Exit criteria (disqualification):
  - No project → Nurture
- Owner: AE
- SLA: 30 business minutes

## GTM-MOPS-001: Handoff — MQL → SQL
- Type: Handoff
- Status: Active
- From: MQL (owner: BDR)
- To: SQL (owner: AE)
- Trigger: BDR sets the lead to Qualified
- Payload:
  - Source: GTM-001
  - Touchpoint history: pages seen
  - Best-fit signals: PER-001
  - Disqualifiers: none found
  - Open questions: who signs
- Rejection rule:
  - Condition: too small
  - Routing: back to MQL
  - Re-engagement: after 90 days when headcount grew
- SLA: 30 business minutes

## BR-MOPS-010: Segment Routing — Company size
- Type: Segment-Routing
- Status: Active
- Dimension: Size (employees)
- Applies to: MQL → SQL
- Routes:
  - 1–49 → BDR: 1 business day
  - 50+ → AE: 30 business minutes

## BR-MOPS-011: Scoring Model — Fit
- Type: Scoring-Model
- Status: Active
- Signals:
  - Demo request form: +40
- Thresholds:
  - MQL: 50
- Decay: -10 per 30 days without activity

## MON-DRIFT-001: MQL response time
- Subject: SLA of BR-MOPS-002
- Baseline (2026-01-15): 52 minutes
- Thresholds:
  - Warn: 60 minutes
- Cadence: weekly
- Owner: Marketing operations
`;

/** Sentences of what a replacement in the text changes. */
function said(...replacements: [string, string][]): string[] {
  let head = base;
  for (const [from, to] of replacements) {
    if (!head.includes(from)) throw new Error(`the base does not say ${from}`);
    head = head.replace(from, to);
  }
  return semanticChanges(modelOf(base), modelOf(head)).map(({ sentence }) => sentence);
}

/** The text of one entry, heading included. */
function entry(id: string): string {
  const start = base.indexOf(`## ${id}`);
  const end = base.indexOf('\n## ', start + 1);
  return base.slice(start, end < 0 ? undefined : end + 1);
}

const stage002 = entry('BR-MOPS-002');

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

  it('calls the same ID with another name renamed, and leaves what points at it alone', () => {
    expect(
      said(
        ['Lifecycle Stage — MQL', 'Lifecycle Stage — Marketing lead'],
        ['Stage: MQL', 'Stage: Marketing lead'],
        ['To MQL:', 'To Marketing lead:'],
        ['Handoff — MQL', 'Handoff — Marketing lead'],
        ['From: MQL', 'From: Marketing lead'],
      ),
    ).toEqual([
      'Marketing lead: renamed, was MQL (BR-MOPS-002)',
      'Handoff Marketing lead → SQL: renamed, was MQL → SQL (GTM-MOPS-001)',
    ]);
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

describe('no change of meaning', () => {
  it.each<[string, string]>([
    ['the same text', base],
    [
      'entries in another order',
      base
        .split(/(?=^## )/m)
        .reverse()
        .join('\n'),
    ],
    ['lines inserted above', `# Title\n\nSome words.\n\n${base}`],
    ['other bullets and bold labels', base.replace(/^- (\w[\w ()-]*):/gm, '* **$1**:')],
    ['CRLF', base.replaceAll('\n', '\r\n')],
    ['an SLA in other words', base.replace('SLA: 1 business hour', 'SLA: 60 business minutes')],
    ['another name of the same role', base.replace('Owner: BDR\n', 'Owner: SDR\n')],
    [
      'criteria in another order',
      base.replace(
        '  - Demo form sent\n  - 50 to 500 employees (PER-001)',
        '  - 50 to 500 employees (PER-001)\n  - Demo form sent',
      ),
    ],
    ['other quotes, dashes and a full stop', base.replace('No budget → Nurture', 'No budget -> Nurture.')],
  ])('%s', (_, head) => {
    expect(semanticChanges(modelOf(base), modelOf(head)).map(({ sentence }) => sentence)).toEqual([]);
  });

  it('an entry moved to another file', () => {
    const head = modelOfFiles([
      { path: 'SoT/a.md', text: base.replace(stage002, '') },
      { path: 'SoT/b.md', text: stage002 },
    ]);
    expect(semanticChanges(modelOf(base), head)).toEqual([]);
  });

  it.each(exampleNames)('the example %s with its files and blank lines shuffled', (name) => {
    const { files, config } = exampleFiles(name);
    const head = files.map(({ path, text }) => ({ path, text: `\n${text}\n\n` })).reverse();
    expect(semanticChanges(modelOfFiles(files, config), modelOfFiles(head, config))).toEqual([]);
  });

  it('nothing is said without a base', () => {
    expect(semanticChanges(null, modelOf(base))).toEqual([]);
  });
});

describe('a changed config', () => {
  it('is listed setting by setting', () => {
    const head = modelOf(
      base,
      'mode: deep\nrules:\n  stage-sla: warning\ncalendar:\n  zone: Europe/Berlin\n  holidays: [2026-12-25, 2026-12-26]\n',
    );
    expect(semanticChanges(modelOf(base, 'mode: standard\n'), head).map(({ sentence }) => sentence)).toEqual([
      'Config: calendar.holidays set to 2026-12-25, 2026-12-26',
      'Config: calendar.zone set to Europe/Berlin',
      'Config: mode standard → deep',
      'Config: rules.stage-sla set to warning',
    ]);
  });

  it('is listed also where both models were judged by one config', () => {
    const strict = modelOf(base, 'mode: standard\n').config;
    const lax = modelOf(base, 'mode: quick\n').config;
    const model = modelOf(base, 'mode: standard\n');
    expect(
      semanticChanges(model, model, { configs: { base: strict, head: lax } }).map(({ sentence }) => sentence),
    ).toEqual(['Config: mode standard → quick']);
  });
});

describe('printed changes', () => {
  const changes = semanticChanges(
    modelOf(base),
    modelOf(base.replace('  - Demo form sent\n', '  - Demo form sent, @acme/sales & <img> a|b\u001b[31m\n')),
  );

  it('ping nobody and carry no HTML in Markdown', () => {
    const text = changesAsMarkdown(changes);
    expect(text).toMatch(/^- \*\*MQL\*\*: entry criterion .*Demo form sent, @&#8203;acme/);
    expect(text).not.toMatch(/<|[^\\]\|/);
    expect(text).not.toContain('\u001b');
  });

  it('steer no terminal in text', () => {
    expect(changesAsText(changes)).not.toContain('\u001b');
    expect(changesAsText([])).toBe('The lifecycle means the same.\n');
  });

  it('keep before, after and place in JSON', () => {
    const { version, changes: list } = JSON.parse(
      changesAsJson(
        semanticChanges(
          modelOf(base),
          modelOf(base.replace('SLA: 1 business hour', 'SLA: 4 business hours')),
        ),
      ),
    );
    expect(version).toBe(1);
    expect(list).toEqual([
      {
        subject: { kind: 'stage', id: 'BR-MOPS-002', name: 'MQL' },
        what: 'sla',
        before: '1 business hour',
        after: '4 business hours',
        file: 'SoT/SoT.BUSINESS_RULES.md',
        line: base.slice(0, base.indexOf('1 business hour')).split('\n').length,
        sentence: 'MQL: SLA 1 business hour → 4 business hours',
      },
    ]);
  });

  it('count what a budget leaves out', () => {
    const many = semanticChanges(modelOf(base), modelOf('# Empty\n'));
    expect(changesAsMarkdown(many, 2).split('\n')).toHaveLength(4);
    expect(changesAsMarkdown(many, 2)).toContain(`and ${many.length - 2} more changes`);
  });
});

it('never throws and is empty for any text against itself', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...base.split('\n')), { maxLength: 60 }), (lines) => {
      const text = lines.join('\n');
      expect(semanticChanges(modelOf(text), modelOf(text))).toEqual([]);
      semanticChanges(modelOf(base), modelOf(text));
      semanticChanges(modelOf(text), modelOf(base));
    }),
    { numRuns: 100 },
  );
});
