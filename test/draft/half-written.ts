import { type DraftKind, draftMissing } from '../../src/draft/missing/index.ts';
import { written as writtenInto } from '../../src/draft/write.ts';
import { modelOf, type TextFile, today } from './lifecycle.ts';

export const stages = `# Rules

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

export const product = `# Product

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

export const files: readonly TextFile[] = [
  { path: 'SoT/SoT.BUSINESS_RULES.md', text: stages },
  { path: 'PRD.md', text: product },
];

export function drafted(kind: DraftKind, from: readonly TextFile[] = files) {
  return draftMissing(modelOf(from), kind, today);
}

/** The files with the drafts written and linked. */
export function written(kind: DraftKind, from: readonly TextFile[] = files): readonly TextFile[] {
  const model = modelOf(from);
  const change = writtenInto(model, kind, draftMissing(model, kind, today).drafts);
  if (change === null) throw new Error('not written');
  const changed = new Map(change.files.map(({ path, after }) => [path, after]));
  const rest = from.filter(({ path }) => !changed.has(path));
  return [...rest, ...[...changed].map(([path, text]) => ({ path, text }))];
}
