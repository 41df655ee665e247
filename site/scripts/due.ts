/** The arithmetic of `mops due`, loaded when the clock is first asked. */

import type { BusinessCalendar } from '../../src/sla/meaning.ts';
import { dueAt } from '../../src/sla/time/due.ts';
import { instantOf, isoInZone } from '../../src/sla/time/zone.ts';
import type { ClockCalendar } from '../view/lifecycle/calendar-words.ts';
import type { ClockChoice } from './clock.ts';

/** @param arrival what the clocks of the zone showed, `2026-03-13T16:30` */
export function due(
  { meaning, segment }: ClockChoice,
  calendar: BusinessCalendar | null,
  { zone, default: defaultCalendar }: ClockCalendar,
  arrival: string,
):
  | { readonly ok: true; readonly iso: string; readonly words: string }
  | { readonly ok: false; readonly message: string } {
  const [date = '', time = ''] = arrival.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const instant = instantOf(zone, date, hours * 60 + minutes);
  const found = dueAt(meaning, calendar, instant, {
    defaultCalendar,
    ...(segment === null ? {} : { segment }),
  });
  if (!found.ok) return found;
  const words = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(found.due);
  return { ok: true, iso: isoInZone(zone, found.due), words };
}
