/**
 * What usually stands in a stage, for advice where an entry says nothing: who owns it, the event that opens it, how
 * fast it is answered, how a lead leaves it, and what must have changed before a lead that was turned down for a reason comes back.
 */

export const usualOwners: Readonly<Record<string, string>> = {
  Anonymous: 'Marketing automation',
  Lead: 'BDR',
  Signup: 'Marketing automation',
  Activated: 'Marketing automation',
  MQL: 'BDR',
  SAL: 'BDR',
  SQL: 'AE',
  Opportunity: 'AE',
  Customer: 'CS',
  Paid: 'CS',
  Expansion: 'CS',
};

export const usualEvents: Readonly<Record<string, string>> = {
  Anonymous: 'First visit from a tracked channel',
  Lead: 'Contact form sent',
  Signup: 'Account created',
  Activated: 'First project published',
  MQL: 'Demo request form sent',
  SAL: 'Lead accepted in the CRM',
  SQL: 'Budget and a buying date confirmed on a call',
  Opportunity: 'Discovery call held',
  Customer: 'Contract signed',
  Paid: 'First invoice paid',
  Expansion: 'Second team added to the plan',
};

/** SEED step 6 and its example; where nothing is usual, an hour. */
export const usualLimits: Readonly<Record<string, string>> = {
  SQL: '30 business minutes',
  Opportunity: '1 business day per touch',
  Customer: '1 business day',
  Paid: '1 business day',
  Expansion: '1 business day',
};

/** How a lead leaves each stage, and where to; a place that the words of another entry take already is left out. */
export const usualWaysOut: Readonly<Record<string, string>> = {
  Anonymous: 'No visit for 180 days → Disqualified',
  Signup: 'No login for 30 days → Nurture',
  Activated: 'No login for 60 days → Nurture',
  MQL: 'No answer after 5 attempts → Nurture',
  SAL: 'Duplicate of another lead → Disqualified',
  SQL: 'No budget this year → Nurture',
  Opportunity: 'Another vendor chosen → Closed-lost',
  Customer: 'Contract cancelled → Churn',
  Paid: 'Subscription cancelled → Churn',
  Expansion: 'Contract cancelled → Churn',
};

/** Stages whose lead has signed or paid: nobody sends a customer to Nurture for being too small. */
export const sold: ReadonlySet<string> = new Set(['Customer', 'Paid', 'Expansion']);

/** First the words of a reason, then what takes it away. */
export const changes: readonly (readonly [RegExp, string])[] = [
  [/\b(?:small|size|headcount|employees|seats|large|big)\b/i, 'and the headcount has passed 50'],
  [/\b(?:budget|money|price|pricing|expensive|funds?|funding)\b/i, 'and a budget is confirmed'],
  [/\b(?:tim(?:e|ing)|date|priority|later|not now|project)\b/i, 'and a buying date is named'],
  [/\b(?:authority|decision|persona|person|title|contact|buyer)\b/i, 'and a decision maker is named'],
  [/\b(?:need|pain|use case|interest|problem)\b/i, 'and a need is confirmed on a call'],
  [/\b(?:region|country|territory|language|location)\b/i, 'and the region is served'],
  [/\b(?:competitor|contract|vendor|tool|incumbent)\b/i, 'and the contract with the other vendor has ended'],
  [/\b(?:answer|response|reply|reach\w*|unresponsive|no[- ]show|ghost\w*)\b/i, 'and the lead has answered'],
  [/\b(?:data|incomplete|missing|information|phone|e-?mail)\b/i, 'and the missing data is in the CRM'],
];
