/**
 * Words by which a field says that its question does not arise, one row a phrase; blanks part words and signs. A reason
 * may follow: "n/a, same person", "Not needed (automated)". Extend the rows.
 */
export const notApplicable = [
  'n / a',
  'n . a',
  'none',
  'not applicable',
  'not needed',
  'not required',
  'not relevant',
  'not necessary',
  'does not apply',
  "doesn't apply",
  'none needed',
  'none required',
  'none necessary',
] as const;

/** The same of a limit alone. */
export const noLimit = [
  'na',
  'nil',
  'no sla',
  'no limit',
  'no time limit',
  'no clock',
  'no deadline',
  'no response needed',
  'no response time',
] as const;
