/** Reads what may follow a limit: calendar, start event, recurrence, share, segment, opening hours, "otherwise". */

import type { Cursor } from '../text/cursor.ts';
import { escalates } from '../text/escalating.ts';
import { refuse } from '../text/refusals.ts';
import { calendars, countedWords, fillerWords, machineWords, touchWords, units } from '../text/words.ts';
import { looseZones, zoneNames } from '../zone-name.ts';
import { hourWords, readCover, readOtherwise } from './coverage.ts';
import { readZone, refuseLooseZone, startsDeadline } from './deadline.ts';
import type { LimitDraft } from './draft.ts';
import { eventWords, readAnchor, readFor, readIf, readPurpose } from './free-text.ts';
import { readHours, readZoneHours, startsHours, startsSpan } from './hours.ts';
import { readNamedCalendar } from './named-calendar.ts';
import { startsAmount } from './number.ts';
import { startsShare, takeShare } from './share.ts';

const eachWords = new Set(['per', 'each', 'every']);

const leadWords = new Set([
  'lead',
  'leads',
  'record',
  'prospect',
  'mql',
  'mqls',
  'sql',
  'sqls',
  'account',
  'form',
  'signup',
]);

const softer = new Set(['less', 'sooner', 'faster', 'better', 'earlier', 'quicker']);

const whoseTouch = new Set(['inbound', 'outbound', 'new', 'customer', 'lead', 'sales', 'owner']);

/** Reads one part after another until one is none of them. `inBracket`: no brackets inside brackets. */
export function readTails(c: Cursor, draft: LimitDraft, inBracket = false): void {
  while (!c.done) {
    const before = c.at;
    if (!readTail(c, draft, inBracket)) {
      c.at = before;
      return;
    }
  }
}

function readTail(c: Cursor, draft: LimitDraft, inBracket: boolean): boolean {
  if (c.isSign('.') && c.at + 1 >= c.end) return c.takeSign('.');
  if (c.isSign(',')) {
    c.at += 1;
    if (draft.kind === 'deadline') refuseLooseZone(c, () => null);
    return startsTail(c, draft) && readTail(c, draft, inBracket);
  }
  if (c.isSign('(')) return !inBracket && readBracket(c, draft);
  const token = c.peek();
  if (token.kind === 'always') return wall(c, draft, 1);
  if (token.kind === 'zone' || token.text === 'utc') {
    if (draft.kind === 'duration') return readZoneHours(c, draft);
    if (draft.kind !== 'deadline') return false;
    draft.tz = readZone(c);
    return true;
  }
  if (readNamedCalendar(c, draft) || readHours(c, draft, inBracket)) return true;
  if (token.kind === 'number' || startsShare(c)) return readShare(c, draft);
  if ((token.text === 'at' || token.text === 'in') && shareBehind(c)) return readShare(c, draft);
  if (token.kind !== 'word') return false;
  if (draft.kind === 'deadline') refuseZoneOfNobody(c);
  else refuseEverydayZone(c);
  if (draft.kind === 'instant' && machineWords.has(token.text)) {
    draft.automated = true;
    c.at += 1;
    return true;
  }
  if (readOtherwise(c, draft) || readCover(c, draft)) return true;
  if (c.ahead(['around', 'the', 'clock']) || c.ahead(['round', 'the', 'clock'])) return wall(c, draft, 3);
  if (c.ahead(['day', 'and', 'night']) || c.ahead(['day', 'or', 'night'])) return wall(c, draft, 3);
  if (calendars.has(token.text)) return readCalendarWord(c, draft);
  if (eachWords.has(token.text)) return readRecurrence(c, draft);
  if (token.text === 'of' && readTimeOf(c, draft)) return true;
  if (eventWords.has(token.text)) return readAnchor(c, draft);
  if (token.text === 'for') return readFor(c, draft);
  if (token.text === 'to') return readPurpose(c, draft);
  if (token.text === 'if') return readIf(c, draft);
  if (token.text === 'or' && softer.has(c.peek(1).text)) {
    c.at += 2;
    return true;
  }
  if ((token.text === 'at' && c.ahead(['the', 'latest'], 1)) || token.text === 'tops') {
    c.at += token.text === 'tops' ? 1 : 3;
    return true;
  }
  if (readMaximum(c, draft)) return true;
  if (fillerWords.has(token.text)) {
    c.at += 1;
    return true;
  }
  return false;
}

