/** A team's lifecycle of nine stages whose names stand in every place a document has for them. Nothing is found in it. */

interface Row {
  readonly name: string;
  readonly owner: string;
  readonly limit: string;
  readonly boss: string;
  readonly into: string;
  readonly out: string;
}

const rows: readonly Row[] = [
  {
    name: 'Anonymous',
    owner: 'Marketing automation',
    limit: 'n/a (software acts, nobody waits)',
    boss: '',
    into: 'First visit or reply recorded by the website tag (GTM-001, GTM-002)',
    out: 'No visit for 180 days → Disqualified',
  },
  {
    name: 'Subscriber',
    owner: 'Marketing automation',
    limit: 'n/a (software acts, nobody waits)',
    boss: '',
    into: 'Newsletter form sent with a work e-mail address',
    out: 'Two hard bounces in 30 days → Disqualified',
  },
  {
    name: 'MQL',
    owner: 'BDR',
    limit: '2 business hours',
    boss: 'BDR manager',
    into: 'Demo form sent from a company of 20–200 employees (PER-001)',
    out: 'No reply after 6 attempts in 15 business days → Nurture, tag "no-reply"',
  },
  {
    name: 'SQL',
    owner: 'AE',
    limit: '30 business minutes',
    boss: 'Sales manager',
    into: 'BDR confirms need, budget and date on a recorded call',
    out: 'Budget below $2,400 a year (BR-PRICING-001) → Nurture, tag "no-budget"',
  },
  {
    name: 'SQL accepted',
    owner: 'Sales engineer',
    limit: '30 business minutes',
    boss: 'Sales manager',
    into: 'AE sets the lead to Accepted within 30 business minutes and books the discovery call',
    out: 'Two missed discovery calls in 10 business days → Nurture, tag "no-show"',
  },
  {
    name: 'Opportunity',
    owner: 'AE',
    limit: '1 business day per touch',
    boss: 'Sales manager',
    into: 'Discovery call held; budget, signer and decision date recorded in the CRM',
    out: 'No answer for 45 days after the proposal → Closed-lost, reason code "went-silent"',
  },
  {
    name: 'Legal review',
    owner: 'Deal desk',
    limit: '1 business day per touch',
    boss: 'Sales manager',
    into: 'Buyer returns the contract with changes',
    out: 'A clause that we cannot sign stays after 3 rounds → Closed-lost, reason code "terms"',
  },
  {
    name: 'Customer',
    owner: 'CS',
    limit: '1 business day',
    boss: 'CS manager',
    into: 'Contract signed by both sides and attached to the deal',
    out: 'Subscription cancelled, or unpaid for 30 days → Churn',
  },
  {
    name: 'Expansion',
    owner: 'Account manager',
    limit: '1 business day',
    boss: 'CS manager',
    into: 'More than 50 engineers on call in the account for 14 days in a row',
    out: 'Account owner says no to the larger plan twice in 90 days → Churn',
  },
];

const number = (at: number): string => String(at + 1).padStart(3, '0');

function sla({ limit, boss }: Row, owner: string): string {
  if (boss === '') return `SLA: ${limit}`;
  const first = limit.replace(' per touch', '');
  const twice = first.replace(/^\d+/, (count) => String(2 * Number(count))).replace(/\b(day|hour)$/, '$1s');
  return `SLA:\n\n- Response time after entering this stage: ${limit}\n- Escalation: At ${first} notify the ${boss}; at ${twice} the ${boss} reassigns the lead to another ${owner}`;
}

function stage(row: Row, at: number): string {
  const next = rows[at + 1];
  const watched = handed.some(({ to }) => to === row.name);
  return `## BR-MOPS-${number(at)}: Lifecycle Stage — ${row.name}

Type: Lifecycle-Stage
Order: ${at + 1}
Status: Active
Stage: ${row.name}

Entry criteria:

- ${row.into}
${next === undefined ? '' : `\nExit criteria (progression):\n\n- To ${next.name}: ${next.into}\n`}
Exit criteria (disqualification):

- ${row.out}

Owner: ${row.owner}

${sla(row, row.owner)}

Linked IDs: GTM-001 (source channel), PER-001 (fit signals)${next === undefined ? '' : `, KPI-10${at + 1} (conversion rate)`}${watched ? `, MON-DRIFT-${number(at)}` : ''}
`;
}

const handed = rows.flatMap((row, at) => {
  const next = rows[at + 1];
  return next === undefined || at === 0
    ? []
    : [{ from: row.name, fromOwner: row.owner, to: next.name, next, at: at + 1 }];
});

const back: Readonly<Record<string, string>> = {
  MQL: 'Nurture',
  SQL: 'MQL',
  'SQL accepted': 'Nurture',
  Opportunity: 'Nurture',
  'Legal review': 'Opportunity',
  Customer: 'Opportunity',
  Expansion: 'Churn',
};

