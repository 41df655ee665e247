/** Reads the times of an export. What it cannot be sure of it does not read: a zone, or which number is the day. */

import { instantOf, offsetAt } from '../sla/time/zone.ts';

/** Milliseconds since 1970 UTC; two of them where day and month may be swapped (`03/04/2026`), NaN for none. */
export interface Moment {
  readonly at: number;
  /** The same with day and month the other way round; NaN where that is no date, `at` again where nothing can be swapped. */
  readonly swapped: number;
  /** A date without a time. */
  readonly dateOnly: boolean;
}

export type Trouble = 'no time' | 'no zone';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2026-03-13T16:40:05.123+01:00` and its forms, the date alone too. */
const iso =
  /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ,]{1,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** `3/13/2026, 4:40 PM`, `13.03.2026 16:40`. */
const local =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))? ?([AaPp]\.?[Mm]\.?)?)?$/;
/** `13 Mar 2026 16:40`, `Mar 13, 2026 4:40 PM`, `13-Mar-2026`. */
const named =
  /^(?:(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})|([A-Za-z]{3,9}) (\d{1,2}), (\d{4}))(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))? ?([AaPp]\.?[Mm]\.?)?)?$/;

/** Reads times of one file; `zone` is that of times without an offset, null where nobody says. */
export class Times {
  readonly #zone: string | null;
  readonly #days = new Map<number, number | null>();

  constructor(zone: string | null) {
    this.#zone = zone;
  }

  read(text: string): Moment | Trouble {
    const plain = text.trim();
    const first = plain.charCodeAt(0);
    if (plain.length >= 10 && plain.length <= 14 && /^\d+(?:\.0)?$/.test(plain)) return epoch(Number(plain));
    const match = first >= 48 && first <= 57 ? iso.exec(plain) : null;
    if (match !== null) return this.#iso(match);
    const slashed = local.exec(plain);
    if (slashed !== null) return this.#local(slashed);
    const words = named.exec(plain);
    return words === null ? 'no time' : this.#named(words);
  }

  #iso(match: RegExpExecArray): Moment | Trouble {
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    if (day === null) return 'no time';
    if (match[4] === undefined) return this.#dateOnly(day, day);
    const ms = clockMs(match[4], match[5], match[6], match[7]);
    if (ms === null) return 'no time';
    const offset = match[8];
    if (offset === undefined) return this.#at(day, day, ms);
    const at = day * dayMs + ms - offsetMs(offset);
    return { at, swapped: at, dateOnly: false };
  }

  #local(match: RegExpExecArray): Moment | Trouble {
    const [one, other, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const dayFirst = dayOf(year, other, one);
    // Nobody writes months first with points between.
    const monthFirst = match[2] === '.' ? dayFirst : dayOf(year, one, other);
    if (dayFirst === null && monthFirst === null) return 'no time';
    if (match[5] === undefined) return this.#dateOnly(dayFirst, monthFirst);
    const ms = clockMs(match[5], match[6], match[7], undefined, match[8]);
    return ms === null ? 'no time' : this.#at(dayFirst, monthFirst, ms);
  }

  #named(match: RegExpExecArray): Moment | Trouble {
    const month = months.indexOf((match[2] ?? match[4] ?? '').slice(0, 3).toLowerCase()) + 1;
    const day = dayOf(Number(match[3] ?? match[6]), month, Number(match[1] ?? match[5]));
    if (month === 0 || day === null) return 'no time';
    if (match[7] === undefined) return this.#dateOnly(day, day);
    const ms = clockMs(match[7], match[8], match[9], undefined, match[10]);
    return ms === null ? 'no time' : this.#at(day, day, ms);
  }

  /** A date stands where it begins; without a zone in UTC: it is only ever put in order. */
  #dateOnly(dayFirst: number | null, monthFirst: number | null): Moment {
    return {
      at: dayFirst === null ? Number.NaN : this.#instant(dayFirst, 0),
      swapped: monthFirst === null ? Number.NaN : this.#instant(monthFirst, 0),
      dateOnly: true,
    };
  }

  #at(dayFirst: number | null, monthFirst: number | null, ms: number): Moment | Trouble {
    if (this.#zone === null) return 'no zone';
    const at = dayFirst === null ? Number.NaN : this.#instant(dayFirst, ms);
    if (dayFirst === monthFirst) return { at, swapped: at, dateOnly: false };
    return { at, swapped: monthFirst === null ? Number.NaN : this.#instant(monthFirst, ms), dateOnly: false };
  }

  /** A local time as an instant: counted from midnight on dates of 24 hours, else the zone is asked. */
  #instant(day: number, ms: number): number {
    if (this.#zone === null || this.#zone === 'UTC') return day * dayMs + ms;
    let midnight = this.#days.get(day);
    if (midnight === undefined) {
      const start = day * dayMs;
      const offset = offsetAt(this.#zone, start - dayMs);
      const plain = offset === offsetAt(this.#zone, start + 2 * dayMs);
      midnight = plain ? start - offset : null;
      this.#days.set(day, midnight);
    }
    if (midnight !== null) return midnight + ms;
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    return instantOf(this.#zone, date, ms / minuteMs);
  }
}

/** Seconds or milliseconds since 1970 UTC: ten digits are seconds until the year 2286. */
function epoch(number: number): Moment {
  const at = number < 1e11 ? number * 1000 : number;
  return { at, swapped: at, dateOnly: false };
}

function dayOf(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1970 || year > 2200) return null;
  const ms = Date.UTC(year, month - 1, day);
  return day <= 28 || new Date(ms).getUTCDate() === day ? ms / dayMs : null;
}

function clockMs(hour: string, minute = '0', second = '0', fraction?: string, half?: string): number | null {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  return ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
}

function offsetMs(offset: string): number {
  if (!/^[+-]/.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.length > 3 ? offset.slice(-2) : 0);
  return (offset.startsWith('-') ? -minutes : minutes) * minuteMs;
}
