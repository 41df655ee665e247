/** What the columns of a team's tables are called: routes by segment, signals with points. Folded as labels are. */

import { foldLabel } from '../fold.ts';
import { likelyLabels } from './likely-labels.ts';

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
