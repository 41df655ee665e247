import { describe, expect, test } from 'vitest';
import { appended } from '../../src/draft/append.ts';
import { blanksIn } from '../../src/draft/blank.ts';
import { type DraftKind, draftKinds, draftMissing } from '../../src/draft/missing/index.ts';
import { readFile } from '../../src/sot/index.ts';
import { modelOf, reportOf, type TextFile, today } from './lifecycle.ts';

const stages = `# Rules

## BR-MOPS-001: Lifecycle Stage — Anonymous

Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: Anonymous
Entry criteria:
  - First visit recorded by the website tag
Exit criteria (progression):
  - To MQL: Demo form sent with a work e-mail (PER-001)
Exit criteria (disqualification):
  - No visit for 180 days → Disqualified
Owner: Marketing automation
SLA: n/a
Linked IDs: GTM-001

## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Order: 2
Status: Active
Stage: MQL
Entry criteria:
  - Demo form sent with a work e-mail (PER-001)
Exit criteria (progression):
  - To SQL: BDR marks the lead as Qualified in the CRM
Exit criteria (disqualification):
  - Student → Disqualified
Owner: BDR
SLA:
  Response time after entering this stage: 1 business hour
  Escalation: At 1 business hour notify the BDR manager; at 2 business hours reassign
Linked IDs: PER-001

## BR-MOPS-003: Lifecycle Stage — SQL

Type: Lifecycle-Stage
Order: 3
Status: Active
Stage: SQL
Entry criteria:
  - BDR marks the lead as Qualified in the CRM
Exit criteria (progression):
  - To Opportunity: Lead shows real interest
Exit criteria (disqualification):
  - Two missed calls → Nurture
Owner: AE
SLA:
  Response time after entering this stage: 30 business minutes
  Escalation: At 30 business minutes notify the Sales manager; at 60 business minutes reassign
Linked IDs: PER-001

## BR-MOPS-004: Lifecycle Stage — Opportunity

Type: Lifecycle-Stage
Order: 4
Status: Active
Stage: Opportunity
Entry criteria:
  - AE has held the discovery call
Exit criteria (progression):
  - To Customer: Contract signed
Exit criteria (disqualification):
  - Buyer says no → Closed-lost
Owner: AE
SLA:
  Response time after entering this stage: 1 business day per touch
  Escalation: At 1 business day notify the Sales manager; at 3 business days reassign
Linked IDs: PER-001

## BR-MOPS-005: Lifecycle Stage — Customer

Type: Lifecycle-Stage
Order: 5
Status: Active
Stage: Customer
Entry criteria:
  - Contract signed
Exit criteria (disqualification):
  - Cancelled → Churn
Owner: CS
SLA:
  Response time after entering this stage: Kickoff scheduled within 1 business day
  Escalation: At 1 business day notify the CS manager; at 2 business days the CS manager takes over
Linked IDs: PER-001
`;

const product = `# Product

## v0.9

## GTM-001: Channel — Product Hunt

Type: Channel
Status: Planned

## GTM-007: Channel — Podcast

Type: Channel
Status: Planned

## GTM-OUT-001: Outreach — Tier 1

Type: Outreach
Status: Planned
Linked IDs: BR-MOPS-003

## PER-001: VP Engineering

Type: Primary

## KPI-104: Anonymous to MQL conversion

Target: 3%

## GTM-MOPS-002: Handoff — MQL → SQL

Type: Handoff
Status: Active
From: MQL (owner: BDR)
To: SQL (owner: AE)
Trigger: BDR marks the lead as Qualified
Payload (what context transfers):
  - Source: GTM-001
  - Touchpoint history: Pages and calls
  - Best-fit signals: Title, compared with PER-001
  - Disqualifiers: Earlier rejections
  - Open questions: Who signs?
Rejection rule:
  Condition: AE picks a reason code (too small, no-budget)
  Routing: too small → MQL; no-budget → Nurture
  Re-engagement: After 90 days, if the headcount grew
SLA: 30 business minutes
Linked IDs: BR-MOPS-002, BR-MOPS-003, PER-001, CFD-003

## CFD-003: Rejected leads say "Too small"

Linked IDs: GTM-MOPS-002, PER-001
`;

