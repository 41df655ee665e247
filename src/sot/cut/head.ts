import { isBlank } from '../blank.ts';
import { type JudgedId, judgeId } from '../id.ts';
import { continuesRange } from './id-range.ts';

/** The ID at the head of a line with what follows it. Offsets into the text handed in. */
export interface EntryHead {
  readonly judged: JudgedId;
  /** The ID as written. */
  readonly token: string;
  readonly idStart: number;
  readonly idEnd: number;
  readonly delimiter: 'colon' | 'dash' | 'pipe' | 'blank' | 'end';
  readonly titleStart: number;
  readonly titleEnd: number;
  /** The ID is the text of a Markdown link: a table of contents, not a definition. */
  readonly linked: boolean;
}

/** Hyphens may be escaped, as some converters do. */
const strictToken = /[A-Za-z]{2,5}\\?[-_](?:[A-Za-z0-9]|\\?[-_])*/y;
const mopsToken =
  /(?:BR|GTM)\\?[-_ \u00a0\u2010-\u2014\u2212]?MOPS\\?[-_ \u00a0\u2010-\u2014\u2212]?[0-9]{1,9}[A-Za-z]?(?:\\?[-_](?:[A-Za-z0-9]|\\?[-_])*|\.[0-9]{1,3})?(?![A-Za-z0-9])/iy;
const kept = /\\?(?:\?{1,3}|#{1,4}|\*(?!\*)|[[{<][#?A-Za-z]{1,8}\\?[\]}>])/y;

/** A footnote's mark: `[^1]`. */
const footnote = /\\?\[\^[^\]\s]{1,20}\]/y;

/** End of the ID-like token that starts at `at`, `at` itself when there is none. Reads `GTM-?` and `BR-{XXX}` whole. */
export function tokenEnd(text: string, at: number): number {
  strictToken.lastIndex = at;
  mopsToken.lastIndex = at;
  const length = Math.max(strictToken.exec(text)?.[0].length ?? 0, mopsToken.exec(text)?.[0].length ?? 0);
  if (length === 0) return at;
  let end = at + length;
  if (text.charCodeAt(end - 1) === 45) {
    kept.lastIndex = end;
    const rest = kept.exec(text);
    if (rest) return end + rest[0].length;
  }
  while (end > at && isJoint(text.charCodeAt(end - 1))) end--;
  return end;
}

function isJoint(code: number): boolean {
  return code === 45 || code === 95 || code === 92;
}

/** A token as a reader of the page sees it, without the marks that escape its hyphens. */
export function unescaped(token: string): string {
  return token.includes('\\') ? token.replace(/\\(?=[-_*?#])/g, '') : token;
}

/** Reads `BR-MOPS-002: Title`, `[BR-MOPS-002] Title`, `**BR-MOPS-002** — Title`; null when no ID heads the text. */
export function readHead(text: string, start: number, end: number): EntryHead | null {
  let at = start;
  let opened = '';
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isOpener(code)) opened += text.charAt(at);
    else if (code !== noRoom && !(code === 92 && isOpener(text.charCodeAt(at + 1)))) break;
  }
  if (opened.length > 6) return null;
  let idEnd = tokenEnd(text, at);
  if (idEnd > end) return null;
  while (idEnd > at && isJoint(text.charCodeAt(idEnd - 1))) idEnd--;
  const idStart = at;
  const token = unescaped(text.slice(idStart, idEnd));
  const judged = judgeId(token);
  if (!judged) return null;
  at = idEnd;
  let closed = false;
  let bracketed = false;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    footnote.lastIndex = at;
    const mark = code === 91 || code === 92 ? footnote.exec(text)?.[0].length : undefined;
    if (mark !== undefined) {
      at += mark - 1;
      continue;
    }
    if (code === noRoom || (code === 92 && isEscaped(text.charCodeAt(at + 1)))) continue;
    if (!isCloser(code) && !closes(text, at, end, opened)) break;
    if (code === 93) bracketed = true;
    else closed = true;
  }
  let linked = false;
  if (text.charCodeAt(at) === 40 && text.charCodeAt(at - 1) === 93) {
    const stop = text.slice(at, Math.min(end, at + 500)).indexOf(')');
    if (stop < 0) return null;
    linked = true;
    at += stop + 1;
    while (at < end && isCloser(text.charCodeAt(at))) at++;
  } else if (text.charCodeAt(at) === 91 && text.charCodeAt(at - 1) === 93) {
    const reference = /^\[[^[\]]{0,80}\]/.exec(text.slice(at, Math.min(end, at + 82)));
    if (reference === null) return null;
    linked = true;
    at += reference[0].length;
  }
  const gap = at;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  const delimiter = delimiterAt(text, at, end, at > gap);
  if (!delimiter) return null;
  if (delimiter !== 'blank' && delimiter !== 'end') at++;
  while (
    at < end &&
    (isBlank(text.charCodeAt(at)) || (!closed && opened.includes('*') && text.charCodeAt(at) === 42))
  )
    at++;
  let titleEnd = end;
  while (titleEnd > at && text.charCodeAt(titleEnd - 1) === noRoom) titleEnd--;
  const anchor = /\s*\{#[^{}]{1,80}\}$/.exec(text.slice(Math.max(at, titleEnd - 90), titleEnd));
  if (anchor) titleEnd -= anchor[0].length;
  const marks = opened.replace(/[^*_]/g, '');
  if (!closed && marks !== '' && text.slice(at, titleEnd).endsWith(marks)) titleEnd -= marks.length;
  if (opened.includes('[') && !bracketed) {
    const target = /\](\([^()\s]{0,400}\))?[*_~]{0,3}$/.exec(
      text.slice(Math.max(at, titleEnd - 410), titleEnd),
    );
    if (target) {
      titleEnd -= target[0].length;
      linked = target[1] !== undefined;
      while (titleEnd > at && marks !== '' && marks.includes(text.charAt(titleEnd - 1))) titleEnd--;
    }
  }
  while (titleEnd > at && isBlank(text.charCodeAt(titleEnd - 1))) titleEnd--;
  if (continuesRange(text, at, titleEnd, delimiter)) return null;
  if (delimiter === 'blank')
    for (;;) {
      const broken =
        /^<(?:br|\/)[^<>]{0,40}>/i.exec(text.slice(at, Math.min(titleEnd, at + 44)))?.[0].length ?? 0;
      at += broken;
      if (at < titleEnd && (isParting(text.charCodeAt(at)) || isBlank(text.charCodeAt(at)))) at++;
      else if (broken === 0) break;
    }
  return { judged, token, idStart, idEnd, delimiter, titleStart: at, titleEnd, linked };
}

