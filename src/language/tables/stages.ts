/**
 * Names of stages. The first column is the stage of a shape, the rest is what teams call it. The order of a row
 * counts: when a team has an entry for two names of one row ("Activated" and "PQL"), the two are two stages, and the
 * one further left is the stage of the shape. Names of your own stages need not stand here; a team's config adds
 * further names (`stages: {MQL: [Marketing accepted]}`).
 *
 * Sources: SEED step 1 and the output template; CRM defaults and waterfalls in `crms` below.
 */
export const stages: Readonly<Record<string, readonly string[]>> = {
  Anonymous: ['Anonymous visitor', 'Visitor', 'Website visitor', 'Unknown visitor', 'Unknown'],
  Lead: ['Raw lead', 'Inquiry', 'Enquiry'],
  Signup: ['Sign-up', 'Sign up', 'Signed up', 'Registered', 'Free trial', 'Trial'],
  Activated: ['Activation', 'Product Qualified Lead', 'Product Qualified', 'PQL'],
  MQL: ['Marketing Qualified Lead', 'Marketing Qualified'],
  SQL: ['Sales Qualified Lead', 'Sales Qualified'],
  Opportunity: ['Opp', 'Sales Qualified Opportunity', 'SQO'],
  Customer: ['Won', 'Closed-won', 'Won deal'],
  Paid: ['Paying customer', 'Paying', 'Subscribed'],
  Expansion: ['Expanded', 'Expand'],
};

/**
 * Stages of no shape that have a short and a long name: the two are one stage, wherever it stands in the lifecycle.
 */
export const otherStages: Readonly<Record<string, readonly string[]>> = {
  SAL: ['Sales Accepted Lead', 'Sales Accepted'],
  AQL: ['Automation Qualified Lead', 'Automation Qualified'],
  TAL: ['Teleprospecting Accepted Lead', 'Teleprospecting Accepted'],
  TQL: ['Teleprospecting Qualified Lead', 'Teleprospecting Qualified'],
  TGL: ['Teleprospecting Generated Lead'],
  SGL: ['Sales Generated Lead'],
  HQL: ['Human Qualified Lead'],
  CQL: ['Conversation Qualified Lead'],
  MQA: ['Marketing Qualified Account'],
  SQA: ['Sales Qualified Account'],
};

/**
 * Names that are one name, short and long. When a team has made one of them a stage beside the stage of its row, the
 * others go with it: where "PQL" is a stage, "Product Qualified Lead" is that stage.
 */
export const sameName: readonly (readonly string[])[] = [
  ['PQL', 'Product Qualified Lead', 'Product Qualified'],
  ['SQO', 'Sales Qualified Opportunity'],
  ['Trial', 'Free trial'],
  ['Inquiry', 'Enquiry'],
  ['Won', 'Closed-won', 'Won deal'],
  ['Signup', 'Sign-up', 'Sign up', 'Signed up', 'Registered'],
  ['Activated', 'Activation'],
  ['Expansion', 'Expanded', 'Expand'],
  ['Opportunity', 'Opp'],
  ['Paid', 'Paying', 'Paying customer', 'Subscribed'],
  ['MQL', 'Marketing Qualified Lead', 'Marketing Qualified'],
  ['SQL', 'Sales Qualified Lead', 'Sales Qualified'],
];
