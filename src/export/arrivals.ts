/** The moments at which the leads of the trials arrive: one in working hours and one of each kind outside. */

import type { Model } from '../lifecycle/model.ts';
import { isoInZone } from '../sla/index.ts';
import { spansOn } from '../sla/time/open.ts';
import { dayNumber, isoDate } from '../sla/time/zone.ts';

interface Arrival {
  readonly at: string;
  readonly words: string;
}

/** A Monday without meaning: the first day to look at. */
const firstDay = dayNumber('2026-01-12');
const daysAhead = 14;
const hourMs = 3_600_000;

/** An arrival in hours, then one of each kind out of hours. Without a calendar's zone there is one, in UTC. */
export function arrivalsOf(model: Model): readonly Arrival[] {
  const { calendar } = model;
  if (calendar === null) return [{ at: '2026-01-12T10:00:00Z', words: 'any time' }];
  const days = Array.from({ length: daysAhead }, (_, at) => firstDay + at);
  const open = days.find((day) => spansOn(calendar, day).length > 0);
  const [first] = open === undefined ? [] : spansOn(calendar, open);
  if (open === undefined || first === undefined) return [];
  const last = spansOn(calendar, open).at(-1) ?? first;
  const shut = days.find((day) => day > open && spansOn(calendar, day).length === 0);
  const holiday = [...calendar.holidays].toSorted().find((date) => dayNumber(date) >= firstDay);
  const at = (instant: number, words: string): Arrival => ({ at: isoInZone(calendar.zone, instant), words });
  const noon = (day: number): number => first.start + (day - open) * 24 * hourMs + 3 * hourMs;
  return [
    at(first.start + Math.min(hourMs, (first.end - first.start) / 2), 'in working hours'),
    at(first.start - hourMs, 'before opening'),
    at(last.end, 'at closing time'),
    at(last.end + hourMs, 'after closing'),
    ...(shut === undefined ? [] : [at(noon(shut), `closed that day, ${isoDate(shut)}`)]),
    ...(holiday === undefined ? [] : [at(noon(dayNumber(holiday)), 'on a holiday')]),
  ];
}
