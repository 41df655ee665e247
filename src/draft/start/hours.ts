/** Working hours as a person answers for them, as the config wants them. */

import { weekdayKeys } from '../../sla/units.ts';

type Weekday = (typeof weekdayKeys)[number];

/** Opening hours by weekday, `09:00-17:00` or `09:00-12:00, 13:00-17:00`; a weekday left out is closed. */
export type WorkingHours = Readonly<Partial<Record<Weekday, string>>>;

/** What is proposed: Monday to Friday, nine to five. */
export const usualHours = 'mon-fri 09:00-17:00';

const span = /^(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?\s*(am|pm)?$/i;
const days = /^([a-z]{3,9})(?:\s*(?:-|–|to)\s*([a-z]{3,9}))?\s+(?=\d)/i;

/**
 * Reads `9-17`, `09:00-12:00, 13:00-17:00` or `mon-thu 9:00-17:30; fri 9am-1pm`. Without days it is Monday to Friday.
 *
 * @returns null where a part is no span of time or names no weekday
 */
export function readWorkingHours(text: string): WorkingHours | null {
  const hours: Partial<Record<Weekday, string>> = {};
  let open: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
  for (const part of text.split(/[,;]/)) {
    let rest = part.trim();
    const named = days.exec(rest);
    if (named !== null) {
      const range = daysFrom(named[1] ?? '', named[2] ?? named[1] ?? '');
      if (range === null) return null;
      open = range;
      rest = rest.slice(named[0].length);
    }
    const times = span.exec(rest);
    const from = times === null ? null : clock(times[1], times[2], times[3]);
    const to = times === null ? null : clock(times[4], times[5], times[6]);
    if (from === null || to === null) return null;
    for (const day of open)
      hours[day] = [...(hours[day] === undefined ? [] : [hours[day]]), `${from}-${to}`].join(', ');
  }
  return hours;
}

function daysFrom(first: string, last: string): readonly Weekday[] | null {
  const [from, to] = [first, last].map((name) =>
    weekdayKeys.indexOf(name.toLowerCase().slice(0, 3) as Weekday),
  );
  if (from === undefined || to === undefined || from < 0 || to < from) return null;
  return weekdayKeys.slice(from, to + 1);
}

function clock(hour = '', minute = '00', half?: string): string | null {
  const number = Number(hour);
  const afternoon = half?.toLowerCase() === 'pm' && number < 12;
  const midnight = half?.toLowerCase() === 'am' && number === 12;
  const at = afternoon ? number + 12 : midnight ? 0 : number;
  if (at > 24 || Number(minute) > 59) return null;
  return `${String(at).padStart(2, '0')}:${minute}`;
}
