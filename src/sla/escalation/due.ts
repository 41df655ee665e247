import { calendarOf, limitsIn } from '../limits-in.ts';
import type { BusinessCalendar, EscalationStep, SlaLimit, SlaMeaning } from '../meaning.ts';
import { type DueOptions, dueAt, limitCalendar } from '../time/due.ts';

/** What a step of an escalation is counted from. Instants are milliseconds since 1970 UTC. */
export interface StepStart {
  readonly calendar: BusinessCalendar | null;
  readonly defaultCalendar: 'business' | 'wall' | null;
  /** Configured calendars by name in lower case. */
  readonly calendars: ReadonlyMap<string, BusinessCalendar>;
  /** The segment of the limit that holds; null where it has none. */
  readonly segment: string | null;
  /** Null when nobody said when the lead arrived. */
  readonly arrival: number | null;
  /** When the limit is over; null where that is not told. */
  readonly due: number | null;
}

/** An instant, or why there is none. */
type Found = { readonly ok: true; readonly due: number } | { readonly ok: false; readonly message: string };

/**
 * When a step of an escalation comes. A step without a time happens on breach; one without a calendar runs on the
 * calendar of its clock.
 *
 * @returns null where what it is counted from is not told; `no-moment` for a multiple of a deadline, or a time
 *   before one
 */
export function stepDue(
  step: Pick<EscalationStep, 'at' | 'factor' | 'onBreach' | 'early'>,
  limit: SlaMeaning,
  { calendar, calendars, defaultCalendar, segment, arrival, due }: StepStart,
): Found | 'no-moment' | null {
  const options: DueOptions = {
    defaultCalendar,
    calendars,
    ...(segment === null ? {} : { segment }),
  };
  if (step.factor !== null && step.factor !== 1) {
    const scaled = longerBy(limit, step.factor);
    if (scaled === null) return 'no-moment';
    if (arrival === null) return null;
    return dueAt(scaled, calendar, arrival, options);
  }
  if (step.early) {
    const shorter = step.at === null ? null : shorterBy(limit, step.at);
    if (shorter === null) return 'no-moment';
    return arrival === null ? null : dueAt(shorter, calendar, arrival, options);
  }
  const start = step.at === null || step.onBreach ? due : arrival;
  if (start === null) return null;
  if (step.at === null) return { ok: true, due: start };
  const own = limitCalendar(limit, calendar, options);
  if (own === undefined) return null;
  const named = calendarOf(limit, segment);
  return dueAt(step.at, own, start, {
    defaultCalendar: named === 'unstated' || named === null ? defaultCalendar : named,
    calendars,
  });
}

const minutesIn: Readonly<Record<string, number>> = { minute: 1, hour: 60 };

/** A limit without its last part; null where the two are not counted alike. */
function shorterBy(limit: SlaMeaning, part: SlaMeaning): SlaMeaning | null {
  if (limit.kind !== 'duration' || part.kind !== 'duration') return null;
  const alike = part.calendar === 'unstated' || part.calendar === limit.calendar;
  const [whole, less] = [minutesIn[limit.unit], minutesIn[part.unit]];
  if (!alike || whole === undefined || less === undefined) return null;
  const amount = limit.amount * whole - part.amount * less;
  return amount <= 0 ? null : { ...limit, unit: 'minute', amount };
}

/** A limit that many times as long; null where a deadline is in it. */
export function longerBy<Meaning extends SlaMeaning>(meaning: Meaning, factor: number): Meaning | null {
  const by = (limit: SlaLimit): SlaLimit =>
    limit.kind === 'duration' ? { ...limit, amount: limit.amount * factor } : limit;
  if (limitsIn(meaning).some(({ kind }) => kind === 'deadline')) return null;
  switch (meaning.kind) {
    case 'duration':
      return { ...meaning, amount: meaning.amount * factor };
    case 'conditional':
      return { ...meaning, inside: by(meaning.inside), outside: by(meaning.outside) };
    case 'segments':
      return { ...meaning, segments: meaning.segments.map((one) => ({ ...one, limit: by(one.limit) })) };
    default:
      return meaning;
  }
}
