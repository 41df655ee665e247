/** Reads working hours and days off in the words of a limit (SPEC §5): honoured when the config has them. */

import type { BusinessCalendar } from '../meaning.ts';
import type { Cursor } from '../text/cursor.ts';
import { refuse } from '../text/refusals.ts';
import { weekdayKeys } from '../units.ts';
import { canonicalZone, looseZones, zoneNames } from '../zone-name.ts';
import { readClock, readZone } from './deadline.ts';
import type { LimitDraft } from './draft.ts';
import { startsDays, takeDays, workingDays } from './weekdays.ts';

const leaving = new Set(['excluding', 'excl', 'except', 'without', 'minus', 'skipping', 'not']);
const offDays = new Set(['weekend', 'weekends', 'holiday', 'holidays', 'bank', 'public']);

/** Weekdays (1 Monday) with the one span they are open, in minutes; `span` null where only days are named. */
interface Hours {
  readonly days: readonly number[] | null;
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly zone: string | null;
}

const allDay = { start: 0, end: 1440 };
const officeDay = { start: 540, end: 1020 };

/** Whether hours or days off may start here. */
export function startsHours(c: Cursor): boolean {
  return startsDays(c) || (c.isWord(leaving) && offBehind(c, 1) > 0) || c.ahead(['no', 'weekends']);
}

/** Whether only hours are ahead: `9-5`, `9am–5pm CET`, and no unit that would make them an amount. */
export function startsSpan(c: Cursor): boolean {
  const start = c.at;
  const whole = takeSpan(c) !== null && (takeZone(c) !== null || c.done);
  c.at = start;
  return whole;
}

/** Tokens of "weekends and holidays" from `offset`; 0 when none are there. */
function offBehind(c: Cursor, offset: number): number {
  let length = 0;
  while (
    c.isWord(offDays, offset + length) ||
    ['and', 'or', 'counting', 'including', 'on', '&'].includes(c.peek(offset + length).text)
  )
    length += 1;
  return c.isWord(offDays, offset + length - 1) ? length : 0;
}

/** Reads `Mon–Fri 9–6 PST`, `9am–5pm` in a bracket, `excluding weekends`. @throws Refused where no calendar has them */
export function readHours(c: Cursor, draft: LimitDraft, inBracket: boolean): boolean {
  const start = c.at;
  if (c.ahead(['on']) && startsDays(c, 1)) c.at += 1;
  const found = startsHours(c) || startsSpan(c) || inBracket ? takeHours(c) : null;
  if (found === null || (found.days === null && !c.done)) {
    c.at = start;
    return false;
  }
  const words = c.slice(start, c.at);
  // Days without their weekends are working days, whatever the hours.
  if (draft.kind === 'duration' && draft.unit === 'day' && found.span === null) {
    draft.calendar = 'business';
    return true;
  }
  if (draft.kind !== 'duration') {
    c.at = start;
    return false;
  }
  const name = calendarWith(c, found, draft.calendar === 'business');
  if (name === null)
    throw refuse.noCalendar(
      words,
      configLineFor(c, calendarLine(found, 'office', draft.calendar === 'business' ? officeDay : allDay)),
      `${draft.text} (office calendar)`,
    );
  draft.calendar = 'business';
  if (name !== '') draft.on = name;
  return true;
}

/**
 * Reads a zone behind a length: `30 business minutes Europe/London`. Round the clock a length is the same in every zone.
 *
 * @throws Refused where no calendar of the config has this zone
 */
export function readZoneHours(c: Cursor, draft: LimitDraft): boolean {
  const start = c.at;
  const zone = readZone(c);
  const always = c.isSign(',') && c.peek(1).kind === 'always';
  if (draft.calendar === 'wall' || always) return true;
  const book = c.calendars;
  if (book?.usual?.zone === zone) return true;
  const name = [...(book?.named ?? [])].find(([, calendar]) => calendar.zone === zone)?.[0];
  if (name === undefined)
    throw refuse.noCalendar(
      c.slice(start, c.at),
      configLineFor(c, calendarLine({ days: null, span: null, zone }, 'office', officeDay)),
      `${draft.text} (office calendar)`,
    );
  draft.calendar = 'business';
  draft.on = name;
  return true;
}

