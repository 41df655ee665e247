import type { ReadIssue } from '../entry.ts';
import { splitLabel } from '../label.ts';
import type { Lines } from '../lines.ts';
import type { FenceMark } from './fence-marks.ts';
import { bulletWidth } from './line-shape.ts';

/** One conflict that git left in a file: its lines (from 0, both ends included) and those that are not read. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  /** The marks and the other side's lines; the side of the branch one stood on is read, so that the rest makes sense. */
  readonly hidden: readonly (readonly [from: number, to: number])[];
}

const mark = /^(<{7}|\|{7}|={7}|>{7})(?=[ \t]|$)/;
/** A mark that was indented, quoted or escaped since, or that a team's git makes longer than usual. */
const changedMark =
  /^(?:[ \t]{0,12}|(?:[ \t]{0,3}> ){1,4})\\?(<{7,20}|\|{7,20}|={7,20}|>{7,20}|(?:> ){6}>)(?=[ \t]|$)/;

/** Finds the conflict marks of a file. Seven equal signs below a line of words underline a heading and are none. */
export function conflicts(lines: Lines): Hunk[] {
  const { text } = lines;
  if (!['<<<<<<<', '=======', '>>>>>>>'].some((sign) => text.includes(sign))) return [];
  const hunks: Hunk[] = [];
  const lastClose = /(?:^|[\r\n])>{7}(?=[ \t\r\n]|$)/.test(text) ? text.lastIndexOf('>>>>>>>') : -1;
  let start = -1;
  let middle = -1;
  // Conflicts inside the other side of the one that is open: git leaves them where a merge of a merge failed.
  let depth = 0;
  const end = (line: number): void => {
    const first = start < 0 ? line : start;
    const hidden: Hunk['hidden'] =
      first === line
        ? [[line, line]]
        : middle < 0
          ? [
              [first, first],
              [line, line],
            ]
          : [
              [first, first],
              [middle, line],
            ];
    hunks.push({ from: first, to: line, hidden });
    start = -1;
    middle = -1;
    depth = 0;
  };
  for (let line = 0; line < lines.count; line++) {
    const from = lines.starts[line] as number;
    const code = text.charCodeAt(from);
    if (!mayBeMark(code)) continue;
    const whole = text.slice(from, Math.min(lines.ends[line] as number, from + 60));
    const exact = mark.exec(whole)?.[1];
    const sign = (exact ?? changedMark.exec(whole)?.[1])?.charAt(0);
    if (sign === undefined || (exact === undefined && start < 0 && sign !== '<')) continue;
    if (sign === '<') {
      if (middle >= 0) depth++;
      else {
        if (start >= 0) end(start);
        start = line;
      }
    } else if (sign === '>') {
      if (depth > 0) depth--;
      else end(line);
    } else if (start >= 0) middle = middle < 0 ? line : middle;
    else if (sign === '=' && !underlines(lines, line)) {
      if (lastClose > from) {
        start = line;
        middle = line;
      } else end(line);
    }
  }
  if (start >= 0) end(middle < 0 ? start : middle);
  return hunks;
}

/** `<`, `=`, `>`, `|`, a blank, a tab or a backslash. */
function mayBeMark(code: number): boolean {
  return (code >= 60 && code <= 62) || code === 124 || code === 32 || code === 9 || code === 92;
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

/** Whether a conflict is only shown, in code that holds nothing of a lifecycle: a guide to merging. */
export function isShown(lines: Lines, marks: readonly FenceMark[], { from, to }: Hunk): boolean {
  const after = marks.findIndex(({ line }) => line > to);
  const opening = marks[after - 1];
  const closing = marks[after];
  if (after % 2 === 0 || opening === undefined || closing === undefined || opening.line > from) return false;
  return !/mops/i.test(lines.text.slice(opening.start, closing.start));
}

/** What is said of a conflict that stands in a file, from its first mark to its last. */
export function conflictIssue(lines: Lines, hunk: Hunk): ReadIssue {
  const last = lines.lastInk(hunk.to, lines.starts[hunk.to] as number);
  const one = hunk.from === hunk.to;
  return {
    code: 'merge-conflict',
    message: one
      ? 'A mark that git leaves when two people changed the same lines still stands here.'
      : `Two versions of lines ${hunk.from + 1} to ${hunk.to + 1} stand here side by side, with the marks that git leaves when two people changed the same lines.`,
    expected: null,
    span: lines.spanOn(hunk.from, lines.firstInk(hunk.from), hunk.to, last),
    fix: one
      ? 'Remove the line, after a look at whether both versions of the text around it are still there.'
      : 'Keep the version that is meant (or what is right of both) and remove the lines that begin with <<<<<<<, ======= and >>>>>>>. The other findings of this file wait until then.',
  };
}
