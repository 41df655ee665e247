import type { BusinessCalendar, EscalationStep, SlaMeaning } from '../meaning.ts';
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
 * @returns null where what it is counted from is not told; `no-moment` for a multiple of a deadline
 */
export function stepDue(
  step: Pick<EscalationStep, 'at' | 'factor' | 'onBreach'>,
  limit: SlaMeaning,
  { calendar, calendars, defaultCalendar, segment, arrival, due }: StepStart,
): Found | 'no-moment' | null {
  const options: DueOptions = {
    defaultCalendar,
    calendars,
    ...(segment === null ? {} : { segment }),
  };
  if (step.factor !== null && step.factor !== 1) {
    const scaled = scaledBy(limit, step.factor);
    if (scaled === null) return 'no-moment';
    if (arrival === null) return null;
    return dueAt(scaled, calendar, arrival, options);
  }
  const start = step.at === null || step.onBreach ? due : arrival;
  if (start === null) return null;
  if (step.at === null) return { ok: true, due: start };
  const own = limitCalendar(limit, calendar, options);
  if (own === undefined) return null;
  return dueAt(step.at, own, start, {
    defaultCalendar: calendarOf(limit, segment) ?? defaultCalendar,
    calendars,
  });
}

/** The calendar that a limit says it runs on, for the times beside it that name none; null where it does not say. */
function calendarOf(limit: SlaMeaning, segment: string | null): 'business' | 'wall' | null {
  const part = limit.parts?.find((one) => one.segment === segment);
  const named = part?.calendar ?? limit.calendar;
  return named === 'business' || named === 'wall' ? named : null;
}

/** A limit that many times as long; null where a deadline is in it. */
function scaledBy(meaning: SlaMeaning, factor: number): SlaMeaning | null {
  const parts = meaning.parts ?? [];
  if (meaning.kind === 'deadline' || meaning.kind === 'cutoff') return null;
  if (parts.some(({ deadline }) => deadline !== undefined)) return null;
  return {
    ...meaning,
    amount: meaning.amount === null ? null : meaning.amount * factor,
    ...(meaning.parts === undefined
      ? {}
      : {
          parts: parts.map((part) =>
            part.amount === undefined ? part : { ...part, amount: part.amount * factor },
          ),
        }),
  };
}
