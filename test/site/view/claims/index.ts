/**
 * What the pages say of nothing ("No limit is written for AE.") with the question to the model that must hold. A
 * sentence that says no or nothing, stands in no entry and is held by no claim here fails the test.
 */

import { referenceClaims } from './reference.ts';
import type { Claim } from './said.ts';
import { workClaims } from './work.ts';

/** Standing words of the handbook that claim nothing about the entries. */
const standing: readonly RegExp[] = [
  /\btake it or say no\b/,
  /^(?:What has been ruled out, or "none"|\(not active yet\))/,
  /^(?:You may say no when|May I say no\?|I may say no|When I may say no|Yes or no|Yes or no, as a picture)$/,
  /may say no$|· may .* say no\?$|takes? it or says? no$|to take it or say no$|says no$/,
  /^(?:Every ground for a no|If one of the grounds there fits|when you may say no|your clocks, what you hand over)/,
  /^(?:Look up words you do not know|Places without a stage|It does not fit|Can say without looking)/,
  /without a missed limit$|none sent back for missing context$/,
  /^Not (?:Nurture|Disqualified|Requeue|Closed-lost|Churn), but$/,
  /^(?:not now|no fit|now)\b/i,
  /^A place without a stage/,
  /^(?:Where a lead goes when the new owner says no|A place a lead may go that is no stage|Nobody works the lead by hand)/,
  /^A limit that does not say counts/,
  /^Anything else is no ground/,
  /rules were not run \(/,
  /^Without one |^Outside the gates/,
];

export const claims: readonly Claim[] = [
  ...standing.map((says): Claim => ({ says, holds: () => true })),
  ...workClaims,
  ...referenceClaims,
];
