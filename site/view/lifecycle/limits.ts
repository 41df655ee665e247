/** SLAs in words: what a person has, what happens when it is missed, how long it may take at worst. */

import type { Escalation, Handoff, Model, Owner, Sla, Stage } from '../../../src/lifecycle/model.ts';
import type { SlaMeaning, SlaUnit } from '../../../src/sla/meaning.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';

/** One row of the SLA table: a limit of a stage, a handoff or a segment. */
export interface Limit {
  readonly of: 'stage' | 'handoff' | 'segment';
  readonly id: string;
  readonly name: string;
  readonly path: ReturnType<Site['stagePath']>;
  readonly sla: Sla;
  readonly owner: Owner | null;
  readonly escalation: Escalation | null;
  /** MON-DRIFT entries that watch it. */
  readonly monitors: readonly string[];
}

/** Every limit of the living lifecycle: stages in order, then handoffs, then segments. */
export function limitsOf(site: Site): readonly Limit[] {
  const { model } = site;
  const found: Limit[] = [];
  for (const stage of model.livingStages) {
    if (stage.sla === null) continue;
    found.push({
      of: 'stage',
      id: stage.id,
      name: stageTitle(stage),
      path: site.stagePath(stage),
      sla: stage.sla,
      owner: stage.owner,
      escalation: stage.escalation,
      monitors: monitorsOf(model, stage.id, stage),
    });
  }
  for (const handoff of model.livingHandoffs) {
    if (handoff.sla === null) continue;
    found.push({
      of: 'handoff',
      id: handoff.id,
      name: handoffName(handoff),
      path: site.handoffPath(handoff),
      sla: handoff.sla,
      owner: receiver(handoff),
      escalation: handoff.escalation ?? receivingStage(handoff)?.escalation ?? null,
      monitors: monitorsOf(model, handoff.id, receivingStage(handoff)),
    });
  }
  for (const routing of model.routings) {
    if (routing.standing === 'retired') continue;
    for (const route of routing.routes) {
      const path = site.idPath(routing.id);
      if (route.sla === null || path === null) continue;
      found.push({
        of: 'segment',
        id: routing.id,
        name: `${routing.entry.title.text || routing.id}: ${route.otherwise ? 'otherwise' : route.segment}`,
        path,
        sla: route.sla,
        owner: route.owner,
        escalation: null,
        monitors: monitorsOf(model, routing.id, null),
      });
    }
  }
  return found;
}

export function receivingStage(handoff: Handoff): Stage | null {
  return handoff.toTarget?.kind === 'stage' ? (handoff.toTarget.stages[0] ?? null) : null;
}

export function sendingStage(handoff: Handoff): Stage | null {
  return handoff.fromTarget?.kind === 'stage' ? (handoff.fromTarget.stages[0] ?? null) : null;
}

/** Who gets the lead: as the handoff says, else the owner of the stage it goes to. */
export function receiver(handoff: Handoff): Owner | null {
  return handoff.toOwner ?? receivingStage(handoff)?.owner ?? null;
}

export function sender(handoff: Handoff): Owner | null {
  return handoff.fromOwner ?? sendingStage(handoff)?.owner ?? null;
}

export function monitorsOf(model: Model, id: string, stage: Stage | null): readonly string[] {
  return model.monitors
    .filter(
      (monitor) =>
        monitor.standing !== 'retired' &&
        (monitor.watches.includes(id) || (stage !== null && monitor.watchedStages.includes(stage))),
    )
    .map((monitor) => monitor.id);
}

/** `1 business hour`, `30 minutes`; the words of the entry where the meaning is more than one duration. */
export function limitWords(sla: Sla): string {
  const { reading, raw } = sla;
  if (!reading.ok) return raw.text;
  const { kind, amount, unit, calendar } = reading.meaning;
  if (kind !== 'duration' || amount === null || unit === null) return raw.text;
  const pace = recurrenceWords(reading.meaning);
  return `${durationWords(amount, unit, calendar === 'business')}${pace}`;
}

function recurrenceWords(meaning: SlaMeaning): string {
  if (meaning.recurrence === 'per-touch') return ' per touch';
  return meaning.recurrence === 'every' ? ' at most between touches' : '';
}

export function durationWords(amount: number, unit: SlaUnit, business: boolean): string {
  return `${amount} ${business ? 'business ' : ''}${unit}${amount === 1 ? '' : 's'}`;
}

/** True when somebody waits: a limit that reads as one and is not "n/a". */
export function hasClock(sla: Sla | null): sla is Sla {
  return sla?.reading.ok === true && sla.reading.meaning.kind !== 'none';
}

/** Names of the seats, `AE`, `BDR and AE`; the words of the entry when they name no role. */
export function ownerWords(owner: Owner | null): string {
  if (owner === null) return 'nobody yet';
  return owner.roles.length === 0 ? owner.raw.text || 'nobody yet' : owner.roles.join(' and ');
}
