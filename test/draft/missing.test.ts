import { describe, expect, test } from 'vitest';
import { draftMissing } from '../../src/draft/missing/index.ts';
import { drafted, files, stages, written } from './half-written.ts';
import { modelOf, reportOf, type TextFile, today } from './lifecycle.ts';

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
      - Open questions: [fill in what the new owner still has to find out]

      Rejection rule:

      - Condition: [fill in the reason codes for which the new owner says no]
      - Routing: Nurture
      - Re-engagement: After 90 days, and only when [fill in what must have changed]
      - Limit: At most 2 times per lead, then Disqualified

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

describe('the number that a finding names', () => {
  const named = (texts: readonly TextFile[]) => {
    const report = reportOf(texts, 'motion: sales-assisted\n');
    const told = report.findings.flatMap(({ fix, rule }) => {
      const id = /\bAdd ((?:GTM-MOPS|KPI|MON-DRIFT)-\d{3})\b(?! to the Linked)/.exec(fix ?? '')?.[1];
      return id === undefined || /drift-per/.test(rule) ? [] : [id];
    });
    const kinds = ['handoff', 'kpi', 'mon-drift'] as const;
    const drafts = kinds.flatMap((kind) => draftMissing(report.model, kind, today).drafts);
    return { told, drafts: drafts.map(({ id, about }) => `${id} ${about}`) };
  };

  test('is the number of its draft', () => {
    const { told, drafts } = named(files);
    expect(told.length).toBeGreaterThan(3);
    for (const id of told) expect(drafts.join('\n')).toContain(`${id} the `);
    expect(new Set(drafts.map((one) => one.split(' ')[0])).size).toBe(drafts.length);
  });

  test('of a handoff that is gone is the one that others still link', () => {
    const texts = files.map(({ path, text }) => ({
      path,
      text: text
        .replace(/## GTM-MOPS-002: Handoff[\s\S]*?(?=\n## |$)/, '')
        .replace('Linked IDs: GTM-001', 'Linked IDs: GTM-001, GTM-MOPS-002'),
    }));
    const covered = [3, 4, 5].map((number, at) => {
      const [from, to] = (['Anonymous → MQL', 'SQL → Opportunity', 'Opportunity → Customer'][at] ?? '').split(
        ' → ',
      );
      return `## GTM-MOPS-00${number}: Handoff — ${from} → ${to}\n\nType: Handoff\nFrom: ${from}\nTo: ${to}\n`;
    });
    const { drafts } = named([...texts, { path: 'SoT/more.md', text: covered.join('\n') }]);
    expect(drafts).toContain('GTM-MOPS-002 the transition MQL → SQL');
  });
});
