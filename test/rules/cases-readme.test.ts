/** The tables of `test/cases/README.md` say where the cases of a kind are: each name leads to some, and a kind has four. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { escaped } from '../../src/language/escaped.ts';
import { casesFolder } from './case-file.ts';

/** A kind of document needs so many cases, each of another shape. */
const leastCases = 4;

const cases = readdirSync(casesFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yml'))
  .map((path) => path.replaceAll('\\', '/').slice(0, -'.yml'.length));

/** What a name in backquotes stands for: cases, or where `..` leads, a file or folder of other tests. */
function meant(name: string, folder: string): readonly string[] {
  if (name.startsWith('../')) return existsSync(join(casesFolder, name)) ? [name] : [];
  const whole = name.includes('/') ? name : `${folder}/${name}`;
  const pattern = new RegExp(`^${whole.split(/[*…]/).map(escaped).join('.*')}$`);
  return cases.filter((path) => pattern.test(path));
}

const rows = readFileSync(join(casesFolder, 'README.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, kind = '', where] = line.split('|').map((cell) => cell.trim());
    const names = [...(where ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    return names.length === 0 ? [] : [{ kind, names }];
  });

test.each(rows.map((row) => [row.kind, row.names] as const))('%s', (_kind, names) => {
  let folder = '';
  const found = names.map((name) => {
    const [first = '', ...rest] = name.split('/');
    if (first !== '..' && rest.length > 0) folder = first;
    return { name, cases: meant(name, folder) };
  });
  expect(found.filter(({ cases }) => cases.length === 0).map(({ name }) => name)).toEqual([]);
  const other = found.some(({ name }) => name.startsWith('../'));
  const all = new Set(found.flatMap(({ cases }) => cases));
  if (!other) expect(all.size).toBeGreaterThanOrEqual(leastCases);
});
