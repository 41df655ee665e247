/** Lifecycles of which another part is missing each time. */
import { Player } from './player.ts';

export interface StageText {
  readonly name: string;
  readonly owner?: string;
  readonly sla?: string;
  readonly escalation?: string;
  readonly to?: readonly [stage: string, event: string];
  readonly out?: string;
  readonly entry?: string;
}

export const assisted: readonly StageText[] = [
  {
    name: 'Anonymous',
    owner: 'Marketing automation',
    sla: 'n/a',
    to: ['MQL', 'Demo form sent from a company of 20–200 people (PER-001)'],
    out: 'No visit for 200 days → Disqualified',
    entry: 'First visit recorded by the website tag',
  },
  {
    name: 'MQL',
    owner: 'BDR',
    sla: '2 business hours',
    escalation:
      'At 2 business hours notify the BDR manager; at 4 business hours the BDR manager reassigns the lead',
    to: ['SQL', 'BDR confirms need and date on a call'],
    out: 'Student → Disqualified',
    entry: 'Demo form sent from a company of 20–200 people (PER-001)',
  },
  {
    name: 'SQL',
    owner: 'AE',
    sla: '45 business minutes',
    escalation:
      'At 45 business minutes notify the Sales manager; at 2 business hours the Sales manager reassigns the lead',
    to: ['Opportunity', 'Discovery call held and notes saved in the CRM'],
    out: 'Fewer than 20 people → Nurture',
    entry: 'BDR confirms need and date on a call',
  },
  {
    name: 'Opportunity',
    owner: 'AE',
    sla: '1 business day per touch',
    escalation:
      'At 1 business day notify the Sales manager; at 3 business days the Sales manager reassigns the deal',
    to: ['Customer', 'Contract signed'],
    out: 'Silent for 45 days → Closed-lost',
    entry: 'Discovery call held and notes saved in the CRM',
  },
  {
    name: 'Customer',
    owner: 'CS',
    sla: '1 business day',
    escalation: 'At 1 business day notify the CS manager; at 2 business days the CS manager takes over',
    out: 'Subscription cancelled → Churn',
    entry: 'Contract signed',
  },
];

export const hybrid: readonly StageText[] = [
  {
    name: 'Anonymous',
    owner: 'Marketing automation',
    sla: 'n/a',
    to: ['Signup', 'Account created'],
    out: 'No visit for 200 days → Disqualified',
    entry: 'First visit recorded by the website tag',
  },
  {
    name: 'Signup',
    owner: 'Marketing automation',
    sla: 'n/a',
    to: ['Activated', 'First board shared with a colleague'],
    out: 'No login for 35 days → Nurture',
    entry: 'Account created',
  },
  {
    name: 'Activated',
    owner: 'Marketing automation',
    sla: 'n/a',
    to: ['Paid', 'Card charged'],
    out: 'No login for 35 days → Nurture',
    entry: 'First board shared with a colleague',
  },
  {
    name: 'Paid',
    owner: 'CS',
    sla: '2 business days',
    escalation: 'At 2 business days notify the CS manager; at 3 business days the CS manager calls',
    to: ['SQL', '50 seats used'],
    out: 'Card plan cancelled → Churn',
    entry: 'Card charged',
  },
  {
    name: 'SQL',
    owner: 'AE',
    sla: '4 business hours',
    escalation:
      'At 4 business hours notify the Sales manager; at 8 business hours the Sales manager reassigns the lead',
    to: ['Opportunity', 'AE held a call and noted the buyer'],
    out: 'Seats are guests → Nurture',
    entry: '50 seats used',
  },
  {
    ...(assisted[3] as StageText),
    to: ['Expansion', 'Annual contract signed'],
    entry: 'AE held a call and noted the buyer',
  },
  { ...(assisted[4] as StageText), name: 'Expansion', entry: 'Annual contract signed' },
];

type Look = (label: string) => string;
const plain: Look = (label) => `${label}:`;
const bold: Look = (label) => `**${label}:**`;

function stageText(stage: StageText, order: number, as: Look): string {
  const { name, owner, sla, escalation, to, out, entry } = stage;
  const lines = [
    `## BR-MOPS-${String(order).padStart(3, '0')}: Lifecycle Stage — ${name}\n`,
    `${as('Type')} Lifecycle-Stage  `,
    `${as('Order')} ${order}  `,
    `${as('Status')} Active  `,
    `${as('Stage')} ${name}\n`,
    ...(entry === undefined ? [] : [`${as('Entry criteria')}\n  - ${entry}\n`]),
    ...(to === undefined ? [] : [`${as('Exit criteria (progression)')}\n  - To ${to[0]}: ${to[1]}\n`]),
    ...(out === undefined ? [] : [`${as('Exit criteria (disqualification)')}\n  - ${out}\n`]),
    ...(owner === undefined ? [] : [`${as('Owner')} ${owner}\n`]),
    ...(sla === undefined
      ? []
      : [
          `${as('SLA')}\n  Response time after entering this stage: ${sla}${escalation === undefined ? '' : `\n  Escalation: ${escalation}`}\n`,
        ]),
    `${as('Linked IDs')} PER-001`,
  ];
  return lines.join('\n');
}

const persona = '## PER-001: Head of operations\n\nType: Primary\n';

