/* biome-ignore-all lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedIndexes } from '../../scripts/indexes.ts';
import { formats } from '../../src/report/formats.ts';
import { reporters } from '../../src/report/index.ts';
import { clean, report, rules } from './sample-report.ts';

const options = { rules, version: '1.2.3' };

test('the list holds every format that is there; `npm run build` writes it', () => {
  for (const { path, text } of generatedIndexes()) {
    expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'), path).toBe(text);
  }
});

describe.each(formats)('%s', (format) => {
  const print = reporters[format];

  test('says the same twice', () => {
    expect(print(report(), options)).toBe(print(report(), options));
  });

  test('ends with a line end wherever it says something', () => {
    for (const one of [report(), report(clean)]) expect(print(one, options)).toMatch(/^$|\n$/);
  });

  test('tells a failing report from a passing one', () => {
    expect(print(report(), options)).not.toBe(print(report(clean), options));
  });

  test('lets nothing of what a stranger wrote reach a terminal as an escape sequence', () => {
    expect(print(report(), options)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});
