/**
 * Reasons for a no that time does not heal: such a lead belongs in Disqualified and never in Nurture. One row a
 * reason, every word in the singular; add your field's.
 */
export const lastingReasons: readonly string[] = [
  'competitor',
  'student',
  'student project',
  'academic',
  'job seeker',
  'job applicant',
  'applicant',
  'candidate',
  'spam',
  'bot',
  'fake data',
  'fake details',
  'fake name',
  'fake lead',
  'test lead',
  'test entry',
  'duplicate',
  'duplicate record',
  'existing customer',
  'vendor',
  'vendor pitch',
  'solicitation',
  'sales pitch',
  'out of business',
  'gone out of business',
  'closed down',
  'bankrupt',
  'insolvent',
  'defunct',
  'sanctioned country',
  'sanctioned',
  'embargoed country',
];

/** Words beside such a reason that leave it what it is: "student e-mail address", "competitor domain". */
export const beside =
  'a an the is are was lead company person it or and e-mail e mail email domain address research account form submission registration traffic list entry personal private etc';
