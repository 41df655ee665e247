/** Reads what may follow a limit: calendar, start event, recurrence, share, segment, opening hours, "otherwise". */

import { zoneNames } from '../zone-name.ts';
import { startsAmount } from './amount.ts';
import type { Cursor } from './cursor.ts';
import { readClock, readZone, refuseLooseZone, startsDeadline } from './deadline.ts';
import type { Draft } from './draft.ts';
import { refuse, round } from './refusals.ts';
import {
  activityWords,
  calendars,
  countedWords,
  escalationVerbs,
  fillerWords,
  machineWords,
  touchWords,
} from './words.ts';

const eventWords = new Set(['after', 'of', 'from', 'since', 'following', 'once', 'upon']);
const eachWords = new Set(['per', 'each', 'every']);
const coverWords = new Set(['during', 'in', 'within', 'on']);
const hourWords = new Set(['hours', 'time', 'hrs']);
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
const stops = new Set(['during', 'per', 'otherwise', 'for', 'if', 'escalate', 'notify', 'alert', 'reassign']);
const whoseTouch = new Set(['inbound', 'outbound', 'new', 'customer', 'lead', 'sales', 'owner']);
const articles = new Set(['the', 'our']);
const otherWords = new Set(['other', 'others']);
const subject = new Set(['the', 'lead', 'it', 'is', 'a']);
const rest = new Set(['all', 'every', 'each', 'any']);

/** Reads one part after another until one is none of them. `inBracket`: no brackets inside brackets. */
export function readTails(c: Cursor, draft: Draft, inBracket = false): void {
  while (!c.done) {
    const before = c.at;
    if (!readTail(c, draft, inBracket)) {
      c.at = before;
      return;
    }
  }
}

