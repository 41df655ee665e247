/** Patterns of files: what a sign in one means, beside the comparison with picomatch in `test/security/bounds.test.ts`. */
import { expect, test } from 'vitest';
import { compileGlob } from '../../src/shell/files/glob.ts';
import { selection } from '../../src/shell/files/globs.ts';

test.each([
  ['a\\*.md', 'a*.md', 'ab.md'],
  ['a\\[1].md', 'a[1].md', 'a1.md'],
  ['[a-c]x.md', 'bx.md', 'dx.md'],
  ['[a-cx-z]*.md', 'y.md', 'm.md'],
  ['[!a-c].md', 'd.md', 'b.md'],
  ['[]].md', '].md', 'a.md'],
  ['[ab.md', '[ab.md', 'a.md'],
  ['?.md', 'é.md', 'ab.md'],
  ['SoT/**/rules.md', 'SoT/rules.md', 'SoT/.git/rules.md'],
  ['{SoT,docs}/*.md', 'docs/a.md', 'gtm/a.md'],
  ['*.md', 'a.md', '.md'],
  ['.*.md', '.a.md', 'a.md'],
])('%s picks %s and not %s', (glob, picked, other) => {
  const { matches } = compileGlob(glob);
  expect([matches(picked), matches(other)]).toEqual([true, false]);
});

test.each([
  ['SoT/**/*.md', 'SoT'],
  ['SoT/gtm/a.md', 'SoT/gtm/a.md'],
  ['SoT/{gtm,sales}/*.md', 'SoT'],
  ['{SoT,docs}/*.md', ''],
  ['**/*.md', ''],
])('all that %s picks lies in "%s"', (glob, base) => {
  expect(compileGlob(glob).base).toBe(base);
});

test('folders that hold nothing picked are never opened', () => {
  const { file, folder } = selection(['./SoT/**/*.md', '!SoT/drafts/**']);
  expect(['', 'SoT', 'SoT/gtm', 'docs', 'node_modules', 'SoT/node_modules', 'SoTs'].filter(folder)).toEqual([
    '',
    'SoT',
    'SoT/gtm',
  ]);
  expect(['SoT/a.md', 'SoT/drafts/a.md', 'SoT/node_modules/a.md', 'a.md'].filter(file)).toEqual(['SoT/a.md']);
});
