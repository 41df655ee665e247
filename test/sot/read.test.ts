/** What the reader makes of whole documents: `read.yml` holds them by situation, with the entries, line by line, and what is set aside or told. */
import { describe, expect, test } from 'vitest';
import type { ReadFile, StageTable, Text } from '../../src/sot/entry.ts';
import { type Node, readFile } from '../../src/sot/index.ts';
import { situationsIn } from '../situations.ts';

interface Situation {
  readonly when: string;
  readonly text: string;
  readonly reads?: readonly string[];
}

/** `item Owner = BDR @4`, what hangs below it behind two blanks each. */
function lines(nodes: readonly Node[], depth = 1): string[] {
  return nodes.flatMap(({ form, label, value, text, column, children, span }) => [
    `${'  '.repeat(depth)}${form}${column === null ? '' : ` of ${column.text}`} ${
      label === null ? `"${text.text}"` : `${label.text} = ${value?.text ?? '—'}`
    } @${span.line}${span.endLine === span.line ? '' : `–${span.endLine}`}`,
    ...lines(children, depth + 1),
  ]);
}

/** `stages @3–5 of 2 fields: MQL (Owner: BDR)`. */
function table({ span, stages, rows, fields, aside, html, sheet }: StageTable): string {
  const told = rows.map(
    ({ stage, cells }) =>
      `${stage.text} (${cells.map(({ head, text }) => `${head}: ${text.text}`).join(', ')})`,
  );
  expect(rows.map(({ stage }) => stage)).toEqual(stages);
  return [
    `stages @${span.line}–${span.endLine} of ${fields} fields: ${told.join(', ')}`,
    ...(aside ? ['aside'] : []),
    ...(html === true ? ['in HTML'] : []),
    ...(sheet === true ? ['of a sheet'] : []),
  ].join(', ');
}

const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A place holds the words that are said to stand there, without a blank around them, and its line and column say the same. */
function holds(file: string, { text, span }: Text): void {
  const slice = file.slice(span.start, span.end);
  expect(slice).toBe(slice.replaceAll(/^[ \t]+|[ \t]+$/g, ''));
  if (!/[<>&~^{}()[\]%=\\:]/.test(slice)) expect(letters(slice)).toBe(letters(text));
  for (const [offset, line, column] of [
    [span.start, span.line, span.column],
    [span.end, span.endLine, span.endColumn],
  ] as const) {
    const above = file
      .slice(0, offset)
      .replace('\ufeff', '')
      .split(/\r\n|\r|\n/);
    expect([line, column]).toEqual([above.length, (above.at(-1) ?? '').length + 1]);
  }
}

function placed(file: string, nodes: readonly Node[]): void {
  for (const { text, label, value, column, span, children } of nodes) {
    for (const one of [label ?? text, value, column]) if (one !== null) holds(file, one);
    expect(span.start).toBe(text.span.start);
    expect(span.end).toBe(Math.max(text.span.end, ...children.map((one) => one.span.end)));
    placed(file, children);
  }
}

function allPlaced({ text, entries, stageTables, unclaimed }: ReadFile): void {
  for (const { title, idSpan, span, nodes } of entries) {
    holds(text, title);
    expect(letters(text.slice(idSpan.start, idSpan.end))).toMatch(/^[A-Z]+\d+\w*$/i);
    holds(text, { text: text.slice(span.start, span.end), span });
    placed(text, nodes);
  }
  for (const { stages, rows } of stageTables)
    for (const one of [...stages, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.text))])
      holds(text, one);
  for (const { span } of unclaimed) holds(text, { text: text.slice(span.start, span.end), span });
}

function read(text: string): readonly string[] {
  const file = readFile({ path: 'SoT/a.md', text });
  const { entries, issues, unclaimed, comments, leftOut, stageTables } = file;
  allPlaced(file);
  const at = (one: { span: { line: number; column: number } }) => `@${one.span.line}:${one.span.column}`;
  return [
    ...entries.flatMap(({ id, form, title, section, unread, cited, fenced, writtenAs, span, nodes }) => [
      [
        `${form} ${id} "${title.text}" @${span.line}–${span.endLine}`,
        ...(section === null ? [] : [`in a section of ${section}`]),
        ...(cited === true ? ['cited'] : []),
        ...(fenced ? ['fenced'] : []),
        ...(writtenAs === null ? [] : [`written ${writtenAs}`]),
        ...unread.map((one) => `not read ${one.line}–${one.endLine}`),
      ].join(', '),
      ...lines(nodes),
    ]),
    ...issues.map((issue) => `issue ${at(issue)} ${issue.message}`),
    ...unclaimed.map((one) => `unclaimed ${at(one)} ${one.id ?? 'without an ID'} looks like ${one.looks}`),
    ...comments.map((one) => `comment ${at(one)} ${one.text.trim()}`),
    ...stageTables.map(table),
    ...leftOut.map(({ from, to, why }) => `left out ${from + 1}–${to + 1}: ${why}`),
  ];
}

const situations = situationsIn<Situation>(new URL('read.yml', import.meta.url), (one) => ({
  ...one,
  reads: read(one.text),
}));

describe('what is made of a document', () => {
  test.each(situations)('$when', ({ text, reads }) => {
    expect(read(text)).toEqual(reads ?? []);
  });
});