/** Refuses `local time`, `in CET` behind a time of day, with the name to write. */
function refuseZoneOfNobody(c: Cursor): void {
  const start = c.at;
  c.take('in');
  c.take('the');
  refuseLooseZone(c, () => null);
  c.at = start;
}

/** Refuses `CET`, `Eastern time`, `in their time zone` behind a length, with the name to write. */
function refuseEverydayZone(c: Cursor): void {
  const start = c.at;
  c.take('in');
  c.take('the');
  const alone = c.at + 1 === c.end || c.peek(1).text === ')';
  if (zoneNames.has(c.peek().text) || c.ahead(['time'], 1) || (looseZones.has(c.peek().text) && alone))
    refuseLooseZone(c, () => null);
  c.at = start;
}

const furtherWords = new Set(
  'during per otherwise utc local wall calendar business working after from'.split(' '),
);

/** Whether what follows a comma still belongs to the same limit. */
function startsTail(c: Cursor, draft: LimitDraft): boolean {
  const token = c.peek();
  if (token.kind === 'always' || token.kind === 'zone') return true;
  if (token.kind !== 'word') return c.isSign('(') || startsSpan(c);
  const most = mostWords.find((words) => c.ahead(words));
  if (most !== undefined) return c.isWord(countedWords, most.length + 1);
  return (
    furtherWords.has(token.text) ||
    (draft.kind === 'instant' && machineWords.has(token.text)) ||
    c.ahead(['around', 'the', 'clock']) ||
    c.ahead(['round', 'the', 'clock']) ||
    c.ahead(['day', 'and', 'night']) ||
    c.ahead(['day', 'or', 'night']) ||
    startsHours(c) ||
    c.ahead(['on', 'the']) ||
    [1, 2].some((offset) => c.ahead(['calendar'], offset)) ||
    startsShare(c) ||
    c.ahead(['out', 'of']) ||
    (draft.kind === 'deadline' && token.text === 'if')
  );
}

function wall(c: Cursor, draft: LimitDraft, tokens: number): boolean {
  if (draft.kind === 'duration' && draft.calendar === 'business')
    throw refuse.clocks(draft.text, c.slice(c.at, c.at + tokens));
  draft.calendar = 'wall';
  c.at += tokens;
  return true;
}

/** `1 hour of business time`: the clock it runs on, no event that starts it. */
function readTimeOf(c: Cursor, draft: LimitDraft): boolean {
  let words = 1;
  while (c.isWord(calendars, words)) words += 1;
  const last = c.peek(words);
  if (words === 1 || !(c.isWord(hourWords, words) || last.kind === 'sign')) return false;
  c.at += 1;
  return readCalendarWord(c, draft);
}

function readCalendarWord(c: Cursor, draft: LimitDraft): boolean {
  let calendar = draft.calendar;
  while (c.isWord(calendars)) {
    // The business calendar is no calendar time.
    if (calendar !== 'business' || c.peek().text !== 'calendar')
      calendar = calendars.get(c.peek().text) ?? calendar;
    c.at += 1;
  }
  if (c.isWord(hourWords) || c.ahead(['days'])) c.at += 1;
  if (c.ahead(['only'])) c.at += 1;
  draft.calendar = calendar;
  return true;
}

