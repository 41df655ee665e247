/**
 * Every key of the config in shapes that people write it in by mistake (`wrong.jsonl`): one error, at its line, with
 * what to write, as `line:column message`. Without an error is what looks wrong and can be meant: a shift over
 * midnight, a role that is joined with another, a word said twice.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { configSchema } from '../../src/config/schema.ts';
import { ruleIds } from '../../src/rules/index.ts';

interface Row {
  readonly key: string;
  readonly config: string;
  readonly error: string | null;
}

const rows = readFileSync(join(import.meta.dirname, 'wrong.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

describe('one mistake, one error', () => {
  test.each(rows)('$config', ({ config, error }) => {
    const reading = readConfig(config, 'mops.config.yml', ruleIds);
    const told =
      'errors' in reading
        ? reading.errors.map(({ line, column, message }) => `${line}:${column} ${message}`)
        : [];
    expect(told).toEqual(error === null ? [] : [error]);
  });
});

test('every key is there in at least five shapes', () => {
  const keys = Object.keys(configSchema.shape);
  const shapes = (key: string): number => rows.filter((row) => row.key === key && row.error !== null).length;
  expect(keys.filter((key) => shapes(key) < 5)).toEqual([]);
});
