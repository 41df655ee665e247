/**
 * A look at a file's bytes that tells the pages of a handbook from files with entries. Nearly all files that a wide
 * pattern picks are such pages, and one look is all they get: no text is made of them, no line is read.
 */

import { BASES } from './id.ts';

/** Signs that something may begin with (or, for a hyphen, end with) that is more than prose. */
const special = new Uint8Array(256);
for (const sign of '-_MmTt|<=>`~\t\0') special[sign.charCodeAt(0)] = 1;
/** First byte of a typesetter's hyphen (U+2010, U+2011). */
const wideSign = 0xe2;
special[wideSign] = 1;

const bases = new Set<string>(BASES);
/** First words of the types that make an entry of the lifecycle. */
const types = ['lifecycle', 'hand', 'segment', 'scoring'];
/** Words of the header that makes a table one of stages. */
const stageWords = ['stage', 'phase', 'status'];
/** No header of a column is longer. */
const longestHeader = 80;
/** Bytes that may stand between "Type" and what it is: a colon, marks, blanks, bars, each of up to three bytes. */
const widestGap = 40;
/** Git LFS leaves files shorter than this in place of those it has not fetched. */
const longestPointer = 1024;

/**
 * Whether a file, given in UTF-8, holds nothing that `readFile` makes anything of: no ID, no "mops", no line that says
 * what type its entry is, no comment, no conflict, no table of stages, no NUL. False for whatever could be one of them
 * in some way of writing. Linear, without making a text.
 */
export function isPlainPage(bytes: Uint8Array): boolean {
  if (bytes.length < longestPointer) return false;
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] as number;
    if (special[code] === 1 && mayBegin(bytes, at, code)) return false;
  }
  return true;
}

function mayBegin(bytes: Uint8Array, at: number, code: number): boolean {
  switch (code) {
    case 84:
    case 116:
      return isWord(bytes, at, 'type') && saysType(bytes, at + 4);
    case 77:
    case 109:
      return isWord(bytes, at, 'mops');
    case 45:
    case 95:
      return endsBase(bytes, at);
    case 124:
      return namesStages(bytes, at + 1) || opensWithStage(bytes, at);
    case 60:
      return (
        (bytes[at + 1] === 33 && bytes[at + 2] === 45) || isWord(bytes, at + 1, 'table') || isRun(bytes, at)
      );
    case 9:
      return namesStages(bytes, lineStart(bytes, at), 10);
    case 96:
    case 126:
      return (
        isRun(bytes, at) ||
        ['csv', 'tsv', 'psv'].some((word) => isWord(bytes, behindRun(bytes, at, code), word))
      );
    case 0:
      return true;
    case wideSign:
      return bytes[at + 1] === 0x80 && ((bytes[at + 2] ?? 0) | 1) === 0x91 && endsBase(bytes, at);
    default:
      return isRun(bytes, at);
  }
}

/** Whether a prefix of the framework's IDs stands before a hyphen, which may be escaped. */
function endsBase(bytes: Uint8Array, hyphen: number): boolean {
  const end = bytes[hyphen - 1] === 92 ? hyphen - 1 : hyphen;
  let start = end;
  let letters = '';
  while (start > 0 && end - start < 5 && isCapital(bytes[start - 1] as number)) {
    start--;
    letters = String.fromCharCode(bytes[start] as number) + letters;
    if (bases.has(letters)) return true;
  }
  return false;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Whether letters stand at a place, in any case. */
function isWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index++)
    if (((bytes[at + index] ?? 0) | 32) !== word.charCodeAt(index)) return false;
  return true;
}

/** Whether behind "type", signs apart, a type of the lifecycle follows. */
function saysType(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at < from + widestGap && at < bytes.length && !isLetterOrDigit(bytes[at] as number)) at++;
  return at > from && types.some((word) => isWord(bytes, at, word));
}

function isLetterOrDigit(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 48 && code <= 57);
}

/** Whether a cell of a table that begins at a place has a word that heads a column of stages. */
function namesStages(bytes: Uint8Array, from: number, stop = 124): boolean {
  for (let at = from; at < bytes.length; at++) {
    const code = bytes[at] as number;
    if (code === stop || code === 10 || code === 13) return false;
    const small = code | 32;
    if ((small === 115 || small === 112) && stageWords.some((word) => isWord(bytes, at, word))) return true;
  }
  return false;
}

/** Whether the words in front of the first bar of a line have one, as in a table written without outer bars. */
function opensWithStage(bytes: Uint8Array, bar: number): boolean {
  let start = bar;
  while (start > 0 && bytes[start - 1] !== 10 && bytes[start - 1] !== 13 && bar - start < longestHeader) {
    if (bytes[start - 1] === 124) return false;
    start--;
  }
  return bar > start && namesStages(bytes, start);
}

/** Where the line of a byte begins, as far as a header reaches. */
function lineStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && bytes[start - 1] !== 10 && bytes[start - 1] !== 13 && at - start < longestHeader) {
    start--;
    // The first tab of a line has asked for all of it.
    if (bytes[start] === 9) return at;
  }
  return start;
}

/** The first byte behind the marks of a fence and the blanks after them. */
function behindRun(bytes: Uint8Array, from: number, code: number): number {
  let at = from;
  while (bytes[at] === code) at++;
  while (bytes[at] === 32) at++;
  return at;
}

/** Seven of one sign in a row: git's marks, also where they are no conflict. */
function isRun(bytes: Uint8Array, at: number): boolean {
  const code = bytes[at];
  for (let index = 1; index < 7; index++) if (bytes[at + index] !== code) return false;
  return true;
}