function readTail(c: Cursor, draft: Draft, inBracket: boolean): boolean {
  if (c.isSign('.') && c.at + 1 >= c.end) return c.takeSign('.');
  if (c.isSign(',')) {
    c.at += 1;
    if (draft.kind === 'deadline') refuseLooseZone(c, () => null);
    return startsTail(c, draft) && readTail(c, draft, inBracket);
  }
  if (c.isSign('(')) return !inBracket && readBracket(c, draft);
  const token = c.peek();
  if (token.kind === 'always') return wall(c, draft, 1);
  if (token.kind === 'zone' || (token.text === 'utc' && draft.kind === 'deadline')) {
    if (draft.kind !== 'deadline') return false;
    draft.tz = readZone(c);
    return true;
  }
  if (token.kind === 'number') return readShare(c, draft);
  if (token.kind !== 'word') return false;
  if (draft.kind === 'deadline' || zoneNames.has(token.text)) refuseLooseZone(c, () => null);
  if (draft.kind === 'instant' && machineWords.has(token.text)) {
    draft.automated = true;
    c.at += 1;
    return true;
  }
  if (readOtherwise(c, draft) || readCover(c, draft)) return true;
  if (c.ahead(['around', 'the', 'clock'])) return wall(c, draft, 3);
  if (c.ahead(['in', 'the', 'zone']) || c.ahead(['elapsed', 'time'])) return wall(c, draft, 2);
  if (calendars.has(token.text)) return readCalendarWord(c, draft);
  if (eachWords.has(token.text)) return readRecurrence(c, draft);
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

const furtherWords = new Set(
  'during per otherwise utc local wall calendar business working after from'.split(' '),
);

/** Whether what follows a comma still belongs to the same limit. */
function startsTail(c: Cursor, draft: Draft): boolean {
  const token = c.peek();
  if (token.kind === 'always' || token.kind === 'zone') return true;
  if (token.kind !== 'word') return c.isSign('(');
  if (c.ahead(['up', 'to']) || token.text === 'max' || token.text === 'maximum' || c.ahead(['at', 'most'])) {
    return c.isWord(countedWords, token.text === 'max' || token.text === 'maximum' ? 2 : 3);
  }
  return (
    furtherWords.has(token.text) ||
    (draft.kind === 'instant' && machineWords.has(token.text)) ||
    c.ahead(['around', 'the', 'clock']) ||
    c.ahead(['out', 'of']) ||
    (draft.kind === 'deadline' && token.text === 'if')
  );
}

function wall(c: Cursor, draft: Draft, tokens: number): boolean {
  draft.calendar = 'wall';
  c.at += tokens;
  return true;
}

function readCalendarWord(c: Cursor, draft: Draft): boolean {
  let calendar = draft.calendar;
  while (c.isWord(calendars)) {
    calendar = calendars.get(c.peek().text) ?? calendar;
    c.at += 1;
  }
  if (c.isWord(hourWords) || c.ahead(['days'])) c.at += 1;
  if (c.ahead(['only'])) c.at += 1;
  draft.calendar = calendar;
  return true;
}

/** `(business)`, `(after assignment)`, `(automated)`, `(90%)`, else the name of a segment or what the limit is on. */
function readBracket(c: Cursor, draft: Draft): boolean {
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
  const escalates = !understood && c.isWord(escalationVerbs);
  c.end = outerEnd;
  c.at = close + 1;
  if (escalates) throw refuse.escalation(draft.text);
  if (!understood && draft.segment === undefined) {
    draft.segment = label;
    draft.bracketed = true;
  }
  return true;
}

function readShare(c: Cursor, draft: Draft): boolean {
  const share = takeShare(c);
  if (share === null) return false;
  draft.attainment = share;
  if (c.take('of')) {
    if (c.ahead(['the'])) c.at += 1;
    if (c.peek().kind === 'word') c.at += 1;
  }
  return true;
}

/** `90%` or `90 percent` as a share of 1; null when none is ahead. */
export function takeShare(c: Cursor): number | null {
  const token = c.peek();
  const sign = c.peek(1);
  if (token.kind !== 'number' || !(sign.text === '%' || sign.text === 'percent')) return null;
  const written = c.slice(c.at, c.at + 2);
  if (Number.isNaN(token.value) || token.value <= 0 || token.value > 100) throw refuse.share(written);
  c.at += 2;
  return round(token.value / 100);
}

const boundWords = new Set(['within', 'under', 'max', 'every', 'less', 'up', 'no']);

/** Whether a limit starts there: then the words before it belong to it, not to the limit before them. */
function limitAhead(c: Cursor, offset: number): boolean {
  const token = c.peek(offset);
  if (token.kind === 'sign') return ['<', '≤', '<=', '=<', ':'].includes(token.text);
  return startsAmount(c, offset) || startsDeadline(c, offset) || c.isWord(boundWords, offset);
}

function readOtherwise(c: Cursor, draft: Draft): boolean {
  const start = c.at;
  if ((c.ahead(['otherwise']) || c.ahead(['else'])) && !limitAhead(c, 1)) {
    c.at += 1;
    draft.when = 'otherwise';
    return true;
  }
  const off = c.takeAny([['out', 'of'], ['outside', 'of'], ['outside'], ['off'], ['after']]) !== null;
  if (off) {
    while (c.isWord(calendars)) c.at += 1;
    if (c.isWord(hourWords) && c.peek().text !== 'time' && !limitAhead(c, 1)) {
      c.at += 1;
      draft.when = 'otherwise';
      return true;
    }
  }
  c.at = start;
  return false;
}

const plainHours = new Set(['normal', 'our', 'regular', 'standard', 'local', 'the', 'opening']);

/** `during business hours`, `in hours`. */
function readCover(c: Cursor, draft: Draft): boolean {
  const start = c.at;
  if (c.isWord(coverWords)) {
    c.at += 1;
    while (c.isWord(plainHours)) c.at += 1;
    const named = c.isWord(calendars) && calendars.get(c.peek().text) === 'business';
    while (c.isWord(calendars)) c.at += 1;
    if (c.isWord(hourWords) && (named || c.peek().text === 'hours')) {
      c.at += 1;
      draft.when = 'in-hours';
      return true;
    }
  }
  c.at = start;
  return false;
}

function readRecurrence(c: Cursor, draft: Draft): boolean {
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

/** The end of a free text that starts here: the next separator, bracket or word that begins another part. */
function textEnd(c: Cursor): number {
  let end = c.at;
  for (; end < c.end; end += 1) {
    const token = c.tokens[end];
    c.steps += 1;
    if (token === undefined) break;
    if (token.kind === 'word' && stops.has(token.text) && end > c.at) break;
    if (token.kind === 'always') break;
    if (token.kind === 'sign' && !'-&+\'"#'.includes(token.text) && !isTightSlash(c, end)) break;
  }
  return end;
}

function isTightSlash(c: Cursor, at: number): boolean {
  return c.tokens[at]?.text === '/' && c.tokens[at]?.tight === true && c.tokens[at + 1]?.tight === true;
}

function readAnchor(c: Cursor, draft: Draft): boolean {
  const word = c.slice(c.at, c.at + 1);
  c.at += 1;
  const start = c.at;
  c.at = textEnd(c);
  if (c.at === start) throw refuse.missing(word, `${draft.text} after assignment`);
  draft.anchor ??= c.slice(start, c.at);
  return true;
}

function readFor(c: Cursor, draft: Draft): boolean {
  c.at += 1;
  while (c.isWord(articles)) c.at += 1;
  const share = takeShare(c);
  if (share !== null) {
    draft.attainment = share;
    if (c.take('of')) c.at = textEnd(c);
    return true;
  }
  if (c.isWord(rest)) {
    c.at += 1;
    if (c.isWord(otherWords) || c.ahead(['the'])) {
      c.at = textEnd(c);
      draft.segment ??= 'otherwise';
    } else c.at = textEnd(c);
    return true;
  }
  const start = c.at;
  let end = start;
  while (end < c.end) {
    const token = c.tokens[end];
    c.steps += 1;
    if (
      token === undefined ||
      (token.kind === 'sign' && !'-&+#%'.includes(token.text) && !isTightSlash(c, end))
    )
      break;
    if (end > start && token.kind === 'word' && (stops.has(token.text) || eventWords.has(token.text))) break;
    if (token.kind === 'word' && ['and', 'or'].includes(token.text) && end > start) {
      const from = c.at;
      c.at = end + 1;
      const another = startsAmount(c) || startsDeadline(c) || c.isSign('<', '≤', '<=');
      c.at = from;
      if (another) break;
    }
    end += 1;
  }
  c.at = end;
  const label = c.slice(start, end);
  if (label === '')
    throw refuse.missing('for', `${draft.text} for high-signal; 1 business day for low-signal`);
  const words = c.tokens.slice(start, end);
  if (words.some((token) => activityWords.has(token.text))) draft.action ??= label;
  else draft.segment ??= label;
  return true;
}

/** `4 hours to accept or reject`: what must be done in time. */
function readPurpose(c: Cursor, draft: Draft): boolean {
  c.at += 1;
  const start = c.at;
  c.at = textEnd(c);
  if (c.at === start) return false;
  if (c.tokens.slice(start, c.at).some((token) => escalationVerbs.has(token.text))) {
    throw refuse.escalation(draft.text);
  }
  draft.action ??= c.slice(start, c.at);
  return true;
}

const arrivals = new Set(
  'if it the lead is was has been received receiving arrives arriving arrived submitted created comes came in assigned routed handed over'.split(
    ' ',
  ),
);

/** `if received before 14:00 Europe/London`, or a segment: `if high-signal`. */
function readIf(c: Cursor, draft: Draft): boolean {
  const start = c.at;
  while (c.isWord(arrivals)) c.at += 1;
  if (c.ahead(['before']) || c.ahead(['by']) || c.ahead(['until'])) {
    c.at += 1;
    const clock = readClock(c);
    if (clock !== null && draft.kind === 'deadline') {
      draft.cutoff = clock;
      if (c.peek().kind === 'zone' || c.peek().text === 'utc') draft.tz = readZone(c);
      else {
        const said = (): boolean =>
          c.tokens.some((token) => token.text === 'otherwise' || token.text === 'else');
        refuseLooseZone(c, () => (said() ? null : clock));
      }
      return true;
    }
  }
  c.at = start + 1;
  while (c.isWord(subject)) c.at += 1;
  const label = c.at;
  if (c.peek().text === 'missed' || c.peek().text === 'not' || c.peek().text === 'no') return false;
  c.at = textEnd(c);
  if (c.at === label) return false;
  draft.segment ??= c.slice(label, c.at);
  return true;
}

/** `up to 3 attempts`. */
function readMaximum(c: Cursor, draft: Draft): boolean {
  const start = c.at;
  c.takeAny([
    ['up', 'to'],
    ['at', 'most'],
    ['no', 'more', 'than'],
    ['max'],
    ['maximum'],
    ['a', 'maximum', 'of'],
  ]);
  const number = c.peek();
  if (c.at > start && number.kind === 'number' && c.isWord(countedWords, 1)) {
    if (draft.recurrence === 'once') throw refuse.cadence();
    if (!Number.isInteger(number.value) || number.value <= 0) throw refuse.zero();
    draft.max = number.value;
    c.at += 2;
    return true;
  }
  c.at = start;
  return false;
}
