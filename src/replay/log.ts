/** The rows of an export as numbers: a million of them stay small, and are put in order by record and time. */

/** Gives every distinct text a number. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly list: string[] = [];

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.list.length;
    this.#numbers.set(text, number);
    // A slice of a line keeps the whole line alive.
    this.list.push(text);
    return number;
  }

  /** Gives a number without keeping the text: for identifiers. */
  count(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  get size(): number {
    return this.#numbers.size;
  }
}

/** One change of a record, as it was read. */
export interface LoggedChange {
  readonly record: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** The same with day and month swapped. */
  readonly swapped: number;
  readonly dateOnly: boolean;
  /** Number of the value, -1 where the row holds none. */
  readonly from: number;
  readonly to: number;
  /** Instant of the touch in the row, NaN for none. */
  readonly touch: number;
  readonly touchSwapped: number;
  readonly segment: number;
  readonly reason: number;
  /** A bulk edit, an import or a merge. */
  readonly bulk: boolean;
  /** Number of the field of a history. */
  readonly field: number;
}

const numbers = ['at', 'swapped', 'touch', 'touchSwapped'] as const;
const small = ['record', 'from', 'to', 'segment', 'reason', 'field', 'flags'] as const;

/** Every change that was read, column by column. */
export class Log {
  length = 0;
  #room = 1024;
  at = new Float64Array(this.#room);
  swapped = new Float64Array(this.#room);
  touch = new Float64Array(this.#room);
  touchSwapped = new Float64Array(this.#room);
  record = new Int32Array(this.#room);
  from = new Int32Array(this.#room);
  to = new Int32Array(this.#room);
  segment = new Int32Array(this.#room);
  reason = new Int32Array(this.#room);
  field = new Int32Array(this.#room);
  /** 1: a date without a time. 2: no move. */
  flags = new Int32Array(this.#room);

  add(change: LoggedChange): void {
    if (this.length === this.#room) this.#grow();
    const row = this.length;
    this.at[row] = change.at;
    this.swapped[row] = change.swapped;
    this.touch[row] = change.touch;
    this.touchSwapped[row] = change.touchSwapped;
    this.record[row] = change.record;
    this.from[row] = change.from;
    this.to[row] = change.to;
    this.segment[row] = change.segment;
    this.reason[row] = change.reason;
    this.field[row] = change.field;
    this.flags[row] = (change.dateOnly ? 1 : 0) + (change.bulk ? 2 : 0);
    this.length += 1;
  }

  #grow(): void {
    this.#room *= 2;
    for (const column of numbers) {
      const wider = new Float64Array(this.#room);
      wider.set(this[column]);
      this[column] = wider;
    }
    for (const column of small) {
      const wider = new Int32Array(this.#room);
      wider.set(this[column]);
      this[column] = wider;
    }
  }

  /** Takes the other reading of day and month. */
  swap(): void {
    this.at = this.swapped;
    this.touch = this.touchSwapped;
  }

  /** The rows by record, then time, then as they stand in the file. */
  ordered(records: number): { readonly rows: Int32Array; readonly starts: Int32Array } {
    const starts = new Int32Array(records + 1);
    for (let row = 0; row < this.length; row += 1)
      starts[(this.record[row] ?? 0) + 1] = (starts[(this.record[row] ?? 0) + 1] ?? 0) + 1;
    for (let record = 0; record < records; record += 1)
      starts[record + 1] = (starts[record + 1] ?? 0) + (starts[record] ?? 0);
    const rows = new Int32Array(this.length);
    const next = starts.slice();
    for (let row = 0; row < this.length; row += 1) {
      const record = this.record[row] ?? 0;
      const place = next[record] ?? 0;
      rows[place] = row;
      next[record] = place + 1;
    }
    const { at } = this;
    for (let record = 0; record < records; record += 1) {
      const [start = 0, end = 0] = [starts[record], starts[record + 1]];
      let sorted = true;
      for (let place = start + 1; place < end; place += 1) {
        if ((at[rows[place] ?? 0] ?? 0) < (at[rows[place - 1] ?? 0] ?? 0)) sorted = false;
      }
      if (!sorted) {
        rows.subarray(start, end).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
      }
    }
    return { rows, starts };
  }
}
