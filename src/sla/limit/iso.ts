/** Reads an ISO 8601 duration: `PT1H30M`, `P1D`. */

import type { SlaUnit } from '../meaning.ts';
import type { Cursor } from '../text/cursor.ts';
import { refuse, roundMinutes } from '../text/refusals.ts';
import { minutesIn } from '../units.ts';
import type { LimitDraft, Measured } from './draft.ts';
import { largestAmount } from './number.ts';

/** `PT1H30M`, `P1D`: always wall clock. */
export function readIso(c: Cursor, draft: LimitDraft): void {
  const token = c.peek();
  c.at += 1;
  const body = token.text.toUpperCase();
  let inTime = false;
  let digits = '';
  const parts: Measured[] = [];
  for (const character of body.slice(1)) {
    if (character === 'T') inTime = true;
    else if (/[0-9.,]/.test(character)) digits += character;
    else {
      const value = Number(digits.replace(',', '.'));
      if (digits === '' || !Number.isFinite(value) || value > largestAmount) throw refuse.tooLong(token.text);
      digits = '';
      if (character === 'S') throw refuse.seconds();
      if (character === 'Y') throw refuse.longUnit('year', value * 365);
      if (character === 'M' && !inTime) throw refuse.months(value);
      const unit = isoUnits.get(character);
      if (unit === undefined) throw refuse.unknownUnit(token.text, null);
      parts.push({ amount: value, unit });
    }
  }
  const used = parts.filter((part) => part.amount !== 0);
  const smallest = used.at(-1);
  if (digits !== '' || parts.length === 0) throw refuse.noUnit(token.text, digits === '' ? '1' : digits);
  if (smallest === undefined) throw refuse.zero();
  const minutes = used.reduce((sum, part) => sum + part.amount * minutesIn[part.unit], 0);
  draft.calendar = 'wall';
  draft.unit = smallest.unit;
  draft.amount = roundMinutes(minutes / minutesIn[smallest.unit]);
  if (draft.unit === 'hour' && !Number.isInteger(draft.amount)) {
    draft.unit = 'minute';
    draft.amount = roundMinutes(minutes);
  }
  if (draft.amount <= 0) throw refuse.zero();
}

const isoUnits: ReadonlyMap<string, SlaUnit> = new Map([
  ['W', 'week'],
  ['D', 'day'],
  ['H', 'hour'],
  ['M', 'minute'],
]);
