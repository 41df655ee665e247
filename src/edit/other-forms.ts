/** Words that hold a renamed name and are others: plurals, small letters, joined words. A rename leaves them, and says so. */

import { grouped } from '../lifecycle/grouped.ts';
import type { Span } from '../sot/entry.ts';
import { type Haystack, spans } from './mentions.ts';

/** A word that was left, with how often it stands, and where first. */
export interface OtherForm {
  readonly word: string;
  readonly count: number;
  readonly first: Span;
}

const mostForms = 6;

/**
 * The words left, the most frequent first. Of an abbreviation what begins with it (`AEs`) or is it in small letters.
 * Linear in the texts.
 *
 * @param known places that are renamed or told of already
 */
export function otherForms(
  texts: readonly Haystack[],
  old: string,
  known: readonly { readonly span: Span }[],
): readonly OtherForm[] {
  const short = old === old.toUpperCase();
  // "Opportunities" is a form of "Opportunity".
  const stem = !short && old.length > 4 && old.endsWith('y') ? old.slice(0, -1) : old;
  const sought = stem.toLowerCase();
  const found = new Map<string, { count: number; readonly first: Span }>();
  const byFile = grouped(known, ({ span }) => span.file);
  for (const { path, text } of texts) {
    const taken = new Set((byFile.get(path) ?? []).map(({ span }) => span.start));
    const within = text.toLowerCase();
    // A letter that takes another length in small letters would shift all places.
    if (within.length !== text.length) continue;
    const spanOf = spans(path, text);
    for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length)) {
      if (taken.has(at) || (short && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))) continue;
      const word = wordAt(text, at, at + sought.length);
      if (word === null || (short && word.length > old.length && !word.includes(old))) continue;
      if (short && word === old) continue;
      const one = found.get(word);
      if (one === undefined) found.set(word, { count: 1, first: spanOf({ from: at, to: at + stem.length }) });
      else one.count += 1;
    }
  }
  return [...found]
    .map(([word, { count, first }]) => ({ word, count, first }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, mostForms);
}

/** The whole word around a place; null in an address or a path, which is no word. */
function wordAt(text: string, start: number, end: number): string | null {
  const before =
    /[\p{L}\p{M}\p{N}_\-/.#@]{0,60}$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const after = /^[\p{L}\p{M}\p{N}_\-’']{0,60}/u.exec(text.slice(end, end + 60))?.[0] ?? '';
  return /[/.#@]/.test(before) ? null : `${before}${text.slice(start, end)}${after}`.replace(/[-’']+$/, '');
}
