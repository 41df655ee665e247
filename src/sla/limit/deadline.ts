/** Reads a deadline: `same business day`, `next business day by 10am Europe/Berlin`, `EOD`. */

import type { Cursor } from '../text/cursor.ts';
import { clockTime, refuse } from '../text/refusals.ts';
import { calendars } from '../text/words.ts';
import { canonicalZone, looseZones, zoneNames } from '../zone-name.ts';
import type { LimitDraft } from './draft.ts';

const ends = new Set(['eod', 'cob', 'eob', 'eobd', 'cobd']);
const lead = new Set(['by', 'before', 'until', 'till', 'on', 'within', 'at', 'in']);
const dayWords = new Set(['day', 'days']);
const nextWords = new Set(['next', 'following']);
const linking = new Set(['by', 'before', 'until', 'till', 'on', 'at', 'the', 'of', 'in', 'within', 'latest']);

/** Words looked past for a deadline, so that looking stays cheap at every word of a phrase. */
const farthest = 4;

/** Whether a deadline starts here. */
export function startsDeadline(c: Cursor, offset = 0): boolean {
  let at = offset;
  const hasLead = c.isWord(lead, at);
  while (at < offset + farthest && (c.isWord(lead, at) || c.ahead(['the'], at))) at += 1;
  if (daySpan(c, at) > 0 || endSpan(c, at) > 0 || openSpan(c, at) > 0) return true;
  return hasLead && at > offset && c.isWord(timeLead, offset) && clockSpan(c, at) > 0;
}

const timeLead = new Set(['by', 'before', 'until', 'till']);

/** Tokens of `same business day` and its like, 0 when there is none. */
function daySpan(c: Cursor, at: number): number {
  const first = c.peek(at);
  if (first.kind !== 'word') return 0;
  if (first.text !== 'same' && first.text !== 'first' && !nextWords.has(first.text)) return 0;
  let length = 1;
  while (c.isWord(calendars, at + length)) length += 1;
  if (first.text === 'first' && length === 1) return 0;
  if (c.isWord(dayWords, at + length)) return length + 1;
  return nextWords.has(first.text) && c.ahead(['morning'], at + length) ? length + 1 : 0;
}

/** Tokens of `EOD`, `end of business day`, `close of business`, 0 when there is none. */
function endSpan(c: Cursor, at: number): number {
  if (c.isWord(ends, at)) return 1;
  if (c.ahead(['closing', 'time'], at)) return 2;
  if (!(c.ahead(['end'], at) || c.ahead(['close'], at) || c.ahead(['closing'], at))) return 0;
  if (!c.ahead(['of'], at + 1)) return c.ahead(['end'], at) ? 0 : 1;
  let length = 2;
  if (c.ahead(['the'], at + length)) length += 1;
  if (daySpan(c, at + length) > 0) return length;
  const bare = length;
  while (c.isWord(calendars, at + length)) length += 1;
  if (c.isWord(dayWords, at + length)) return length + 1;
  return length > bare ? length : 0;
}

/** Tokens of `first thing`, `start of the next business day`, `opening time`, 0 when there is none. */
function openSpan(c: Cursor, at: number): number {
  if (c.ahead(['first', 'thing'], at)) return c.ahead(['in', 'the', 'morning'], at + 2) ? 5 : 2;
  if (c.isWord(starts, at)) return 1;
  if (!(c.isWord(openings, at) || c.ahead(['open'], at))) return 0;
  if (c.ahead(['time'], at + 1)) return 2;
  if (!c.ahead(['of'], at + 1)) return c.ahead(['opening'], at) ? 1 : 0;
  const length = c.ahead(['the'], at + 2) ? 3 : 2;
  if (daySpan(c, at + length) > 0) return length;
  let words = length;
  while (c.isWord(calendars, at + words)) words += 1;
  if (c.isWord(dayWords, at + words)) return words + 1;
  return words > length ? words : 0;
}

const starts = new Set(['sod', 'sobd', 'bod', 'sob']);
const openings = new Set(['start', 'beginning', 'opening']);

/** Tokens of a clock time, 0 when there is none. */
function clockSpan(c: Cursor, at: number): number {
  const token = c.peek(at);
  const half = c.peek(at + 1).text;
  if (token.text === '12' && c.ahead(['noon'], at + 1)) return 2;
  const marked = ['am', 'pm', 'a', 'p', "o'clock"].includes(half);
  if (token.kind === 'time' || token.kind === 'number') {
    if (!marked) return token.kind === 'time' ? 1 : 0;
    if (half === 'am' || half === 'pm' || half === "o'clock") return 2;
    const second = c.peek(at + 2).text === '.' && c.peek(at + 3).text === 'm' ? 4 : 0;
    return second + (second > 0 && c.peek(at + 4).text === '.' ? 1 : 0);
  }
  return ['noon', 'midday', 'midnight'].includes(token.text) ? 1 : 0;
}

