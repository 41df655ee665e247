/** What is counted of all visits: by stage, clock and segment; moves, rejections, rounds, values nobody knows. */

import type { ClockKind } from '../lead/clocks.ts';
import type { Stage } from '../lifecycle/model.ts';
import type { Limits, StageLimits } from './limits.ts';
import type { LoggedPlace } from './places.ts';
import type { KnownWays, Rejecting } from './ways.ts';
import type { WorkTimes } from './work-time.ts';

/** A record's stay in a place. */
export interface Visit {
  readonly place: LoggedPlace;
  /** Milliseconds since 1970 UTC; NaN where the record was found in it. */
  readonly entered: number;
  /** NaN while it is there. */
  readonly left: number;
  readonly next: LoggedPlace | null;
  /** First touch after entering and before leaving; NaN for none. */
  readonly touch: number;
  readonly segment: string | null;
  /** A bulk edit or a gap of the history ended it: it is not counted. */
  readonly broken: boolean;
  /** Entered, or left, at a date without a time. */
  readonly datedIn: boolean;
  readonly datedOut: boolean;
}

export class Count {
  entered = 0;
  met = 0;
  late = 0;
  openInTime = 0;
  openLate = 0;
  untouched = 0;
  /** Visits without a limit, or with dates for times: not in any of the others. */
  unmeasured = 0;
  dated = 0;
  /** Units of the limits met with: two of them have no percentile in common. */
  readonly units = new Set<'business minutes' | 'minutes'>();
  readonly elapsed = { 'business minutes': [] as number[], minutes: [] as number[] };
}

export class ClockCount {
  readonly total = new Count();
  readonly segments = new Map<string, Count>();
  readonly limits: StageLimits;

  constructor(limits: StageLimits) {
    this.limits = limits;
    for (const segment of limits.segments) this.segments.set(segment, new Count());
  }
}

export class StageCount {
  readonly stage: Stage;
  readonly clocks: readonly ClockCount[];
  entered = 0;
  left = 0;
  open = 0;
  /** Counted visits by the name of the place that came next. */
  readonly next = new Map<string, number>();

  constructor(stage: Stage, limits: Limits) {
    this.stage = stage;
    this.clocks = limits.clocksOf(stage).map((clock) => new ClockCount(clock));
  }
}

/** A count with how many records stand behind it. */
export class Seen {
  count = 0;
  records = 0;
  #last = -1;

  add(record: number): void {
    this.count += 1;
    if (this.#last !== record) this.records += 1;
    this.#last = record;
  }
}

export interface MoveCount {
  readonly from: LoggedPlace;
  readonly to: LoggedPlace;
  readonly seen: Seen;
}

export interface RejectionCount {
  readonly rejecting: Rejecting;
  /** As written in the entry, or in the cell; null where the row holds none. */
  readonly reason: string | null;
  readonly known: boolean;
  readonly seen: Seen;
}

export interface TallyQuestion {
  readonly stages: readonly Stage[];
  readonly limits: Limits;
  readonly ways: KnownWays;
  readonly work: WorkTimes;
  /** End of the observation. */
  readonly end: number;
  readonly touches: boolean;
}

export class Tally {
  readonly stages: ReadonlyMap<string, StageCount>;
  readonly moves = new Map<string, MoveCount>();
  readonly unknown = new Map<string, Seen>();
  readonly rejections = new Map<string, RejectionCount>();
  /** Records over the limit of a handoff, by handoff and place. */
  readonly loops = new Map<string, number>();
  readonly #question: TallyQuestion;

  constructor(question: TallyQuestion) {
    this.#question = question;
    this.stages = new Map(question.stages.map((stage) => [stage.id, new StageCount(stage, question.limits)]));
  }

  /** Counts a stay in a value that no stage has. */
  stay(place: LoggedPlace, record: number): void {
    if (place.kind === 'unknown') add(this.unknown, place.name, () => new Seen()).add(record);
  }

  move(from: LoggedPlace, to: LoggedPlace, record: number): void {
    if (from.kind === 'unknown' || to.kind === 'unknown') return;
    const key = `${from.name}\u0000${to.name}`;
    add(this.moves, key, () => ({ from, to, seen: new Seen() })).seen.add(record);
  }

  rejection(rejecting: Rejecting, reason: string | null, known: boolean, record: number): void {
    const key = [rejecting.handoff.id, known, reason ?? '', reason === null].join('\u0000');
    add(this.rejections, key, () => ({ rejecting, reason, known, seen: new Seen() })).seen.add(record);
  }

  loop(rejecting: Rejecting, to: LoggedPlace): void {
    const key = loopKey(rejecting, to.name);
    this.loops.set(key, (this.loops.get(key) ?? 0) + 1);
  }

  /** Counts a visit that began with a move and ended with one, or goes on. */
  visit(visit: Visit): void {
    if (visit.place.kind !== 'stage' || visit.broken || Number.isNaN(visit.entered)) return;
    const count = this.stages.get(visit.place.stage.id);
    if (count === undefined) return;
    count.entered += 1;
    if (Number.isNaN(visit.left)) count.open += 1;
    else {
      count.left += 1;
      const next = visit.next?.name ?? '';
      count.next.set(next, (count.next.get(next) ?? 0) + 1);
    }
    for (const clock of count.clocks) this.#clock(clock, visit, count.stage);
  }

  #clock(clock: ClockCount, visit: Visit, stage: Stage): void {
    const { limits, work, end, touches } = this.#question;
    const { kind } = clock.limits;
    if (kind === 'response' && !touches) return;
    const { limit, segment } = limits.limitOf(stage, kind, visit.segment);
    const part = segment === null ? undefined : clock.segments.get(segment);
    const counts = part === undefined ? [clock.total] : [clock.total, part];
    for (const count of counts) count.entered += 1;
    if (limit !== null) for (const count of counts) count.units.add(limit.unit);
    const dated = visit.datedIn || (kind !== 'response' && visit.datedOut);
    const due = limit === null || dated ? null : limits.due(limit, visit.entered);
    if (limit === null || due === null) {
      for (const count of counts) {
        count.unmeasured += 1;
        if (dated) count.dated += 1;
      }
      return;
    }
    const answer = kind === 'response' ? visit.touch : visit.left;
    const outcome = outcomeOf(kind, answer, due, visit, end);
    for (const count of counts) count[outcome] += 1;
    if (outcome !== 'met' && outcome !== 'late') return;
    const calendar = limit.unit === 'business minutes' ? limit.calendar : null;
    const minutes =
      calendar === null
        ? (answer - visit.entered) / 60_000
        : work.by(calendar).between(visit.entered, answer);
    for (const count of counts) count.elapsed[limit.unit].push(minutes);
  }
}

type Outcome = 'met' | 'late' | 'openInTime' | 'openLate' | 'untouched';

function outcomeOf(kind: ClockKind, answer: number, due: number, visit: Visit, end: number): Outcome {
  if (!Number.isNaN(answer)) return answer <= due ? 'met' : 'late';
  if (kind === 'response' && !Number.isNaN(visit.left)) return 'untouched';
  return end > due ? 'openLate' : 'openInTime';
}

/** A way back, by its handoff and the stage a lead comes back to. */
export function loopKey({ handoff }: Rejecting, to: string): string {
  return `${handoff.id}\u0000${to}`;
}

function add<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
