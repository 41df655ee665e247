/** What the columns of a team's tables are called: routes by segment, signals with points. Folded as labels are. */

import { foldLabel } from '../fold.ts';
import { likelyLabels } from './likely-labels.ts';
import { inside } from './sub-fields.ts';

const words = {
  owner: [
    'Owner',
    'Role',
    'Rep',
    'Goes to',
    'Route to',
    'Routes to',
    'Routed to',
    'Assign to',
    'Assigned role',
    'Assigned rep',
    'Who',
    'Who gets it',
    'Who takes it',
    'Team',
    'Seat',
    'Receiver',
    'Queue',
  ],
  limit: [
    'SLA',
    'Limit',
    'Response',
    'Response time',
    'Response SLA',
    'Response limit',
    'Respond within',
    'Respond in',
    'Time',
    'Target',
    'How fast',
    'First touch',
    'First response',
    'Speed',
  ],
  segment: [
    'Segment',
    'Size',
    'Company size',
    'Employees',
    'Headcount',
    'Seats',
    'Region',
    'Territory',
    'Country',
    'Market',
    'Tier',
    'Grade',
    'Score',
    'Source',
    'Channel',
    'Leads',
    'If',
    'When',
  ],
  signal: ['Signal', 'Signals', 'Attribute', 'Criterion', 'Criteria', 'Event', 'Action', 'Stage'],
  note: [
    'Note',
    'Notes',
    'Comment',
    'Comments',
    'Remark',
    'Remarks',
    'Why',
    'Example',
    'Examples',
    'No.',
    '#',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ColumnKind = keyof typeof words;

const byLabel: ReadonlyMap<string, ColumnKind> = new Map(
  Object.entries(words).flatMap(([kind, names]) =>
    names.map((name): [string, ColumnKind] => [foldLabel(name), kind as ColumnKind]),
  ),
);

/** What a column holds by its head; null for every other head. Brackets behind it are no part of it. */
export function columnOf(head: string): ColumnKind | null {
  for (const text of [head, head.replace(/\([^()]*\)/g, ' ')]) {
    const folded = foldLabel(text);
    const kind = byLabel.get(folded) ?? (likelyLabels.get(folded) === 'owner' ? 'owner' : undefined);
    if (kind !== undefined) return kind;
  }
  return null;
}

/** What the columns of a table of exits are called, beside the sub-fields of a rejection rule. */
const exitWords = {
  place: [
    'To',
    'To stage',
    'Next',
    'Next stage',
    'Stage',
    'New stage',
    'Place',
    'Sink',
    'Status',
    'New status',
    'Leads to',
    'Moves to',
    'Ends in',
    'Outcome',
  ],
  reason: [
    'Reason',
    'Reasons',
    'Ground',
    'Grounds',
    'Condition',
    'Conditions',
    'When',
    'If',
    'Criterion',
    'Criteria',
    'Trigger',
    'Event',
    'Cause',
    'Rule',
    'Meaning',
    'Evidence',
    'Proof',
  ],
  code: ['Code', 'Reason code', 'ID', 'Key'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ExitColumn = 'place' | 'reason' | 'code' | 'back' | 'who' | 'note';

const exitByLabel: ReadonlyMap<string, ExitColumn> = new Map(
  Object.entries(exitWords).flatMap(([kind, names]) =>
    names.map((name): [string, ExitColumn] => [foldLabel(name), kind as ExitColumn]),
  ),
);
const ofRejection: Readonly<Partial<Record<string, ExitColumn>>> = {
  'rejection.condition': 'reason',
  'rejection.routing': 'place',
  'rejection.reengagement': 'back',
};

/** What a column of a table of exits holds by its head; null for every other head. */
export function exitColumnOf(head: string): ExitColumn | null {
  const folded = foldLabel(head);
  if (folded === '') return null;
  const known = exitByLabel.get(folded) ?? ofRejection[inside.rejection?.[folded] ?? ''];
  if (known !== undefined) return known;
  const kind = columnOf(head);
  return kind === 'note' ? 'note' : kind === 'owner' ? 'who' : likelyExit(folded);
}

/** Heads that are a few words of a sentence: "Where they go", "Why they leave", "Sent to", "Can come back when". */
function likelyExit(folded: string): ExitColumn | null {
  if (/\b(?:back|again|return(?:s|ed)?|re ?engage(?:s|ment)?|revisit|retry)\b(?! to)/.test(folded))
    return 'back';
  if (/^where\b|\b(?:to|goes|go)$|\bdestination\b/.test(folded)) return 'place';
  if (/^why\b|\breasons?$|^reasons? /.test(folded)) return 'reason';
  return null;
}

/** Whether a cell is the head of a column in a table of exits, and says nothing of its own. */
export function isExitColumn(head: string): boolean {
  return exitColumnOf(head) !== null;
}
