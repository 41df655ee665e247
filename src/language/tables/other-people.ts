import { foldLabel } from '../fold.ts';

/** Labels whose value is a role, and not the owner's. */
export const otherPeople: ReadonlySet<string> = new Set(
  [
    'Approver',
    'Approved by',
    'Author',
    'Backup',
    'Back-up',
    'Backup owner',
    'CC',
    'Consulted',
    'Created by',
    'Deputy',
    'Escalates to',
    'Escalation contact',
    'Former owner',
    'Informed',
    'Manager',
    'Next owner',
    'Notified',
    'Notify',
    'Previous owner',
    'Receives from',
    'Reports to',
    'Reviewed by',
    'Reviewer',
    'Secondary owner',
    'Stand-in',
    'Supported by',
    'Supports',
  ].map(foldLabel),
);
