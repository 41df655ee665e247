const leaves = /\b(?:reject|disqualif|closed[- ]lost|lost|churn|declin|unqualified|not a fit|no fit|cancel)/i;

/** The two halves of "AE accepts OR rejects": what moves a lead on, and what makes it leave. Empty where unclear. */
export function splitSides(text: string): { readonly forward: string; readonly away: string } {
  const sides = text.split(/\s+or\s+|\s*\|\s*|\s+\/\s+/i).map((side) => side.trim());
  return {
    forward: sides.filter((side) => !leaves.test(side)).join(' or '),
    away: sides.filter((side) => leaves.test(side)).join(' or '),
  };
}