/** `(business)`, `(after assignment)`, `(automated)`, `(90%)`, else the name of a segment or what the limit is on. */
function readBracket(c: Cursor, draft: LimitDraft): boolean {
  let depth = 0;
  let close = c.at;
  for (; close < c.end; close += 1) {
    const text = c.tokens[close]?.text;
    c.steps += 1;
    if (text === '(') depth += 1;
    else if (text === ')') {
      depth -= 1;
      if (depth === 0) break;
    }
  }
  if (depth > 0) return false;
  const open = c.at;
  const outerEnd = c.end;
  c.at = open + 1;
  c.end = close;
  if (!c.done && c.isWord(machineWords) && (c.at + 1 === close || draft.kind === 'instant')) {
    draft.automated = true;
    c.at = close;
  } else readTails(c, draft, true);
  const understood = c.done;
  const label = c.slice(open + 1, close);
  const escalation = !understood && escalates(c, c.at);
  c.end = outerEnd;
  c.at = close + 1;
  if (escalation) throw refuse.escalation(draft.text);
  if (!understood) refuseMaximum(c, draft, open, close);
  if (!understood && draft.segment === undefined) {
    draft.segment = label;
    draft.bracketed = true;
  }
  return true;
}

/** Steps over "at" or "in the" before a share: `1 hour at P90`, `in 90% of cases`. */
function shareBehind(c: Cursor): boolean {
  const start = c.at;
  c.at += 1;
  c.take('the');
  if (startsShare(c)) return true;
  c.at = start;
  return false;
}

/** `15 minutes (max 30 minutes)`: a second limit in the bracket. */
function refuseMaximum(c: Cursor, draft: LimitDraft, open: number, close: number): void {
  const place = { at: c.at, end: c.end };
  Object.assign(c, { at: open + 1, end: close });
  while (!c.done && !(startsAmount(c) && isMeasured(c)) && !startsDeadline(c)) c.at += 1;
  const second = c.done ? null : c.slice(c.at, close);
  Object.assign(c, place);
  if (second !== null) throw refuse.twoInOne(draft.text, second);
}

/** Whether the amount ahead has a unit: `30 minutes`, not `Tier 1`. */
function isMeasured(c: Cursor): boolean {
  return [1, 2].some((offset) => c.isWord(units, offset) || c.isWord(calendars, offset));
}

function readShare(c: Cursor, draft: LimitDraft): boolean {
  const share = takeShare(c);
  if (share === null) return false;
  draft.attainment = share;
  if (c.take('of')) {
    if (c.ahead(['the'])) c.at += 1;
    if (c.peek().kind === 'word') c.at += 1;
  }
  return true;
}

function readRecurrence(c: Cursor, draft: LimitDraft): boolean {
  c.at += 1;
  if (c.done || c.isSign(',', ';', '.', ')')) throw refuse.per();
  while (c.isWord(whoseTouch)) {
    if (c.at + 1 >= c.end || !c.isWord(touchWords, 1)) break;
    c.at += 1;
  }
  if (c.isWord(touchWords)) {
    c.at += 1;
    draft.recurrence = 'per-touch';
    return true;
  }
  if (c.isWord(leadWords)) {
    c.at += 1;
    return true;
  }
  throw refuse.per();
}

const mostWords = [
  ['up', 'to'],
  ['at', 'most'],
  ['no', 'more', 'than'],
  ['max'],
  ['maximum'],
  ['a', 'maximum', 'of'],
];

/** `up to 3 attempts`. */
function readMaximum(c: Cursor, draft: LimitDraft): boolean {
  const start = c.at;
  c.takeAny(mostWords);
  const number = c.peek();
  if (c.at > start && number.kind === 'number' && c.isWord(countedWords, 1)) {
    if (draft.recurrence === 'once') throw refuse.cadence();
    if (!Number.isInteger(number.value) || number.value <= 0) throw refuse.attempts();
    draft.max = number.value;
    c.at += 2;
    return true;
  }
  c.at = start;
  return false;
}
