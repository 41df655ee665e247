/** Reads a calendar that a limit names: `EMEA calendar`, `on the EMEA business hours`. */

import { closest } from '../../language/closest.ts';
import type { Cursor } from '../text/cursor.ts';
import { refuse } from '../text/refusals.ts';
import { calendars } from '../text/words.ts';
import type { LimitDraft } from './draft.ts';
import { configLineFor } from './hours.ts';

const own = new Set(['our', 'team', 'the', 'usual', 'standard', 'normal', 'default', 'company', 'regular']);
const regionZones: ReadonlyMap<string, string> = new Map([
  ['emea', 'Europe/London'],
  ['eu', 'Europe/Berlin'],
  ['dach', 'Europe/Berlin'],
  ['uk', 'Europe/London'],
  ['apac', 'Asia/Singapore'],
]);

/** Reads `EMEA calendar`, `on the EMEA calendar`, `EMEA business hours`. @throws Refused where no calendar has the name */
export function readNamedCalendar(c: Cursor, draft: LimitDraft): boolean {
  const start = c.at;
  if (
    c.ahead(['on']) ||
    c.ahead(['per']) ||
    c.ahead(['in']) ||
    c.ahead(['by']) ||
    c.ahead(['using']) ||
    c.ahead(['during'])
  )
    c.at += 1;
  c.take('the');
  const first = c.at;
  let end = first;
  while (end < c.end && end < first + 4 && c.tokens[end]?.kind === 'word' && !isEnd(c, end)) end += 1;
  const last = c.tokens[end];
  const named = end > first && end < c.end && last !== undefined && isEnd(c, end);
  const written = named ? c.slice(first, trimmed(c, first, end)) : '';
  const lower = written.toLowerCase();
  const isCalendar = last?.text === 'calendar' || last?.text === 'calendars';
  const known = c.calendars?.named.has(lower) === true;
  if (
    !named ||
    written === '' ||
    (!isCalendar && !known && !/^[A-Z]{2,5}$/.test(written)) ||
    calendars.has(lower)
  ) {
    c.at = start;
    return false;
  }
  c.at = end + 1;
  draft.calendar = 'business';
  if (own.has(lower)) return true;
  if (!known) {
    const zone = regionZones.get(lower) ?? 'America/New_York';
    const words = c.slice(first, end + 1);
    const near = closest(lower, c.calendars?.named.keys() ?? []);
    if (near !== null) throw refuse.nearCalendar(words, `${draft.text} (${near} calendar)`);
    throw refuse.noCalendar(
      words,
      configLineFor(
        c,
        `${lower}: {zone: ${zone}, hours: {mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00"}}`,
      ),
      `${draft.text} (${lower} calendar)`,
    );
  }
  draft.on = lower;
  return true;
}

function isEnd(c: Cursor, at: number): boolean {
  return ['calendar', 'hours'].includes(c.tokens[at]?.text ?? '');
}

/** A name without the "business" of "EMEA business hours". */
function trimmed(c: Cursor, first: number, end: number): number {
  let last = end;
  while (last > first && calendars.has(c.tokens[last - 1]?.text ?? '')) last -= 1;
  return last;
}
