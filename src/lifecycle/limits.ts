import { workingDayMinutes } from '../sla/index.ts';
import type { SlaMeaning } from '../sla/meaning.ts';
import type { Clock, Handoff, Model, Owner, Sla, Stage } from './model.ts';
import { sameSeat } from './roles.ts';

/** Who keeps a lead, and how long they have: what the SLA and handoff rules share. */

/** True when a person keeps the lead: somebody is named and it is not software. */
export function keptByPerson(owner: Owner | null): boolean {
  return owner !== null && owner.kind !== 'none' && !owner.automated;
}

/** The first living stage: where a lead arrives, before anybody owes an answer. */
export function isFirst(model: Model, stage: Stage): boolean {
  return model.livingStages[0] === stage;
}

/** The meaning of a limit that sets one; null for n/a, software's "immediate", and what cannot be read. */
export function limitOf(sla: Sla | null): SlaMeaning | null {
  if (sla === null || !sla.reading.ok) return null;
  const { meaning } = sla.reading;
  return meaning.kind === 'none' || meaning.kind === 'instant' ? null : meaning;
}

/**
 * Minutes of a single limit on its own clock (`wall`, `business`, or a named calendar's), `business day` as the
 * calendar's usual working day; null for other kinds.
 */
export function minutesOf(
  model: Model,
  meaning: SlaMeaning,
): { readonly clock: string; readonly minutes: number } | null {
  if (meaning.kind !== 'duration' || meaning.amount === null || meaning.unit === null) return null;
  const unstated = meaning.calendar === 'unstated' && model.defaultCalendar === 'business';
  const business = meaning.calendar === 'business' || unstated;
  const { on } = meaning;
  const calendar = on === undefined ? model.calendar : (model.calendars.get(on) ?? null);
  const day = business ? workingDayMinutes(calendar) : 1440;
  const unit = { minute: 1, hour: 60, day, week: 7 * 1440 }[meaning.unit];
  const clock = business ? `business${on === undefined ? '' : ` ${on}`}` : 'wall';
  return { clock, minutes: meaning.amount * unit };
}

/** Business minutes of the usual working day; eight hours where no calendar says. */
export function dayMinutes(model: Model): number {
  return workingDayMinutes(model.calendar);
}

/** Owners on both sides of a handoff: those it names, else those of its stages. */
export function ownersOf(handoff: Handoff): { readonly from: Owner | null; readonly to: Owner | null } {
  const stageOwner = (target: Handoff['fromTarget']): Owner | null =>
    target?.kind === 'stage' ? (target.stages[0]?.owner ?? null) : null;
  return {
    from: handoff.fromOwner ?? stageOwner(handoff.fromTarget),
    to: handoff.toOwner ?? stageOwner(handoff.toTarget),
  };
}

/** True when both owners are known and nobody sits on both sides. */
export function changesOwner(handoff: Handoff): boolean {
  const { from, to } = ownersOf(handoff);
  if (from === null || to === null || from.seat.length === 0 || to.seat.length === 0) return false;
  return !sameSeat(from, to);
}

/** Living stages of which a person keeps the lead under a limit; the stages a MON-DRIFT has to watch. */
export function watchedBySla(model: Model): readonly Stage[] {
  return model.livingStages.filter(
    (stage) => stage.standing === 'gated' && keptByPerson(stage.owner) && limitOf(stage.sla) !== null,
  );
}

/** What a clock is called in a sentence: the response clock is the SLA. */
export function clockName(kind: Clock['kind']): string {
  return { response: 'SLA', acceptance: 'acceptance limit', maximum: 'maximum time in stage' }[kind];
}
