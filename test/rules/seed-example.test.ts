import { expect, test } from 'vitest';
import { reportOfText } from './bench.ts';

/**
 * The seed's worked example (B2B SaaS, sales-assisted) as entries: each row of its stage table, its MQL → SQL
 * payload and its SQL → AE rejection rule, in the template's fields and in the seed's own words. What the table
 * leaves out (escalations, targets of the exits, the other handoffs) is left out here too.
 */
const sheet = `
## BR-MOPS-001: Lifecycle Stage — Anonymous

Type: Lifecycle-Stage
Order: 1
Status: Active

Stage: Anonymous

Entry criteria:
  - Any first touch

Exit criteria: Filled form OR signed up

Owner: Marketing

SLA: n/a

## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Order: 2
Status: Active

Stage: MQL

Entry criteria:
  - Filled high-intent form (demo request, pricing page)

Exit criteria: BDR qualifies in OR disqualifies

Owner: BDR

SLA: 1 business hour

## BR-MOPS-003: Lifecycle Stage — SQL

Type: Lifecycle-Stage
Order: 3
Status: Active

Stage: SQL

Entry criteria:
  - BDR confirms fit + intent

Exit criteria: AE accepts OR rejects

Owner: BDR → AE

SLA: 30 min

## BR-MOPS-004: Lifecycle Stage — Opportunity

Type: Lifecycle-Stage
Order: 4
Status: Active

Stage: Opportunity

Entry criteria:
  - AE held discovery, budget + authority confirmed

Exit criteria: Closed-won OR closed-lost

Owner: AE

SLA: 24 hr per touch

## BR-MOPS-005: Lifecycle Stage — Customer

Type: Lifecycle-Stage
Order: 5
Status: Active

Stage: Customer

Entry criteria:
  - Closed-won contract signed

Exit criteria: Churn OR expand

Owner: CS

SLA: Onboarding kickoff <1 business day

## GTM-MOPS-001: Handoff — MQL → SQL

Type: Handoff
Status: Active

From: MQL (owner: BDR)
To: SQL (owner: AE)

Payload (what context transfers):
  - Source: GTM-002 (Product Hunt) + retargeting
  - Touchpoints: 3 blog posts, demo video, pricing page (3×)
  - Best-fit signals: 50-person SaaS (matches PER-001), VP Eng signed up
  - Disqualifiers: none
  - Open questions: confirm budget owner; confirm timeline

Rejection rule:
  Condition: too small
  Routing: lead returns to MQL queue with "small-team" tag
  Re-engagement: BDR can re-engage in 90 days if size signal changes

Linked IDs: BR-MOPS-002, BR-MOPS-003
`;

/** The entry, the rule, its severity, and why a fair reader would say so. */
const expected: readonly (readonly [entry: string, rule: string, severity: string, why: string])[] = [];

test('the worked example of the seed has exactly the gaps a fair reader finds', () => {
  const report = reportOfText(sheet, { motion: 'sales-assisted' });
  expect(report.faults).toEqual([]);
  const found = report.findings.map(({ entry, rule, severity }) => `${entry} ${rule} ${severity}`);
  expect(found.sort()).toEqual(
    expected.map(([entry, rule, severity]) => `${entry} ${rule} ${severity}`).sort(),
  );
});
