/** What the columns of a table of escalation steps are called. Extend the rows; heads are folded as labels are. */

import { foldLabel } from '../fold.ts';
import { columnOf } from './columns.ts';

const words = {
  time: [
    'Time',
    'After',
    'When',
    'At',
    'By',
    'If',
    'Threshold',
    'Elapsed',
    'Time elapsed',
    'Elapsed time',
    'Time passed',
    'Time since entry',
    'Delay',
    'Overdue',
    'Overdue by',
    'Late by',
    'Missed by',
    'Deadline',
    'Breach',
    'Breached at',
    'Breach at',
    'SLA missed by',
    'Minutes',
    'Hours',
    'Trigger',
  ],
  action: [
    'Action',
    'Actions',
    'What',
    'What happens',
    'Then',
    'Do',
    'Measure',
    'Consequence',
    'Escalation',
    'Escalation action',
    'Escalation step',
    'Next action',
    'Result',
  ],
  who: [
    'Who',
    'Whom',
    'To',
    'Who acts',
    'Notify',
    'Notifies',
    'Notified',
    'Alert',
    'Ping',
    'Page',
    'Inform',
    'Escalate to',
    'Escalates to',
    'Escalated to',
    'Reassign to',
    'Reassigned to',
    'Goes to',
    'Recipient',
    'Recipients',
    'Contact',
    'Person',
    'Role',
    'Owner',
    'Responsible',
    'Acts',
  ],
  level: ['Level', 'Step', 'Steps', 'No', 'Nr', '#', 'Stage', 'Round', 'Tier'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type StepColumn = keyof typeof words | 'segment' | 'note';

const byHead: ReadonlyMap<string, StepColumn> = new Map(
  Object.entries(words).flatMap(([kind, heads]) =>
    heads.map((head): [string, StepColumn] => [foldLabel(head), kind as StepColumn]),
  ),
);

/** `First step`, `2nd escalation`, `Final action`: a column for each step. */
const numbered =
  /^(?:first|second|third|fourth|next|then|final|last|[1-4](?:st|nd|rd|th)?\.?)\s(?:step|escalation|level|action|warning|reminder)$|^(?:step|escalation|level|action)\s[1-4]$/i;

/** What a column of a table of steps holds by its head; null for every other head. */
export function stepColumnOf(head: string): StepColumn | null {
  const bare = head.replace(/\([^()]*\)/g, ' ').trim();
  if (numbered.test(bare)) return 'action';
  if (/^(?:#|no\.?|nr\.?)$/i.test(bare)) return 'level';
  const kind = byHead.get(foldLabel(bare));
  if (kind !== undefined) return kind;
  const other = columnOf(head);
  return other === 'note' || other === 'segment' ? other : /^priority$/i.test(bare) ? 'segment' : null;
}

/** The words of a head that say what is done to whom stands below it: `Reassign to`, `Notify`; else null. */
export function actionOfHead(head: string): string | null {
  const found = /^(?:(notif|alert|ping|page|inform)|(?:re)?(assign|escalate)[sd]?\b)/i.exec(head.trim());
  if (found === null) return null;
  if (found[2] === undefined)
    return found[1]?.toLowerCase() === 'notif' ? 'notify' : (found[1] ?? '').toLowerCase();
  return found[2].toLowerCase() === 'assign' ? 'reassign to' : 'escalate to';
}