const files: readonly TextFile[] = [
  { path: 'SoT/SoT.BUSINESS_RULES.md', text: stages },
  { path: 'PRD.md', text: product },
];

function drafted(kind: DraftKind, from: readonly TextFile[] = files) {
  return draftMissing(modelOf(from), kind, today);
}

/** The files with the drafts written. */
function written(kind: DraftKind, from: readonly TextFile[] = files): readonly TextFile[] {
  const model = modelOf(from);
  const change = appended(model, kind, draftMissing(model, kind, today).drafts);
  if (change === null) throw new Error('not written');
  const rest = from.filter(({ path }) => path !== change.path);
  return [...rest, { path: change.path, text: change.after }];
}

describe('mon-drift', () => {
  test('each SLA that a person keeps gets a monitor with baseline, thresholds and cadence', () => {
    const { drafts } = drafted('mon-drift');
    expect(drafts.map(({ id, about }) => [id, about])).toEqual([
      ['MON-DRIFT-001', 'the SLA of MQL (BR-MOPS-002)'],
      ['MON-DRIFT-002', 'the SLA of SQL (BR-MOPS-003)'],
      ['MON-DRIFT-003', 'the SLA of Opportunity (BR-MOPS-004)'],
      ['MON-DRIFT-004', 'the SLA of Customer (BR-MOPS-005)'],
    ]);
    expect(drafts[1]?.text).toMatchInlineSnapshot(`
      "## MON-DRIFT-002: Baseline — SQL response time

      Type: Drift-Baseline
      Category: Performance
      Owner: RevOps
      Status: Active

      Subject: Median time from entering SQL to the owner's first logged touch, and the share that kept the SLA of 30 business minutes (BR-MOPS-003)
      Baseline (2026-11-22): [fill in median time, share within the SLA and share rejected, measured on this day]

      Thresholds:
        - Warn: median up 30% on the baseline, or share within the SLA down 5 points
        - Critical: median up 80% on the baseline, or share within the SLA down 10 points
        - Recalibrate-trigger: the team, the rotation or the SLA changes

      Compare cadence: Weekly
      Compare procedure: CRM report of first touches, last four weeks against the baseline; read the share rejected next to it
      History: status/drift-history/MON-DRIFT-002.jsonl

      Linked IDs: BR-MOPS-003, GTM-MOPS-002"
    `);
  });

  test('once they are filled in, gate 7 holds in deep mode too', () => {
    const after = written('mon-drift').map(({ path, text }) => ({
      path,
      text: text.replace(/\[fill in [^\]]*\]/g, '22 business minutes'),
    }));
    const gate = reportOf(after, 'mode: deep\nmotion: sales-assisted\n').gates[6];
    expect(gate).toMatchObject({ gate: 7, status: 'pass', errors: 0, warnings: 0 });
    expect(drafted('mon-drift', after).drafts).toEqual([]);
  });

  test('a monitor in Draft is named and not drafted again', () => {
    const draft =
      '\n## MON-DRIFT-009: Baseline — SQL response time\n\nStatus: Draft\nSubject: SQL response time\n';
    const { drafts, notes } = drafted('mon-drift', [...files, { path: 'README.md', text: draft }]);
    expect(drafts.map(({ id }) => id)).toEqual(['MON-DRIFT-010', 'MON-DRIFT-011', 'MON-DRIFT-012']);
    expect(notes).toEqual(['MON-DRIFT-009 is there, with Status Draft. Finish it and set it to Active.']);
  });
});

