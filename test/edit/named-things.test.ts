/** Everything in a lifecycle that has a name: what a name is taken for, where it is renamed, and what is told instead. */
import { expect, test } from 'vitest';
import { planRename } from '../../src/edit/rename.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

const text = `## BR-MOPS-002: Lifecycle Stage — MQL

Type: Lifecycle-Stage
Stage: MQL
Owner: SDR → AE
Exit criteria (disqualification):
- Too small → Nurture, reason code "too-small", not size 1-2

## BR-MOPS-003: Lifecycle Stage — Pilot

Type: Lifecycle-Stage
Status: Deprecated
Stage: Pilot
Owner: Trial desk
Exit criteria (disqualification):
- No use → Nurture, reason code "not-used"

## BR-MOPS-004: Lifecycle Stage — Won

Type: Lifecycle-Stage
Stage: Won
Owner: Customer success or Closer, RevOps /

## GTM-MOPS-001: Handoff — First call

Type: Handoff
From: MQL (owner: SDR)
To: Won (owner: Deal desk)
Rejection rule:
  Condition: no-fit, “Too late”, "x"
  Routing: Nurture with “wrong region”
  Re-engagement: "next-year"

## GTM-MOPS-002: handoff: Second call

Type: Handoff
Status: Retired
From: Pilot (owner: Tester)
To: Won (owner: Deal desk)

## GTM-001: Channel — Product Hunt

Type: Channel

## GTM-002: Channel — Product Hunt ads

Type: Channel

## GTM-101: Offer — Guided pilot

Type: Offer

## GTM-201: Spring days

Type: Campaign

## BR-PRICING-001: Team plan

Type: Pricing

## PER-001: Head of engineering

Type: Primary

## KPI-101: Conversion rate

Definition: Won per MQL

## KPI-102: conversion Rate

Definition: x

## CFD-001: Interview with Kim

## MON-DRIFT-001: Baseline — Answer share

Type: Drift-Baseline

## MON-DRIFT-002: drift baseline –Reply share

Type: Drift-Baseline

## MON-001: Queue full

## RUN-001: Empty the queue

Linked IDs: KPI-900, CFD-001→003
`;
const model = buildModel(
  readRepository([{ path: 'SoT/a.md', text }]),
  configOf({ stages: { MQL: ['Marketing lead'] }, roles: { AE: ['Closer'] } }),
);

