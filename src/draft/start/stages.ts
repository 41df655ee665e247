/**
 * The stages a new lifecycle starts with. Limits are the common practice for each transition (SEED step 6); numbers
 * in criteria are starting values for the team to change. One event is the exit of a stage and the entry of the next.
 * Entries and people that differ from repository to repository stand in braces: `{persona}`, `{bdr}`.
 */

import type { Mode, Motion } from '../../config/schema.ts';
import { ownedByFounder, type Seller } from './people.ts';

export interface StartingStage {
  readonly name: string;
  readonly owner: string;
  readonly entry: readonly string[];
  /** Ways out that are not forward. */
  readonly out: readonly string[];
  readonly sla: string;
  readonly escalation: string | null;
  /** Entries of the skeleton that the stage links, its KPI and monitor aside. */
  readonly links: readonly string[];
}

export const automation = 'Marketing automation';
const automatic = 'immediate (automated)';

const anonymous: StartingStage = {
  name: 'Anonymous',
  owner: automation,
  entry: ['First visit, ad click or reply from one of our channels ({channel}), recorded by the website tag'],
  out: ['No visit for 180 days: the contact is deleted → Disqualified'],
  sla: 'n/a (software acts, nobody waits)',
  escalation: null,
  links: ['{channel} (source channels)', '{persona} (fit signals)'],
};

const mql: StartingStage = {
  name: 'MQL',
  owner: 'BDR',
  entry: [
    'Demo or pricing form sent with a work e-mail from a company that matches {persona}',
    'Known contact of a company that matches {persona} views the pricing page 3 times in 7 days',
  ],
  out: [
    'Competitor, student or agency → Disqualified',
    'No reply after 6 attempts in 15 business days → Nurture, tag "no-reply"',
  ],
  sla: '1 business hour',
  escalation:
    'At 1 business hour notify the BDR manager; at 2 business hours the BDR manager reassigns the lead to another BDR',
  links: ['{persona} (fit signals)', '{channel} (source channels)', '{price} (tier threshold)'],
};

const sql: StartingStage = {
  name: 'SQL',
  owner: 'AE',
  entry: [
    '{bdr} sets the lead to Qualified in the CRM after a call that confirms the need, a budget owner and a date',
  ],
  out: [
    'Two missed discovery calls in 10 business days → Nurture, tag "no-show"',
    'Budget below the threshold of {price} → Nurture, tag "no-budget"',
  ],
  sla: '30 business minutes',
  escalation:
    'At 30 business minutes notify the Sales manager; at 60 business minutes the Sales manager reassigns the lead to another AE',
  links: ['{persona} (fit signals)', '{price} (tier threshold)'],
};

const opportunity: StartingStage = {
  name: 'Opportunity',
  owner: 'AE',
  entry: ['{ae} has held the discovery call and recorded budget, budget owner and decision date in the CRM'],
  out: [
    'The buyer picks another product or says no → Closed-lost, with a reason code',
    'No answer for 45 days after the proposal → Closed-lost, reason code "went-silent"',
  ],
  sla: '1 business day per touch',
  escalation:
    'At 1 business day notify the Sales manager; at 3 business days the Sales manager reassigns the deal to another AE',
  links: ['{persona} (fit signals)', '{price} (tier threshold)'],
};

const customer: StartingStage = {
  name: 'Customer',
  owner: 'CS',
  entry: ['Contract signed by both sides and attached to the deal'],
  out: ['Subscription cancelled, or unpaid for 30 days → Churn'],
  sla: 'Onboarding kickoff scheduled within 1 business day',
  escalation:
    'At 1 business day notify the CS manager; at 2 business days the CS manager takes over the kickoff',
  links: ['{persona} (fit signals)', '{price} (tier threshold)'],
};

const signup: StartingStage = {
  name: 'Signup',
  owner: automation,
  entry: ['Account created and e-mail address confirmed'],
  out: ['No login for 30 days → Nurture', 'Throw-away e-mail domain → Disqualified'],
  sla: automatic,
  escalation: 'If the welcome mail has not gone out after 15 minutes, {revops} restarts the job and sends it',
  links: ['{persona} (fit signals)'],
};

const activated: StartingStage = {
  name: 'Activated',
  owner: automation,
  entry: ['Main feature used on 3 days within 14 days of the signup'],
  out: ['Trial ended 30 days ago without a payment → Nurture', 'Account deleted by its owner → Disqualified'],
  sla: automatic,
  escalation: 'If the upgrade prompt is not shown after 1 hour, {revops} switches it on by hand',
  links: ['{persona} (fit signals)', '{price} (tier threshold)'],
};

const paid: StartingStage = {
  name: 'Paid',
  owner: automation,
  entry: ['First payment received ({price})'],
  out: ['Plan cancelled, or three failed charges in a row → Churn'],
  sla: automatic,
  escalation: 'If no receipt is sent after 1 hour, {revops} sends it from the payment page',
  links: ['{persona} (fit signals)', '{price} (tier threshold)'],
};

const expanded: StartingStage = {
  name: 'Expanded',
  owner: automation,
  entry: ['Second seat, team or product added and paid for'],
  out: ['Every plan of the account cancelled → Churn'],
  sla: 'n/a (software acts, nobody waits)',
  escalation: null,
  links: ['{price} (tier threshold)'],
};

const hybrid: readonly StartingStage[] = [
  anonymous,
  signup,
  activated,
  {
    ...paid,
    owner: 'CS',
    sla: '2 business days',
    escalation:
      'At 2 business days notify the CS manager; at 3 business days the CS manager sends the welcome and takes the account',
  },
  {
    ...sql,
    entry: ['40 or more seats in use, or an admin of a company that matches {persona} asks for a call'],
    out: [
      'Admin wants to stay on the card plan → Paid, reason code "stays-on-card"',
      'Two missed discovery calls in 10 business days → Nurture, tag "no-show"',
    ],
  },
  opportunity,
  {
    ...customer,
    name: 'Expansion',
    out: ['Contract not renewed 30 days after its end → Churn'],
    sla: 'Rollout call booked within 2 business days',
    escalation:
      'At 2 business days notify the CS manager; at 3 business days the CS manager takes over the rollout call',
  },
];

const quick: readonly StartingStage[] = [
  anonymous,
  {
    ...mql,
    name: 'Lead',
    owner: 'AE / founder',
    entry: ['Contact or demo form sent, or a call received, from somebody who matches {persona}'],
    out: [
      'Competitor, student or agency → Disqualified',
      'No reply after 6 attempts in 15 business days → Nurture, tag "no-reply"',
    ],
    sla: '1 business day',
    escalation: 'At 1 business day notify RevOps; at 2 business days RevOps reassigns the lead',
  },
  {
    ...customer,
    owner: 'CS / founder',
    escalation: 'At 1 business day notify RevOps; at 2 business days RevOps books the kickoff',
  },
];

/** The stages for a motion and a mode, in order, owned by those who sell. Quick is the three-stage shape of its motion. */
export function startingStages(motion: Motion, mode: Mode, seller: Seller): readonly StartingStage[] {
  const stages = stagesOf(motion, mode);
  return seller === 'team' ? stages : stages.map((stage) => ownedByFounder(stage, automation));
}

function stagesOf(motion: Motion, mode: Mode): readonly StartingStage[] {
  if (motion === 'self-serve')
    return mode === 'quick'
      ? [anonymous, { ...signup, name: 'Trial' }, paid]
      : [anonymous, signup, activated, paid, expanded];
  if (mode === 'quick') return quick;
  return motion === 'hybrid' ? hybrid : [anonymous, mql, sql, opportunity, customer];
}
