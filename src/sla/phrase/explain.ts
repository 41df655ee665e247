/** Says why a stretch of words without a limit is none: the nearest reason, from the words that are there. */

import type { Cursor, Refused } from '../text/cursor.ts';
import { refuse } from '../text/refusals.ts';
import {
  approximations,
  calendars,
  eagerWords,
  habits,
  rhythmWords,
  shortForms,
  weekdayWords,
} from '../text/words.ts';

const elsewhere = new Set(
  'contract handbook policy playbook wiki agreement document docs doc sheet spreadsheet link below above notion confluence'.split(
    ' ',
  ),
);
const pointing = new Set(['see', 'per', 'refer', 'according', 'cf', 'http', 'https', 'www']);
const hoursOnly = new Set(['hours', 'hour', 'time', 'days', 'only', 'during', 'in', 'normal']);
const days: ReadonlyMap<string, string> = new Map([
  ['tomorrow', 'next business day'],
  ['today', 'same business day'],
  ['tonight', 'same business day'],
  ['yesterday', 'same business day'],
]);

const ends = new Set(['end', 'close', 'closing']);
/** Stretches that are longer or shorter by the day on which the lead arrives, with the limit most of them mean. */
const periods: ReadonlyMap<string, string> = new Map([
  ['shift', 'same business day'],
  ['week', '5 business days'],
  ['sprint', '10 business days'],
  ['month', '20 business days'],
  ['quarter', '60 business days'],
]);

/** The refusal for the tokens from `from` to `to`, in which no limit was found. */
export function refusalFor(c: Cursor, from: number, to: number): Refused {
  const tokens = c.tokens.slice(from, to);
  c.steps += tokens.length;
  const words = tokens.filter((token) => token.kind === 'word').map((token) => token.text);
  const text = c.slice(from, to);
  const has = (list: { has(word: string): boolean }): string | undefined =>
    words.find((word) => list.has(word));
  if (words.some((word) => word === 'median')) return refuse.median();
  if (words.some((word) => ['average', 'avg', 'mean'].includes(word))) return refuse.average();
  const day = has(days);
  if (day !== undefined) return refuse.tomorrow(day, days.get(day) ?? '');
  if (has(weekdayWords) !== undefined) {
    return refuse.weekday(words.includes('pm') || words.includes('afternoon') ? '17:00' : '12:00');
  }
  if (['next', 'this'].includes(words[0] ?? '') && ['week', 'month', 'quarter'].includes(words[1] ?? '')) {
    return refuse.tomorrow(text, words[1] === 'week' ? '5 business days' : '20 business days');
  }
  const [end, of, ...period] = words.filter((word) => !['by', 'before', 'until', 'the', 'at'].includes(word));
  const span = ends.has(end ?? '') && of === 'of' ? period.find((word) => periods.has(word)) : undefined;
  if (span !== undefined) return refuse.endOf(text, span, periods.get(span) ?? '');
  if (words[0] === 'day' || words[0] === 'week') return refuse.planStep(text, 'same business day');
  const rhythm = has(rhythmWords);
  if (rhythm !== undefined) return refuse.rhythm(rhythm, rhythmWords.get(rhythm) ?? '');
  if (pointing.has(words[0] ?? '') || has(elsewhere) !== undefined) return refuse.elsewhere();
  if (tokens.some((token) => token.kind === 'always')) return refuse.always(text);
  const sized =
    has(calendars) !== undefined && words.every((word) => calendars.has(word) || hoursOnly.has(word));
  if (sized) return refuse.calendarOnly();
  if (words[0] === 'asap' || words.join(' ').startsWith('as soon as')) return refuse.hurry(text);
  if (has(eagerWords) !== undefined) return refuse.noNumber(text);
  const vague = has(habits) ?? has(approximations);
  if (vague !== undefined) return refuse.vague(vague, ['1 business hour']);
  const short = words.find((word) => shortForms.has(word));
  if (short !== undefined) return refuse.unknownUnit(short, shortForms.get(short) ?? null);
  return refuse.noNumber(text === '' ? c.text : text);
}
