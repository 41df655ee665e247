import type { Lines } from '../lines.ts';

/** A line that opens or closes a fence. */
export interface FenceMark {
  readonly line: number;
  readonly start: number;
  readonly char: number;
  readonly width: number;
  readonly info: string;
  readonly closes: boolean;
}

/** A fenced block: the lines of its two fence marks, and whether entries may stand inside. */
export interface Fence {
  readonly open: number;
  readonly close: number;
  readonly readable: boolean;
  /** The language it names, in small letters; empty for none. */
  readonly info: string;
  /** In YAML a `#` line is a comment. */
  readonly yaml: boolean;
}

const readableLanguages = new Set(['', 'md', 'markdown', 'text', 'txt', 'plaintext', 'yaml', 'yml']);

/** Whether entries may stand in the fence that a mark opens. */
export function isReadable(mark: FenceMark): boolean {
  return readableLanguages.has(mark.info);
}

/** All lines from `from` on that may open or close a fence. */
export function fenceMarks(lines: Lines, from: number): FenceMark[] {
  const marks: FenceMark[] = [];
  for (let line = from; line < lines.count; line++) {
    const end = lines.ends[line] as number;
    let start = lines.firstInk(line);
    while (start < end && lines.text.charCodeAt(start) === 62) start = lines.firstInk(line, start + 1);
    const char = lines.text.charCodeAt(start);
    if (char !== 96 && char !== 126) continue;
    let after = start;
    while (after < end && lines.text.charCodeAt(after) === char) after++;
    if (after - start < 3) continue;
    const rest = lines.slice(lines.firstInk(line, after), end).trim();
    if (char === 96 && rest.includes('`')) continue;
    const word = rest.split(/[\s,{]/, 1)[0] ?? '';
    marks.push({ line, start, char, width: after - start, info: word.toLowerCase(), closes: rest === '' });
  }
  return marks;
}

/** For each mark the widest mark behind it that could close a fence, backticks and tildes apart. */
export function widestClosers(marks: readonly FenceMark[]): readonly (readonly [number, number])[] {
  const widest: (readonly [number, number])[] = new Array(marks.length);
  let ticks = 0;
  let tildes = 0;
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index] as FenceMark;
    widest[index] = [ticks, tildes];
    if (!mark.closes) continue;
    if (mark.char === 96) ticks = Math.max(ticks, mark.width);
    else tildes = Math.max(tildes, mark.width);
  }
  return widest;
}

/**
 * Index of the mark that closes a fence, -1 when nothing does. Code in which another fence opens before it ends,
 * with an entry before that, was most likely not closed where it should have been.
 */
export function closerOf(
  lines: Lines,
  marks: readonly FenceMark[],
  index: number,
  widest: readonly (readonly [number, number])[],
): number {
  const mark = marks[index] as FenceMark;
  const [ticks, tildes] = widest[index] as readonly [number, number];
  if ((mark.char === 96 ? ticks : tildes) < mark.width) return -1;
  let asked = isReadable(mark);
  for (let last = index + 1; last < marks.length; last++) {
    const other = marks[last] as FenceMark;
    if (other.char !== mark.char || other.width < mark.width) continue;
    if (other.closes) return last;
    if (asked) continue;
    asked = true;
    if (holdsEntry(lines, mark.line + 1, other.line)) return -1;
  }
  return -1;
}

const entryLine = /^(?:#{1,4}[ \t]{1,9}\[?)?(?:BR|GTM)-MOPS-[0-9]{3}\b/;

function holdsEntry(lines: Lines, from: number, to: number): boolean {
  for (let line = from; line < to; line++) {
    const start = lines.starts[line] as number;
    if (entryLine.test(lines.slice(start, Math.min(lines.ends[line] as number, start + 40)))) return true;
  }
  return false;
}