/** Stands where a leaving of a converter was. */
const noRoom = 0x2060;

/** Brackets and quotes that may stand directly around an ID, opening sign → closing sign. */
const pairs: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['{', '}'],
  ['<', '>'],
  ['"', '"'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c'],
  ['\u00ab', '\u00bb'],
  ['\uff08', '\uff09'],
  ['\u3010', '\u3011'],
  ['\u300c', '\u300d'],
]);

/** Brackets and marks that may stand directly in front of an ID. */
export function isOpener(code: number): boolean {
  return (
    code === 91 ||
    code === 42 ||
    code === 95 ||
    code === 96 ||
    code === 126 ||
    (!isWordCode(code) && pairs.has(String.fromCharCode(code)))
  );
}

function isWordCode(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 48 && code <= 57) || code === 32;
}

/** Whether a sign closes what was opened before the ID, or, as in `3)`, ends a number. */
function closes(text: string, at: number, end: number, opened: string): boolean {
  const sign = text.charAt(at);
  for (const open of opened) if (pairs.get(open) === sign) return true;
  return sign === ')' && (at + 1 >= end || isBlank(text.charCodeAt(at + 1)));
}

function isCloser(code: number): boolean {
  return code === 93 || code === 42 || code === 95 || code === 96 || code === 126;
}

/** What a converter may have escaped behind an ID. */
function isEscaped(code: number): boolean {
  return code === 93 || code === 58 || code === 41 || code === 124;
}

/** Signs that part an ID from its title in some hands, and join two IDs in others. */
function isParting(code: number): boolean {
  return (
    code === 44 ||
    code === 46 ||
    code === 47 ||
    code === 61 ||
    code === 62 ||
    code === 126 ||
    code === 0xbb ||
    code === 0x203a ||
    code === 0x2192 ||
    code === 0x21d2 ||
    code === 0x2212
  );
}

function delimiterAt(text: string, at: number, end: number, spaced: boolean): EntryHead['delimiter'] | null {
  if (at >= end) return 'end';
  switch (text.charCodeAt(at)) {
    case 58:
    case 0xff1a:
      return 'colon';
    case 124:
      return 'pipe';
    case 0x2014:
    case 0xb7:
    case 0x2022:
      return 'dash';
    case 45:
    case 0x2013:
      return spaced || isBlank(text.charCodeAt(at + 1)) || at + 1 >= end ? dashUnlessArrow(text, at) : null;
    case 40:
    case 0xff08:
      return 'blank';
    case 60:
      return /^<(?:br|\/)/i.test(text.slice(at, at + 3)) ? 'blank' : spaced ? 'blank' : null;
    default:
      return spaced ||
        (isParting(text.charCodeAt(at)) && (at + 1 >= end || isBlank(text.charCodeAt(at + 1)))) ||
        /^\/\p{Lu}/u.test(text.slice(at, at + 2))
        ? 'blank'
        : null;
  }
}

function dashUnlessArrow(text: string, at: number): EntryHead['delimiter'] | null {
  return text.charCodeAt(at + 1) === 62 ? null : 'dash';
}
