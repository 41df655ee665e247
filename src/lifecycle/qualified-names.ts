/** Names of stages that are a usual stage with a word before or behind it. */

import { foldName } from '../language/fold.ts';
import { places } from './usual-names.ts';

/** Words that make another thing of the stage they stand before. */
const denying = /^(?:pre|non|not|no|un|ex|old|former|rejected|disqualified|lost|failed|to|from)$/i;

/** How a name may be a qualifier and a stage: `SQL (EMEA)`, `SQL – EMEA`, `EMEA – SQL`, `SQL EMEA`, `SMB MQL`. */
export function splits(name: string): { readonly qualifier: string; readonly base: string }[] {
  const found: { qualifier: string; base: string }[] = [];
  const add = (qualifier: string, base: string, sure: boolean): void => {
    const place = places.get(foldName(base))?.canonical;
    if (foldName(qualifier) === '' || places.has(foldName(qualifier)) || denying.test(qualifier.trim()))
      return;
    if (sure || place !== undefined)
      found.push({ qualifier: qualifier.trim(), base: place ?? foldName(base) });
  };
  const bracket = /^(.+?)\s*\(([^()]+)\)\s*$/u.exec(name) ?? /^(.+?)\s*\[([^[\]]+)\]\s*$/u.exec(name);
  if (bracket !== null) add(bracket[2] ?? '', bracket[1] ?? '', true);
  const [, left = '', right = ''] = /^(.+?)\s*(?:\s[–—-]\s|[:|/·]\s?)\s*(.+)$/u.exec(name) ?? [];
  if (left !== '') {
    add(right, left, false);
    add(left, right, false);
  }
  const words = bracket === null && left === '' ? name.trim().split(/\s+/) : [];
  for (let at = 1; at < words.length && words.length <= 6; at++) {
    const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    add(before, after, false);
    add(after, before, false);
  }
  return found;
}
