/** Every limit of the lifecycle: whose it is, where it stands, who watches it. */

import { keptByPerson, limitOf } from '../../../src/lifecycle/limits.ts';
import type { Clock, Escalation, Handoff, Model, Owner, Sla, Stage } from '../../../src/lifecycle/model.ts';
import { monitorsOf } from '../../../src/lifecycle/monitors.ts';
import { inForce } from '../../../src/lifecycle/standing.ts';
import { stageAt } from '../../../src/lifecycle/target-stages.ts';
import { meaningKey } from '../../../src/sla/index.ts';
import { limitsIn } from '../../../src/sla/limits-in.ts';
import type { SlaLimit, SlaUnit } from '../../../src/sla/meaning.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';

/** One row of the SLA table: a limit of a stage, a handoff or a segment. */
export interface LimitRow {
  readonly of: 'stage' | 'handoff' | 'segment';
  readonly clock: Clock['kind'];
  /** The stage whose leads it is about; null where it is none. */
  readonly stage: Stage | null;
  readonly id: string;
  /** What the address of the clock calls it: the ID, and the kind of clock where it is not the response. */
  readonly key: string;
  readonly name: string;
  readonly path: ReturnType<Site['stagePath']>;
  readonly sla: Sla;
  readonly owner: Owner | null;
  readonly escalation: Escalation | null;
  /** MON-DRIFT entries that watch it. */
  readonly monitors: readonly string[];
}

/** Every limit of the living lifecycle: stages in order, then handoffs, then segments. */
export function limitsOf(site: Site): readonly LimitRow[] {
  const { model } = site;
  const found: LimitRow[] = [];
  const add = (
    of: 'stage' | 'handoff',
    { id, clocks }: Stage | Handoff,
    title: string,
    rest: Pick<LimitRow, 'path' | 'owner' | 'monitors' | 'stage'>,
  ) => {
    for (const { kind, sla, escalation } of clocks)
      found.push({
        of,
        id,
        clock: kind,
        key: clockKey(id, kind),
        name: kind === 'response' ? title : `${title}, ${clockAsks[kind]}`,
        sla,
        escalation: escalation ?? (kind === 'response' ? (rest.stage?.escalation ?? null) : null),
        ...rest,
      });
  };
  for (const stage of model.living.stages) {
    add('stage', stage, stageTitle(stage), {
      path: site.stagePath(stage),
      owner: stage.owner,
      monitors: monitorIds(model, stage.id, stage),
      stage,
    });
  }
  for (const handoff of model.living.handoffs) {
    const stage = receivingStage(handoff);
    add('handoff', handoff, handoffName(handoff), {
      path: site.handoffPath(handoff),
      owner: receiver(handoff),
      monitors: monitorIds(model, handoff.id, stage),
      stage,
    });
  }
  for (const routing of model.living.routings) {
    const stage = stageAt(routing.toTarget);
    for (const route of routing.routes) {
      const path = site.idPath(routing.id);
      if (route.sla === null || path === null) continue;
      found.push({
        of: 'segment',
        clock: 'response',
        id: routing.id,
        key: routing.id,
        name: `${routing.entry.title.text || routing.id}: ${route.otherwise ? 'otherwise' : route.segment}`,
        path,
        sla: route.sla,
        owner: route.owner,
        escalation: stage?.escalation ?? null,
        monitors: monitorIds(model, routing.id, stage),
        stage,
      });
    }
  }
  return found;
}

/** What each clock asks of whom it runs against. */
export const clockAsks: Readonly<Record<Clock['kind'], string>> = {
  response: 'first answer',
  acceptance: 'take it or say no',
  maximum: 'longest time in the stage',
};

/** The limits that run against a role, the tightest first; those that cannot be read come last. */
export function limitsOfRole(site: Site, role: string): readonly LimitRow[] {
  return limitsOf(site)
    .filter(({ owner }) => owner?.roles.includes(role))
    .toSorted((a, b) => tightness(a.sla) - tightness(b.sla));
}

/** One moment of a lead: the limit of a stage with the handoffs into it that say the same. */
export interface LimitMoment extends LimitRow {
  readonly also: readonly LimitRow[];
}

