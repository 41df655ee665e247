/** What is asked of a new lifecycle, and its stages in their places with the IDs of everything made for them. */

import type { Mode, Motion } from '../../config/schema.ts';
import type { Model } from '../../lifecycle/model.ts';
import { scoreCriterion, thresholds } from './deep.ts';
import type { Homes } from './homes.ts';
import type { WorkingHours } from './hours.ts';
import type { Seller } from './people.ts';
import { automation, type StartingStage, startingStages } from './stages.ts';
import type { There } from './there.ts';

export interface StartRequest {
  readonly motion: Motion;
  readonly mode: Mode;
  readonly seller: Seller;
  /** ISO date: the baselines of the drift monitors are of this day. */
  readonly today: string;
  /** IANA zone and working hours for the config. */
  readonly zone: string;
  readonly hours: WorkingHours;
  /** Where the config's schema is, from the config; null where it is not installed. */
  readonly schema: string | null;
  /** Where each part goes. */
  readonly homes: Homes;
  /** What the repository has already, null where it has nothing. */
  readonly model: Model | null;
}

/** A stage in its place, with the IDs of everything made for it. */
export interface Placed {
  readonly stage: StartingStage;
  readonly id: string;
  readonly next: StartingStage | null;
  /** What deep mode adds to the entry criteria, null where no score opens the stage. */
  readonly score: string | null;
  /** The conversion out of the stage, and whether its entry is there already. */
  readonly kpi: string | null;
  readonly kpiKept: boolean;
  /** Watches the stage's SLA where a person answers. */
  readonly monitor: string | null;
  /** The handoff into the stage. */
  readonly handoff: string | null;
}

/** The stages of a motion and a mode, each with the next free numbers of a repository. */
export function place({ motion, mode, seller }: StartRequest, there: There): readonly Placed[] {
  const stages = startingStages(motion, mode, seller);
  const first = there.next('BR-MOPS');
  let handoff = there.next('GTM-MOPS');
  let monitor = there.next('MON-DRIFT');
  // Targets of the business stand in the hundreds where a team numbers none yet.
  let kpi = there.next('KPI') === 1 ? 101 : there.next('KPI');
  let handoffs = 0;
  return stages.map((stage, at) => {
    const before = stages[at - 1];
    const after = stages[at + 1];
    const person = stage.owner !== automation;
    // Quick asks for one handoff in all; between automated stages nobody hands over.
    const handed = before !== undefined && person && (mode !== 'quick' || handoffs === 0);
    if (handed) handoffs += 1;
    const points = mode === 'deep' ? thresholds(motion)[stage.name] : undefined;
    const kept = after === undefined ? null : there.kpi(stage.name, after.name);
    return {
      stage,
      id: numberedId('BR-MOPS', first + at),
      next: after ?? null,
      score: points === undefined ? null : scoreCriterion(points),
      kpi: after === undefined ? null : (kept ?? numberedId('KPI', kpi++)),
      kpiKept: kept !== null,
      monitor: person ? numberedId('MON-DRIFT', monitor++) : null,
      handoff: handed && !there.handoff(before.name, stage.name) ? numberedId('GTM-MOPS', handoff++) : null,
    };
  });
}

/** An ID of three digits. */
export function numberedId(family: string, number: number): string {
  return `${family}-${String(number).padStart(3, '0')}`;
}
