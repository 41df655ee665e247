import { calendarOf, rankLimits, workingDayMinutes } from '../sla/index.ts';
import type { SlaMeaning, SlaSet } from '../sla/meaning.ts';
import type { Clock, Handoff, Model, Owner, Sla, Stage } from './model.ts';
import { sameSeat } from './roles.ts';
import { inForce } from './standing.ts';
import { stageAt } from './target-stages.ts';

/** Who keeps a lead, and how long they have: what the SLA and handoff rules share. */

/** True when a person keeps the lead: somebody is named and it is not software. */
export function keptByPerson(owner: Owner | null): boolean {
  return owner !== null && owner.kind !== 'none' && !owner.automated;
}

/** The first living stage: where a lead arrives, before anybody owes an answer. */
export function isFirst(model: Model, stage: Stage): boolean {
  return model.living.stages[0] === stage;
}

/** A limit that somebody has to keep. */
export type SetLimit = Exclude<SlaSet, { kind: 'instant' }>;

/** The meaning of a limit that sets one; null for n/a, software's "immediate", and what cannot be read. */
export function limitOf(sla: Sla | null): SetLimit | null {
  if (sla === null || !sla.reading.ok) return null;
  const { meaning } = sla.reading;
  return meaning.kind === 'none' || meaning.kind === 'instant' ? null : meaning;
}

/**
 * -1 when `a` is surely faster than `b`, 1 when slower, 0 when equal, null when that cannot be said. As for due times,
 * a limit without a calendar is on the config's, and round the clock where it names none.
 */
export function compareLimits(model: Model, a: SlaMeaning, b: SlaMeaning): -1 | 0 | 1 | null {
  return rankLimits(a, b, {
    defaultCalendar: model.defaultCalendar ?? 'wall',
    calendars: { usual: model.calendar, named: model.calendars },
  });
}

/** The time of an escalation's step on the clock of the limit it belongs to, so that the two can be compared. */
export function onClockOf(limit: SlaSet, time: SlaSet): SlaSet {
  const { recurrence } = limit;
  const on = time.on ?? limit.on;
  const said = { recurrence, ...(on === undefined ? {} : { on }) };
  const calendar = calendarOf(limit);
  const unstated = 'calendar' in time && time.calendar === 'unstated' && calendar !== null;
  return unstated ? { ...time, ...said, calendar } : { ...time, ...said };
}

/** Business minutes of the usual working day; eight hours where no calendar says. */
export function dayMinutes(model: Model): number {
  return workingDayMinutes(model.calendar);
}

/** Owners on both sides of a handoff: those it names, else those of its stages. */
export function ownersOf(handoff: Handoff): { readonly from: Owner | null; readonly to: Owner | null } {
  const stageOwner = (target: Handoff['fromTarget']): Owner | null => stageAt(target)?.owner ?? null;
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
  return model.living.stages.filter(
    (stage) => inForce(stage) && keptByPerson(stage.owner) && limitOf(stage.sla) !== null,
  );
}

/** What a clock is called in a sentence: the response clock is the SLA. */
export function clockName(kind: Clock['kind']): string {
  return { response: 'SLA', acceptance: 'acceptance limit', maximum: 'maximum time in stage' }[kind];
}
