/** Reads the share of leads a limit should hold for. */

import type { Cursor } from '../text/cursor.ts';
import { refuse, roundMinutes } from '../text/refusals.ts';

/** `90%` or `90 percent` as a share of 1; null when none is ahead. */
export function takeShare(c: Cursor): number | null {
  const rank = takePercentile(c);
  if (rank !== null) return rank;
  const start = c.at;
  // A share is a floor by nature: "≥ 90%", "at least 90%", "90%+".
  if (!c.takeSign('≥', '>=', '=>', '>')) c.takeAny(floors);
  const share = takePercent(c);
  if (share === null) c.at = start;
  else c.takeSign('+');
  return share;
}

const floors = [
  ['at', 'least'],
  ['more', 'than'],
  ['no', 'less', 'than'],
  ['not', 'less', 'than'],
  ['over'],
  ['minimum'],
  ['min'],
];

/** Whether a share of leads stands ahead. */
export function startsShare(c: Cursor): boolean {
  const { at } = c;
  try {
    return takeShare(c) !== null;
  } catch {
    return true;
  } finally {
    c.at = at;
  }
}

/** `P90` and `90th percentile`: nine leads of ten keep the limit. */
function takePercentile(c: Cursor): number | null {
  const word = c.peek();
  const short = word.kind === 'word' ? /^p([5-9][0-9])$/.exec(word.text)?.[1] : undefined;
  if (short !== undefined) {
    c.at += 1;
    return Number(short) / 100;
  }
  const ordinal = word.kind === 'number' && c.isWord(ordinals, 1) && c.ahead(['percentile'], 2);
  if (!ordinal || !(word.value >= 50) || word.value >= 100) return null;
  c.at += 3;
  return roundMinutes(word.value / 100);
}

const ordinals = new Set(['th', 'st', 'nd', 'rd']);

function takePercent(c: Cursor): number | null {
  const token = c.peek();
  const sign = c.peek(1);
  const parts = takeParts(c);
  if (parts !== null) return parts;
  if (token.kind !== 'number' || !(sign.text === '%' || sign.text === 'percent')) return null;
  const written = c.slice(c.at, c.at + 2);
  if (Number.isNaN(token.value) || token.value <= 0 || token.value > 100) throw refuse.share(written);
  c.at += 2;
  return roundMinutes(token.value / 100);
}

/** `9 out of 10`, `nine of ten`: as many of so many leads. */
function takeParts(c: Cursor): number | null {
  const part = c.peek();
  const out = c.ahead(['out', 'of'], 1) ? 3 : c.ahead(['of'], 1) ? 2 : 0;
  const whole = c.peek(out);
  if (out === 0 || part.kind !== 'number' || whole.kind !== 'number') return null;
  if (!(part.value > 0) || part.value >= whole.value || whole.value > 100) return null;
  c.at += out + 1;
  return roundMinutes(part.value / whole.value);
}
