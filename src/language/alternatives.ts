import { escaped } from './escaped.ts';

/**
 * The rows of a table of words as the alternatives of a pattern, longest first. A blank is a blank or a hyphen,
 * `*` at the end of a word stands for any ending.
 */
export function alternatives(rows: readonly string[]): string {
  return [...rows]
    .sort((a, b) => b.length - a.length)
    .map((row) => escaped(row).replaceAll('\\*', '\\w*').replaceAll(' ', '[ -]'))
    .join('|');
}