/** A handoff's limit that repeats its stage's stands with it; one that differs stands alone. */
export function momentsOf(limits: readonly LimitRow[]): readonly LimitMoment[] {
  const ofStage = new Map<string, LimitRow>();
  for (const limit of limits)
    if (limit.of === 'stage') ofStage.set(`${limit.stage?.id} ${limit.clock}`, limit);
  const hosts = Map.groupBy(limits, (limit) => {
    const host = limit.of === 'handoff' ? ofStage.get(`${limit.stage?.id} ${limit.clock}`) : undefined;
    return host !== undefined && sameLimit(host, limit) ? host : limit;
  });
  return [...hosts].map(([host, all]) => ({ ...host, also: all.filter((limit) => limit !== host) }));
}

function sameLimit(one: LimitRow, other: LimitRow): boolean {
  if (one.owner?.roles.join() !== other.owner?.roles.join()) return false;
  return keyOf(one.sla) === keyOf(other.sla);
}

function keyOf({ reading, raw }: Sla): string {
  if (!reading.ok) return raw.text;
  return reading.meaning.kind === 'none' ? reading.meaning.kind : meaningKey(reading.meaning);
}

/** Opens the clock with this limit: the ID, and the kind where it is not the response. */
export function clockKey(id: string, kind: Clock['kind']): string {
  return kind === 'response' ? id : `${id}-${kind}`;
}

/** The clock that is shown where there is room for one: the response, else what is written. */
export function mainClock({ clocks }: Pick<Stage, 'clocks'>): Clock | null {
  return clocks[0] ?? null;
}

/** The stage that a handoff leads to; null where it is a place or nothing known. */
export function receivingStage(handoff: Handoff): Stage | null {
  return stageAt(handoff.toTarget);
}

/** The stage that a handoff comes from; null where it is nothing known. */
export function sendingStage(handoff: Handoff): Stage | null {
  return stageAt(handoff.fromTarget);
}

/** Who gets the lead: as the handoff says, else the owner of the stage it goes to. */
export function receiver(handoff: Handoff): Owner | null {
  return handoff.toOwner ?? receivingStage(handoff)?.owner ?? null;
}

/** Who gives the lead away: as the handoff says, else the owner of the stage it comes from. */
export function sender(handoff: Handoff): Owner | null {
  return handoff.fromOwner ?? sendingStage(handoff)?.owner ?? null;
}

/** Monitors in force that watch an entry, or the stage whose leads it is about; a draft watches nothing yet. */
export function monitorIds(model: Model, id: string, stage: Stage | null): readonly string[] {
  const ofStage = stage === null ? [] : monitorsOf(model, stage);
  return model.monitors
    .filter((monitor) => ofStage.includes(monitor) || (inForce(monitor) && monitor.watches.includes(id)))
    .map((monitor) => monitor.id);
}

/** A limit that a person keeps; software's and those that cannot be read have nothing to drift. */
export function needsMonitor({ owner, sla }: Pick<LimitRow, 'owner' | 'sla'>): boolean {
  return keptByPerson(owner) && limitOf(sla) !== null;
}

/** What is said where no monitor watches the clocks of a stage or handoff. */
export function unwatchedWords(owner: Owner | null, clocks: readonly Clock[]): string {
  if (clocks.some(({ sla }) => needsMonitor({ owner, sla })))
    return 'Nobody watches this limit. Add a MON-DRIFT entry for it.';
  return owner?.automated === true
    ? 'Not needed, because software keeps this limit.'
    : 'First somebody must own this limit.';
}

const unitMinutes: Readonly<Record<SlaUnit, number>> = { minute: 1, hour: 60, day: 480, week: 2400 };

/** For an order only: a business day counted as eight hours, a deadline as a day. */
export function minutesOf(limit: SlaLimit): number {
  if (limit.kind === 'instant') return 0;
  return limit.kind === 'deadline' ? 480 : limit.amount * unitMinutes[limit.unit];
}

/** Minutes by which limits are put in order, the tightest first; deadlines count as a day. */
export function tightness(sla: Sla): number {
  if (!sla.reading.ok) return Number.POSITIVE_INFINITY;
  const minutes = limitsIn(sla.reading.meaning).map(minutesOf);
  return minutes.length === 0 ? 480 : Math.min(...minutes);
}
