/** What must hold of a report on any text whatever. */
import { check } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { configSchema } from '../../src/config/schema.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import type { Entry, Node, ReadFile, Span } from '../../src/sot/entry.ts';
import { readRepository } from '../../src/sot/index.ts';

export const path = 'SoT/a.md';
const config = configSchema.parse({});

/** What was made of the last texts: with one seed the targets meet the same documents, and what is read never changes. */
function kept<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (made.size >= 400) made.clear();
    made.set(text, value);
    return value;
  };
}

export const modelOf: (text: string) => Model = kept((text) =>
  buildModel(readRepository([{ path, text }]), config),
);
export const checked: (text: string) => Report = kept((text) =>
  check(modelOf(text), { today: '2026-01-01' }),
);

/** Offsets at which the lines of a text begin, by the rules of an editor: CRLF, LF and CR end one. */
const lineStarts = kept((text) => [
  0,
  ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length),
]);

/** The line of an offset, counted from 1. */
function lineAt(text: string, offset: number): number {
  const starts = lineStarts(text);
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** The column of an offset, counted from 1; a byte order mark takes none. */
function columnAt(text: string, line: number, offset: number): number {
  const mark = line === 1 && text.startsWith('\ufeff') && offset > 0 ? 1 : 0;
  return offset - (lineStarts(text)[line - 1] ?? 0) - mark + 1;
}

/** A place lies inside its text, its end not before its start, and its lines and columns are those of its offsets. */
export function placed(what: string, span: Span, text: string): void {
  const where = `${what} stands at ${span.start}–${span.end} of ${text.length}`;
  if (span.start < 0 || span.end < span.start || span.end > text.length) throw new Error(where);
  if (span.line < 1 || span.column < 1 || span.endLine < span.line) throw new Error(`${where}, in no line`);
  const lines = [lineAt(text, span.start), lineAt(text, span.end)];
  if (lines[0] !== span.line || lines[1] !== span.endLine)
    throw new Error(`${where}, in lines ${lines.join(' to ')}, and says ${span.line} to ${span.endLine}`);
  const column = columnAt(text, span.line, span.start);
  if (column !== span.column)
    throw new Error(`${where}, at column ${column}, and says column ${span.column}`);
}

/** No rule broke, and every finding, what it points to and what it would write stand inside their file. */
export function sound(report: Report, text: string): void {
  const [fault] = report.faults;
  if (fault !== undefined) throw new Error(`rule ${fault.rule}: ${fault.message}`);
  for (const { rule, span, related, edit, message } of report.findings) {
    if (message.trim() === '' || /\bundefined\b|\[object |\bNaN\b/.test(message.replaceAll(/"[^"]*"/g, '')))
      throw new Error(`${rule} says nothing: ${message}`);
    for (const one of [span, ...related.map((other) => other.span), ...(edit === null ? [] : [edit.span])])
      if (one.file === path) placed(rule, one, text);
  }
}

/** Every place the reader tells of one file. */
export function* placesIn(file: ReadFile): Generator<readonly [what: string, span: Span]> {
  for (const entry of file.entries) yield* placesOf(entry);
  for (const { span } of file.comments) yield ['a comment', span];
  for (const { span } of file.issues) yield ['an issue', span];
  for (const { span } of file.unclaimed) yield ['an unclaimed line', span];
  for (const { span, stages } of file.stageTables) {
    yield ['a table', span];
    for (const cell of stages) yield ['a cell', cell.span];
  }
}

function* placesOf(entry: Entry): Generator<readonly [what: string, span: Span]> {
  yield ['an entry', entry.span];
  yield ['an ID', entry.idSpan];
  yield ['a title', entry.title.span];
  for (const span of entry.unread) yield ['an unread part', span];
  yield* placesBelow(entry.nodes);
}

function* placesBelow(nodes: readonly Node[]): Generator<readonly [what: string, span: Span]> {
  for (const { span, text, label, value, column, children } of nodes) {
    yield ['a line', span];
    yield ['its text', text.span];
    for (const part of [label, value, column]) if (part !== null) yield ['its part', part.span];
    yield* placesBelow(children);
  }
}
