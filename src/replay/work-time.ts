/** Working time between two instants, from the open spans of the team's calendar. */

import type { BusinessCalendar } from '../sla/index.ts';
import { openSpans } from '../sla/time/open.ts';
import { countUpTo } from '../sot/sorted.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Working time by each calendar that a limit runs on, over the whole log. */
export class WorkTimes {
  readonly #made = new Map<BusinessCalendar, WorkTime>();
  readonly #from: number;
  readonly #to: number;

  /** @param from first instant of the log, @param to its last */
  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
  }

  by(calendar: BusinessCalendar): WorkTime {
    const known = this.#made.get(calendar);
    if (known !== undefined) return known;
    const made = new WorkTime(calendar, this.#from, this.#to);
    this.#made.set(calendar, made);
    return made;
  }
}

/** Counts working minutes; the spans of the whole log are laid out once. */
class WorkTime {
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** Working milliseconds before each span. */
  readonly #before: Float64Array;

  constructor(calendar: BusinessCalendar, from: number, to: number) {
    const spans = [...openSpans(calendar, from, Math.floor(to / dayMs) + 2)];
    this.#starts = Float64Array.from(spans, ({ start }) => start);
    this.#ends = Float64Array.from(spans, ({ end }) => end);
    this.#before = new Float64Array(spans.length + 1);
    let sum = 0;
    for (const [at, { start, end }] of spans.entries()) {
      this.#before[at] = sum;
      sum += end - start;
    }
    this.#before[spans.length] = sum;
  }

  /** Working minutes from one instant to a later one. */
  between(from: number, to: number): number {
    return (this.#worked(to) - this.#worked(from)) / minuteMs;
  }

  /** Working milliseconds up to an instant: the spans before it, and the part of the one it is in. */
  #worked(instant: number): number {
    const at = countUpTo(this.#ends, instant);
    return (this.#before[at] ?? 0) + Math.max(0, instant - (this.#starts[at] ?? instant));
  }
}
