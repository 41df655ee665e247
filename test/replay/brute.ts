/**
 * The figures of a log the slow way: minute by minute through a table of open minutes, which `Intl` alone fills.
 * Shares nothing with the sources.
 */

import type { Move } from './team.ts';

const minute = 60_000;

/** A team that works from nine to five on weekdays. */
export interface Team {
  readonly zone: string;
  readonly holidays: readonly string[];
}

const usual: Team = { zone: 'America/New_York', holidays: ['2026-05-25'] };

/** Whether a team works in the hour that begins at an instant. */
function worksBy({ zone, holidays }: Team): (instant: number) => boolean {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    if (parts['weekday'] === 'Sat' || parts['weekday'] === 'Sun') return false;
    if (holidays.includes(`${parts['year']}-${parts['month']}-${parts['day']}`)) return false;
    const hour = Number(parts['hour']);
    return hour >= 9 && hour < 17;
  };
}

export class Minutes {
  readonly #open: Uint8Array;
  readonly #start: number;

  constructor(start: number, end: number, team: Team) {
    const works = worksBy(team);
    this.#start = Math.floor(start / 3_600_000) * 3_600_000;
    this.#open = new Uint8Array(Math.ceil((end - this.#start) / minute) + 100 * 1440);
    for (let at = 0; at < this.#open.length; at += 60) {
      if (works(this.#start + at * minute)) this.#open.fill(1, at, at + 60);
    }
  }

  /** Working minutes between two whole minutes. */
  between(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += minute) count += this.#open[(at - this.#start) / minute] ?? 0;
    return count;
  }

  /** Whether the minute before an instant is worked. */
  runsBefore(instant: number): boolean {
    return this.#open[(instant - this.#start) / minute - 1] === 1;
  }
}

export interface Slow {
  entered: number;
  met: number;
  late: number;
  openInTime: number;
  openLate: number;
  untouched: number;
  readonly took: number[];
}

/** Response figures of one stage; `limit` in its own minutes. */
export function slowly(
  moves: readonly Move[],
  stage: string,
  limit: { readonly minutes: number; readonly business: boolean; readonly team?: Team },
): Slow {
  const instants = moves.flatMap(({ at, touch }) => (touch === undefined ? [at] : [at, touch]));
  const end = Math.max(...instants);
  const clock = new Minutes(Math.min(...instants), end, limit.team ?? usual);
  const took = (from: number, to: number): number =>
    limit.business ? clock.between(from, to) : (to - from) / minute;
  // A limit used up at closing is over then, not at the next opening.
  const isOver = (from: number, to: number): boolean => {
    const minutes = took(from, to);
    return minutes > limit.minutes || (minutes === limit.minutes && limit.business && !clock.runsBefore(to));
  };
  const slow: Slow = { entered: 0, met: 0, late: 0, openInTime: 0, openLate: 0, untouched: 0, took: [] };
  const leads = new Map<string, Move[]>();
  for (const move of moves) leads.set(move.lead, [...(leads.get(move.lead) ?? []), move]);
  for (const list of leads.values()) {
    const sorted = list.toSorted((a, b) => a.at - b.at);
    for (const [place, move] of sorted.entries()) {
      if (move.to !== stage || place === 0) continue;
      slow.entered += 1;
      const left = sorted[place + 1]?.at;
      const touch = move.touch;
      if (touch !== undefined && touch >= move.at && (left === undefined || touch < left)) {
        slow.took.push(took(move.at, touch));
        slow[isOver(move.at, touch) ? 'late' : 'met'] += 1;
      } else if (left !== undefined) slow.untouched += 1;
      else slow[isOver(move.at, end) ? 'openLate' : 'openInTime'] += 1;
    }
  }
  return slow;
}

/** Nearest rank. */
export function rank(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
