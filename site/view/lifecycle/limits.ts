/** SLAs in words: what a person has, what happens when it is missed, how long it may take at worst. */

import type { Escalation, Handoff, Model, Owner, Sla, Stage } from '../../../src/lifecycle/model.ts';
import type { SlaMeaning, SlaUnit } from '../../../src/sla/meaning.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';

/** One row of the SLA table: a limit of a stage, a handoff or a segment. */
export interface Limit {
  readonly of: 'stage' | 'handoff' | 'segment';
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
export function limitsOf(site: Site): readonly Limit[] {
  const { model } = site;
  const found: Limit[] = [];
  for (const stage of model.livingStages) {
    for (const { kind, sla, escalation } of stage.clocks) {
      found.push({
        of: 'stage',
        id: stage.id,
        key: kind === 'response' ? stage.id : `${stage.id}-${kind}`,
        name: kind === 'response' ? stageTitle(stage) : `${stageTitle(stage)}, ${clockWords[kind]}`,
        path: site.stagePath(stage),
        sla,
        owner: stage.owner,
        escalation,
        monitors: monitorsOf(model, stage.id, stage),
      });
    }
  }
  for (const handoff of model.livingHandoffs) {
    if (handoff.sla === null) continue;
    found.push({
      of: 'handoff',
      id: handoff.id,
      key: handoff.id,
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
        key: routing.id,
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

/** What a clock other than the response waits for. */
const clockWords = { acceptance: 'take it or say no', maximum: 'longest time in the stage' } as const;

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

/** A limit for the eye: `1 hour`, and below it `business hours`. The entry's own words where it is no single duration. */
export function limitParts(sla: Sla): { readonly big: string; readonly small: string } {
  const { reading, raw } = sla;
  if (!reading.ok) return { big: raw.text, small: 'does not read as a limit' };
  const { kind, amount, unit, calendar, recurrence, action } = reading.meaning;
  if (kind === 'instant')
    return { big: 'At once', small: raw.text.toLowerCase() === 'at once' ? '' : raw.text };
  if (kind === 'segments' && reading.meaning.parts) return segmentParts(sla, reading.meaning.parts);
  if (kind !== 'duration' || amount === null || unit === null) return { big: raw.text, small: '' };
  const time =
    calendar === 'business'
      ? unit === 'day' || unit === 'week'
        ? 'business time'
        : 'business hours'
      : calendar === 'wall'
        ? 'round the clock'
        : '';
  const pace =
    recurrence === 'per-touch' ? 'after each touch' : recurrence === 'every' ? 'between two touches' : '';
  return {
    big: shortWords(amount, unit),
    small: [action === undefined ? '' : `${action}`, time, pace].filter((part) => part !== '').join(', '),
  };
}

/** `30 min`, `1 hour`, `2 days`. */
export function shortWords(amount: number, unit: SlaUnit): string {
  if (unit === 'minute') return `${amount} min`;
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** The quickest segment large, all of them below. */
function segmentParts(
  sla: Sla,
  parts: NonNullable<SlaMeaning['parts']>,
): { readonly big: string; readonly small: string } {
  const [first] = parts.toSorted((a, b) => minutesOf(a) - minutesOf(b));
  if (first?.amount === undefined || first.unit === undefined || first.amount === 0)
    return { big: sla.raw.text, small: '' };
  return { big: shortWords(first.amount, first.unit), small: sla.raw.text };
}

const unitMinutes: Readonly<Record<SlaUnit, number>> = { minute: 1, hour: 60, day: 480, week: 2400 };

/** For an order only: a business day counted as eight hours, a deadline as a day. */
function minutesOf({ amount, unit }: NonNullable<SlaMeaning['parts']>[number]): number {
  return amount === undefined || unit === undefined ? 480 : amount * unitMinutes[unit];
}

/** Minutes by which limits are put in order, the tightest first; deadlines count as a day. */
export function tightness(sla: Sla): number {
  if (!sla.reading.ok) return Number.POSITIVE_INFINITY;
  const { meaning } = sla.reading;
  if (meaning.kind === 'instant') return 0;
  if (meaning.parts && meaning.parts.length > 0) return Math.min(...meaning.parts.map(minutesOf));
  return meaning.amount === null || meaning.unit === null ? 480 : meaning.amount * unitMinutes[meaning.unit];
}
