import { type FieldWords, usualLabels } from '../language/fields.ts';
import { type EntryBlock, lineStates } from './cut/block.ts';
import { isLifecycle } from './cut/claim.ts';
import { conflictIssue } from './cut/conflict.ts';
import { type Cover, unclosedIssues, uncover } from './cut/cover.ts';
import { htmlStageTables, loneTablesIn } from './cut/lone-table.ts';
import { kindOfFields } from './cut/merged-title.ts';
import { Outline } from './cut/outline.ts';
import { fieldsInData, sheetTables } from './cut/sheets.ts';
import { rowCells, stageTableAt, tableHeader } from './cut/stage-table.ts';
import type {
  Entry,
  EntryKind,
  LeftOut,
  ParsedId,
  ReadFile,
  ReadIssue,
  Repository,
  SourceFile,
  Text,
} from './entry.ts';
import { kindOf } from './id.ts';
import { keepLines, Lines } from './lines.ts';
import { rankOf } from './rank.ts';
import { idIssue, mostLines, nulIssue, tooLongIssue } from './read-issues.ts';
import { textOfPieces } from './tree/draft-node.ts';
import { idCell, rowNodes } from './tree/row.ts';
import { readNodes } from './tree/tree.ts';

/**
 * Reads one file. Total: any text gives a result; what looks like an entry and cannot be read is an issue.
 *
 * @param words the labels that the config knows: without them editors' joined lines part at the template's alone
 */
export function readFile(file: SourceFile, words: FieldWords = usualLabels): ReadFile {
  return file.plain === true ? plainPage(file, words) : readText(file, words);
}

const none: readonly never[] = [];

/** A page in which nothing is to be read. What its lines are is told only when somebody asks, as is its text. */
function plainPage(file: SourceFile, words: FieldWords): ReadFile {
  return {
    path: file.path,
    get text() {
      return file.text;
    },
    entries: none,
    comments: none,
    issues: none,
    get leftOut() {
      return readText(file, words).leftOut;
    },
    unclaimed: none,
    stageTables: none,
  };
}

function readText(file: SourceFile, words: FieldWords): ReadFile {
  const lines = new Lines(file.path, file.text);
  const cover = uncover(lines);
  const issues: ReadIssue[] = [];
  const nul = file.text.indexOf('\0');
  if (nul >= 0) issues.push(nulIssue(lines, nul));
  const entries: Entry[] = [];
  issues.push(...cover.conflicts.map((hunk) => conflictIssue(lines, hunk)));
  const leftOut: LeftOut[] = [...cover.leftOut];
  const states = lineStates(lines.count, cover.fences, cover.htmlTables, cover.matter);
  const outline = new Outline(cover, states, words);
  const blocks = outline.blocks;
  // A template's front matter stays behind in files that were filled in: an entry of the lifecycle is none of a template's.
  if (cover.uninitialized && !blocks.some((block) => isLifecycle(block.head))) {
    leftOut.push({ from: 0, to: lines.count - 1, why: 'a template that nobody has filled in' });
  } else {
    const taken = new Set(
      blocks.flatMap((block) => (block.head.judged.kind === 'id' ? [block.head.judged.parsed.id] : [])),
    );
    let left = mostLines;
    for (const block of blocks) {
      const judged = block.head.judged;
      if (judged.kind !== 'id') issues.push(idIssue(lines, block));
      const parsed =
        judged.kind === 'id' ? judged.parsed : judged.kind === 'malformed' ? judged.expected : null;
      if (!parsed || (judged.kind !== 'id' && taken.has(parsed.id))) continue;
      taken.add(parsed.id);
      left -= block.end - block.line;
      if (left < 0) {
        issues.push(tooLongIssue(lines, block));
        break;
      }
      entries.push(entryOf(cover.lines, states, block, parsed, cover, words));
    }
    const lastLine = blocks[blocks.length - 1]?.line ?? -1;
    issues.push(...unclosedIssues(cover, lines, lastLine));
    for (const [from, to] of outline.templates)
      leftOut.push({ from, to, why: "a template's entry: its ID stands for one still to be given" });
  }
  issues.sort((one, two) => one.span.start - two.span.start);
  const read: ReadFile = {
    path: file.path,
    text: file.text,
    entries,
    comments: cover.comments,
    issues,
    leftOut,
    unclaimed: [
      ...outline.unclaimed.map(({ line, start, end, id, looks }) => ({
        id,
        looks,
        span: lines.spanOn(line, start, line, end),
      })),
      ...loneTablesIn(lines, cover.htmlTables, entries),
    ],
    stageTables: [
      ...outline.stageTables.map(({ line, aside }) => stageTableAt(cover.lines, line, aside)),
      ...htmlStageTables(lines, cover.htmlTables, entries),
      ...sheetTables(lines, cover.fences, entries),
    ],
  };
  keepLines(read, lines);
  return read;
}

