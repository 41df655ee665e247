/** Twenty further questions of a first day on each of two examples, in other words and by other people. */

/** What somebody asks, the page that answers, and its words. */
export type Question = readonly [question: string, path: string, answer: string | RegExp];

export const furtherAskedDeep: readonly Question[] = [
  ['a BDR: how fast is a low-signal MQL', '/', 'MQL, low-signal: 1 business day, BDR'],
  ['a BDR: who has it when I am away', '/stages/mql/', 'the BDR lead reassigns the lead to the backup BDR'],
  [
    'a BDR: how often do I try',
    '/onboarding/reject/',
    /No reply after 7 attempts in 15 business days no-reply \| Nurture/,
  ],
  ['a BDR: what makes somebody an MQL', '/stages/mql/', 'reaches 50 with at least one fit signal'],
  ['a BDR: a carrier wrote, what do I do', '/', 'Carrier or competitor; carrier; job-seeker → Disqualified'],
  ['a BDR: which AE page does a company of 2,000 go to', '/stages/mql/', '1–999 employees · 1000+ employees'],
  [
    'an AE: what does a group of 1000+ bring along',
    '/handoffs/mql-to-sql-1000-employees/',
    'Sites in the group',
  ],
  [
    'an AE: how long for a company of 2,000',
    '/handoffs/mql-to-sql-1000-employees/',
    '15 min business hours, for AE',
  ],
  ['an AE: how long for a company of 300', '/', 'SQL, 100-999 employees: 45 business minutes, AE'],
  [
    'an AE: a tender runs, may I say no',
    '/handoffs/mql-to-sql-1000-employees/',
    /tender; framework \| MQL \| BDR/,
  ],
  [
    'an AE: when is a tender back',
    '/onboarding/reject/',
    /tender; framework \| MQL \| 90 days before the end date/,
  ],
  ['an AE: how often may it come back', '/handoffs/mql-to-sql-1000-employees/', 'At most 2 times per group'],
  ['an AE: how often do I write in Opportunity', '/', 'Opportunity: 1 business day per touch, AE'],
  ['an AE: who hears of a quiet deal', '/stages/opportunity/', '1 business day: notify the Sales director'],
  [
    'an AE: the shipper took another system',
    '/',
    'Shipper picks another system or builds its own → Closed-lost',
  ],
  ['CS: what must be done within a day', '/stages/customer/', 'by then: Kickoff scheduled'],
  [
    'CS: who was promised what',
    '/handoffs/opportunity-to-customer/',
    'What we declined, with the sentence in the contract',
  ],
  ['CS: the promise was too big', '/stages/customer/', 'no-manager, over-promised → Opportunity'],
  [
    'CS: who leads the kickoff when we are late',
    '/stages/customer/',
    '3 business days: the CS director leads the kickoff',
  ],
  [
    'RevOps: which days are no working days',
    '/sla/',
    'Closed on Fri 25 Dec 2026, Fri 1 Jan 2027, Mon 29 Mar 2027',
  ],
  ['RevOps: how long a business day is', '/sla/clock/', "one working day's worth of minutes (9 h)"],
  ['RevOps: which monitor watches SQL', '/sla/', /\| SQL \(BR-MOPS-003\) .*\| MON-DRIFT-002 \|/],
  [
    'RevOps: what brings a lead back from Nurture',
    '/sinks/nurture/',
    '2 rules bring a lead back from Nurture',
  ],
  ['RevOps: is anything wrong today', '/gates/', 'All gates hold 0 warnings, 1 notice'],
];

export const furtherAskedHybrid: readonly Question[] = [
  ['CS: what must be done in two days', '/stages/expansion/', 'business time, by then: Rollout call booked'],
  [
    'CS: who sends the welcome when I do not',
    '/stages/paid/',
    'the CS lead sends the welcome and takes the account',
  ],
  [
    'CS: when does it go to an AE',
    '/stages/paid/',
    '40 or more seats in use, or an admin opens the single sign-on page',
  ],
  ['CS: the card is declined', '/', 'Card declined for 21 days, or plan cancelled → Churn'],
  [
    'CS: the payment bounced, when is it mine again',
    '/onboarding/reject/',
    /bounced \| Activated \| A bounced account comes back/,
  ],
  [
    'CS: a duplicate, does it come back',
    '/onboarding/reject/',
    /duplicate \| Disqualified \| not written \|/,
  ],
  [
    'CS: what does the AE give me',
    '/handoffs/opportunity-to-expansion/',
    'Best-fit signals: Teams still without a board',
  ],
  ['CS: sign-on does not work yet', '/stages/expansion/', /not-ready-to-roll-out.* → Opportunity/],
  [
    'an AE: what did CS learn',
    '/handoffs/paid-to-sql/',
    'Months paid, seats by month, tickets, calls with CS',
  ],
  ['an AE: the seats are guests', '/', 'guest-seats → Paid'],
  ['an AE: may it come back for ever', '/handoffs/paid-to-sql/', 'How often: At most 2 times per account'],
  ['an AE: who acts after a no', '/handoffs/paid-to-sql/', /guest-seats; stays-on-card \| Paid \| CS \|/],
  [
    'an AE: what makes it an Opportunity',
    '/stages/opportunity/',
    'AE has met the admin and written down seats',
  ],
  [
    'an AE: nobody answers the quote',
    '/stages/opportunity/',
    /No answer for 30 days after the quote \(went-silent\) → Closed-lost/,
  ],
  [
    'an AE: when do I lose the deal',
    '/stages/opportunity/',
    '3 business days: the Sales lead reassigns the deal',
  ],
  ['an AE: my tightest clock', '/roles/ae/', 'You have 4 business hours after a lead reaches you in SQL'],
  ['RevOps: who restarts the welcome mail', '/stages/signup/', 'RevOps restarts the job and sends it'],
  ['RevOps: is Boxing Day a working day', '/sla/', 'Mon 28 Dec 2026'],
  ['RevOps: does the lunch break count', '/sla/clock/', '09:00 to 12:30 and 13:30 to 17:30'],
  ['RevOps: what does this mode leave out', '/gates/', '5 rules were not run'],
  ['RevOps: needs Signup a monitor', '/sla/', /\| Signup \(BR-MOPS-002\) .*\| not needed \|/],
  ['anybody: what brings a lead back from Churn', '/sinks/churn/', 'no rule brings a lead back from Churn'],
  ['anybody: who works a trial', '/', 'Signup: Marketing automation, At once, automated'],
  [
    'the CS lead: when do I step in',
    '/roles/cs-lead/',
    'Paid, 3 business days: the CS lead sends the welcome and takes the account',
  ],
  ['the CS lead: what do I watch', '/roles/cs-lead/', 'MON-DRIFT-001 Baseline — Paid welcome'],
  ['anybody: what to do first', '/onboarding/', 'one sheet, to print and keep'],
];
