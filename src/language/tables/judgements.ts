/**
 * Words of criteria by which two people decide differently: what somebody thinks of a lead, and not what the lead did.
 * A blank in a term is a blank or a hyphen; `*` stands for any ending. Add your team's; a criterion that has a number,
 * an event of `events.ts` or a field of the CRM beside such a word can be tested, and nothing is said of it.
 */
export const judgements = {
  /** How the lead is said to be. */
  leads: [
    ...[
      'interest',
      'interested',
      'engaged',
      'engagement',
      'intent',
      'ready',
      'warm',
      'hot',
      'serious',
      'mature',
    ],
    ...['excited', 'keen', 'familiar', 'understands', 'in market', 'qualified', 'comfortable'],
  ],
  /** How good it is said to be. */
  worth: [
    ...[
      'promising',
      'potential',
      'relevant',
      'suitable',
      'appropriate',
      'reasonable',
      'adequate',
      'meaningful',
    ],
    ...['enough', 'sufficient*', 'worth', 'worthwhile'],
  ],
  /** How sure somebody is. */
  opinions: [
    ...['probable', 'probably', 'likely', 'seems', 'looks good', 'feels right', 'feel', 'feels', 'feeling'],
    ...['feelings', 'think', 'thinks', 'believe', 'believes', 'sense', 'senses', 'confident', 'convinced'],
    ...[
      'gut',
      'hunch',
      'instinct',
      'intuition',
      'impression',
      'judgment',
      'judgments',
      'judgement',
      'judgements',
    ],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Praise before a noun: "good conversation", "high-quality lead". */
export const praise: readonly string[] = [
  ...['good', 'great', 'nice', 'pleasant', 'strong', 'clear', 'positive', 'real', 'genuine', 'true', 'solid'],
  ...[
    'quality',
    'high quality',
    'active',
    'promising',
    'right',
    'some',
    'high',
    'serious',
    'healthy',
    'decent',
  ],
  ...['sufficient', 'hot', 'warm', 'interesting', 'suitable', 'viable', 'likely', 'potential', 'motivated'],
  ...['attractive', 'ideal', 'perfect'],
];

/** What is praised so, and says nothing without what shows it. */
export const praised: readonly string[] = [
  ...[
    'lead',
    'opportunity',
    'prospect',
    'contact',
    'account',
    'deal',
    'buyer',
    'customer',
    'company',
    'candidate',
  ],
  ...['chance', 'score', 'scoring', 'rating', 'grade', 'need', 'timing', 'conversation', 'call', 'meeting'],
  ...[
    'response',
    'reply',
    'feedback',
    'signal',
    'signals',
    'impression',
    'chemistry',
    'relationship',
    'rapport',
  ],
  ...['momentum', 'vibe', 'vibes'],
];

/** How much of something a lead is said to show, where no figure does: "lots of activity". */
export const amounts: readonly string[] = [
  ...[
    'lots of',
    'recent',
    'meaningful',
    'high',
    'regular',
    'multiple',
    'several',
    'many',
    'some',
    'frequent',
  ],
  'repeated',
];

/** Words of a criterion that say nothing about what happened to the lead. */
export const fillers: readonly string[] =
  'a an and or the of to in on at by for with from into as is are was be been has have had it its this that their they he she lead leads contact contacts prospect prospects account accounts user users person company becomes become became gets get considered deemed marked moves move enters enter reaches now once when if then reached stage status new per'.split(
    ' ',
  );

/** Who acts tells no event: "AE accepts" and "AE held discovery" share only the AE. */
export const doers: readonly string[] =
  'bdr sdr ae cs csm founder marketing sales automation rep manager team bdrs sdrs aes'.split(' ');
