/** Reads "within", "at most", "<"; refuses bounds that are vague or lower limits. */

import type { Cursor } from '../text/cursor.ts';
import { refuse } from '../text/refusals.ts';
import { approximations, lowerBounds, units, upperBounds } from '../text/words.ts';
import { readAmount } from './amount.ts';
import { startsDeadline } from './deadline.ts';
import { emptyDraft } from './draft.ts';
import { startsAmount } from './number.ts';
import { lowerSigns, upperSigns } from './start.ts';

/**
 * The refusal of a word that leaves a limit open ("about", "usually"); `limitStart` is the token of the limit to
 * suggest.
 */
export function unclear(c: Cursor, word: string, limitStart: number, habit: boolean): unknown {
  const plain = businessLimit(c, limitStart);
  return habit ? refuse.habit(word, plain.business) : refuse.vague(word, [plain.business]);
}

/** The limit that stands there, as written and in business time, to suggest; `1 business hour` when it cannot be read. */
export function businessLimit(
  c: Cursor,
  start: number,
): { written: string; asWritten: string; business: string } {
  const fallback = { written: '1 hour', asWritten: '1 hour', business: '1 business hour' };
  c.at = start;
  while (!c.done && !startsAmount(c)) c.at += 1;
  if (c.done) return fallback;
  const draft = emptyDraft();
  readAmount(c, draft, start);
  const unit = `${draft.unit}${draft.amount === 1 ? '' : 's'}`;
  const written = `${draft.amount} ${unit}`;
  const business =
    draft.unit === 'week' ? `${draft.amount * 5} business days` : `${draft.amount} business ${unit}`;
  return { written, asWritten: draft.calendar === 'business' ? business : written, business };
}

/** Passes what says that a limit is an upper one ("at most", "<"). @throws Refused for lower and loose ones */
export function readBounds(c: Cursor, from: number): void {
  for (let more = true; more; ) {
    more = false;
    if (c.isSign('~')) {
      const limit = businessLimit(c, c.at + 1);
      throw refuse.vague('~', [limit.written, limit.business]);
    }
    if (c.isSign(...lowerSigns)) {
      const sign = c.at;
      const limit = businessLimit(c, sign + 1);
      throw refuse.above(c.slice(sign, c.at), limit.asWritten);
    }
    if (c.isWord(approximations)) throw unclear(c, c.slice(c.at, c.at + 1), c.at + 1, false);
    const lower = c.takeAny(lowerBounds);
    if (lower !== null) throw refuse.atLeast(c.slice(c.at - lower.length, c.at));
    if (c.ahead(['after']) && startsAmount(c, 1)) {
      const limit = c.at + 1;
      c.at = limit;
      const draft = emptyDraft();
      readAmount(c, draft, limit);
      throw refuse.after(c.slice(from, c.at), c.slice(limit, c.at));
    }
    if (startsDeadline(c)) return;
    if (c.takeSign(...upperSigns)) more = true;
    else if (c.takeAny(upperBounds) !== null) {
      more = true;
      if (c.ahead(['the']) && c.isWord(units, 1))
        throw refuse.withinThe(c.slice(from, c.at + 2), c.peek(1).text);
      c.take('the');
      // "within the next 2 hours"
      if (c.ahead(['next']) && startsAmount(c, 1)) c.at += 1;
    }
  }
}
