import { isBlank } from '../blank.ts';
import { type JudgedId, judgeId } from '../id.ts';

/** The ID at the head of a line with what follows it. Offsets into the text handed in. */
export interface Head {
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

const strictToken = /[A-Za-z]{2,5}[-_][A-Za-z0-9_-]*/y;
const mopsToken =
  /(?:BR|GTM)[-_ \u2010-\u2013]?MOPS[-_ \u2010-\u2013]?[0-9]{1,9}(?:[-_][A-Za-z0-9_-]*)?(?![A-Za-z0-9])/iy;
const kept = /\?{1,3}|#{1,4}|\*(?!\*)|[[{<][#?A-Za-z]{1,8}[\]}>]/y;

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
  while (end > at && (text.charCodeAt(end - 1) === 45 || text.charCodeAt(end - 1) === 95)) end--;
  return end;
}

/** Reads `BR-MOPS-002: Title`, `[BR-MOPS-002] Title`, `**BR-MOPS-002** — Title`; null when no ID heads the text. */
export function readHead(text: string, start: number, end: number): Head | null {
  let at = start;
  while (at < end && isOpener(text.charCodeAt(at))) at++;
  const opened = text.slice(start, at);
  if (opened.length > 6) return null;
  let idEnd = tokenEnd(text, at);
  if (idEnd <= at || idEnd > end) return null;
  while (idEnd > at && (text.charCodeAt(idEnd - 1) === 45 || text.charCodeAt(idEnd - 1) === 95)) idEnd--;
  const idStart = at;
  const token = text.slice(idStart, idEnd);
  const judged = judgeId(token);
  if (!judged) return null;
  at = idEnd;
  let closed = false;
  while (at < end && isCloser(text.charCodeAt(at))) {
    if (text.charCodeAt(at) !== 93) closed = true;
    at++;
  }
  let linked = false;
  if (text.charCodeAt(at) === 40 && text.charCodeAt(at - 1) === 93) {
    const stop = text.slice(at, Math.min(end, at + 500)).indexOf(')');
    if (stop < 0) return null;
    linked = true;
    at += stop + 1;
    while (at < end && isCloser(text.charCodeAt(at))) at++;
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
  const anchor = /\s*\{#[^{}]{1,80}\}$/.exec(text.slice(Math.max(at, titleEnd - 90), titleEnd));
  if (anchor) titleEnd -= anchor[0].length;
  const marks = opened.replace(/[^*_]/g, '');
  if (!closed && marks !== '' && text.slice(at, titleEnd).endsWith(marks)) titleEnd -= marks.length;
  while (titleEnd > at && isBlank(text.charCodeAt(titleEnd - 1))) titleEnd--;
  if (continuesRange(text, at, titleEnd, delimiter)) return null;
  return { judged, token, idStart, idEnd, delimiter, titleStart: at, titleEnd, linked };
}

function isOpener(code: number): boolean {
  return code === 91 || code === 42 || code === 95 || code === 96 || code === 126;
}

function isCloser(code: number): boolean {
  return code === 93 || code === 42 || code === 95 || code === 96 || code === 126;
}

function delimiterAt(text: string, at: number, end: number, spaced: boolean): Head['delimiter'] | null {
  if (at >= end) return 'end';
  switch (text.charCodeAt(at)) {
    case 58:
    case 0xff1a:
      return 'colon';
    case 124:
      return 'pipe';
    case 0x2014:
      return 'dash';
    case 45:
    case 0x2013:
      return spaced || isBlank(text.charCodeAt(at + 1)) || at + 1 >= end ? dashUnlessArrow(text, at) : null;
    case 40:
    case 0xff08:
      return 'blank';
    default:
      return spaced ? 'blank' : null;
  }
}

function dashUnlessArrow(text: string, at: number): Head['delimiter'] | null {
  return text.charCodeAt(at + 1) === 62 ? null : 'dash';
}

const joins = /(?:→|⇒|⟶|=>|->|\.\.|[,;.&+/=]|(?:to|and|or|through|vs|bis)(?![A-Za-z]))/y;
const idAhead = /[[(*]{0,3}(?:[A-Z]{2,5}-(?:[A-Z][A-Z0-9]*-)?)?[0-9]{3}(?![0-9A-Za-z])/y;

/** `BR-001 to BR-099`, `BR-001 – BR-099`, `BR-MOPS-001 → BR-MOPS-002`: about entries, none of them defined here. */
function continuesRange(text: string, at: number, end: number, delimiter: Head['delimiter']): boolean {
  if (at >= end) return false;
  if (delimiter === 'blank') {
    joins.lastIndex = at;
    if (joins.test(text)) return true;
  }
  if (delimiter !== 'dash') return false;
  idAhead.lastIndex = at;
  return idAhead.test(text);
}
