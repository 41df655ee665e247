import type { Shape } from './model.ts';

/** The shapes of the seed's step 1, with its short forms. */
export const shapes: readonly Shape[] = [
  { name: 'hybrid', stages: ['Anonymous', 'Signup', 'Activated', 'Paid', 'SQL', 'Opportunity', 'Expansion'] },
  { name: 'sales-assisted', stages: ['Anonymous', 'MQL', 'SQL', 'Opportunity', 'Customer'] },
  // SiriusDecisions' waterfalls call the accepted lead SAL and the opportunity SQL.
  { name: 'waterfall', stages: ['Anonymous', 'MQL', 'SAL', 'SQL', 'Customer'] },
  { name: 'self-serve', stages: ['Anonymous', 'Signup', 'Activated', 'Paid', 'Expansion'] },
  { name: 'self-serve-short', stages: ['Anonymous', 'Signup', 'Paid'] },
  { name: 'quick', stages: ['Anonymous', 'Lead', 'Customer'] },
];

/** Stages where a sales person works the lead; out of place on a self-serve product (SEED anti-pattern 6). */
export const salesStages: ReadonlySet<string> = new Set(['MQL', 'SQL', 'Opportunity']);
