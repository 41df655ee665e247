/** Words around roles: what divides them, what is software, what is above them, what is nobody. */

/** The role of software: nobody waits, nobody is late. */
export const automationRole = 'Marketing automation';

/** Words that make an owner software, when nobody's job stands beside them ("HubSpot workflow", not "HubSpot admin"). */
export const software =
  'automation automations automated automatic automatically workflow workflows flow flows bot bots chatbot chatbots ai gpt llm copilot zap zapier marketo pardot eloqua hubspot salesforce braze iterable customerio klaviyo mailchimp activecampaign brevo intercom pipedrive clay make n8n workato tray chilipiper leandata salesloft script scripts webhook webhooks api cron lambda system software crm autopilot robot sequencer sequence sequences engine router';

/**
 * What may stand before or behind a role and divide it: one role, two qualifiers, two seats. By the name on pages.
 */
export const qualifiers: Readonly<Record<string, readonly string[]>> = {
  Inbound: [],
  Outbound: [],
  Enterprise: ['Ent'],
  'Mid-market': ['Midmarket', 'MM'],
  SMB: ['Small business'],
  Commercial: [],
  Corporate: [],
  Strategic: [],
  Velocity: [],
  Startup: ['Start-up', 'Startups'],
  'Public sector': ['Government', 'Gov'],
  Senior: ['Sr'],
  Junior: ['Jr'],
  Founding: [],
  Principal: [],
  Associate: [],
  Regional: [],
  Global: [],
  Named: ['Named account', 'Named accounts'],
  Territory: [],
  'New business': ['New logo'],
  Expansion: ['Upsell'],
  Partner: ['Channel'],
  Digital: ['Tech-touch', 'Scaled'],
  Field: [],
  Inside: [],
  Product: ['Product-led', 'PLG'],
  EMEA: [],
  EU: ['Europe'],
  DACH: [],
  UK: ['UKI', 'UK&I', 'UK & I'],
  Nordics: ['Nordic'],
  Benelux: [],
  Iberia: [],
  MENA: [],
  CEE: [],
  France: [],
  Germany: [],
  Spain: [],
  Italy: [],
  AMER: ['Americas', 'AMS', 'NAMER', 'NA', 'North America', 'NORAM'],
  US: ['USA'],
  Canada: [],
  LATAM: ['Latin America'],
  Brazil: [],
  APAC: ['APJ', 'Asia'],
  ANZ: ['Australia'],
  Japan: [],
  India: [],
  East: [],
  West: [],
  North: [],
  South: [],
  Central: [],
};

/** Nobody in particular, on top of what says nothing in every field. */
export const nobody: ReadonlySet<string> = new Set([
  'unassigned',
  'the team',
  'team',
  'our team',
  'everyone',
  'everybody',
  'anyone',
  'anybody',
  'somebody',
  'someone',
  'noone',
  'whoever',
  'we',
  'us',
  'shared',
  'all',
  'we will see',
  "we'll see",
]);

/** What a text begins with that leaves it to anybody: "whoever is free", "we'll figure it out". */
export const opensWithNobody = ["we'll see", "we'll figure", 'whoever', 'anyone who', 'anybody who'] as const;

/** Where leads wait until somebody takes them: nobody's hands. */
export const queues = ['queue', 'pool', 'inbox', 'bucket', 'round robin', 'backlog'] as const;

/** Words behind a role that make it the seat above. Not "lead": "notify the BDR; lead returns" is about the lead. */
export const superiors: ReadonlySet<string> = new Set([
  'manager',
  'director',
  'supervisor',
  'head',
  'chief',
  'vp',
]);

/** Words of jobs: a text with one of them is a role nobody listed yet, and no person's name. */
export const jobWords: ReadonlySet<string> = new Set(
  'account accounts admin administrator advisor advocate agent analyst architect associate assistant broker business chief cloud coach community consultant coordinator customer deal demand desk development digital director engineer enterprise executive field finance founder gen generation growth guru head hero inside intern lead leader legal lifecycle manager market marketing ninja officer onboarding operations operator ops outbound inbound owner partner partnership partnerships pipeline president product program project regional rep representative revenue sales senior solution solutions specialist success supervisor support system team technical territory trainee trial vice vp welcome wizard'.split(
    ' ',
  ),
);

/** What software works on or is, though the words are words of jobs, too: "lead routing system", "sales bot". */
export const worked: ReadonlySet<string> = new Set(
  'marketing lead sales system lifecycle product customer agent deal onboarding trial'.split(' '),
);

/** Short names of people's roles: with one of them software only helps ("BDR, automated reminder"). */
export const humans: ReadonlySet<string> = new Set(
  'bdr sdr adr ldr mdr isr ae se cs csm am founder rep'.split(' '),
);

/** Software whose words are no words of software: each a whole owner. */
export const programs: ReadonlySet<string> = new Set([
  'assignment rule',
  'assignment rules',
  'auto-assignment',
  'auto-assignment rule',
  'chili piper',
  'customer.io',
  'drip campaign',
  'email campaign',
  'in-app',
  'in-app message',
  'in-app messages',
  'in-app onboarding',
  'in-product onboarding',
  'lead assignment rule',
  'lead assignment rules',
  'lead routing',
  'lead scoring',
  'lead scoring model',
  'marketo program',
  'nurture campaign',
  'nurture program',
  'power automate',
  'product tour',
  'routing rule',
  'routing rules',
  'scoring model',
  'self-serve',
  'self-service',
  'smart campaign',
]);