function handoff({ from, fromOwner, to, next }: (typeof handed)[number], at: number): string {
  return `## GTM-MOPS-${number(at)}: Handoff — ${from} → ${to}

Type: Handoff
Status: Active
From: ${from} (owner: ${fromOwner})
To: ${to} (owner: ${next.owner})
Trigger: ${next.into}

Payload:

- Lead name, company, role, e-mail
- Source: GTM-001 or GTM-002
- Touchpoint history: every visit and reply since the first
- Best-fit signals: PER-001
- Disqualifiers: tags and reason codes so far
- Open questions: what nobody asked yet
- Tier fit: BR-PRICING-001

${sla(next, next.owner).replace('after entering this stage', 'after handoff')}

Rejection rule:

- Condition: Company outside PER-001, reason code "wrong-size"
- Routing: ${back[to]}
- Re-engagement: After 90 days, when headcount reaches 20; at most 2 times

Linked IDs: BR-MOPS-${number(rows.findIndex(({ name }) => name === from))}, BR-MOPS-${number(rows.indexOf(next))}, PER-001, BR-PRICING-001
`;
}

function monitor({ to, next, at }: (typeof handed)[number]): string {
  const limit = next.limit.replace(' per touch', '');
  return `## MON-DRIFT-${number(at)}: Baseline — ${to} first response

Type: Drift-Baseline
Status: Active
Owner: RevOps
Subject: Share of leads in ${to} answered within ${limit} (BR-MOPS-${number(at)})
Baseline (2026-11-16): 94% within the limit

Thresholds:

- Warn: share down 5 points
- Critical: share down 12 points
- Recalibrate-trigger: the ${next.owner} team grows or shrinks by 2

Compare cadence: Weekly
Compare procedure: CRM report "${to} clock", last four weeks against the baseline
Linked IDs: BR-MOPS-${number(at)}
`;
}

function kpi(row: Row, at: number): string {
  const next = rows[at + 1];
  if (next === undefined) return '';
  return `## KPI-10${at + 1}: Conversion ${row.name} → ${next.name}

Status: Active
Definition: Leads that went from ${row.name} to ${next.name} within a quarter, of all that entered ${row.name}
Target: ${20 + at}%
Owner: RevOps
`;
}

const rulesFile = `# Lead lifecycle

${rows.map(({ name }) => name).join(' → ')}

## BR-PRICING-001: Team plan threshold

Type: Pricing
Status: Active
Rule: A company that cannot spend $2,400 a year is not worked by a person.

${rows.map(stage).join('\n')}`;

const handoffFile = `# PRD

## v0.9 Go-to-market

${handed.map(handoff).join('\n')}
## GTM-001: Channel — Product Hunt

Type: Channel
Status: Active
Rule: Launch page; every comment is answered by the founder of the week.
Linked IDs: BR-MOPS-001

## GTM-002: Channel — Founder posts

Type: Channel
Status: Active
Rule: Two posts a week.
Linked IDs: BR-MOPS-001

## GTM-101: Offer — Guided pilot

Type: Offer
Status: Active
Rule: 30 days with one team.
Linked IDs: BR-PRICING-001

${rows.map(kpi).filter(Boolean).join('\n')}`;

const monitorFile = `# Deployment\n\n${handed.map(monitor).join('\n')}`;

const personaFile = `# Personas

## PER-001: Head of engineering

Type: Primary
Status: Active
Segment: Software companies of 20–200 employees
Fit signals: Title Head of Engineering; open SRE role
`;

/** What stands around the entries: links, tables, pictures, code, comments, front matter, prose. */
const handbook = `---
title: How a lead becomes a customer
stages: [MQL, SQL, Legal review]
first: Opportunity
---

# Handbook

## Legal review

See [Legal review](rules.md#br-mops-007-lifecycle-stage--legal-review), [above](#legal-review) and [MQL](rules.md#br-mops-003-lifecycle-stage--mql).

| Stage        | Who            | Notes                       |
|--------------|----------------|-----------------------------|
| MQL          | BDR            | MQL/SQL meeting on Mondays  |
| Legal review | Deal desk      | **Legal review** takes 2 days |

\`\`\`mermaid
flowchart LR
  mql[MQL] -->|call held| sql[SQL]
  sql --> acc["SQL accepted"]
  Opportunity --> law[Legal review]
  class Opportunity late
\`\`\`

<!-- The Legal review is new since June. -->

Legal reviews take long, a legal review of the website is not meant, and MQLs are many.
`;

export const nineStages: Readonly<Record<string, string>> = {
  'SoT/rules.md': rulesFile,
  'PRD.md': handoffFile,
  'SoT/deployment.md': monitorFile,
  'SoT/personas.md': personaFile,
  'SoT/handbook.md': handbook,
  'mops.config.yml': `motion: sales-assisted
v09: final
calendar:
  zone: Europe/Berlin
  default: business
stages:
  Legal review: [Contract check]
  Opportunity: [Deal]
rules:
  stage-count: off
`,
};
