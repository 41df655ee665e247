import { isBlank } from '../blank.ts';
import type { Lines } from '../lines.ts';

/**
 * The level of a heading and where its words stand, closing marks (`## Stage ##`) left out; null when the line only
 * begins with the sign.
 */
export function headingShape(
  lines: Lines,
  line: number,
  start: number,
  end: number,
): { readonly level: number; readonly start: number; readonly end: number } | null {
  let at = start;
  while (at < end && lines.text.charCodeAt(at) === 35) at++;
  const level = at - start;
  if (level === 0 || level > 6) return null;
  // `##BR-MOPS-002` is no heading to a renderer, and its writer meant one.
  if (
    at < end &&
    !isBlank(lines.text.charCodeAt(at)) &&
    !unspacedId.test(lines.slice(at, Math.min(end, at + 16)))
  )
    return null;
  let stop = end;
  while (stop > at && lines.text.charCodeAt(stop - 1) === 35) stop--;
  if (stop > at && !isBlank(lines.text.charCodeAt(stop - 1))) stop = end;
  stop = lines.lastInk(line, at, stop);
  return { level, start: Math.min(stop, lines.firstInk(line, at)), end: stop };
}

const unspacedId = /^(?:BR|GTM)\\?-MOPS\\?-\d{3}/i;

/** Three or more of `-`, `*` or `_` and nothing else: a line that parts entries. */
export function isRule(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== 45 && mark !== 42 && mark !== 95) return false;
  let marks = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) marks++;
    else if (code !== 32 && code !== 9) return false;
  }
  return marks >= 3;
}

/** Signs that word processors and wikis set where a list mark should stand: bullets, boxes, ticks. */
const listSigns = new Set(
  [...'\u2022\u25e6\u25aa\u2023\u00b7\u25cf\u25cb\u25a0\u25a1\u2610\u2611\u2612\u2713\u27a2\u25ba\uf0b7'].map(
    (sign) => sign.charCodeAt(0),
  ),
);

/**
 * Characters of a list mark with the blank behind it (`- `, `* `, `1. `, `a) `, `• `, an escaped `\- ` or `1\. `), 0
 * when the line has none.
 */
export function bulletWidth(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  let at = start;
  if (code === 45 || code === 42 || code === 43) at++;
  else if (code === 92) {
    const mark = text.charCodeAt(at + 1);
    if (mark !== 45 && mark !== 42 && mark !== 43) return 0;
    at += 2;
  } else if (code === 0x2013) at++;
  else if (code > 128) {
    if (!listSigns.has(code)) return 0;
    at++;
    if (at < end && text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 9 && text.charCodeAt(at) !== 0xa0)
      return 1;
  } else if (code === 111 && /^o(?:\t| {2})/.test(text.slice(start, start + 3))) {
    // Word's second level.
    at++;
  } else if (code >= 97 && code <= 122) {
    const letters = /^(?:[a-z]|x{0,2}(?:ix|iv|v?i{1,3}|v))[.)]/.exec(text.slice(start, start + 8));
    if (letters === null) return 0;
    at += letters[0].length;
  } else if (code === 40) {
    if (!/^\([a-z0-9]\)/.test(text.slice(start, start + 3))) return 0;
    at += 3;
  } else if (code >= 48 && code <= 57) {
    while (at < end && at - start < 9 && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
    if (text.charCodeAt(at) === 92) at++;
    const after = text.charCodeAt(at);
    if (after !== 46 && after !== 41) return 0;
    at++;
  } else return 0;
  if (at >= end) return at - start;
  const gap = text.charCodeAt(at);
  return gap === 32 || gap === 9 || gap === 0xa0 ? at - start + 1 : 0;
}

/**
 * Whether an ID may begin here: behind marks a few letters and then a hyphen or what people write in its place.
 * A cheap look that spares nearly every line the real one.
 */
export function mayBeId(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isMark(text.charCodeAt(at))) at++;
  const first = at;
  while (at < end && at - first < 7 && isLetter(text.charCodeAt(at))) at++;
  if (at - first < 2 || at >= end) return false;
  const after = text.charCodeAt(at);
  if (after === 45 || after === 95 || at - first === 6 || at - first === 7) return true;
  return (after === 32 || (after >= 0x2010 && after <= 0x2013)) && at - first <= 3;
}

function isMark(code: number): boolean {
  return code === 91 || code === 42 || code === 95 || code === 96 || code === 126;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Where the words of a list item begin, behind its bullet, its box to tick and a sign before them. */
export function bulletWords(
  lines: Lines,
  line: number,
  start: number,
  end: number,
): { readonly at: number; readonly box: boolean } {
  let at = lines.firstInk(line, start + bulletWidth(lines.text, start, end));
  const box = /^\[[ xX]\][ \t]/.test(lines.slice(at, Math.min(end, at + 4)));
  if (box) at = lines.firstInk(line, at + 3);
  const sign = /^[^\p{L}\p{N}\s[*_`~#(]{1,4}\s{1,2}/u.exec(lines.slice(at, Math.min(end, at + 8)));
  return { at: at + (sign?.[0].length ?? 0), box };
}
