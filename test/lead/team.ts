/** A made-up team with every kind of answer: routes, segments, three ways to say no. */

import type { Model } from '../../src/lifecycle/model.ts';
import { modelOf } from '../draft/lifecycle.ts';

export const config = `
calendar:
  zone: America/New_York
  default: business
  hours: {mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00"}
  holidays: [2026-05-25]
`;

export const entries = `
## BR-MOPS-001: Lifecycle Stage — Anonymous
Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: Anonymous
Owner: Marketing automation
Exit criteria (progression):
- To MQL: Score of 50 or more
SLA: n/a (software)

## BR-MOPS-002: Lifecycle Stage — MQL
Type: Lifecycle-Stage
Order: 2
Status: Active
Stage: MQL
Owner: BDR
Exit criteria (progression):
- To SQL: BDR confirms budget and date on a call
Exit criteria (disqualification):
- Student e-mail address → Disqualified
SLA: 1 business hour
Escalation: At 1 business hour notify the SDR manager; at 2x reassign to another BDR; 1 hour after breach return to Nurture

## BR-MOPS-003: Lifecycle Stage — SQL
Type: Lifecycle-Stage
Order: 3
Status: Active
Stage: SQL
Owner: AE
Exit criteria (progression):
- To Customer: Contract signed
SLA: AMER: 1 business hour; EMEA: 2 business hours
Escalation: On breach notify the Sales manager

## BR-MOPS-004: Lifecycle Stage — Customer
Type: Lifecycle-Stage
Order: 4
Status: Active
Stage: Customer
Owner: CS
SLA: 1 business day

## BR-MOPS-010: Segment Routing — Company size
Type: Segment-Routing
Status: Active
Dimension: Size (employees)
Applies to: Anonymous → MQL
Routes:
  - 1–49 → BDR: 1 business day
  - 50–499 → BDR: 1 business hour
  - 500+ → AE: 30 business minutes

## BR-MOPS-011: Scoring Model — Fit
Type: Scoring-Model
Status: Active
Signals:
  - Demo request form: +40
Thresholds:
  - MQL: 50
  - SQL: 80

## GTM-002: Channel — Product Hunt
Type: Channel
Status: Active

## GTM-MOPS-001: Handoff — Anonymous → MQL
Type: Handoff
Status: Active
From: Anonymous (owner: Marketing automation)
To: MQL (owner: BDR)
Trigger: CRM stamps the lead
Payload:
  - Source: First channel
  - Touchpoint history: Last 90 days
  - Best-fit signals: Headcount
  - Disqualifiers: Earlier rejections
  - Open questions: Who decides?
Rejection rule:
  Condition: BDR picks a reason code (spam, too-small)
  Routing: spam → Disqualified; too-small → Nurture
  Re-engagement: After 90 days and 10 more people

## GTM-MOPS-002: Handoff — MQL → SQL
Type: Handoff
Status: Active
From: MQL (owner: BDR)
To: SQL (owner: AE)
Trigger: BDR sets Qualified

### Rejection rule

| Condition | Routing | Re-engagement |
|---|---|---|
| No budget (code DQ-01) | Nurture | After 90 days and a budget is set |
| Wrong persona (code DQ-02) | MQL | When the right contact is found, at most once |
| Spam (code DQ-06) | Disqualified | Never |
`;

/** The team's model; `extra` entries come behind. */
export function team(extra = ''): Model {
  return modelOf([{ path: 'SoT/team.md', text: entries + extra }], config);
}
