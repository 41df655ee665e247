/** The team's calendar as the page carries it. */

import type { ClockCalendar } from '../view/lifecycle/calendar-words.ts';

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
