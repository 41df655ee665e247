/** Ranges and lists of IDs at the head of a line. */

import { arrowPattern } from '../../language/arrow.ts';

const joins = /(?:to|and|or|through|vs|bis)(?![A-Za-z])/y;
const signs = new RegExp(`(?:${arrowPattern}|\\.\\.\\.?|[,;.&+/=])\\s*`, 'y');
const idAhead = /[[(*]{0,3}(?:[A-Z]{2,5}-(?:[A-Z][A-Z0-9]*-)?)?[0-9]{3}(?![0-9A-Za-z])/y;

/** `BR-001 to BR-099`, `BR-001 – BR-099`, `BR-MOPS-001 → BR-MOPS-002`: about entries, none of them defined here. */
export function continuesRange(text: string, at: number, end: number, delimiter: string): boolean {
  if (at >= end) return false;
  if (delimiter === 'blank') {
    joins.lastIndex = at;
    if (joins.test(text)) return true;
    signs.lastIndex = at;
    const length = signs.exec(text)?.[0].length;
    if (length === undefined) return false;
    at += length;
  } else if (delimiter !== 'dash') return false;
  idAhead.lastIndex = at;
  return idAhead.test(text);
}