function takeHours(c: Cursor): Hours | null {
  if (c.isWord(leaving) || c.ahead(['no', 'weekends'])) {
    const length = offBehind(c, 1);
    if (length === 0) return null;
    c.at += 1 + length;
    return { days: workingDays, span: null, zone: null };
  }
  const days = takeDays(c);
  if (c.ahead(['only'])) c.at += 1;
  const comma = days !== null && (c.isSign(',') || c.ahead(['from']));
  if (comma) c.at += 1;
  const span = takeSpan(c);
  if (span === null && comma) c.at -= 1;
  if (days === null && span === null) return null;
  return { days, span, zone: span === null ? null : takeZone(c) };
}

/** `9–6`, `9am–5pm`, `09:00 to 17:00`, in minutes; an end that is not after its start is in the afternoon. */
function takeSpan(c: Cursor): Hours['span'] {
  const place = c.at;
  const start = takeTime(c);
  const joined = start !== null && (c.takeSign('-') || c.take('to'));
  const end = joined ? takeTime(c) : null;
  if (start === null || end === null) {
    c.at = place;
    return null;
  }
  return { start, end: end > start ? end : end + 720 };
}

function takeTime(c: Cursor): number | null {
  const written = readClock(c);
  if (written !== null) {
    const [hours = 0, minutes = 0] = written.split(':').map(Number);
    return hours * 60 + minutes;
  }
  const token = c.peek();
  if (token.kind !== 'number' || !Number.isInteger(token.value) || token.value > 24) return null;
  c.at += 1;
  return token.value * 60;
}

function takeZone(c: Cursor): string | null {
  const token = c.peek();
  const name =
    token.kind === 'zone' || token.text === 'utc'
      ? canonicalZone(token.text === 'utc' ? 'UTC' : token.text)
      : (zoneNames.get(token.text) ?? looseZones.get(token.text) ?? null);
  if (name !== null) c.at += 1;
  return name;
}

/** The calendar of the config with these hours: '' the usual one, a name, or null when none has them. */
function calendarWith(c: Cursor, hours: Hours, business: boolean): string | null {
  const book = c.calendars;
  if ((book?.usual ?? null) === null && business && saysWorkingDays(hours)) return '';
  if (book === null) return null;
  if (book.usual !== null && fits(book.usual, hours, business)) return '';
  for (const [name, calendar] of book.named) if (fits(calendar, hours, business)) return name;
  return null;
}

/** Monday to Friday without hours or zone: no more than "business" says already. */
function saysWorkingDays({ days, span, zone }: Hours): boolean {
  return span === null && zone === null && days?.join() === workingDays.join();
}

/** "1 business hour (Mon–Fri)" says the days alone; "4 hours Mon–Fri" has their nights too. */
function fits(calendar: BusinessCalendar, { days, span, zone }: Hours, business: boolean): boolean {
  if (zone !== null && zone !== calendar.zone) return false;
  return weekdayKeys.every((_, index) => {
    const open = calendar.hours.get(index + 1) ?? [];
    if (days !== null && !days.includes(index + 1)) return open.length === 0;
    if (days === null && open.length === 0) return true;
    if (span === null && business) return open.length > 0;
    const [only, second] = open;
    const wanted = span ?? allDay;
    return second === undefined && only?.start === wanted.start && only.end === wanted.end;
  });
}

/** The lines that would make such a calendar known. */
function calendarLine({ days, span, zone }: Hours, name: string, usual: typeof allDay): string {
  const { start, end } = span ?? usual;
  const hours = `${clock(start)}-${clock(end)}`;
  const open = (days ?? workingDays).map((day) => `${weekdayKeys[day - 1]}: "${hours}"`);
  return `${name}: {zone: ${zone ?? 'America/New_York'}, hours: {${open.join(', ')}}}`;
}

/** The line to add: the section may stand only once. */
export function configLineFor(c: Cursor, calendar: string): string {
  const more = (c.calendars?.named.size ?? 0) > 0;
  return more ? `'${calendar}' under calendars` : `'calendars: {${calendar}}'`;
}

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
