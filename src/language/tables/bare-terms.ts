/**
 * Terms that are no criterion by themselves: everybody knows the word, and each fills it otherwise. A team that says
 * somewhere what it means by one ("BANT: budget above 5,000 and a date") has defined it.
 */
export const bareTerms = {
  /** Methods of qualifying: a list of questions, not their answers. */
  methods: ['BANT', 'MEDDIC', 'MEDDICC', 'MEDDPICC', 'CHAMP', 'SPICED', 'ANUM', 'FAINT', 'GPCT', 'GPCTBA'],
  /** Who fits: defined by a persona that the stage links. */
  personas: [
    'ICP',
    'ideal customer',
    'ideal customer profile',
    'persona',
    'buyer persona',
    'target persona',
    'fit',
  ],
  /** Answers that nobody has asked for yet. */
  answers: [
    'decision maker',
    'decision makers',
    'economic buyer',
    'budget',
    'need',
    'authority',
    'timeline',
    'timing',
    'champion',
    'pain',
    'pain point',
    'pain points',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
