/** The consequence of a missed limit, computed from the stage itself: its limit, its owner, the seat above. */

import { limitOf, type SetLimit } from '../lifecycle/limits.ts';
import type { Owner, Stage } from '../lifecycle/model.ts';
import { printSla } from '../sla/index.ts';

/** Owners who are nobody's report here: what happens to the lead has to be said instead of who is told. */
const onTop: ReadonlySet<string> = new Set(['Founder', 'Sales manager', 'CS manager', 'Marketing manager']);

/**
 * `At 30 business minutes notify the AE manager; at 60 business minutes the AE manager reassigns the lead`. Null
 * where the stage does not say enough: no readable limit, nobody above the owner that could be named.
 */
export function escalationOf({ sla, owner }: Pick<Stage, 'sla' | 'owner'>): string | null {
  const limit = limitOf(sla);
  return limit === null ? null : escalationAt(limit, owner);
}

/** The same for a limit that the stage does not have yet. */
export function escalationAt(limit: SetLimit, owner: Owner | null): string | null {
  const manager = managerOf(owner);
  if (manager === null) return null;
  if (limit.kind !== 'duration') return `On breach notify the ${manager}, who reassigns the lead`;
  const at = (amount: number): string =>
    printSla({
      kind: 'duration',
      amount,
      unit: limit.unit,
      calendar: limit.calendar,
      recurrence: 'once',
      warnings: [],
    });
  return `At ${at(limit.amount)} notify the ${manager}; at ${at(limit.amount * 2)} the ${manager} reassigns the lead`;
}

/** The seat above an owner: `SDR manager` for an owner written `SDR`. Null for a founder, a manager and for nobody. */
function managerOf(owner: Owner | null): string | null {
  if (owner === null || owner.automated) return null;
  const [role] = owner.roles;
  if (owner.kind !== 'role' || role === undefined || owner.seat.some((seat) => onTop.has(seat))) return null;
  const written = owner.raw.text.trim();
  return `${/^[\p{L}\p{N} ]{2,30}$/u.test(written) && !written.includes('  ') ? written : role} manager`;
}
