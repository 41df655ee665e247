/** Reads when a limit holds: `during business hours`, `out of hours`, `otherwise`. */

import type { Cursor } from '../text/cursor.ts';
import { calendars } from '../text/words.ts';
import { startsDeadline } from './deadline.ts';
import type { LimitDraft } from './draft.ts';
import { startsAmount } from './number.ts';

export const hourWords = new Set(['hours', 'time', 'hrs']);

const coverWords = new Set(['during', 'in', 'within', 'on']);

const boundWords = new Set(['within', 'under', 'max', 'every', 'less', 'up', 'no']);

/** Whether a limit starts there: then the words before it belong to it, not to the limit before them. */
function limitAhead(c: Cursor, offset: number): boolean {
  const token = c.peek(offset);
  if (token.kind === 'sign') return ['<', '≤', '<=', '=<', ':'].includes(token.text);
  return startsAmount(c, offset) || startsDeadline(c, offset) || c.isWord(boundWords, offset);
}

/**
 * Reads "otherwise" and "outside business hours", which make a limit that of all other times. False, and nothing
 * moved, where neither is there.
 */
export function readOtherwise(c: Cursor, draft: LimitDraft): boolean {
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

const dayWords = new Set(['day', 'days']);

const plainHours = new Set(['normal', 'our', 'regular', 'standard', 'local', 'the', 'opening']);

/** `during business hours`, `in hours`. */
export function readCover(c: Cursor, draft: LimitDraft): boolean {
  const start = c.at;
  if (c.isWord(coverWords)) {
    c.at += 1;
    while (c.isWord(plainHours)) c.at += 1;
    const named = c.isWord(calendars) && calendars.get(c.peek().text) === 'business';
    while (c.isWord(calendars)) c.at += 1;
    if (named && c.isWord(dayWords)) {
      // "4 hours on business days": only the hours of those days count.
      c.at += 1;
      draft.calendar = 'business';
      return true;
    }
    if (c.isWord(hourWords) && (named || c.peek().text === 'hours')) {
      c.at += 1;
      draft.when = 'in-hours';
      return true;
    }
  }
  c.at = start;
  return false;
}
