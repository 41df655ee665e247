/** Tells where a limit starts and where it ends. */

import { hotness } from '../segment.ts';
import type { Cursor } from '../text/cursor.ts';
import {
  approximations,
  calendars,
  fillerWords,
  instantWords,
  lowerBounds,
  machineWords,
  units,
  upperBounds,
} from '../text/words.ts';
import { startsDeadline } from './deadline.ts';
import { isMeasure, startsAmount } from './number.ts';
import { startsShare } from './share.ts';

export const upperSigns = ['<', '<=', '=<', '≤'];

export const lowerSigns = ['>', '>=', '=>', '≥'];

/** Whether a limit starts here. */
export function startsLimit(c: Cursor): boolean {
  const token = c.peek();
  if (token.kind !== 'word' || /^p[5-9][0-9]$|^(?:at|over|more|no|not|min|minimum)$/.test(token.text)) {
    if (startsShare(c)) return true;
  }
  if (token.kind === 'sign') {
    return [...upperSigns, ...lowerSigns, '~'].includes(token.text) || startsAmount(c);
  }
  if (token.kind === 'number' && isLabelNumber(c)) return false;
  if (startsAmount(c) || startsDeadline(c)) return true;
  if (c.ahead(['after']) && startsAmount(c, 1)) return true;
  if (token.kind !== 'word') return false;
  if (token.text === 'every' || token.text === 'each') return startsAmount(c, 1) || isMeasure(c, 1);
  const upper = upperBounds.find((words) => c.ahead(words));
  if (upper !== undefined && boundHolds(c, upper.length)) return true;
  if (lowerBounds.some((words) => c.ahead(words) && boundHolds(c, words.length))) return true;
  return startsInstant(c);
}

/** The number in `Tier 1 5 minutes` belongs to the label. */
function isLabelNumber(c: Cursor): boolean {
  const before = c.peek(-1);
  // `BR-MOPS-002`
  if (before.text === '-' && before.tight && c.peek().tight) return true;
  if (before.kind !== 'word' || c.at === 0) return false;
  if (hotness(`${before.text} 1`)?.scale !== 'tier') return false;
  return !(c.isWord(units, 1) || c.isWord(calendars, 1));
}

function boundHolds(c: Cursor, length: number): boolean {
  const next = c.peek(length);
  if (next.kind === 'sign') return upperSigns.includes(next.text) || next.text === '~' || next.text === '-';
  return (
    startsAmount(c, length) ||
    startsDeadline(c, length) ||
    next.text === 'the' ||
    (next.text === 'next' && startsAmount(c, length + 1)) ||
    c.isWord(approximations, length) ||
    upperBounds.some((words) => c.ahead(words, length) && startsAmount(c, length + words.length))
  );
}

/** Words looked past after "immediate". */
const farthest = 5;

/** `immediate`, `real time`, `at once`, when nothing but an end or a bracket follows. */
function startsInstant(c: Cursor): boolean {
  const length = instantLength(c);
  if (length === 0) return false;
  let next = length;
  while (next < farthest && (c.isWord(fillerWords, next) || c.isWord(machineWords, next))) next += 1;
  const after = c.peek(next);
  return after.text === '' || after.kind === 'sign';
}

/** How many tokens say "at once" here; 0 for none. */
export function instantLength(c: Cursor): number {
  if (c.isWord(instantWords)) return 1;
  for (const words of [
    ['real', 'time'],
    ['right', 'away'],
    ['at', 'once'],
    ['straight', 'away'],
  ]) {
    if (c.ahead(words)) return 2;
  }
  return 0;
}

/** Whether a sign stands here that parts two limits. */
export function isSeparator(c: Cursor): boolean {
  const token = c.peek();
  if (token.kind !== 'sign') return false;
  return (
    token.text === ';' ||
    token.text === ',' ||
    token.text === '|' ||
    token.text === '||' ||
    token.text === '/'
  );
}
