import type { Comment, ReadIssue } from '../entry.ts';
import type { Lines } from '../lines.ts';

/** A fenced block: the lines of its two fence marks, and whether entries may stand inside. */
export interface Fence {
  readonly open: number;
  readonly close: number;
  readonly readable: boolean;
  /** In YAML a `#` line is a comment. */
  readonly yaml: boolean;
}

/** What hides text from the reader: front matter, fences, comments; and what was opened and never closed. */
export interface Cover {
  /** The lines with comments and front matter blanked. */
  readonly lines: Lines;
  readonly fences: readonly Fence[];
  readonly comments: readonly Comment[];
  /** Line and offsets of marks that nothing closes; reading goes on behind them as if they were not there. */
  readonly unclosed: readonly {
    readonly what: 'fence' | 'comment';
    readonly line: number;
    readonly start: number;
    readonly end: number;
  }[];
  /** The front matter says that the file is a template nobody has filled in. */
  readonly uninitialized: boolean;
}

interface FenceMark {
  readonly line: number;
  readonly start: number;
  readonly char: number;
  readonly width: number;
  readonly info: string;
  readonly closes: boolean;
}

const readableLanguages = new Set(['', 'md', 'markdown', 'text', 'txt', 'plaintext', 'yaml', 'yml']);

/** Finds front matter, fences and comments of a file in one pass over its lines. */
export function uncover(source: Lines): Cover {
  const matter = frontMatter(source);
  const marks = fenceMarks(source, matter.end);
  const widestLater = widestClosers(marks);
  const fences: Fence[] = [];
  const comments: Comment[] = [];
  const unclosed: { what: 'fence' | 'comment'; line: number; start: number; end: number }[] = [];
  const blanked: (readonly [number, number])[] =
    matter.end > 0 ? [[source.bom, source.ends[matter.end - 1] as number]] : [];
  const text = source.text;

  let at = source.starts[matter.end] ?? text.length;
  let next = 0;
  let opening = text.indexOf('<!--', at);
  let closable = true;
  while (opening >= 0 || next < marks.length) {
    const mark = marks[next];
    if (mark && mark.start < at) {
      next++;
    } else if (mark && (opening < 0 || mark.start < opening)) {
      const last = closerOf(marks, next, widestLater);
      if (last < 0) {
        unclosed.push({
          what: 'fence',
          line: mark.line,
          start: mark.start,
          end: source.lastInk(mark.line, mark.start),
        });
        blanked.push([mark.start, source.ends[mark.line] as number]);
        next++;
      } else {
        const closer = marks[last] as FenceMark;
        const readable = readableLanguages.has(mark.info);
        fences.push({
          open: mark.line,
          close: closer.line,
          readable,
          yaml: mark.info === 'yaml' || mark.info === 'yml',
        });
        if (readable) {
          const stop = source.starts[closer.line] as number;
          for (let inner = opening; inner >= 0 && inner < stop; inner = text.indexOf('<!--', inner + 4)) {
            const end = text.indexOf('-->', inner + 4);
            if (end < 0 || end >= stop) break;
            addComment(inner, end + 3);
            inner = end - 1;
          }
        }
        next = last + 1;
        at = source.ends[closer.line] as number;
        if (opening >= 0 && opening < at) opening = text.indexOf('<!--', at);
      }
    } else {
      const line = source.lineAt(opening);
      const end = closable ? text.indexOf('-->', opening + 4) : -1;
      if (inCode(source, line, opening)) {
        at = opening + 4;
      } else if (end < 0) {
        closable = false;
        unclosed.push({ what: 'comment', line, start: opening, end: opening + 4 });
        blanked.push([opening, source.ends[line] as number]);
        at = source.ends[line] as number;
      } else {
        addComment(opening, end + 3);
        at = end + 3;
      }
      opening = text.indexOf('<!--', at);
    }
  }

  function addComment(start: number, end: number): void {
    comments.push({ text: text.slice(start + 4, end - 3).trim(), span: source.span(start, end) });
    blanked.push([start, end]);
  }

  return {
    lines: source.over(blankOut(text, blanked)),
    fences,
    comments,
    unclosed,
    uninitialized: matter.uninitialized,
  };
}