/** Reads a clock time as HH:MM and steps over it; null when none is ahead. */
export function readClock(c: Cursor): string | null {
  const span = clockSpan(c, 0);
  if (span === 0) return null;
  const token = c.peek();
  const text = c.slice(c.at, c.at + span);
  const half = c.peek(1).text;
  c.at += span;
  if (token.text === 'midnight') return '24:00';
  if (token.kind === 'word') return '12:00';
  let minutes = token.kind === 'time' ? token.value : token.value * 60;
  const twelve = span > 1 && half !== "o'clock" && half !== 'noon';
  if (twelve && minutes >= 780) minutes = Number.NaN;
  if (twelve && half.startsWith('p') && minutes < 720) minutes += 720;
  else if (twelve && half.startsWith('a') && minutes >= 720) minutes -= 720;
  if (!Number.isInteger(minutes) || minutes > 1440) throw refuse.noNumber(text);
  return clockTime(minutes);
}

/** Reads a deadline into `draft`. The caller has made sure that one starts here. */
export function readDeadline(c: Cursor, draft: LimitDraft): void {
  const start = c.at;
  let clock: string | null = null;
  let day: 0 | 1 | null = null;
  let end = false;
  let open = false;
  let business = false;
  while (!c.done) {
    let link = 0;
    while (c.isWord(linking, link)) link += 1;
    if (clock === null && clockSpan(c, link) > 0) {
      c.at += link;
      clock = readClock(c);
      const zone = c.peek();
      if (zone.kind === 'zone' || zone.text === 'utc') {
        draft.tz = readZone(c);
      } else refuseLooseZone(c, () => null);
      continue;
    }
    const span = day === null ? daySpan(c, link) : 0;
    if (span > 0) {
      c.at += link;
      const words = c.slice(c.at, c.at + span);
      day = nextWords.has(c.peek().text) ? 1 : 0;
      const calendar = readDay(c, span);
      if (calendar === 'unstated' && (day === 1 || c.tokens[c.at - 1]?.text === 'morning'))
        throw refuse.nextDay(words);
      draft.calendar = calendar;
      business ||= calendar === 'business';
      continue;
    }
    const opening = open ? 0 : openSpan(c, link);
    if (opening > 0) {
      c.at += link + opening;
      open = true;
      continue;
    }
    const close = end ? 0 : endSpan(c, link);
    if (close === 0) break;
    c.at += link;
    const last = c.at + close;
    for (; c.at < last; c.at += 1) {
      if (c.isWord(calendars) && c.tokens[last - 1]?.text === 'day') business = true;
    }
    end = true;
  }
  draft.kind = 'deadline';
  if (day === null && clock !== null && !end && !open) {
    throw refuse.whichDay(c.slice(start, c.at), clock);
  }
  if (day === null) draft.calendar = 'business';
  draft.day = day ?? 0;
  draft.by = clock ?? (open ? 'open' : 'close');
  draft.endOfDay = day === null && end && !business && clock === null;
}

function readDay(c: Cursor, span: number): 'business' | 'wall' | 'unstated' {
  let calendar: 'business' | 'wall' | 'unstated' = 'unstated';
  const last = c.at + span;
  while (c.at < last) {
    const named = calendars.get(c.peek().text);
    if (named === 'business' || named === 'wall') calendar = named;
    c.at += 1;
  }
  return calendar;
}

/** Reads an IANA zone; refuses one that does not exist. */
export function readZone(c: Cursor): string {
  const token = c.peek();
  c.at += 1;
  const zone = canonicalZone(token.kind === 'zone' ? token.text : 'UTC');
  if (zone === null) throw refuse.unknownZone(token.text);
  return zone;
}

/** `EST`, `Eastern time`, `local time` are refused with the IANA name to write. */
export function refuseLooseZone(c: Cursor, cutoff: () => string | null): void {
  const token = c.peek();
  if (token.kind !== 'word') return;
  const written = c.slice(c.at, c.at + 1);
  const fixed = zoneNames.get(token.text);
  if (fixed !== undefined) throw refuse.fixedZone(written, fixed);
  const loose = looseZones.get(token.text);
  if (loose !== undefined) throw refuse.looseZone(written, loose);
  const local =
    token.text === 'local' || (['their', 'our', 'my', 'its'].includes(token.text) && c.ahead(['time'], 1));
  const owned = ["lead's", "owner's", "prospect's", "customer's", 'recipient', "buyer's"].includes(
    token.text,
  );
  if (local || owned) throw refuse.local(cutoff());
}