describe('kpi', () => {
  test('each transition without one gets a KPI with the next free number', () => {
    const { drafts } = drafted('kpi');
    expect(drafts.map(({ id, about, linkIn }) => [id, about, linkIn])).toEqual([
      ['KPI-105', 'the transition MQL → SQL', ['BR-MOPS-002']],
      ['KPI-106', 'the transition SQL → Opportunity', ['BR-MOPS-003']],
      ['KPI-107', 'the transition Opportunity → Customer', ['BR-MOPS-004']],
    ]);
    expect(drafts[0]?.text).toMatchInlineSnapshot(`
      "## KPI-105: MQL to SQL conversion

      Definition: Leads that entered SQL, as a share of the leads that entered MQL in the same month
      Unit: percentage
      Target: [fill in your own rate of the last months, rounded down]
      Owner: RevOps
      Status: Tracking

      Linked IDs: BR-MOPS-002, BR-MOPS-003"
    `);
  });

  test('the checker reads each as the conversion it is for', () => {
    const model = modelOf(written('kpi'));
    expect(model.kpis.map(({ id, conversion }) => [id, conversion?.from, conversion?.to])).toEqual([
      ['KPI-104', 'Anonymous', 'MQL'],
      ['KPI-105', 'MQL', 'SQL'],
      ['KPI-106', 'SQL', 'Opportunity'],
      ['KPI-107', 'Opportunity', 'Customer'],
    ]);
  });
});

describe('an ID that is cited and not defined yet', () => {
  const citing = (stage: string, id: string) => (text: string) =>
    text.replace(new RegExp(`(Stage: ${stage}\n[\\s\\S]*?Linked IDs: )`), `$1${id}, `);

  test('goes to the stage that cites it, and to no other', () => {
    const text = citing('SQL', 'MON-DRIFT-001')(citing('MQL', 'KPI-105')(citing('SQL', 'KPI-120')(stages)));
    const from = [{ path: 'SoT/rules.md', text }, ...files.slice(1)];
    expect(drafted('mon-drift', from).drafts.map(({ id, about, linkIn }) => [id, about, linkIn])).toEqual([
      ['MON-DRIFT-002', 'the SLA of MQL (BR-MOPS-002)', ['BR-MOPS-002']],
      ['MON-DRIFT-001', 'the SLA of SQL (BR-MOPS-003)', []],
      ['MON-DRIFT-003', 'the SLA of Opportunity (BR-MOPS-004)', ['BR-MOPS-004']],
      ['MON-DRIFT-004', 'the SLA of Customer (BR-MOPS-005)', ['BR-MOPS-005']],
    ]);
    expect(drafted('kpi', from).drafts.map(({ id, about }) => [id, about])).toEqual([
      ['KPI-105', 'the transition MQL → SQL'],
      ['KPI-120', 'the transition SQL → Opportunity'],
      ['KPI-106', 'the transition Opportunity → Customer'],
    ]);
  });
});

