/** Reads the moment a lead arrives: `2026-03-13T16:30` in a zone, or with its own offset. */

import { dayNumber, instantOf, isoInZone, occurrences } from './time/zone.ts';

export type Arrival =
  | { readonly ok: true; readonly instant: number; readonly note: string | null }
  | { readonly ok: false; readonly message: string };

const pattern =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?(Z|z|[+-][0-9]{2}:?[0-9]{2})?$/;

/**
 * Reads an arrival. Without an offset it is what the clocks of `zone` show; of a time that comes twice the first is
 * taken, one that is skipped is read with the offset before the skip; `note` says so.
 */
export function readArrival(text: string, zone: string | null): Arrival {
  const match = pattern.exec(text.trim());
  const [, date = '', hour = '', minute = '', second = '0', offset] = match ?? [];
  const clock = Number(hour) * 60 + Number(minute) + Number(second) / 60;
  const real =
    match !== null && isRealDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!real) {
    return {
      ok: false,
      message: `"${text}" is no date with a time. Write it as 2026-03-13T16:30, or with an offset as 2026-03-13T16:30-04:00.`,
    };
  }
  if (offset !== undefined) return withOffset(text, date, clock, offset);
  if (zone === null) {
    return {
      ok: false,
      message: `In which time zone is ${text}? Give --zone America/New_York (your own), or add calendar.zone to mops.config.yml.`,
    };
  }
  const instant = instantOf(zone, date, clock);
  const times = occurrences(zone, date, clock);
  const shown = `${hour}:${minute}`;
  if (times === 2) {
    const taken = isoInZone(zone, instant).slice(-6);
    return {
      ok: true,
      instant,
      note: `${shown} comes twice on ${date} in ${zone}, when the clocks go back. The first one is taken; write ${date}T${shown} with an offset other than ${taken} for the second.`,
    };
  }
  if (times === 0) {
    const instead = isoInZone(zone, instant).slice(11, 16);
    return {
      ok: true,
      instant,
      note: `${shown} does not exist on ${date} in ${zone}: the clocks skip it. Read as ${instead}.`,
    };
  }
  return { ok: true, instant, note: null };
}

function withOffset(text: string, date: string, clock: number, offset: string): Arrival {
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  const zulu = offset.toUpperCase() === 'Z';
  if (!zulu && (hours * 60 + minutes > 14 * 60 || minutes > 59))
    return { ok: false, message: `"${text}" has no real offset. The largest is +14:00.` };
  const ahead = zulu ? 0 : (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1);
  return {
    ok: true,
    instant: dayNumber(date) * 86_400_000 + Math.round((clock - ahead) * 60_000),
    note: null,
  };
}

function isRealDate(date: string): boolean {
  const day = dayNumber(date);
  return Number.isFinite(day) && new Date(day * 86_400_000).toISOString().startsWith(date);
}
