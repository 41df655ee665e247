/** Rows of an export → a log of changes, and what of them could not be read. */

import { bulkSources, foldColumn, type Layout, stageFields } from './layout.ts';
import { Log, Names } from './log.ts';
import { type Moment, Times } from './time.ts';

/** One row as the file has it: the line it starts on, its cells. Null is an empty cell. */
export interface ExportRow {
  readonly line: number;
  readonly cells: readonly (string | null | undefined)[];
}

export interface Unread {
  readonly why: string;
  count: number;
  readonly line: number;
}

/** Why a file as a whole cannot be measured: one sentence. */
export class Unusable extends Error {}

/** Reads rows of one layout, file after file, into one log. */
export class Reading {
  readonly log = new Log();
  readonly records = new Names();
  readonly values = new Names();
  readonly segments = new Names();
  readonly reasons = new Names();
  readonly fields = new Names();
  readonly unread = new Map<string, Unread>();
  rows = 0;
  /** Rows of a history that change another field. */
  others = 0;
  withoutZone = 0;
  withOffset = 0;
  readonly #ignored: ReadonlySet<string>;
  readonly #times: Times;
  readonly #utc = new Times('UTC');

  /** @param ignore whole source values that are no moves, beside the built-in ones */
  constructor(zone: string | null, ignore: readonly string[]) {
    this.#times = new Times(zone);
    this.#ignored = new Set([...ignore, ...bulkSources].map((source) => source.trim().toLowerCase()));
  }

  /** Takes one row. Only the cells that the layout names are looked at. */
  take(layout: Layout, row: ExportRow): void {
    this.rows += 1;
    if (layout.dates.length > 0) this.#takeRecord(layout, row);
    else this.#takeChange(layout, row);
  }

