/** The list of faults beside this file names tests that are there, at least two for each fault. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const tests = join(import.meta.dirname, '..');
const list = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');

/** Rows below the headings, each with the tests it names as `file "title"`. */
const rows = list.split(/^## /m).flatMap((part) => {
  const heading = part.split('\n', 1)[0] ?? '';
  return [...part.matchAll(/^\| (?!Fault|Promise)([^|]+) \| (.+) \|$/gm)].map(
    ([, what = '', named = '']) => ({
      heading,
      what,
      named: named.split(/; (?=`)/).flatMap((one) => {
        const file = /^`([^`]+)` /.exec(one)?.[1] ?? '';
        return [...one.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ file, title }));
      }),
    }),
  );
});

test('there are rows, each fault has two situations or one that is asked for every case', () => {
  expect(rows.length).toBeGreaterThan(50);
  const few = rows.filter(({ heading, named }) => {
    const many = named.some(({ title }) => /[%$]/.test(title));
    return named.length < (many || heading.startsWith('What') ? 1 : 2);
  });
  expect(few.map(({ what }) => what)).toEqual([]);
});

test('every test that the list names is there', () => {
  const missing = rows.flatMap(({ named }) =>
    named.filter(({ file, title }) => {
      const path = join(tests, `${file}.test.ts`);
      return !existsSync(path) || !readFileSync(path, 'utf8').replaceAll("\\'", "'").includes(title);
    }),
  );
  expect(missing).toEqual([]);
});
