/**
 * Which words name which field (SPEC §2: matched without case, with the template's variants), by kind of entry. The
 * first spelling of a row is the one to suggest. A team's config adds further labels (`fields: {Owner:
 * [Verantwortlich]}`).
 */

/** Canonical names of the fields that mean something here. Sub-fields carry their block's name. */
export type FieldName =
  | 'type'
  | 'order'
  | 'crm-values'
  | 'status'
  | 'stage'
  | 'category'
  | 'owner'
  | 'title'
  | 'entry'
  | 'progression'
  | 'disqualification'
  | 'exit'
  | 'sla'
  | 'sla.response'
  | 'sla.acceptance'
  | 'sla.maximum'
  | 'escalation'
  | 'escalation.acceptance'
  | 'escalation.maximum'
  | 'linked-ids'
  | 'replaces'
  | 'superseded-by'
  | 'verified'
  | 'from'
  | 'to'
  | 'transition'
  | 'trigger'
  | 'segment'
  | 'payload'
  | 'payload.source'
  | 'payload.touchpointHistory'
  | 'payload.bestFitSignals'
  | 'payload.disqualifiers'
  | 'payload.openQuestions'
  | 'rejection'
  | 'rejection.condition'
  | 'rejection.routing'
  | 'rejection.reengagement'
  | 'rejection.limit'
  | 'dimension'
  | 'applies-to'
  | 'routes'
  | 'signals'
  | 'thresholds'
  | 'decay'
  | 'subject'
  | 'baseline'
  | 'cadence'
  | 'procedure'
  | 'history'
  | 'target'
  | 'definition'
  | 'conversion'
  | 'unit'
  | 'layer'
  | 'channel'
  | 'price'
  | 'segment-type'
  | 'tier';

export type FieldTable = Readonly<Partial<Record<FieldName, readonly string[]>>>;

/** The first spelling is the one to suggest. */
export const common: FieldTable = {
  type: ['Type'],
  status: ['Status'],
  order: ['Order'],
  owner: ['Owner', 'Owned by', 'Stage owner', 'Owner role'],
  'linked-ids': [
    'Linked IDs',
    'Linked ID',
    'Related IDs',
    'Related ID',
    'Linked',
    'Linked entries',
    'Links',
    'Relationships',
  ],
  replaces: ['Replaces', 'Supersedes'],
  'superseded-by': ['Superseded by', 'Replaced by', 'Invalidated by', 'Replacement'],
  verified: ['Verified', 'Last verified'],
};

const sla: FieldTable = {
  sla: ['SLA', 'SLAs', 'Service level', 'Response SLA'],
  'sla.response': [
    'Response time after entering this stage',
    'Response time',
    'Response',
    'Respond within',
    'Limit',
    'First touch',
    'First response',
    'First contact',
    'Initial response',
    'Time to first touch',
    'Time to first response',
    'Time to respond',
    'Speed to lead',
  ],
  'sla.acceptance': [
    'Acceptance',
    'Acceptance time',
    'Acceptance SLA',
    'Acceptance limit',
    'Time to accept',
    'Time to accept or reject',
    'Accept',
    'Accept within',
    'Accept or reject',
    'Accept/reject',
    'Accept or reject within',
    'Acceptance or rejection',
  ],
  'sla.maximum': [
    'Maximum time in stage',
    'Maximum time in this stage',
    'Maximum',
    'Max time in stage',
    'Max time in this stage',
    'Max time',
    'Maximum time',
    'Time in stage',
    'Time in stage (maximum)',
    'Time limit in stage',
    'Longest time in stage',
    'Maximum age in stage',
    'Maximum stage duration',
  ],
  'escalation.acceptance': ['Acceptance escalation', 'Escalation of acceptance'],
  'escalation.maximum': [
    'Maximum time escalation',
    'Maximum time in stage escalation',
    'Time in stage escalation',
    'Escalation of maximum time in stage',
  ],
  cadence: [
    'Cadence',
    'Follow-up cadence',
    'Outreach cadence',
    'Touch cadence',
    'Contact cadence',
    'Sequence cadence',
  ],
  escalation: [
    'Escalation',
    'Escalation path',
    'Escalate',
    'If missed',
    'If SLA missed',
    'SLA escalation',
    'First escalation',
    'Second escalation',
    'Third escalation',
    '1st escalation',
    '2nd escalation',
    '3rd escalation',
    'Escalation 1',
    'Escalation 2',
    'Escalation 3',
    'Escalation level 1',
    'Escalation level 2',
    'Escalation level 3',
    'Level 1 escalation',
    'Level 2 escalation',
    'Level 3 escalation',
  ],
};