describe('handoff', () => {
  test('each transition without one gets a handoff with payload, rejection rule and the SLA of its stage', () => {
    const { drafts } = drafted('handoff');
    expect(drafts.map(({ id, about }) => [id, about])).toEqual([
      ['GTM-MOPS-003', 'the transition Anonymous → MQL'],
      ['GTM-MOPS-004', 'the transition SQL → Opportunity'],
      ['GTM-MOPS-005', 'the transition Opportunity → Customer'],
    ]);
    expect(drafts[0]?.text).toMatchInlineSnapshot(`
      "## GTM-MOPS-003: Handoff — Anonymous → MQL

      Type: Handoff
      Status: Active

      From: Anonymous (owner: Marketing automation)
      To: MQL (owner: BDR)

      Trigger: Demo form sent with a work e-mail (PER-001)

      Payload (what context transfers):
        - Source: First and last channel of the lead (GTM-001, GTM-007)
        - Touchpoint history: Pages, forms, mails and calls of the last 90 days, newest first
        - Best-fit signals: Company and job title, compared with PER-001
        - Disqualifiers: What was checked and ruled out, and earlier rejections with their reason codes
        - Open questions: [fill in what the BDR still has to find out]

      Rejection rule:
        Condition: [fill in the reason codes for which the new owner says no]
        Routing: Nurture
        Re-engagement: After 90 days, and only when [fill in what must have changed]
        Limit: At most 2 times per lead, then Disqualified

      SLA: 1 business hour

      Linked IDs: BR-MOPS-001 (Anonymous rule), BR-MOPS-002 (MQL rule), KPI-104"
    `);
  });

  test('once they are filled in, no transition lacks a handoff and gates 5 and 6 hold', () => {
    const after = written('handoff').map(({ path, text }) => ({
      path,
      text: text.replace(/\[fill in [^\]]*\]/g, 'reason code "too-small"'),
    }));
    const { gates } = reportOf(after, 'motion: sales-assisted\n');
    expect([gates[4], gates[5]]).toMatchObject([
      { status: 'pass', warnings: 0 },
      { status: 'pass', warnings: 0 },
    ]);
  });

  test('a handoff in Draft is named and not drafted again', () => {
    const { drafts, notes } = drafted(
      'handoff',
      files.map(({ path, text }) => ({
        path,
        text: text.replace('Type: Handoff\nStatus: Active', 'Type: Handoff\nStatus: Draft'),
      })),
    );
    expect(drafts.map(({ about }) => about)).not.toContain('the transition MQL → SQL');
    expect(notes).toEqual([
      'GTM-MOPS-002 is there for MQL → SQL, with Status Draft. Finish it and set it to Active.',
    ]);
  });
});

describe('cfd', () => {
  test('a vague criterion becomes a research gap, a rejection reason nobody logged a feedback entry', () => {
    const { drafts } = drafted('cfd');
    expect(drafts.map(({ id, about, linkIn }) => [id, about, linkIn])).toEqual([
      ['CFD-004', 'the criterion "Lead shows real interest" of SQL (BR-MOPS-003)', ['BR-MOPS-003']],
      ['CFD-005', 'the rejection reason "no-budget" of GTM-MOPS-002 (MQL → SQL)', ['GTM-MOPS-002']],
    ]);
    expect(drafts.map(({ text }) => text).join('\n\n')).toMatchInlineSnapshot(`
      "## CFD-004: Research gap: when is it "Lead shows real interest"?

      Type: Research gap
      Status: New
      Source: Progression criteria of BR-MOPS-003 (SQL)
      Date: 2026-11-22

      Problem Statement: "Lead shows real interest" is judged differently by different people
      Product Decision: [fill in the event, number or fact that proves it, once known]

      Linked IDs: BR-MOPS-003

      ## CFD-005: Rejected leads: "no-budget" at MQL → SQL

      Type: Rejected leads
      Status: New
      Source: Reason codes of GTM-MOPS-002
      Date: 2026-11-22

      User Segment: [fill in which leads these are]
      Verbatim: [fill in what they said, in their own words]

      Processed:
        - Frequency: [fill in how many of how many rejections]
        - Internal Action: [fill in what changes: criteria, persona, price, channel or nothing yet]

      Linked IDs: GTM-MOPS-002, PER-001"
    `);
  });

  test.each([
    [
      'codes in quotation marks',
      'AE finds a carrier; reason code "carrier" or "job-seeker"',
      '',
      ['carrier', 'job-seeker'],
    ],
    [
      'a list in brackets',
      'AE picks a reason code (spam, too-small and competitor)',
      '',
      ['spam', 'too-small', 'competitor'],
    ],
    [
      'left of the arrows of the routing',
      'AE says no after reading the notes',
      'no-fit and no-date → Nurture; spam → Disqualified',
      ['no-fit', 'no-date', 'spam'],
    ],
    ['a short condition', 'Too small', 'Nurture', ['Too small']],
    [
      'a short condition with who says no',
      'AE rejects when too small or no budget',
      'Nurture',
      ['too small', 'no budget'],
    ],
    [
      'none in a sentence',
      'The account executive has read the notes and thinks that this is not worth a call',
      'Nurture',
      [],
    ],
    [
      'codes behind the condition',
      'CS finds no champion named; reason code no-champion',
      'Back to MQL',
      ['no-champion'],
    ],
  ])('reasons are read from %s', (_where, condition, routing, reasons) => {
    const changed = product
      .replace(/Condition: .*/, `Condition: ${condition}`)
      .replace(/Routing: .*/, `Routing: ${routing || 'Nurture'}`)
      .replace(/## CFD-003[\s\S]*/, '');
    const about = drafted('cfd', [{ path: 'PRD.md', text: changed }]).drafts.map(
      (draft) => /reason "([^"]*)"/.exec(draft.about)?.[1],
    );
    expect(about).toEqual(reasons);
  });
});

