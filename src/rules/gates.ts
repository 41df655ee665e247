import type { AntiPattern, Gate } from './rule.ts';

/** What each of the seed's quality gates asks, in its order. */
export const gateTitles: Readonly<Record<Gate, string>> = {
  1: 'Lifecycle shape matches the product motion',
  2: 'Every stage has entry, progression and disqualification criteria',
  3: 'Every stage has a named owner',
  4: 'Every stage has an SLA with an escalation path',
  5: 'Every transition has a handoff with its payload',
  6: 'Every owner-changing handoff has rejection routing',
  7: 'SLA drift is monitored',
};

/** The seed's anti-patterns, in its order. */
export const patternTitles: Readonly<Record<AntiPattern, string>> = {
  1: 'MQL means anyone who filled a form',
  2: 'No rejection routing',
  3: 'SLA without escalation',
  4: 'Handoff without payload',
  5: 'Stages without owners',
  6: 'Sales lifecycle on a self-serve product',
  7: 'No SLA monitoring',
};
