import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowOf } from '../../src/sla/answer.ts';
import { readSla } from '../../src/sla/index.ts';

const table: readonly { phrase: string; ok: boolean }[] = readFileSync(
  new URL('phrases.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('the conformance table', () => {
  test('holds 81 accepted and 48 refused phrases', () => {
    expect(table.filter((row) => row.ok)).toHaveLength(81);
    expect(table.filter((row) => !row.ok)).toHaveLength(48);
  });

  test.each(table)('$phrase', (row) => {
    expect(rowOf(row.phrase, readSla(row.phrase, { owner: 'BDR' }))).toEqual(row);
  });
});
