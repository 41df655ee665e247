import { semanticChanges } from '../../src/compare/index.ts';
import { modelOf } from '../diagram/models.ts';

export const base = `# Rules

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

/** The base with replacements in it. */
export function edited(...replacements: [from: string, to: string][]): string {
  let head = base;
  for (const [from, to] of replacements) {
    if (!head.includes(from)) throw new Error(`the base does not say ${from}`);
    head = head.replace(from, to);
  }
  return head;
}

/** Sentences of what a replacement in the text changes. */
export function said(...replacements: [string, string][]): string[] {
  return semanticChanges(modelOf(base), modelOf(edited(...replacements))).map(({ sentence }) => sentence);
}

/** The text of one entry, heading included. */
export function entry(id: string): string {
  const start = base.indexOf(`## ${id}`);
  const end = base.indexOf('\n## ', start + 1);
  return base.slice(start, end < 0 ? undefined : end + 1);
}

export const stage002 = entry('BR-MOPS-002');
