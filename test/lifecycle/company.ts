/** Writes the whole source of truth of a company from the names and owners of its stages. */

/** A stage's name and its owner, in the order of the lifecycle. */
export type Company = readonly (readonly [name: string, owner: string])[];

const events = [
  'Form for the newsletter sent',
  'Demo request form sent by a company of 50 to 500 people',
  'Call held, budget and buying date confirmed',
  'Discovery call held, authority confirmed',
  'Proposal with price and date answered in writing',
  'Second meeting held with the buyer',
];

export function companyText(stages: Company): string {
  const last = stages.length - 1;
  const id = (at: number) => `BR-MOPS-${String(at + 1).padStart(3, '0')}`;
  const handoff = (at: number) => `GTM-MOPS-${String(at + 1).padStart(3, '0')}`;
  const kpi = (at: number) => `KPI-1${String(at + 1).padStart(2, '0')}`;
  const event = (at: number) =>
    at === 0
      ? 'First visit from a tracked channel'
      : at === last
        ? 'Contract signed by both sides'
        : events[at - 1];
  const automated = (at: number) => /automation/.test(stages[at]?.[1] ?? '');
  const watched = stages.map((_stage, at) => at).filter((at) => at > 0 && !automated(at));
  const steps = stages.slice(1).map((_stage, at) => at);
  const handed = steps.filter((at) => !automated(at) || !automated(at + 1));
  const watchedNames = watched.map((at) => stages[at]?.[0]);
  const entries = [
    ...stages.map(([name, owner], at) =>
      [
        `## ${id(at)}: Lifecycle Stage — ${name}\n`,
        'Type: Lifecycle-Stage',
        `Order: ${at + 1}`,
        `Status: Active\n\nStage: ${name}\n\nEntry criteria:\n  - ${event(at)}\n`,
        ...(at === last
          ? []
          : [`Exit criteria (progression):\n  - To ${stages[at + 1]?.[0]}: ${event(at + 1)}\n`]),
        'Exit criteria (disqualification):',
        at === last
          ? '  - Contract cancelled → Churn\n'
          : '  - Competitor or student e-mail domain → Disqualified\n',
        `Owner: ${owner}\n\nSLA:`,
        ...(at === 0 || automated(at)
          ? ['  Response time after entering this stage: n/a\n']
          : [
              '  Response time after entering this stage: 1 business hour',
              '  Escalation: At 1 business hour notify the sales manager; at 2 business hours reassign to Founder\n',
            ]),
        `Linked IDs: PER-001 (fit signals), GTM-001 (source channels), BR-PRICING-001 (tier threshold)${at === last ? '' : `, ${kpi(at)} (conversion rate)`}`,
      ].join('\n'),
    ),
    ...handed.map((at) => {
      const [[from, giver], [to, taker]] = stages.slice(at, at + 2) as [Company[number], Company[number]];
      return `## ${handoff(at)}: Handoff — ${from} → ${to}

Type: Handoff
Status: Active

From: ${from} (owner: ${giver})
To: ${to} (owner: ${taker})

Trigger: ${giver} sets the status to ${to} in the CRM

Payload (what context transfers):
  - Source: GTM-001 (Product Hunt), as recorded at the first visit
  - Touchpoint history: Pages read, mails opened and calls held, with their dates
  - Best-fit signals: Company size and job title compared with PER-001
  - Disqualifiers: Domain checks that were passed: competitor, student
  - Open questions: Which tool is in use today, and why now

Rejection rule:
  Condition: ${taker} picks a reason code: wrong size, no need
  Routing: Nurture
  Re-engagement: After 60 days and a new form sent

SLA: 1 business hour

Linked IDs: ${id(at)}, ${id(at + 1)}, CFD-101`;
    }),
    ...steps.map(
      (at) => `## ${kpi(at)}: ${stages[at]?.[0]} to ${stages[at + 1]?.[0]} conversion

Category: Acquisition
Owner: Marketing
Definition: Share of ${stages[at]?.[0]} leads that become ${stages[at + 1]?.[0]} within 30 days
Unit: percentage
Target: 20%`,
    ),
    `## MON-DRIFT-001: Baseline — Median response time of ${watchedNames.join(', ')}

Type: Drift-Baseline
Owner: Marketing
Status: Active

Subject: Median response time of ${watchedNames.join(', ')}

Baseline (2026-10-01):
${watchedNames.map((name) => `  - ${name}: 22 business minutes`).join('\n')}

Thresholds:
  - Warn: 20% above the baseline for 2 weeks
  - Critical: 50% above the baseline for 1 week
  - Recalibrate-trigger: the number of people in the role changes

Compare cadence: Weekly
Compare procedure: Compare the median of the last 7 days in the CRM report with the baseline
History: status/drift-history/mon-drift-001.jsonl

Linked IDs: ${[...watched.map(id), ...handed.map(handoff)].join(', ')}`,
    `## GTM-001: Channel — Product Hunt\n\nType: Channel\nStatus: Live\n\nChannel: Product Hunt launch page`,
    `## GTM-010: Offer — Team plan\n\nType: Offer\nStatus: Approved\n\nCore promise: One place for every runbook\nBest-fit segment: PER-001\nPrice: BR-PRICING-001`,
    `## PER-001: Engineering lead\n\nType: Primary\nSegment: SaaS companies with 50 to 500 people`,
    `## BR-PRICING-001: Team plan from $200 a month\n\nStatus: Active\nRule: Teams from 20 people buy the team plan`,
    `## CFD-101: Rejected as wrong size\n\nType: Feature Request\nStatus: Analyzed\nVerbatim: "We are only eight people, come back next year"\nLinked IDs: ${handed.map(handoff).join(', ')}`,
  ];
  return `${entries.join('\n\n')}\n`;
}
