/** Words that hold a renamed name and are others: plurals, small letters, joined words. A rename leaves them, and says so. */

import { grouped } from '../lifecycle/grouped.ts';
import type { Edit } from './edit.ts';
import type { Haystack } from './mentions.ts';

/** A word that was left, with how often it stands. */
export interface OtherForm {
  readonly word: string;
  readonly count: number;
}

const mostForms = 6;

/** The words left, the most frequent first. Of an abbreviation only what begins with it (`AEs`). Linear in the texts. */
export function otherForms(
  texts: readonly Haystack[],
  old: string,
  edits: readonly Edit[],
): readonly OtherForm[] {
  const short = old === old.toUpperCase();
  // "Opportunities" is a form of "Opportunity".
  const stem = !short && old.length > 4 && old.endsWith('y') ? old.slice(0, -1) : old;
  const sought = short ? stem : stem.toLowerCase();
  const counts = new Map<string, number>();
  const byFile = grouped(edits, ({ span }) => span.file);
  for (const { path, text } of texts) {
    const taken = new Set((byFile.get(path) ?? []).map(({ span }) => span.start));
    const within = short ? text : text.toLowerCase();
    // A letter that takes another length in small letters would shift all places.
    if (within.length !== text.length) continue;
    for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length)) {
      if (taken.has(at) || (short && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))) continue;
      const word = wordAt(text, at, at + sought.length);
      if (word === null || (short && word.length === old.length)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([word, count]) => ({ word, count }))
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
