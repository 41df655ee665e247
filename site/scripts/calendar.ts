/** The team's calendar as the page carries it. */

import type { ClockCalendar } from '../view/lifecycle/calendar-words.ts';

/**
 * The calendars that the page brings along; without them UTC, no working hours, and the wall clock for limits that
 * name none.
 */
export function pageCalendar(): ClockCalendar {
  return (
    JSON.parse(document.getElementById('calendar')?.textContent ?? 'null') ?? {
      zone: 'UTC',
      hours: [],
      holidays: [],
      named: [],
      default: 'wall',
      known: false,
    }
  );
}
