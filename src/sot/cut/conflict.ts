import type { ReadIssue } from '../entry.ts';
import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import { bulletWidth } from './line-shape.ts';

/** One conflict that git left in a file: its lines (from 0, both ends included) and those that are not read. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  /** The marks and the other side's lines; the side of the branch one stood on is read, so that the rest makes sense. */
  readonly hidden: readonly (readonly [from: number, to: number])[];
}

const mark = /^(<{7}|\|{7}|={7}|>{7})(?=[ \t]|$)/;

/** Finds the conflict marks of a file. Seven equal signs below a line of words underline a heading and are none. */
export function conflicts(lines: Lines): Hunk[] {
  const marks = ['<<<<<<<', '=======', '>>>>>>>'];
  if (!marks.some((one) => lines.text.includes(one))) return [];
  if (!/^(?:<{7}|={7}|>{7})(?=[ \t\r]|$)/m.test(lines.text)) return [];
  const hunks: Hunk[] = [];
  const lastClose = /(?:^|[\r\n])>{7}(?=[ \t\r\n]|$)/.test(lines.text)
    ? lines.text.lastIndexOf('>>>>>>>')
    : -1;
  let start = -1;
  let middle = -1;
  const end = (line: number): void => {
    if (start < 0) hunks.push({ from: line, to: line, hidden: [[line, line]] });
    else if (middle < 0)
      hunks.push({
        from: start,
        to: line,
        hidden:
          start === line
            ? [[line, line]]
            : [
                [start, start],
                [line, line],
              ],
      });
    else
      hunks.push({
        from: start,
        to: line,
        hidden: [
          [start, start],
          [middle, line],
        ],
      });
    start = -1;
    middle = -1;
  };
  for (let line = 0; line < lines.count; line++) {
    const from = lines.starts[line] as number;
    const code = lines.text.charCodeAt(from);
    if (code !== 60 && code !== 61 && code !== 62 && code !== 124) continue;
    const found = mark.exec(lines.slice(from, lines.ends[line] as number))?.[1];
    if (found === undefined) continue;
    if (found.startsWith('<')) {
      if (start >= 0) end(start);
      start = line;
      middle = -1;
    } else if (found.startsWith('>')) end(line);
    else if (start >= 0) middle = middle < 0 ? line : middle;
    else if (found.startsWith('=') && !underlines(lines, line)) {
      if (lastClose > from) {
        start = line;
        middle = line;
      } else end(line);
    }
  }
  if (start >= 0) end(middle < 0 ? start : middle);
  return hunks;
}

/** Whether seven equal signs stand below the words of a heading. */
function underlines(lines: Lines, line: number): boolean {
  if (line === 0) return false;
  const start = lines.firstInk(line - 1);
  const end = lines.lastInk(line - 1, start);
  if (
    start === end ||
    lines.slice(lines.starts[line] as number, lines.ends[line] as number).trim() !== '======='
  )
    return false;
  return bulletWidth(lines.text, start, end) === 0 && splitLabel(lines.text, start, end) === null;
}

export function conflictIssue(lines: Lines, hunk: Hunk): ReadIssue {
  const last = lines.ends[hunk.to] as number;
  const one = hunk.from === hunk.to;
  return {
    code: 'merge-conflict',
    message: one
      ? 'A mark that git leaves when two people changed the same lines still stands here.'
      : `Two versions of lines ${hunk.from + 1} to ${hunk.to + 1} stand here side by side, with the marks that git leaves when two people changed the same lines.`,
    expected: null,
    span: lines.spanOn(hunk.from, lines.starts[hunk.from] as number, hunk.to, last),
    fix: one
      ? 'Remove the line, after a look at whether both versions of the text around it are still there.'
      : 'Keep the version that is meant (or what is right of both) and remove the lines that begin with <<<<<<<, ======= and >>>>>>>. The other findings of this file wait until then.',
  };
}
