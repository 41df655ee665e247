/** Who does what in a new lifecycle: a team with a role for each side, or one person who does it all. */

/** Who sells: people with a role each, or the founder alone. */
export const sellers = ['team', 'founder'] as const;
export type Seller = (typeof sellers)[number];

/** What stands for somebody in the texts of a new lifecycle: `{bdr}`, `{sales manager}`. */
const team: Readonly<Record<string, string>> = {
  bdr: 'BDR',
  'next bdr': 'next BDR in the rotation',
  ae: 'AE',
  cs: 'CS',
  'sales manager': 'Sales manager',
  'both managers': 'Sales manager and the CS manager decide',
  revops: 'RevOps',
  marketing: 'Marketing',
};

const founder: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(team).map((who) => [who, 'Founder'])),
  'both managers': 'Founder decides',
};

/** The words for each person in a text, by who sells. */
export function peopleOf(seller: Seller): Readonly<Record<string, string>> {
  return seller === 'team' ? team : founder;
}

/** A limit, and what follows when it is missed. */
interface Promised {
  readonly sla: string;
  readonly escalation: string | null;
}

/**
 * Nobody stands above a founder: a missed limit moves the lead or starts something, and tells nobody who knows already.
 * The limits are what one person can keep beside everything else.
 */
const alone: Readonly<Record<string, Promised>> = {
  Lead: {
    sla: '1 business day',
    escalation:
      'At 1 business day the CRM workflow mails the lead a link to book a call; at 5 business days the lead goes to Nurture',
  },
  MQL: {
    sla: '1 business day',
    escalation:
      'At 1 business day the CRM workflow mails the lead a link to book a call; at 5 business days the lead goes to Nurture',
  },
  SQL: {
    sla: '1 business day',
    escalation:
      'At 1 business day the CRM workflow mails the lead three times for a call; at 5 business days return the lead to MQL',
  },
  Opportunity: {
    sla: '2 business days per touch',
    escalation:
      'At 2 business days the CRM workflow mails the buyer a link to book a call; at 10 business days return the deal to SQL',
  },
  Customer: {
    sla: 'Onboarding kickoff scheduled within 1 business day',
    escalation: 'At 1 business day the CRM workflow books the kickoff into the next free hour',
  },
  Paid: {
    sla: '2 business days',
    escalation: 'At 2 business days the CRM workflow sends the welcome mail',
  },
  Expansion: {
    sla: 'Rollout call booked within 2 business days',
    escalation: 'At 2 business days the CRM workflow books the rollout call into the next free hour',
  },
};

/** A stage as it is where one person owns whatever a person owns. */
export function ownedByFounder<Stage extends Promised & { readonly name: string; readonly owner: string }>(
  stage: Stage,
  automation: string,
): Stage {
  if (stage.owner === automation) return stage;
  return { ...stage, ...alone[stage.name], owner: 'Founder' };
}
