import { zoneProblem } from '../sla/index.ts';

/** The zone of times without an offset, checked. */
export function tellableZone(
  zone: string | null,
): { readonly ok: true; readonly zone: string | null } | { readonly ok: false; readonly message: string } {
  const problem = zone === null ? null : zoneProblem(zone);
  return problem === null ? { ok: true, zone } : { ok: false, message: problem };
}
