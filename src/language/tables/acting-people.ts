/**
 * Words of escalations: who can act on a lead that nobody answered, and what takes it out of idle hands. A blank in a
 * term is a blank or a hyphen. Add your company's.
 */

/** What a person is by rank or duty; one word a row, its plural with -s comes by itself. */
export const persons: readonly string[] = [
  ...[
    'manager',
    'mgr',
    'head',
    'director',
    'chief',
    'officer',
    'vp',
    'svp',
    'evp',
    'boss',
    'supervisor',
    'superior',
  ],
  ...[
    'captain',
    'coach',
    'founder',
    'partner',
    'president',
    'deputy',
    'executive',
    'lead',
    'leader',
    'principal',
  ],
  ...[
    'colleague',
    'peer',
    'rep',
    'agent',
    'specialist',
    'coordinator',
    'admin',
    'consultant',
    'advisor',
    'engineer',
  ],
  ...['analyst', 'assistant', 'buddy', 'person', 'on call', 'on duty', 'stand by', 'standby', 'duty', 'ops'],
  ...['ceo', 'cfo', 'cio', 'cmo', 'cco', 'cdo', 'coo', 'cpo', 'cro', 'cso', 'cto'],
];

/** Actions that take the lead out of the hands that let it wait. */
export const takingAway: readonly string[] = [
  ...['reassign', 're assign', 'requeue', 're queue', 'reroute', 're route', 'return', 'round robin', 'pool'],
  ...['backup', 'back up', 'take over', 'takes over', 'taken over', 'hand over', 'handed over', 'hand back'],
  ...['handed back', 'nurture', 'go to', 'goes to', 'pass', 'passes', 'passed'],
];

/** What a text begins with that says in which manner, and not who: "as agreed", "per our usual way", "like last time". */
export const manners: readonly string[] = [
  ...['as', 'per', 'see', 'like', 'according', 'because', 'always', 'never', 'same', 'with', 'under'],
  ...['to the best', 'we', 'no', 'not', 'in line', 'in accordance', 'depends', 'depending'],
];

/** Whoever has the lead already: "the owner", "the assigned rep". */
export const holders: readonly string[] = ['owner', 'assignee', 'rep'];

/** What may stand before them: whose, and of what. */
export const beforeHolders: readonly string[] = [
  ...['the', 'its', 'their', 'current', 'assigned', 'lead', 'leads', 'record', 'contact', 'account'],
  ...['deal', 'stage'],
];
