/** Reads the unit behind a number; refuses months, seconds and what is no unit. */

import { distance } from 'fastest-levenshtein';
import { isUnitAbroad } from '../../language/abroad.ts';
import type { SlaUnit } from '../meaning.ts';
import type { Cursor } from '../text/cursor.ts';
import { refuse, roundMinutes } from '../text/refusals.ts';
import {
  countedWords,
  fullUnits,
  monthWords,
  quarterWords,
  secondWords,
  shortForms,
  units,
  weekdayWords,
  yearWords,
} from '../text/words.ts';
import type { LimitDraft } from './draft.ts';
import { calendarAhead, type WrittenNumber } from './number.ts';

/**
 * Reads the unit behind a number, with the calendar before or behind it, which it sets in the draft. @throws
 * Refused where no unit stands
 */
export function readUnit(
  c: Cursor,
  draft: LimitDraft,
  number: WrittenNumber,
  start: number,
  from: number,
): SlaUnit {
  for (let calendar = calendarAhead(c); calendar !== null; calendar = calendarAhead(c)) {
    draft.calendar = calendar;
    c.at += 1;
  }
  const token = c.peek();
  const before = c.at - 1 > start ? null : c.tokens[start - 1];
  const phrase = (): string => c.slice(start, c.at);
  if (token.kind !== 'word' || token.text === 'within') {
    if (before !== null && ['day', 'week', 'month'].includes(before?.text ?? '')) {
      throw refuse.planStep(c.slice(start - 1, start + 1), planDay(before?.text ?? '', number.value));
    }
    throw refuse.noUnit(phrase(), number.text);
  }
  const unit = units.get(token.text);
  if (unit !== undefined) {
    c.at += 1;
    if (unit === 'week' && draft.calendar === 'business') throw refuse.businessWeeks(number.value);
    return unit;
  }
  if (c.ahead(['times', 'the'])) throw refuse.moving();
  if (countedWords.has(token.text)) throw refuse.cadence();
  if (monthWords.has(token.text)) throw refuse.months(number.value);
  if (quarterWords.has(token.text)) throw refuse.longUnit(token.text, number.value * 90);
  if (yearWords.has(token.text)) throw refuse.longUnit(token.text, number.value * 365);
  if (secondWords.has(token.text)) throw refuse.seconds();
  if (token.text === 'am' || token.text === 'pm' || token.text === "o'clock") {
    const clock = c.slice(start, c.at + 1);
    const day = c.tokens.slice(from, start).some((word) => weekdayWords.has(word.text));
    if (day) throw refuse.weekday(token.text === 'pm' ? '17:00' : '12:00');
    throw refuse.whichDay(clock, token.text === "o'clock" ? `${number.text}:00` : clock.replaceAll(' ', ''));
  }
  const short = shortForms.get(token.text);
  if (short !== undefined) throw refuse.unknownUnit(c.slice(c.at, c.at + 1), short);
  const after = ['per', 'for', 'after', 'of', 'from', 'or', 'and', 'otherwise', 'if', 'during', 'in', 'sla'];
  if (after.includes(token.text)) throw refuse.noUnit(c.slice(start, c.at), number.text);
  const meant = isUnitAbroad(token.text) ? null : closestUnit(token.text);
  throw refuse.unknownUnit(c.slice(c.at, c.at + 1), meant);
}

function planDay(word: string, value: number): string {
  if (word !== 'day') return `${roundMinutes(value * (word === 'week' ? 5 : 20))} business days`;
  if (value === 0) return 'same business day';
  return value === 1 ? 'next business day' : `${value} business days`;
}

function closestUnit(word: string): string | null {
  if (word.length < 3 || word.length > 12) return null;
  let best: string | null = null;
  let least = word.length > 4 ? 3 : 2;
  for (const unit of [...fullUnits, 'business', 'working', 'calendar']) {
    const edits = distance(word, unit);
    if (edits < least) {
      least = edits;
      best = unit;
    }
  }
  return best;
}