/** One finding for each kind of mark that was never closed and has entries behind it. */
export function unclosedIssues(cover: Cover, lines: Lines, lastEntryLine: number): ReadIssue[] {
  const issues: ReadIssue[] = [];
  for (const what of ['fence', 'comment'] as const) {
    const first = cover.unclosed.find((mark) => mark.what === what && mark.line < lastEntryLine);
    if (!first) continue;
    issues.push({
      code: 'file-unreadable',
      message:
        what === 'fence'
          ? `The code fence opened on line ${first.line + 1} is never closed, so the entries below it show as code.`
          : `The comment opened on line ${first.line + 1} is never closed, so the entries below it are hidden from readers.`,
      expected: null,
      span: lines.span(first.start, first.end),
      fix:
        what === 'fence'
          ? 'Close the fence with a line of its own that holds the same marks.'
          : 'Close the comment with "-->".',
    });
  }
  return issues;
}

function frontMatter(lines: Lines): { end: number; uninitialized: boolean } {
  const none = { end: 0, uninitialized: false };
  let first = 0;
  let start = lines.starts[0] as number;
  for (;;) {
    while (first < lines.count && lines.firstInk(first) === lines.ends[first]) first++;
    start = lines.starts[first] ?? lines.text.length;
    if (!lines.text.startsWith('<!--', start)) break;
    const end = lines.text.indexOf('-->', start);
    if (end < 0) return none;
    first = lines.lineAt(end) + 1;
  }
  if (first >= lines.count || !isRule(lines, first)) return none;
  let uninitialized = false;
  let pairs = 0;
  for (let line = first + 1; line < lines.count; line++) {
    const text = lines.slice(lines.starts[line] as number, lines.ends[line] as number);
    if (/^(?:---|\.\.\.)\s*$/.test(text)) {
      return pairs > 0 ? { end: line + 1, uninitialized } : none;
    }
    if (/^[\w$"'][\w .$"'-]*:(?:\s|$)/.test(text)) {
      if (/^[A-Z]{2,5}(?:-[A-Z0-9]+)?-[0-9]{3}:/.test(text)) return none;
      pairs++;
      if (/^["']?template_state["']?:\s*["']?uninitialized\b/.test(text)) uninitialized = true;
    } else if (!/^(?:\s|#[^#]|-\s|$)/.test(text)) return none;
    else if (/^\s*$/.test(text) && pairs === 0) return none;
  }
  return none;
}

function isRule(lines: Lines, line: number): boolean {
  return /^---\s*$/.test(lines.slice(lines.starts[line] as number, lines.ends[line] as number));
}

function fenceMarks(lines: Lines, from: number): FenceMark[] {
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
function widestClosers(marks: readonly FenceMark[]): readonly (readonly [number, number])[] {
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

function closerOf(
  marks: readonly FenceMark[],
  index: number,
  widest: readonly (readonly [number, number])[],
): number {
  const mark = marks[index] as FenceMark;
  const [ticks, tildes] = widest[index] as readonly [number, number];
  if ((mark.char === 96 ? ticks : tildes) < mark.width) return -1;
  let last = index + 1;
  for (; last < marks.length; last++) {
    const other = marks[last] as FenceMark;
    if (other.closes && other.char === mark.char && other.width >= mark.width) break;
  }
  return last;
}

/** Whether an offset stands inside code ticks of its line, as in a guide that shows a comment. */
function inCode(lines: Lines, line: number, offset: number): boolean {
  let ticks = 0;
  for (let at = Math.max(lines.starts[line] as number, offset - 400); at < offset; at++)
    if (lines.text.charCodeAt(at) === 96) ticks++;
  return ticks % 2 === 1;
}

function blankOut(text: string, ranges: readonly (readonly [number, number])[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let at = 0;
  for (const [start, end] of [...ranges].sort((one, two) => one[0] - two[0])) {
    if (start < at) continue;
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}
