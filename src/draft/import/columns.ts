/** What the columns of somebody's table are: by their headers, in the words teams really use. */

import type { FieldWords } from '../../language/fields.ts';
import type { FieldName } from '../../language/tables/fields.ts';

/** A column that import understands, with the headers it goes by; the first is the one messages name. */
export const columnWords = {
  stage: [
    'Stage',
    'Lifecycle stage',
    'Lead stage',
    'Stage name',
    'Lifecycle',
    'Funnel stage',
    'Lead status',
    'Phase',
    'Pipeline stage',
    'Stufe',
    'Étape',
    'Etapa',
    'Fase',
    'Deal stage',
  ],
  order: ['Order', '#', 'No', 'No.', 'Step', 'Nr'],
  entry: [
    'Entry criteria',
    'Entry',
    'Entry criterion',
    'Enters when',
    'Definition',
    'Criteria',
    'Qualification criteria',
    'Entry rule',
    'What it takes',
    'Gets in when',
    'How a lead gets in',
    'How it gets in',
    'What it means',
    'Meaning',
  ],
  exit: [
    'Exit criteria',
    'Exit',
    'Exit criterion',
    'Exits when',
    'Leaves when',
    'Exit rule',
    'How a lead leaves',
    'How it leaves',
  ],
  progression: [
    'Progression',
    'Exit criteria (progression)',
    'Moves on when',
    'Next when',
    'Advances when',
    'Exit → next',
    'To next',
  ],
  disqualification: [
    'Disqualification',
    'Exit criteria (disqualification)',
    'Disqualified when',
    'Out when',
    'Rejected when',
    'Exit → out',
    'Out',
    'Ways out',
  ],
  owner: ['Owner', 'Stage owner', 'Owned by', 'Responsible', 'Primary owner'],
  sla: [
    'SLA',
    'Response time',
    'Limit',
    'Response SLA',
    'Time limit',
    'Response',
    'Max time',
    'Target response',
  ],
  escalation: ['Escalation', 'If missed', 'Escalation path', 'Escalates to', 'On breach', 'When missed'],
  reason: ['Reason', 'Rejection reason', 'Reason code', 'Disqualification reason', 'Rejected because', 'Why'],
  routing: [
    'Routing',
    'Route',
    'Goes to',
    'Where to',
    'Destination',
    'Action',
    'Next stage',
    'Next',
    'Routed to',
    'Sent to',
    'Where',
  ],
  back: [
    'Back when',
    'Re-engagement',
    'Reengagement',
    'Returns when',
    'Recycle when',
    'Re-engage when',
    'Comes back when',
    'When back',
    'Re-entry',
  ],
  transition: ['Transition', 'Handoff', 'Hand-off', 'From → To', 'Move'],
  from: ['From', 'From stage'],
  to: ['To', 'To stage'],
  segment: ['Segment', 'Source', 'Priority', 'Lead source', 'Tier', 'Lead type', 'Channel'],
  trigger: ['Trigger', 'Trigger event'],
  field: ['Field', 'Payload', 'Payload field', 'Item', 'Context'],
  value: ['Value', 'Description', 'What', 'Details', 'Content', 'What it holds', 'Notes'],
} as const;

export type ImportColumn = keyof typeof columnWords;

const byWords = new Map<string, ImportColumn>(
  (Object.entries(columnWords) as [ImportColumn, readonly string[]][]).flatMap(([column, words]) =>
    words.map((word): [string, ImportColumn] => [folded(word), column]),
  ),
);

/** Headers that name a stage where nothing else does: the first column of a page of Notion, a property of a CRM. */
export function mayNameStages(header: string): boolean {
  return ['name', 'label', 'title'].includes(folded(header));
}

/** The column a header names, null for one of the team's own. */
export type ColumnOf = (header: string) => ImportColumn | null;

/** Headers in the words above, then as labels of the fields they become, with what the config and other languages call those. */
export function columnsIn(words: FieldWords): ColumnOf {
  return (header) => {
    const known = byWords.get(folded(header)) ?? byWords.get(folded(header.replace(/\([^()]*\)/g, '')));
    if (known !== undefined) return known;
    const meant = words.meant('stage', header);
    const name = words.named('stage', header, null) ?? (meant?.word === true ? meant.name : null);
    return name === null ? null : (ofFields[name] ?? null);
  };
}

/** The column that holds what a field of a stage says. */
const ofFields: Readonly<Partial<Record<FieldName, ImportColumn>>> = {
  stage: 'stage',
  order: 'order',
  entry: 'entry',
  exit: 'exit',
  progression: 'progression',
  disqualification: 'disqualification',
  owner: 'owner',
  sla: 'sla',
  'sla.response': 'sla',
  escalation: 'escalation',
};

/** The five payload fields (SEED step 5) by the labels of a list. */
const payloadWords = {
  source: ['source', 'sources', 'source channel', 'lead source', 'channel'],
  touchpoints: [
    'touchpoint history',
    'touchpoints',
    'touch history',
    'history',
    'engagement history',
    'activity',
  ],
  fit: ['best fit signals', 'fit signals', 'best fit', 'fit', 'signals', 'icp fit'],
  disqualifiers: ['disqualifiers', 'disqualifier', 'disqualifiers checked', 'red flags', 'ruled out'],
  questions: ['open questions', 'open question', 'questions', 'unknowns'],
} as const;

export type PayloadField = keyof typeof payloadWords;

const byPayload = new Map<string, PayloadField>(
  (Object.entries(payloadWords) as [PayloadField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word): [string, PayloadField] => [word, field]),
  ),
);

/** The payload field a label names. */
export function payloadFieldOf(label: string): PayloadField | null {
  return byPayload.get(folded(label)) ?? byPayload.get(folded(label.replace(/\([^()]*\)/g, ''))) ?? null;
}

function folded(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#→]+/gu, ' ')
    .trim();
}

/** The columns that import knows, for a message. */
export function knownColumns(): string {
  const names = (columns: readonly (keyof typeof columnWords)[]) =>
    columns.map((column) => columnWords[column][0]).join(', ');
  return [
    `a stage table (${names(['stage', 'entry', 'exit', 'disqualification', 'owner', 'sla', 'escalation'])})`,
    `a reason table (${names(['reason', 'routing', 'back'])})`,
    `an SLA table (${names(['stage'])} or ${names(['transition'])} or ${names(['segment'])}, with ${names(['sla', 'escalation'])})`,
    'a payload list (Source, Touchpoint history, Best-fit signals, Disqualifiers, Open questions)',
  ].join('; ');
}