/** Reads the files of one tree: sorted by path, entries by ID. */
export function readRepository(files: readonly SourceFile[], words: FieldWords = usualLabels): Repository {
  return repositoryOf(files.map((file) => readFile(file, words)));
}

/**
 * Puts files that are already read together. A table row or a one-line entry only stands in for an entry that is
 * written out nowhere: the others are mentions and are left out. The same goes for an entry under a corrected ID
 * when another entry has that ID.
 */
export function repositoryOf(read: readonly ReadFile[]): Repository {
  const sorted = [...read].sort((one, two) => (one.path < two.path ? -1 : one.path > two.path ? 1 : 0));
  const best = new Map<string, number>();
  for (const file of sorted) {
    for (const entry of file.entries) {
      const rank = rankOf(entry);
      if (rank < (best.get(entry.id) ?? Number.POSITIVE_INFINITY)) best.set(entry.id, rank);
    }
  }
  const byId = new Map<string, Entry[]>();
  const files = sorted.map((file) => {
    const entries = file.entries.filter((entry) => {
      const rank = rankOf(entry);
      if (rank > (best.get(entry.id) ?? rank)) return false;
      const same = byId.get(entry.id);
      if (!same) byId.set(entry.id, [entry]);
      else if (rank > 0) return false;
      else same.push(entry);
      return true;
    });
    return entries.length === file.entries.length ? file : { ...file, entries };
  });
  return { files, byId };
}

/** A file that the shell could not hand over as text: too large, not UTF-8, gone. */
export function unreadableFile(path: string, message: string, fix: string): ReadFile {
  const span = { file: path, start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    path,
    text: '',
    entries: [],
    comments: [],
    issues: [{ code: 'file-unreadable', message, expected: null, span, fix }],
    leftOut: [],
    unclaimed: [],
    stageTables: [],
  };
}

function entryOf(
  lines: Lines,
  states: Uint8Array,
  block: EntryBlock,
  parsed: ParsedId,
  cover: Cover,
  words: FieldWords,
): Entry {
  const head = block.head;
  let last = Math.max(block.line, block.end - 1);
  while (last > block.line && lines.empty(last)) last--;
  const first = lines.firstInk(block.line);
  const kind: EntryKind = kindOf(parsed);
  return {
    id: parsed.id,
    kind,
    parsed,
    writtenAs: head.judged.kind === 'id' ? null : head.token,
    idSpan: lines.spanOn(block.idLine, head.idStart, block.idLine, head.idEnd),
    title: titleOf(lines, block),
    form: block.form,
    nodes:
      block.form === 'row' ? rowNodes(lines, block) : readNodes(lines, states, block, cover.asides, words),
    span: lines.spanOn(block.line, first, last, lines.lastInk(last, lines.starts[last] as number)),
    section: block.section,
    unread: [
      ...cover.htmlTables
        .filter(({ from }) => from > block.line && from < block.end)
        .map(({ start, end }) => lines.span(start, end)),
      ...fieldsInData(lines, cover.fences, kindOfFields(head), block.line, block.end),
    ],
    fenced: block.fenced,
    ...(block.cited ? { cited: true as const } : {}),
  };
}

function titleOf(lines: Lines, block: EntryBlock): Text {
  const head = block.head;
  if (block.form === 'row') {
    const own = idCell(lines, block)?.start;
    const cells = rowCells(lines, block.line);
    // A status column names the stage of a stage; of a price or a KPI it is the state it is in.
    const staged = block.header >= 0 && /mops/i.test(head.token);
    const named = staged ? (tableHeader(lines, block.header)?.stage ?? -1) : -1;
    const title = cells[named] ?? cells.find((cell) => cell.start !== own);
    if (title) return textOfPieces([title], lines);
  }
  const end = Math.max(head.titleStart, head.titleEnd);
  return textOfPieces([{ line: block.titleLine, start: head.titleStart, end }], lines);
}