describe('channel-map', () => {
  test('channels and outreach tiers stand with the stage where they enter; one that none expects is a blank', () => {
    expect(drafted('channel-map').drafts.map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        "## GTM-008: Channel map

      Type: Index
      Status: Active

      Channels:
        - GTM-001 (Product Hunt) → Anonymous (BR-MOPS-001) → MQL
        - GTM-007 (Podcast) → [fill in the stage where its leads enter]
      Outreach tiers:
        - GTM-OUT-001 (Tier 1) → SQL (BR-MOPS-003) → Opportunity

      Linked IDs: BR-MOPS-001",
      ]
    `);
  });

  test('a map that is there is completed, not drafted again', () => {
    const after = written('channel-map');
    expect(drafted('channel-map', after)).toMatchObject({ drafts: [], notes: [] });
    const more = '\n## GTM-009: Channel — Fair\n\nType: Channel\nStatus: Planned\nLinked IDs: BR-MOPS-001\n';
    expect(drafted('channel-map', [...after, { path: 'README.md', text: more }])).toMatchObject({
      drafts: [],
      notes: ['Add to GTM-008: - GTM-009 (Fair) → Anonymous (BR-MOPS-001) → MQL'],
    });
  });
});

describe.each(draftKinds.filter((kind) => kind !== 'stage'))('every draft of %s', (kind) => {
  test('reads back as an entry of its kind, its blanks are the only new findings of its own, and nothing is left to draft', () => {
    const { drafts } = drafted(kind);
    expect(drafts.length).toBeGreaterThan(0);
    for (const { id, text } of drafts) {
      const { entries, issues } = readFile({ path: 'x.md', text: `${text}\n` });
      expect({ ids: entries.map((entry) => entry.id), issues }).toEqual({ ids: [id], issues: [] });
    }
    const after = written(kind);
    const ids = new Set(drafts.map(({ id }) => id));
    const own = reportOf(after, 'motion: sales-assisted\n').findings.filter(({ entry }) =>
      ids.has(entry ?? ''),
    );
    const blanks = drafts.flatMap(({ text }) => blanksIn(text)).length;
    const leftovers = own.filter(({ rule }) => rule === 'template-leftover');
    expect(leftovers).toHaveLength(blanks);
    // A KPI is linked by a person: the command says where. AE to AE is a notice that a person judges.
    const expected = ['template-leftover', 'kpi-conversion', 'handoff-same-owner'];
    const others = own.filter(({ rule }) => !expected.includes(rule));
    expect(others.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    if (kind !== 'cfd') expect(drafted(kind, after).drafts).toEqual([]);
  });
});

test('words of an entry cannot make marks, entries or comments in a draft', () => {
  const hostile = stages.replace(
    'Lead shows real interest',
    'Lead shows interest <!-- mops-ignore stage-sla: x --> `code` [fill in more] ## BR-MOPS-099: x',
  );
  const { drafts } = drafted('cfd', [{ path: 'SoT/a.md', text: hostile }]);
  const text = drafts.map((draft) => draft.text).join('\n\n');
  expect(text).not.toMatch(/<!--|`|\[fill in more|## BR-MOPS/);
  expect(readFile({ path: 'x.md', text }).entries.map(({ id }) => id)).toEqual(drafts.map(({ id }) => id));
});
