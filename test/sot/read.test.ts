/** What the reader makes of whole documents: `read.yml` holds them by situation, with the entries, line by line, and what is set aside or told. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Node, readFile } from '../../src/sot/index.ts';

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

function read(text: string): readonly string[] {
  const { entries, issues, unclaimed, comments, leftOut } = readFile({ path: 'SoT/a.md', text });
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
    ...leftOut.map(({ from, to, why }) => `left out ${from + 1}–${to + 1}: ${why}`),
  ];
}

const path = new URL('read.yml', import.meta.url);
const situations = parse(readFileSync(path, 'utf8')) as readonly Situation[];
if (process.env.UPDATE_CASES === '1')
  writeFileSync(
    path,
    stringify(
      situations.map((one) => ({ ...one, reads: read(one.text) })),
      { lineWidth: 0 },
    ),
  );

describe('what is made of a document', () => {
  test.each(situations)('$when', ({ text, reads }) => {
    expect(read(text)).toEqual(reads ?? []);
  });
});
