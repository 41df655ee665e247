/** Reads the free words behind a limit: the event that starts it, the segment it is for, what must be done. */

import type { Cursor } from '../text/cursor.ts';
import { escalates } from '../text/escalating.ts';
import { refuse } from '../text/refusals.ts';
import { activityWords, escalationVerbs } from '../text/words.ts';
import { readClock, readZone, refuseLooseZone } from './deadline.ts';
import type { LimitDraft } from './draft.ts';
import { startsAmount } from './number.ts';
import { takeShare } from './share.ts';
import { startsLimit } from './start.ts';

export const eventWords = new Set(['after', 'of', 'from', 'since', 'following', 'once', 'upon']);

const stops = new Set(['during', 'per', 'otherwise', 'for', 'if']);

const articles = new Set(['the', 'our']);

const otherWords = new Set(['other', 'others']);

const subject = new Set(['the', 'lead', 'it', 'is', 'a']);

const rest = new Set(['all', 'every', 'each', 'any']);

/** The end of a free text that starts here: the next separator, bracket or word that begins another part. */
function textEnd(c: Cursor): number {
  let end = c.at;
  for (; end < c.end; end += 1) {
    const token = c.tokens[end];
    c.steps += 1;
    if (token === undefined) break;
    if (token.kind === 'word' && end > c.at && (stops.has(token.text) || escalates(c, end))) break;
    if (token.kind === 'always') break;
    if (token.kind === 'sign' && !'-&+\'"#'.includes(token.text) && !isTightSlash(c, end)) break;
  }
  return end;
}

function isTightSlash(c: Cursor, at: number): boolean {
  return c.tokens[at]?.text === '/' && c.tokens[at]?.tight === true && c.tokens[at + 1]?.tight === true;
}

/**
 * Reads what a limit is counted from: "after assignment". True, with the cursor behind it. @throws Refused where
 * nothing follows
 */
export function readAnchor(c: Cursor, draft: LimitDraft): boolean {
  const word = c.slice(c.at, c.at + 1);
  c.at += 1;
  const start = c.at;
  c.at = textEnd(c);
  if (c.at === start) throw refuse.missing(word, `${draft.text} after assignment`);
  draft.anchor ??= c.slice(start, c.at);
  return true;
}

/** Reads what stands behind "for": a share of the leads, else which leads. True, with the cursor behind it. */
export function readFor(c: Cursor, draft: LimitDraft): boolean {
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
      const another = startsLimit(c);
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
export function readPurpose(c: Cursor, draft: LimitDraft): boolean {
  c.at += 1;
  const start = c.at;
  const second = startsAmount(c);
  c.at = textEnd(c);
  if (c.at === start) return false;
  // "1 business hour to 2 business hours"
  if (second) {
    const upper = c.slice(start, c.at);
    throw refuse.range(`${draft.text} to ${upper}`, upper, false);
  }
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
export function readIf(c: Cursor, draft: LimitDraft): boolean {
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