export function playerOf({ stages, config, as = plain, more = '' }: HalfWritten): Player {
  const rules = stages
    .flatMap((stage, at) => (stage === null ? [] : [stageText(stage, at + 1, as)]))
    .join('\n\n');
  return new Player(
    [
      { path: 'SoT/rules.md', text: `# Rules\n\n${rules}\n\n${more}` },
      { path: 'SoT/people.md', text: persona },
    ],
    `${config}\ncalendar:\n  zone: Europe/Berlin\n  hours: {mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00"}\n`,
  );
}

/** Every stage without one of its parts. */
function without(stages: readonly StageText[], ...parts: readonly (keyof StageText)[]): readonly StageText[] {
  return stages.map((stage) => {
    const left: Record<string, unknown> = { ...stage };
    for (const part of parts) delete left[part];
    return left as unknown as StageText;
  });
}

const standard = 'motion: sales-assisted\nmode: standard';
const handoff = (id: number, from: StageText, to: StageText, body: string): string =>
  `## GTM-MOPS-00${id}: Handoff — ${from.name} → ${to.name}\n\nType: Handoff\nStatus: Active\nFrom: ${from.name} (owner: ${from.owner})\nTo: ${to.name} (owner: ${to.owner})\nTrigger: ${from.to?.[1]}\n${body}\n`;
const payload =
  'Payload:\n  - Source: First and last channel of the lead (GTM-001)\n  - Touchpoint history: Pages and calls of the last 90 days\n  - Best-fit signals: Company and title, compared with PER-001\n  - Disqualifiers: What was ruled out\n  - Open questions: Who signs\n';
const channel = '\n## GTM-001: Channel — Podcast\n\nType: Channel\nStatus: Active\nEnters at: Anonymous\n\n';
const [anonymous, mql, sql, opportunity, customer] = assisted as [
  StageText,
  StageText,
  StageText,
  StageText,
  StageText,
];

const deep = 'motion: sales-assisted\nmode: deep';
const mixed = 'motion: hybrid\nmode: standard';
const halfHandoff = handoff(
  1,
  anonymous,
  mql,
  'Payload:\n  - Source: GTM-001\nRejection rule:\n  Condition: BDR says no\nSLA: 2 business hours\n',
);
const unrejected = [
  handoff(1, anonymous, mql, `${payload}SLA: 2 business hours\n`),
  handoff(2, mql, sql, `${payload}SLA: 45 business minutes\n`),
  handoff(3, opportunity, customer, `${payload}SLA: 1 business day\n`),
].join('\n');
const quick: readonly StageText[] = [
  { ...anonymous, to: ['Lead', 'Form sent'] },
  { ...mql, name: 'Lead', owner: 'Founder', entry: 'Form sent', to: ['Customer', 'Contract signed'] },
];
const alone: readonly StageText[] = [
  ...hybrid.slice(0, 3),
  { ...(hybrid[3] as StageText), to: ['Expanded', 'Second team added'] },
  { ...(hybrid[6] as StageText), name: 'Expanded', entry: 'Second team added' },
];
const unclocked = assisted.map((one) => ({ ...one, sla: (one.sla ?? '').replace(' business', '') }));

interface HalfWritten {
  readonly what: string;
  /** Null: the number is left out. */
  readonly stages: readonly (StageText | null)[];
  readonly config: string;
  readonly as?: Look;
  readonly more?: string;
}

export const cases: readonly HalfWritten[] = [
  { what: 'no handoffs', stages: assisted, config: standard },
  { what: 'no handoffs, bold labels', stages: assisted, config: standard, as: bold },
  { what: 'no limits', stages: without(assisted, 'sla', 'escalation'), config: standard },
  { what: 'no escalations', stages: without(assisted, 'escalation'), config: standard },
  { what: 'no owners', stages: without(assisted, 'owner'), config: standard },
  { what: 'no entry criteria', stages: without(assisted, 'entry'), config: standard },
  { what: 'no ways out', stages: without(assisted, 'out'), config: standard },
  { what: 'no ways on', stages: without(assisted, 'to'), config: standard },
  {
    what: 'no owners, limits and ways out',
    stages: without(assisted, 'owner', 'sla', 'escalation', 'out'),
    config: standard,
  },
  { what: 'limits without a clock', stages: unclocked, config: standard },
  {
    what: 'two owners on a stage',
    stages: [anonymous, mql, { ...sql, owner: 'BDR → AE' }, opportunity, customer],
    config: standard,
  },
  { what: 'a stage missing', stages: [anonymous, mql, null, opportunity, customer], config: standard },
  { what: 'hybrid, no handoffs', stages: hybrid, config: mixed },
  {
    what: 'hybrid, deep, no escalations',
    stages: without(hybrid, 'escalation'),
    config: 'motion: hybrid\nmode: deep',
  },
  {
    what: 'hybrid, no limits and no ways out',
    stages: without(hybrid, 'sla', 'escalation', 'out'),
    config: mixed,
  },
  { what: 'deep', stages: assisted, config: deep },
  { what: 'quick, without its last stage', stages: quick, config: 'motion: sales-assisted\nmode: quick' },
  { what: 'half a handoff', stages: assisted, config: standard, more: channel + halfHandoff },
  {
    what: 'handoffs without a rejection rule',
    stages: assisted,
    config: standard,
    more: channel + unrejected,
  },
  {
    what: 'self-serve, no owners and limits',
    stages: without(alone, 'owner', 'sla', 'escalation'),
    config: 'motion: self-serve\nmode: standard',
  },
];