/** What the name is and the entries in which it changes, one for each place; or why it cannot be. */
function told(old: string, name: string): string {
  const plan = planRename(model, null, old, name);
  if ('refused' in plan) return plan.refused;
  const entries = plan.edits.map(({ span }) =>
    text
      .slice(0, span.end)
      .match(/^## [^:]+/gm)
      ?.at(-1)
      ?.slice(3),
  );
  return `${plan.kind} ${plan.old}: ${entries.join(' ')}`.trim();
}

/** Old name, new name, and what comes of it. */
const table = `
MQL => Zulu | stage MQL: BR-MOPS-002 BR-MOPS-002 GTM-MOPS-001 KPI-101
Pilot => Zulu | stage Pilot: BR-MOPS-003 BR-MOPS-003 GTM-MOPS-002
SDR → AE => Zulu | role SDR → AE: BR-MOPS-002
sdr => Zulu | role SDR: BR-MOPS-002 GTM-MOPS-001
AE => Zulu | role AE: BR-MOPS-002
Customer success => Zulu | role Customer success: BR-MOPS-004
Closer => Zulu | role Closer: BR-MOPS-004
RevOps => Zulu | role RevOps: BR-MOPS-004
Deal desk => Zulu | role Deal desk: GTM-MOPS-001 GTM-MOPS-002
Too-Small => Zulu | reason code too-small: BR-MOPS-002
no-fit => Zulu | reason code no-fit: GTM-MOPS-001
too late => Zulu | reason code Too late: GTM-MOPS-001
wrong region => Zulu | reason code wrong region: GTM-MOPS-001
next-year => Zulu | reason code next-year: GTM-MOPS-001
Marketing lead => Zulu | name in the config Marketing lead:
product hunt => Zulu | channel Product Hunt: GTM-001
Guided pilot => Zulu | offer Guided pilot: GTM-101
Spring days => Zulu | go-to-market entry Spring days: GTM-201
Team plan => Zulu | price rule Team plan: BR-PRICING-001
Head of engineering => Zulu | persona Head of engineering: PER-001
Conversion rate => Zulu | KPI Conversion rate: KPI-101
conversion Rate => Zulu | KPI conversion Rate: KPI-102
 => Zulu | Nothing is called "": no stage, role, reason code, channel, other title or ID.
Interview with Kim => Zulu | feedback Interview with Kim: CFD-001
Answer share => Zulu | monitor Answer share: MON-DRIFT-001
Reply share => Zulu | monitor Reply share: MON-DRIFT-002
Queue full => Zulu | alert Queue full: MON-001
Empty the queue => Zulu | runbook Empty the queue: RUN-001
First call => Zulu | handoff title First call: GTM-MOPS-001
Second call => Zulu | handoff title Second call: GTM-MOPS-002
MQL => Pilot | Pilot is the name of BR-MOPS-003, which is retired: its mentions would speak of the other stage. Take another name, or rename that one first.
MQL => won | won is another stage already.
MQL => Nurture | Nurture means the place Nurture, which is no stage. Take another name.
MQL => Marketing lead | stage MQL: BR-MOPS-002 BR-MOPS-002 GTM-MOPS-001 KPI-101
Won => Marketing lead | Marketing lead is another name of the stage MQL (BR-MOPS-002).
SDR => deal desk | deal desk is another role already: a rename would make one of two, and nobody could tell them apart again.
SDR => BDR | role SDR: BR-MOPS-002 GTM-MOPS-001
Customer success => success | role Customer success: BR-MOPS-004
too-small => no-fit | no-fit is another reason code already.
too-small => Too-Small | reason code too-small: BR-MOPS-002
too-small => not-used | reason code too-small: BR-MOPS-002
Marketing lead => closer | closer is another name in the config already.
Marketing lead => Setter | name in the config Marketing lead:
Product Hunt => product hunt ads | product hunt ads is another channel already.
Product Hunt => Guided pilot | channel Product Hunt: GTM-001
First call => Second call | handoff title First call: GTM-MOPS-001
Answer share => Reply share | Reply share is another monitor already.
BR-MOPS-002 => BR-MOPS-0002 | "BR-MOPS-0002" is not a valid ID: capitals, hyphens and three digits, like BR-MOPS-004.
BR-MOPS-002 => MON-DRIFT-009 | MON-DRIFT-009 is an ID of another kind than BR-MOPS-002.
MON-DRIFT-001 => MON-009 | MON-009 is an ID of another kind than MON-DRIFT-001.
KPI-900 => KPI-101 | KPI-101 is another entry already.
CFD-002 => CFD-009 | ID CFD-002:
KPI-101 => KPI-103 | ID KPI-101: KPI-101
KPI-901 => KPI-902 | Nothing is called "KPI-901": no stage, role, reason code, channel, other title or ID. Did you mean "KPI-101"?
br-mops-002 => BR-MOPS-009 | Nothing is called "br-mops-002": no stage, role, reason code, channel, other title or ID. Did you mean "BR-MOPS-002"?
x => Zulu | Nothing is called "x": no stage, role, reason code, channel, other title or ID.
Trial desk => Zulu | Nothing is called "Trial desk": no stage, role, reason code, channel, other title or ID. Did you mean "Deal desk"?
Marketing Qualified Lead => Zulu | The entries call "Marketing Qualified Lead" by the name "MQL" (BR-MOPS-002): rename that.
Nobody => Queue full | Nothing is called "Nobody", and "Queue full" is there: it is renamed already.
Nobody => KPI-101 | Nothing is called "Nobody", and "KPI-101" is there: it is renamed already.
Nobody => Too late | Nothing is called "Nobody", and "Too late" is there: it is renamed already.
Interview with Tim => Zulu | Nothing is called "Interview with Tim": no stage, role, reason code, channel, other title or ID. Did you mean "Interview with Kim"?
`;

test.each(table.trim().split('\n'))('%s', (row) => {
  const [, old = '', name = '', is] = /^(.*) => (.*) \| (.*)$/.exec(row) ?? [];
  expect(told(old, name)).toBe(is);
});
