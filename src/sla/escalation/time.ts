/** Finds when a step of an escalation happens. */

import { looseTime } from '../../language/tables/loose-times.ts';
import { readAmount } from '../limit/amount.ts';
import { startsDeadline } from '../limit/deadline.ts';
import { emptyDraft } from '../limit/draft.ts';
import { readNamedCalendar } from '../limit/named-calendar.ts';
import { startsAmount } from '../limit/number.ts';
import type { SlaSet } from '../meaning.ts';
import { readSla } from '../phrase/read.ts';
import { type Cursor, Refused } from '../text/cursor.ts';
import type { Token } from '../text/tokens.ts';
import { calendars } from '../text/words.ts';
import { breaches, namesOfDeadline, timeLead } from './verbs.ts';

interface When {
  readonly at: SlaSet | null;
  readonly factor: number | null;
  readonly from: number;
  readonly to: number;
}

/** The first time in a step: `2 business hours`, `at 2`, `2x`, `50%`, `by EOD`. */
export function findTime(c: Cursor, from: number, to: number, previous: SlaSet | null): When | null {
  for (let at = from; at < to; at += 1) {
    const token = c.tokens[at];
    if (token === undefined) break;
    const factor = readFactor(c, at);
    if (factor !== null) return { at: null, factor: factor.value, from: at, to: factor.to };
    c.at = at;
    c.end = to;
    const found = startsAmount(c) || startsDeadline(c) ? readTime(c, at, from, previous) : null;
    c.end = c.tokens.length;
    if (found !== null) return found;
  }
  return null;
}

/** What a multiple is of: "50% of the SLA limit". */
const ofLimit = new Set(['of', 'the', 'sla', 'limit', 'time', 'target', 'deadline', 'cutoff']);

/** `2x`, `x2`, `twice`, `50%`: a multiple of the limit. */
function readFactor(c: Cursor, at: number): { readonly value: number; readonly to: number } | null {
  const token = c.tokens[at];
  const next = c.tokens[at + 1];
  if (token === undefined) return null;
  const to = (end: number): number => {
    let last = end;
    while (ofLimit.has(c.tokens[last]?.text ?? '')) last += 1;
    return last;
  };
  if (token.kind === 'number' && token.value > 0 && next?.text === 'x' && !Number.isNaN(token.value)) {
    return { value: token.value, to: to(at + 2) };
  }
  if (token.kind === 'number' && token.value > 0 && (next?.text === '%' || next?.text === 'percent')) {
    return { value: token.value / 100, to: to(at + 2) };
  }
  if (token.kind === 'word' && /^x[0-9]{1,3}$/.test(token.text)) {
    return { value: Number(token.text.slice(1)), to: to(at + 1) };
  }
  const third = c.tokens[at + 2];
  if (token.text === 'x' && next?.kind === 'number' && (next.tight || third?.kind !== 'word'))
    return { value: next.value, to: to(at + 2) };
  if (token.kind === 'number' && token.value > 0 && next?.text === 'times') {
    return { value: token.value, to: to(at + 2) };
  }
  if (token.kind === 'word' && (token.text === 'halfway' || (token.text === 'half' && to(at + 1) > at + 1))) {
    return { value: 0.5, to: to(at + 1) };
  }
  // "missed twice" counts the misses.
  const counted = breaches.has(c.tokens[at - 1]?.text ?? '');
  const twice = token.kind === 'word' && !counted && ['twice', 'double'].includes(token.text);
  return twice ? { value: 2, to: to(at + 1) } : null;
}

function readTime(c: Cursor, at: number, from: number, previous: SlaSet | null): When | null {
  if (startsDeadline(c)) {
    const end = deadlineEnd(c, at);
    const reading = readSla(c.slice(at, end));
    return reading.ok && reading.meaning.kind === 'deadline'
      ? { at: reading.meaning, factor: null, from: at, to: end }
      : null;
  }
  const number = c.peek();
  try {
    readAmount(c, emptyDraft(), at);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return number.kind === 'number' ? carried(c, at, from, previous) : null;
  }
  const { at: amountEnd } = c;
  const end = namedEnd(c, amountEnd) ?? calendarEnd(c, amountEnd);
  const reading = readSla(c.slice(at, end), c.calendars === null ? {} : { calendars: c.calendars });
  return reading.ok && reading.meaning.kind !== 'none'
    ? { at: reading.meaning, factor: null, from: at, to: end }
    : null;
}

/** The end of a deadline's words, found by the words and clock times it is made of. */
function deadlineEnd(c: Cursor, at: number): number {
  let end = at;
  while (end < Math.min(c.end, at + 12)) {
    const token = c.tokens[end];
    if (token === undefined) break;
    const part =
      token.kind === 'time' ||
      token.kind === 'number' ||
      namesOfDeadline.has(token.text) ||
      calendars.has(token.text);
    if (!part) break;
    end += 1;
  }
  return end;
}

/** Past `(EMEA calendar)` or `on the EMEA calendar` after an amount; null where no configured calendar is named. */
function namedEnd(c: Cursor, end: number): number | null {
  if (c.calendars === null) return null;
  const bracket = c.tokens[end]?.text === '(';
  c.at = bracket ? end + 1 : end;
  try {
    if (!readNamedCalendar(c, emptyDraft())) return null;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  if (!bracket) return c.at;
  return c.tokens[c.at]?.text === ')' ? c.at + 1 : null;
}

/** Past `(business)`, `(business hours)` or `, 24/7` after an amount. */
function calendarEnd(c: Cursor, end: number): number {
  const [first, second, third, fourth] = c.tokens.slice(end, end + 4);
  if (first?.text === '(' && calendars.has(second?.text ?? '')) {
    if (third?.text === ')') return end + 3;
    if (fourth?.text === ')') return end + 4;
  }
  if (first?.kind === 'always') return end + 1;
  return first?.text === ',' && second?.kind === 'always' ? end + 2 : end;
}

/** `at 2` or `2: …` after a step with a unit. */
function carried(c: Cursor, at: number, from: number, previous: SlaSet | null): When | null {
  const number = c.tokens[at];
  if (number === undefined || !(number.value > 0) || previous === null || previous.kind !== 'duration')
    return null;
  const before = c.tokens[at - 1]?.text ?? '';
  const led = at > from && ['at', 'after', 'by', 'past', 'within', '>', '≥'].includes(before);
  const labelled = at === from && c.tokens[at + 1]?.text === ':';
  if (!led && !labelled) return null;
  // "by 5 pm" tells a time of day and no number of the unit before.
  if (looseTime(c.slice(at - 1, Math.min(c.end, at + 4)))?.start === 0) return null;
  return { at: { ...previous, amount: number.value }, factor: null, from: at, to: at + 1 };
}

/** Whether a token begins a time: "at", "after", ">". */
export function isLead(token: Token | undefined): boolean {
  return (
    token !== undefined && (timeLead.has(token.text) || ['>', '≥', '+', '<', '≤', '>='].includes(token.text))
  );
}
