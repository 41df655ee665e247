/** Reads the weekdays that stand in the words of a limit. */

import type { Cursor } from '../text/cursor.ts';

/** ISO numbers, 1 Monday. */
export const workingDays: readonly number[] = [1, 2, 3, 4, 5];

const weekdayOf: ReadonlyMap<string, number> = new Map(
  [
    'mon monday mondays',
    'tue tues tuesday tuesdays',
    'wed wednesday wednesdays',
    'thu thur thurs thursday thursdays',
    'fri friday fridays',
    'sat saturday saturdays',
    'sun sunday sundays',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);
/** Whether days are ahead: `Monday`, `weekdays`, `Mo-Fr`. */
export function startsDays(c: Cursor, offset = 0): boolean {
  return c.isWord(weekdayOf, offset) || c.ahead(['weekdays'], offset) || (offset === 0 && startsShortDays(c));
}

/** Steps over `weekdays`, `Monday`, `Mon–Fri`, `Mo-Fr`; null where no day stands. */
export function takeDays(c: Cursor): readonly number[] | null {
  if (c.ahead(['weekdays'])) {
    c.at += 1;
    return workingDays;
  }
  const first = weekdayOf.get(c.peek().kind === 'word' ? c.peek().text : '');
  if (first === undefined) return takeShortDays(c);
  c.at += 1;
  const joint = c.isSign('-') || c.ahead(['to']) || c.ahead(['through']) ? 1 : 0;
  const last = weekdayOf.get(c.peek(joint).kind === 'word' ? c.peek(joint).text : '');
  if (last === undefined) return [first];
  c.at += joint + 1;
  return span(first, last);
}

const shortDays = new Map([
  ...['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day, index) => [day, index + 1] as const),
  ...['m', 'f'].map((day, index) => [day, index === 0 ? 1 : 5] as const),
]);

/** `Mo–Fr`, `M-F`: days of one or two letters, which are days in a span alone. */
function takeShortDays(c: Cursor): readonly number[] | null {
  if (!startsShortDays(c)) return null;
  const [first = 1, last = 7] = [0, 1].map((offset) => shortDays.get(c.peek(offset).text));
  c.at += 2;
  return span(first, last);
}

function startsShortDays(c: Cursor): boolean {
  return (
    c.isWord(shortDays) &&
    c.isWord(shortDays, 1) &&
    /^\p{L}{1,2}[^\p{L}\s]\p{L}{1,2}$/u.test(c.slice(c.at, c.at + 2))
  );
}

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => ((first - 1 + index) % 7) + 1);
}
