/** Reads a duration: a number and its unit, added up where there are several (`1h 30m`). */

import { numberWords } from '../../language/numbers.ts';
import type { SlaUnit } from '../meaning.ts';
import type { Cursor } from '../text/cursor.ts';
import { refuse, roundMinutes } from '../text/refusals.ts';
import { units } from '../text/words.ts';
import { minutesIn } from '../units.ts';
import type { LimitDraft, Measured } from './draft.ts';
import { readIso } from './iso.ts';
import { isMeasure, largestAmount, readNumber, readRange, startsAmount } from './number.ts';
import { readUnit } from './unit.ts';

/** Reads a duration into `draft`. The caller has made sure that one starts here. */
export function readAmount(c: Cursor, draft: LimitDraft, from: number): void {
  if (c.peek().kind === 'iso') {
    readIso(c, draft);
    return;
  }
  if (c.peek().kind === 'time') {
    const time = c.peek();
    throw Number.isNaN(time.value)
      ? refuse.decimals(time.text, '', false)
      : refuse.clock(time.text, time.value);
  }
  if (c.isSign('-')) throw refuse.negative();
  const start = c.at;
  const between = c.tokens[start - 1]?.text === 'between';
  const first = isMeasure(c, 0) ? { value: 1, text: '1' } : readNumber(c);
  if (between && c.ahead(['and'])) readRange(c, start - 1);
  if (c.isSign('-') || (c.peek().kind === 'word' && c.peek().text === 'to' && startsAmount(c, 1)))
    readRange(c, start);
  if (c.peek().kind === 'word' && c.peek().text === 'x') throw refuse.moving();
  const unit = readUnit(c, draft, first, start, from);
  let amount = first.value;
  let total = { amount, unit };
  while (true) {
    const next = readFurther(c, total.unit);
    if (next === null) break;
    total = add(total, next, draft, () => c.slice(start, c.at));
  }
  amount = total.amount;
  if (draft.calendar === 'unstated' && total.unit === 'week') draft.calendar = 'wall';
  if (amount <= 0) throw refuse.zero();
  if (amount > largestAmount) throw refuse.tooLong(first.text);
  draft.amount = amount;
  draft.unit = total.unit;
  if (total.unit === 'hour' && !Number.isInteger(amount)) {
    draft.amount = roundMinutes(amount * 60);
    draft.unit = 'minute';
  }
  if (draft.amount * minutesIn[draft.unit] < 1) throw refuse.seconds();
}

/** Adds `1 h` and `30 m`. Days and hours add up only where a day is surely 24 hours. */
function add(total: Measured, next: Measured, draft: LimitDraft, text: () => string): Measured {
  const short = (unit: SlaUnit): boolean => unit === 'minute' || unit === 'hour';
  if (!short(total.unit) && short(next.unit) && draft.calendar !== 'wall' && total.unit !== 'week') {
    throw refuse.mixedUnits(text());
  }
  if (total.unit === 'week' && draft.calendar === 'unstated') draft.calendar = 'wall';
  return {
    amount: roundMinutes((total.amount * minutesIn[total.unit]) / minutesIn[next.unit] + next.amount),
    unit: next.unit,
  };
}

/** A further part of the same duration in a smaller unit, `30m` after `1h`; null when none follows. */
function readFurther(c: Cursor, last: SlaUnit): Measured | null {
  const joint = c.isSign(',') || c.ahead(['and']) ? 1 : 0;
  const number = c.peek(joint);
  const half = joint === 1 && c.ahead(['a', 'half'], joint);
  if (half) {
    c.at += 3;
    return last === 'minute' ? { amount: 0.5, unit: 'minute' } : halfOf(last);
  }
  if (number.kind !== 'number' && !(number.kind === 'word' && numberWords.has(number.text))) return null;
  const words = number.kind === 'word' && c.isWord(numberWords, joint + 1) ? 2 : 1;
  const unit = units.get(c.peek(joint + words).text);
  if (unit === undefined || minutesIn[unit] >= minutesIn[last]) return null;
  c.at += joint;
  const value = readNumber(c);
  c.at += 1;
  return { amount: value.value, unit };
}

function halfOf(unit: SlaUnit): Measured {
  if (unit === 'hour') return { amount: 30, unit: 'minute' };
  return { amount: 0.5, unit };
}