export const stage: FieldTable = {
  'crm-values': ['CRM values', 'CRM value', 'CRM statuses', 'CRM status'],
  stage: ['Stage', 'Stage name', 'Lifecycle stage'],
  entry: ['Entry criteria', 'Entry criterion', 'Entry', 'Enters when', 'Entry conditions'],
  progression: [
    'Exit criteria (progression)',
    'Exit criterion (progression)',
    'Exit (progression)',
    'Exit criteria: progression',
    'Progression',
    'Progression criteria',
    'Exit progression',
    'Exit criteria - progress',
  ],
  disqualification: [
    'Exit criteria (disqualification)',
    'Exit criterion (disqualification)',
    'Exit (disqualification)',
    'Exit criteria: disqualification',
    'Disqualification',
    'Disqualification criteria',
    'Exit disqualification',
    'Disqualify',
  ],
  exit: ['Exit criteria', 'Exit criterion', 'Exit', 'Exits', 'Exits when'],
  dimension: ['Dimension'],
  'applies-to': ['Applies to'],
  routes: ['Routes', 'Routing table'],
  signals: ['Signals', 'Scores'],
  thresholds: ['Thresholds', 'Threshold'],
  decay: ['Decay', 'Score decay'],
  ...sla,
};

export const handoff: FieldTable = {
  from: ['From', 'From stage'],
  to: ['To', 'To stage'],
  transition: ['From → To', 'Transition', 'Stage transition', 'Stage change', 'Stages', 'Path'],
  segment: ['Segment', 'Segments'],
  trigger: ['Trigger', 'Trigger event', 'Triggered by'],
  payload: ['Payload (what context transfers)', 'Payload', 'Handoff payload', 'Context'],
  'payload.source': ['Source', 'Lead source', 'Source channel'],
  'payload.touchpointHistory': ['Touchpoint history', 'Touchpoints', 'Touch history', 'Touchpoint'],
  'payload.bestFitSignals': ['Best-fit signals', 'Best-fit signal', 'Fit signals', 'Best fit'],
  'payload.disqualifiers': ['Disqualifiers', 'Disqualifier'],
  'payload.openQuestions': ['Open questions', 'Open question'],
  rejection: ['Rejection rule', 'Rejection routing', 'Rejection', 'Rejection rules', 'If rejected'],
  'rejection.condition': ['Condition', 'Conditions', 'Rejection condition', 'Reject when', 'Reject if'],
  'rejection.routing': ['Routing', 'Route', 'Rejected leads go to', 'Rejection route', 'Route to'],
  'rejection.reengagement': [
    'Re-engagement',
    'Reengagement',
    'Re-engage',
    'Re-engagement condition',
    'Re-entry',
  ],
  'rejection.limit': ['Limit', 'Rejection limit', 'Loop limit', 'Maximum returns'],
  ...sla,
};

export const monitor: FieldTable = {
  subject: ['Subject', 'What'],
  baseline: ['Baseline'],
  thresholds: ['Thresholds', 'Threshold'],
  cadence: ['Compare cadence', 'Cadence', 'Frequency'],
  procedure: ['Compare procedure', 'Procedure'],
  history: ['History', 'Re-snapshot history'],
  category: ['Category'],
};

export const linked: FieldTable = {
  category: ['Category'],
  definition: ['Definition', 'Description'],
  target: ['Target', 'Targets', 'Goal'],
  unit: ['Unit'],
  conversion: ['Conversion', 'Transition', 'Measures'],
  layer: ['Layer'],
  channel: ['Channel'],
  tier: ['Tier'],
  price: ['Price'],
  'segment-type': ['Segment', 'Best-fit segment'],
  stage: ['Lifecycle stage'],
};

/** Labels people use that are right where they stand and mean nothing here: never offered a correction. */
export const harmless = new Set(
  'id notes note rationale evidence created reviewed severity last updated confidence source evidence summary purpose priority reporter valid from valid to invalidated by authority enforcement location timing description tags date version why how who what when examples example background context risk exceptions exception next steps reminder tooling tools crm crm field crm fields reporting metrics process steps definition of done warning warn critical'.match(
    /\S+/g,
  ) ?? [],
);

/** Labels near the template's that no count of letters tells, folded. */
export const mistaken: Readonly<Record<string, FieldName>> = {
  'exit criteria disqualified': 'disqualification',
  'exit criteria disqualify': 'disqualification',
  'exit criteria progressed': 'progression',
};

/** Fields whose value is a list of criteria or lines, where a one-line value may hold several, split by semicolons. */
export const listFields: ReadonlySet<FieldName> = new Set<FieldName>([
  'crm-values',
  'entry',
  'progression',
  'disqualification',
  'exit',
  'routes',
  'signals',
  'thresholds',
]);

/** Fields that have sub-fields of their own. */
export const blockFields: ReadonlySet<FieldName> = new Set<FieldName>([
  'sla',
  'sla.response',
  'sla.acceptance',
  'sla.maximum',
  'payload',
  'rejection',
  'exit',
  'baseline',
  'thresholds',
]);
