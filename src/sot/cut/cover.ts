import type { Comment, LeftOut, ReadIssue } from '../entry.ts';
import type { Lines } from '../lines.ts';
import { asidesOf } from './asides.ts';
import { bareTableLines } from './bare-table.ts';
import type { HtmlTable } from './block.ts';
import { conflicts, type Hunk, isShown } from './conflict.ts';
import { blankOut } from './cover-sign.ts';
import {
  closerOf,
  type Fence,
  type FenceMark,
  fenceMarks,
  isReadable,
  widestClosers,
} from './fence-marks.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import { coverLeavings, isFootnote } from './leavings.ts';

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
  /** Front matter that is an entry: its keys are fields, the text below it goes on with them; null else. */
  readonly matter: FrontMatter | null;
  /** The front matter says that the file is a template nobody has filled in. */
  readonly uninitialized: boolean;
  readonly conflicts: readonly Hunk[];
  readonly htmlTables: readonly HtmlTable[];
  /** Lines that are set aside, with the reason: front matter, the other side of a conflict, footnotes. */
  readonly leftOut: readonly LeftOut[];
  /** Lines (from 0) on which an aside (`<details>`, a callout of Notion) opens (1) or so many close (-1, -2, …). */
  readonly asides: ReadonlyMap<number, number>;
}

/** Finds front matter, fences and comments of a file in one pass over its lines. */
export function uncover(source: Lines): Cover {
  const matter = frontMatter(source);
  const marks = fenceMarks(source, matter.end);
  const widestLater = widestClosers(marks);
  const fences: Fence[] = [];
  const comments: Comment[] = [];
  const unclosed: { what: 'fence' | 'comment'; line: number; start: number; end: number }[] = [];
  const text = source.text;
  const leftOut: LeftOut[] = [];
  const blanked: (readonly [number, number])[] = [];
  const last = matter.end - 1;
  const hidden: (readonly [number, number])[] =
    matter.end === 0
      ? []
      : matter.idLine < 0
        ? [[0, last]]
        : [
            [0, matter.first],
            [last, last],
          ];
  for (const [from, to] of hidden) {
    leftOut.push({ from, to, why: 'front matter' });
    blanked.push([from === 0 ? source.bom : (source.starts[from] as number), source.ends[to] as number]);
  }
  const hunks = conflicts(source).filter((hunk) => !isShown(source, marks, hunk));
  for (const [from, to] of hunks.flatMap((hunk) => hunk.hidden)) {
    leftOut.push({ from, to, why: 'a conflict that git left' });
    blanked.push([source.starts[from] as number, source.ends[to] as number]);
  }

  let at = source.starts[matter.end] ?? text.length;
  let next = 0;
  let opening = text.indexOf('<!--', at);
  let closable = true;
  while (opening >= 0 || next < marks.length) {
    const mark = marks[next];
    if (mark && mark.start < at) {
      next++;
    } else if (mark && (opening < 0 || mark.start < opening)) {
      const last = closerOf(source, marks, next, widestLater);
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
        const readable = isReadable(mark);
        fences.push({
          open: mark.line,
          close: closer.line,
          readable,
          info: mark.info,
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

  for (const { open: from, close: to, readable, info } of fences)
    if (!readable) leftOut.push({ from, to, why: `code in another language (${info})` });
  const visible = source.over(blankOut(text, blanked));
  const footnotes = footnoteLines(visible);
  for (const line of footnotes) {
    leftOut.push({ from: line, to: line, why: 'a footnote' });
    blanked.push([source.starts[line] as number, source.ends[line] as number]);
  }
  return {
    lines: withTables(
      source.over(coverLeavings(footnotes.length > 0 ? blankOut(text, blanked) : visible.text)),
    ),
    fences,
    comments,
    unclosed,
    matter: matter.idLine < 0 ? null : matter,
    uninitialized: matter.uninitialized,
    conflicts: hunks,
    htmlTables: htmlTablesOf(visible, fences),
    leftOut,
    asides: asidesOf(visible),
  };
}

function withTables(lines: Lines): Lines {
  return lines.withBareRows(bareTableLines(lines));
}

/** Tables in HTML that begin a line, code apart. One that nothing closes ends on its first line. */
function htmlTablesOf(lines: Lines, fences: readonly Fence[]): HtmlTable[] {
  const tables: HtmlTable[] = [];
  if (!lines.text.includes('<')) return tables;
  const closing = /<\/table>/gi;
  let after = 0;
  let close = -1;
  let fence = 0;
  for (const match of lines.text.matchAll(/<table\b/gi)) {
    const start = match.index;
    if (start < after) continue;
    const from = lines.lineAt(start);
    while (fence < fences.length && (fences[fence] as Fence).close < from) fence++;
    if (
      !/^(?:<[a-z][^<>]{0,200}>\s{0,9})*$/i.test(
        lines.slice(Math.max(lines.firstInk(from), start - 400), start),
      ) ||
      (fences[fence]?.open ?? from) < from
    )
      continue;
    if (close < start) {
      closing.lastIndex = start;
      close = closing.exec(lines.text)?.index ?? Number.POSITIVE_INFINITY;
    }
    const end = Number.isFinite(close) ? close + '</table>'.length : (lines.ends[from] as number);
    tables.push({ from, to: lines.lineAt(end), start, end });
    after = end;
  }
  return tables;
}

function footnoteLines(lines: Lines): number[] {
  const found: number[] = [];
  for (let at = lines.text.indexOf('[^'); at >= 0; at = lines.text.indexOf('[^', at + 2)) {
    const line = lines.lineAt(at);
    if (found[found.length - 1] === line) continue;
    if (isFootnote(lines.slice(lines.starts[line] as number, lines.ends[line] as number))) found.push(line);
  }
  return found;
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

/** Whether an offset stands inside code ticks of its line, as in a guide that shows a comment. */
function inCode(lines: Lines, line: number, offset: number): boolean {
  let ticks = 0;
  for (let at = Math.max(lines.starts[line] as number, offset - 400); at < offset; at++)
    if (lines.text.charCodeAt(at) === 96) ticks++;
  return ticks % 2 === 1;
}
