/** How long a lead waits before it comes back, as words say it. */

import { numberPattern, saidNumber } from './numbers.ts';

const daysIn: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };
const wait = new RegExp(
  String.raw`\b(?:after|for|back in|again in|not before|at least|wait(?:s|ing)?)\s+(?:another\s+|at least\s+)?(\d{1,4}|an?|${numberPattern})[\s-]+(day|week|month|quarter|year)s?\b`,
  'gi',
);
const next = /\b(?:in |the )?next (month|quarter|half|year)\b/i;

/** The time that a text names before a return, in days or as `next quarter`; null for none, and for several. */
export function waitIn(text: string): { readonly days: number } | { readonly next: string } | null {
  const waits = [...text.matchAll(wait)].map(([, amount = '', unit = '']) => {
    return (/^an?$/i.test(amount) ? 1 : saidNumber(amount)) * (daysIn[unit.toLowerCase()] ?? 0);
  });
  const [days, another] = [...new Set(waits)];
  const calendar = next.exec(text)?.[1]?.toLowerCase();
  if (days !== undefined) return another === undefined && calendar === undefined ? { days } : null;
  return calendar === undefined ? null : { next: calendar };
}

/** Whether two texts name different times: a tenth either way is one time in other words (3 months, 90 days). */
export function waitsDiffer(one: string, other: string): boolean {
  const [a, b] = [waitIn(one), waitIn(other)];
  if (a === null || b === null) return false;
  if ('days' in a && 'days' in b) return Math.abs(a.days - b.days) > Math.max(a.days, b.days) / 10;
  if ('next' in a && 'next' in b) return a.next !== b.next;
  return true;
}