  #takeChange(layout: Layout, row: ExportRow): void {
    const cell = (column: number): string => (column < 0 ? '' : (row.cells[column] ?? '').trim());
    let field = -1;
    if (layout.field >= 0 && layout.name !== 'events' && layout.name !== 'hubspot-export') {
      const name = foldColumn(cell(layout.field));
      if (!stageFields[layout.name].includes(name)) {
        this.others += 1;
        // What it changed is not looked at; that it did says how far the log goes.
        const when = this.#time(layout, cell(layout.at));
        if (typeof when !== 'string') this.#seen(when.at, when.swapped);
        return;
      }
      field = this.fields.of(name);
    }
    const lead = cell(layout.lead);
    if (lead === '') {
      this.#fail('no record ID', row);
      return;
    }
    const stage = cell(layout.to);
    const touchCell = cell(layout.touch);
    const touch = touchCell === '' ? null : this.#time(layout, touchCell);
    if (typeof touch === 'string') {
      this.#fail(`a touch without a readable time (${touch})`, row);
      return;
    }
    const atCell = cell(layout.at);
    const read = atCell === '' && stage === '' && touch !== null ? touch : this.#time(layout, atCell);
    if (typeof read === 'string') {
      this.#fail(read, row);
      return;
    }
    if (stage === '' && touch === null) {
      this.#fail('no stage', row);
      return;
    }
    const segment = cell(layout.segment);
    const reason = cell(layout.reason);
    const from = cell(layout.from);
    this.log.add({
      record: this.records.count(lead),
      at: read.at,
      swapped: read.swapped,
      dateOnly: read.dateOnly,
      from: from === '' ? -1 : this.values.of(from),
      to: stage === '' ? -1 : this.values.of(stage),
      touch: touch === null || touch.dateOnly ? Number.NaN : touch.at,
      touchSwapped: touch === null || touch.dateOnly ? Number.NaN : touch.swapped,
      segment: segment === '' ? -1 : this.segments.of(segment),
      reason: reason === '' ? -1 : this.reasons.of(reason),
      bulk: this.#isBulk(cell(layout.source), cell(layout.bulk)),
      field,
    });
  }

  /** One row a record: a change for each date, in the order of time. */
  #takeRecord(layout: Layout, row: ExportRow): void {
    const lead = layout.lead < 0 ? '' : (row.cells[layout.lead] ?? '').trim();
    if (layout.lead >= 0 && lead === '') {
      this.#fail('no record ID', row);
      return;
    }
    const record = this.records.count(lead === '' ? `row ${this.rows}` : lead);
    const segment = layout.segment < 0 ? '' : (row.cells[layout.segment] ?? '').trim();
    for (const { column, value } of layout.dates) {
      const text = (row.cells[column] ?? '').trim();
      if (text === '') continue;
      const read = this.#time(layout, text);
      if (typeof read === 'string') {
        this.#fail(read, row);
        continue;
      }
      this.log.add({
        record,
        at: read.at,
        swapped: read.swapped,
        dateOnly: read.dateOnly,
        from: -1,
        to: this.values.of(value),
        touch: Number.NaN,
        touchSwapped: Number.NaN,
        segment: segment === '' ? -1 : this.segments.of(segment),
        reason: -1,
        bulk: false,
        field: -1,
      });
    }
  }

  #isBulk(source: string, bulk: string): boolean {
    return (source !== '' && this.#ignored.has(source.toLowerCase())) || /^(?:true|1|yes|y|t)$/i.test(bulk);
  }

  #time(layout: Layout, text: string): Moment | string {
    if (text === '') return 'no time';
    const read = (layout.name === 'pipedrive-changes' ? this.#utc : this.#times).read(text);
    if (read === 'no zone') {
      this.withoutZone += 1;
      return 'a time without a zone';
    }
    if (read === 'no time') return 'a time that cannot be read';
    this.withOffset += 1;
    return read;
  }

  #fail(why: string, { line }: ExportRow): void {
    this.failed(why, line);
  }

  /** Counts a row that cannot be read; the line of the first is kept. */
  failed(why: string, line: number): void {
    const known = this.unread.get(why);
    if (known === undefined) this.unread.set(why, { why, count: 1, line });
    else known.count += 1;
  }

  #first = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  #last = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #swapped = false;

  #seen(at: number, swapped: number): void {
    if (at < this.#first[0]) this.#first[0] = at;
    if (at > this.#last[0]) this.#last[0] = at;
    if (swapped < this.#first[1]) this.#first[1] = swapped;
    if (swapped > this.#last[1]) this.#last[1] = swapped;
  }

  /** First and last instant of any row, a touch included. */
  bounds(): { readonly first: number; readonly last: number } {
    const side = this.#swapped ? 1 : 0;
    const { log } = this;
    let [first, last] = [this.#first[side], this.#last[side]];
    for (let row = 0; row < log.length; row += 1) {
      const at = log.at[row] ?? Number.NaN;
      const touch = log.touch[row] ?? Number.NaN;
      if (at < first) first = at;
      if (at > last) last = at;
      if (touch < first) first = touch;
      if (touch > last) last = touch;
    }
    return { first, last };
  }

  /** Settles day and month over the whole log. @throws Unusable when it cannot be settled */
  settle(): void {
    if (this.withoutZone > 0) {
      throw new Unusable(
        this.withOffset > 0
          ? 'Some times have an offset from UTC and some have none: say where those without were written down, with --zone or replay.zone in mops.config.yml.'
          : 'The times have no offset from UTC: say where they were written down, with --zone (for example --zone America/New_York) or replay.zone in mops.config.yml.',
      );
    }
    const { log } = this;
    let [dayFirst, monthFirst, differ] = [true, true, false];
    const look = (at: number, swapped: number): void => {
      if (at === swapped) return;
      differ = true;
      if (Number.isNaN(at)) dayFirst = false;
      if (Number.isNaN(swapped)) monthFirst = false;
    };
    for (let row = 0; row < log.length; row += 1) {
      look(log.at[row] ?? 0, log.swapped[row] ?? 0);
      const [touch = Number.NaN, touchSwapped = Number.NaN] = [log.touch[row], log.touchSwapped[row]];
      if (!Number.isNaN(touch) || !Number.isNaN(touchSwapped)) look(touch, touchSwapped);
    }
    if (!differ) return;
    if (dayFirst && monthFirst)
      throw new Unusable(
        'Day and month cannot be told apart in this file (03/04/2026 is in March or in April): export the times as 2026-04-03 16:40.',
      );
    if (!dayFirst && !monthFirst)
      throw new Unusable(
        'Some dates have the day first and some the month: export the times as 2026-04-03 16:40.',
      );
    this.#swapped = monthFirst;
    if (monthFirst) log.swap();
  }
}
