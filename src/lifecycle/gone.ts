/** A handoff that is gone: a number that is cited and defined nowhere, and the one transition that lacks a handoff. */

import type { Edge, Model } from './model.ts';
import { isDrafted } from './standing.ts';
import { uncoveredEdges } from './uncovered.ts';
import { type UndefinedIds, undefinedIds } from './undefined.ts';

/** The transition and the links to the number its handoff had. */
export interface GoneHandoff {
  readonly id: string;
  readonly edge: Edge;
  readonly missing: UndefinedIds;
}

/**
 * Null unless exactly one number of a handoff is missing and exactly one transition that changes hands has no handoff
 * at all, and the report speaks of that.
 */
export function goneHandoff(model: Model): GoneHandoff | null {
  if (model.config.rules['handoff-missing'] !== undefined) return null;
  const missing = undefinedIds(model).filter(({ ids }) => ids.some((id) => id.startsWith('GTM-MOPS-')));
  const [only, second] = missing;
  const id = only?.ids[0];
  if (only === undefined || second !== undefined || id === undefined) return null;
  if (only.ids.length > 1 || only.meant !== null) return null;
  const [edge, other] = uncoveredEdges(model).filter(({ handoffs }) => handoffs.length === 0);
  if (edge === undefined || other !== undefined || !edge.ownerChanges) return null;
  const waits = isDrafted(edge.to) || isDrafted(edge.from);
  return waits ? null : { id, edge, missing: only };
}
