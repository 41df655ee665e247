/** Walks each record's changes in the order of time, and turns them into visits, moves and rejections. */

import { foldWords } from '../language/fold.ts';
import { countWhile } from '../sot/sorted.ts';
import type { Log } from './log.ts';
import { type LoggedPlace, samePlace } from './places.ts';
import type { Tally, Visit } from './tally.ts';
import type { KnownWays, Rejecting } from './ways.ts';

export interface WalkQuestion {
  readonly log: Log;
  readonly records: number;
  /** Place of each value, by its number. */
  readonly places: readonly LoggedPlace[];
  readonly segments: readonly string[];
  readonly reasons: readonly string[];
  /** Number of the field that holds the stage; -1 where every row does. */
  readonly field: number;
  /** Beside stages a field that says whether a record is still open; null where there is none. */
  readonly status: StatusField | null;
  readonly ways: KnownWays;
  readonly tally: Tally;
}

/** A field such as Pipedrive's `status`: `won` is a place, `open` is the stage the record has. */
export interface StatusField {
  /** Number of the field. */
  readonly field: number;
  /** Numbers of the values that stand for being open, and for being deleted. */
  readonly open: ReadonlySet<number>;
  readonly deleted: ReadonlySet<number>;
}

/** What a walk notices of the history itself. */
export interface Noticed {
  /** Visits that a bulk edit, an import or a merge ended. */
  bulk: number;
  /** Rows whose old value is not where the record was. */
  gaps: number;
}

/** A visit while it goes on. */
interface Open {
  place: LoggedPlace;
  entered: number;
  openTouch: number;
  segment: string | null;
  datedIn: boolean;
}

/** Walks every record. */
export function walkRecords(question: WalkQuestion): Noticed {
  const { rows, starts } = question.log.ordered(question.records);
  const noticed: Noticed = { bulk: 0, gaps: 0 };
  for (let record = 0; record < question.records; record += 1) {
    walkRecord(question, rows.subarray(starts[record], starts[record + 1]), record, noticed);
  }
  return noticed;
}

function walkRecord(question: WalkQuestion, rows: Int32Array, record: number, noticed: Noticed): void {
  const { log, places, tally, ways } = question;
  const visits: (Visit & { readonly openTouch: number })[] = [];
  const touches: number[] = [];
  const rounds = new Map<Rejecting, number>();
  let open: Open | null = null;
  let before: string | null = null;

  const close = (
    now: Open,
    left: number,
    next: LoggedPlace | null,
    broken: boolean,
    datedOut: boolean,
  ): void => {
    visits.push({ ...now, left, next, broken, datedOut, touch: Number.NaN });
  };
  const found = (place: LoggedPlace): Open => {
    tally.stay(place, record);
    return { place, entered: Number.NaN, openTouch: Number.NaN, segment: null, datedIn: false };
  };

  let inStage: LoggedPlace | undefined;
  let shut = false;

  for (const row of rows) {
    const isStatus = question.status !== null && log.field[row] === question.status.field;
    if (question.field >= 0 && log.field[row] !== question.field && !isStatus) continue;
    const touch = log.touch[row] ?? Number.NaN;
    let to = places[log.to[row] ?? -1];
    if (to === undefined) {
      if (!Number.isNaN(touch)) touches.push(touch);
      continue;
    }
    if (isStatus && question.status !== null) {
      const value = log.to[row] ?? -1;
      const reopened = question.status.open.has(value);
      shut = !reopened;
      if (reopened) to = inStage;
      // Nobody knows where a record is that was deleted, or opened again in a stage that no row said.
      if (to === undefined || question.status.deleted.has(value)) {
        if (open !== null) close(open, Number.NaN, null, true, false);
        [open, before] = [null, null];
        continue;
      }
    } else {
      inStage = to;
      // The stage of a closed record says where it would go on.
      if (shut) continue;
    }
    const from = isStatus ? null : (places[log.from[row] ?? -1] ?? null);
    const flags = log.flags[row] ?? 0;
    const dated = (flags & 1) !== 0;
    const bulk = (flags & 2) !== 0;
    const at = log.at[row] ?? 0;
    if (open === null) {
      open = found(from ?? to);
      before = null;
      if (from === null) continue;
    } else if (from !== null && !samePlace(from, open.place)) {
      noticed.gaps += 1;
      close(open, Number.NaN, null, true, false);
      open = found(from);
      before = null;
    }
    if (samePlace(to, open.place)) {
      if (!Number.isNaN(touch)) touches.push(touch);
      continue;
    }
    if (bulk) {
      noticed.bulk += 1;
      close(open, Number.NaN, null, true, false);
      open = found(to);
      before = null;
      continue;
    }
    tally.move(open.place, to, record);
    const rejecting = ways.rejectionOf(open.place, to, before);
    if (rejecting !== null) reject(question, rejecting, { row, record, to }, rounds);
    close(open, at, to, false, dated);
    if (open.place.kind === 'stage') before = open.place.name;
    tally.stay(to, record);
    const segment = log.segment[row] ?? -1;
    open = {
      place: to,
      entered: at,
      openTouch: touch,
      segment: segment < 0 ? null : (question.segments[segment] ?? null),
      datedIn: dated,
    };
  }
  if (open !== null) close(open, Number.NaN, null, false, false);
  touches.sort((a, b) => a - b);
  for (const visit of visits) tally.visit({ ...visit, touch: firstTouch(visit, touches) });
}

/** The first touch after entering and before leaving: that of the row that opens the visit, or a row of its own. */
function firstTouch(visit: Visit & { readonly openTouch: number }, touches: readonly number[]): number {
  const within = (touch: number): boolean =>
    touch >= visit.entered && (Number.isNaN(visit.left) || touch < visit.left);
  const first = touches[countWhile(touches, (touch) => touch < visit.entered)] ?? Number.NaN;
  const own = within(first) ? first : Number.NaN;
  const opening = within(visit.openTouch) ? visit.openTouch : Number.NaN;
  if (Number.isNaN(own)) return opening;
  return Number.isNaN(opening) ? own : Math.min(own, opening);
}

function reject(
  { log, reasons, tally }: WalkQuestion,
  rejecting: Rejecting,
  { row, record, to }: { readonly row: number; readonly record: number; readonly to: LoggedPlace },
  rounds: Map<Rejecting, number>,
): void {
  const number = log.reason[row] ?? -1;
  const given = number < 0 ? null : (reasons[number] ?? null);
  const known = given === null ? undefined : rejecting.reasons.get(foldWords(given));
  tally.rejection(rejecting, known ?? given, known !== undefined, record);
  const count = (rounds.get(rejecting) ?? 0) + 1;
  rounds.set(rejecting, count);
  // A record counts once, at the return that is one too many.
  if (rejecting.limit !== null && count === rejecting.limit + 1) tally.loop(rejecting, to);
}
