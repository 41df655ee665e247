import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainPage, readFile } from '../../src/sot/index.ts';
import { allCases, baseFiles, bases, caseFiles } from '../rules/case-file.ts';

const prose =
  'The team writes down what was decided — so that others can follow later. Café, naïve, 50 %.\n'.repeat(12);

/** Every line of all cases and examples, each once. */
const lines = [
  ...new Set(
    [
      ...allCases().flatMap((one) => [...caseFiles(one)]),
      ...bases.flatMap((base) => [...baseFiles(base)]),
      ...markdownBelow(join(import.meta.dirname, '../../examples')).map((text) => ({ text })),
    ].flatMap(({ text }) => text.split('\n')),
  ),
];

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

function isPlain(text: string): boolean {
  return isPlainPage(Buffer.from(text));
}

/** A page that one look leaves aside reads, in full, as one in which nothing is. */
function sameInFull(text: string): void {
  if (!isPlain(text)) return;
  const file = { path: 'page.md', text };
  expect(readFile({ ...file, plain: true }), text.replace(prose, '')).toEqual(readFile(file));
}

test('a page of prose is left after one look, with marks, links, code and tables of its own', () => {
  for (const text of [
    prose,
    `---\ntitle: Holidays\n---\n\n# Holidays\n\n${prose}`,
    `# Week\n\n${prose}\n- **Who**: the team\n- When: every week\n\n| Day | Who |\n|---|---|\n| Monday | Ana |\n`,
    `${prose}\n\`\`\`sh\nnpm run build\n\`\`\`\n\nA well-known, follow-up page: [home](../README.md), <b>bold</b>, a -> b, x <= y.\n`,
    `\ufeff${prose}`,
  ])
    expect(isPlain(text), text.slice(-200)).toBe(true);
});

test('what could be something is read in full', () => {
  for (const text of [
    '## BR-MOPS-002: Lifecycle Stage — MQL',
    '## [br\\-mops\\-2] MQL',
    'BR MOPS 002',
    'KPI-101: MQL to SQL',
    '**PER\\-001** — A persona',
    '| CFD_101 | Asked for it |',
    'Type: Lifecycle-Stage',
    '| **Type** | Handoff |',
    'TYPE：scoring model',
    '| Owner | Lead stages | SLA |',
    '<!-- mops-ignore stage-sla: later -->',
    '<<<<<<< HEAD',
    '=======',
    '>>>>>>> main',
    'A\0B',
  ])
    expect(isPlain(`${prose}\n${text}\n`), text).toBe(false);
});

test('every line of all cases and examples, alone among prose, reads the same', () => {
  for (const line of lines) sameInFull(`${prose}\n${line}\n\n${prose}`);
});

test('every case among prose reads the same', () => {
  for (const one of allCases()) for (const { text } of caseFiles(one)) sameInFull(`${prose}\n${text}\n`);
});

test('damaged lines read the same', () => {
  const signs = [...'-_\\|*:~`<>=#&;[](){}.,/0Xx \t\u00a0\u2010\u2011\u2013\u2014\u2060\ufeff：'];
  const damaged = fc
    .array(
      fc.record({
        line: fc.constantFrom(...lines),
        at: fc.nat(60),
        length: fc.nat(3),
        put: fc.array(fc.constantFrom(...signs, '&nbsp;', '<b>', '</b>', '<li>', '<br>', '[^1]'), {
          maxLength: 2,
        }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((cuts) =>
      cuts
        .map(({ line, at, length, put }) => line.slice(0, at) + put.join('') + line.slice(at + length))
        .join('\n'),
    );
  fc.assert(
    fc.property(damaged, fc.constantFrom('\n', '\r\n', '\r'), (text, end) =>
      sameInFull(`${prose}\n${text}\n`.replaceAll('\n', end)),
    ),
    { numRuns: 2000 },
  );
});
