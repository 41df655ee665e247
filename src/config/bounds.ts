/** What a configuration may not hold, however well it is written: it is a stranger's in a pull request. */
import { type Document, isScalar, visit } from 'yaml';
import { valueOffset } from './place.ts';
import type { Config } from './schema.ts';

/** Makes a mistake of a place in the file. */
type At<Fault> = (offset: number, message: string) => Fault;

/** Mistakes told one by one; more of them have one cause, and finding the nearest name of thousands takes minutes. */
export const mostErrors = 50;
/** Longest text of a day's opening hours: over a dozen spans. */
const longestHours = 200;
/** Longest pattern of files. */
const longestPattern = 500;
/** Names that JavaScript gives a meaning of its own. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that no map may have, and those that one has twice. */
export function wrongKeys<Fault>(document: Document, at: At<Fault>): Fault[] {
  const errors: Fault[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const offset = key.range?.[0] ?? 0;
        if (reserved.has(String(key.value)))
          errors.push(at(offset, `Unknown key "${String(key.value)}". No name may be called so.`));
        if (key.value === '<<')
          errors.push(
            at(
              offset,
              'Keys are not merged by <<. Write each key where it counts; an alias (*name) repeats one value.',
            ),
          );
        if (seen.has(key.value)) errors.push(at(offset, 'This key stands twice. Keep one.'));
        seen.add(key.value);
        if (errors.length >= mostErrors) return visit.BREAK;
      }
      return undefined;
    },
  });
  return errors;
}

/** What is wrong with a pattern of files; null when nothing is. */
export function patternFault(glob: string): string | null {
  if (glob.length > longestPattern) return `is longer than ${longestPattern} characters.`;
  const group = /[@!?+*]\(|\([^)]*[|*+?][^)]*\)|\)[*+?]/.exec(glob);
  if (group === null) return null;
  return `"${glob}" has a group in parentheses. Write *, **, ?, [a-z] or {one,two}.`;
}

/** Days whose opening hours have more spans than a day can have. */
export function longHours<Fault>(config: Config, document: Document, at: At<Fault>): Fault[] {
  const errors: Fault[] = [];
  const calendars = [
    { way: ['calendar'], hours: config.calendar?.hours },
    ...Object.entries(config.calendars).map(([name, { hours }]) => ({ way: ['calendars', name], hours })),
  ];
  for (const { way, hours } of calendars)
    for (const [day, spans] of Object.entries(hours ?? {})) {
      if (spans.length <= longestHours || errors.length >= mostErrors) continue;
      const path = [...way, 'hours', day];
      const message = `${path.join('.')} is longer than ${longestHours} characters. A day has a few spans: "09:00-12:00, 13:00-17:00".`;
      errors.push(at(valueOffset(document, path), message));
    }
  return errors;
}
