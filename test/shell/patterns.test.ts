/** Patterns of paths: what each meets and leaves, and the bounds up to which they are read. */
import { describe, expect, test } from 'vitest';
import { braceAlternatives, compileGlob, longestGlob, mostAlternatives } from '../../src/shell/files/glob.ts';
import { selection } from '../../src/shell/files/globs.ts';

describe('patterns', () => {
  test.each<[string, string[], string[]]>([
    ['{a,b}{c,d}.md', ['ac.md', 'ad.md', 'bc.md', 'bd.md'], ['ab.md', '{a,b}c.md']],
    ['{a,{b,c}}.md', ['a.md', 'b.md', 'c.md'], ['{b,c}.md']],
    ['{a}.md', ['{a}.md'], ['a.md']],
    ['a,b.md', ['a,b.md'], ['a']],
    ['**/a.md', ['a.md', 'x/a.md', 'x/y/a.md'], ['.x/a.md', 'x/b.md', 'x/.y/a.md']],
    ['a/**', ['a/b', 'a/b/c', 'a'], ['ab', 'b/a', 'a/.b']],
    ['a/**/b/**/c.md', ['a/b/c.md', 'a/x/b/y/z/c.md', 'a/b/b/c.md'], ['a/c.md', 'a/x/c.md']],
    ['a**b', ['ab', 'axxb'], ['a/b', 'axc']],
    ['*a*b*', ['ab', 'xaxbx', 'aab'], ['ba', 'a']],
    ['a?c', ['abc', 'a.c'], ['ac', 'a/c', 'abbc']],
    ['[^a]b', ['cb'], ['ab', '.b']],
    ['[.]a', ['.a'], ['a', 'xa']],
    ['[a-', ['[a-'], ['a']],
    ['[a-]x', ['ax', '-x'], ['bx']],
    ['a\\', ['a\\'], ['a']],
    ['?a', ['xa'], ['.a']],
    ['.?', ['.a'], ['xa', '.']],
    ['*', ['a'], ['.a', '']],
    ['a.md', ['a.md'], ['a-md', 'A.md', 'a.md/b']],
  ])('%s', (glob, met, others) => {
    const { matches } = compileGlob(glob);
    expect([...met, ...others].filter((path) => matches(path))).toEqual(met);
  });

  test.each([
    ['a/b/*.md', 'a/b'],
    ['a/{b,c}/d.md', 'a'],
    ['{a/b,a/c}/d.md', 'a'],
    ['{a/b,a/b/c}.md', 'a'],
    ['a/b*/c.md', 'a'],
    ['*/a.md', ''],
  ])('all that %s meets lies in "%s"', (glob, base) => {
    expect(compileGlob(glob).base).toBe(base);
  });

  test('are read up to their bounds', () => {
    const braces = (count: number) => `{${Array.from({ length: count }, (_, at) => `n${at}`).join(',')}}`;
    expect(braceAlternatives(braces(mostAlternatives))).toHaveLength(mostAlternatives);
    expect(braceAlternatives(braces(mostAlternatives + 9))).toHaveLength(mostAlternatives + 1);
    expect(braceAlternatives('{a,b}'.repeat(7))).toHaveLength(mostAlternatives + 1);
    expect(compileGlob(`${'a'.repeat(longestGlob)}b`).matches('a'.repeat(longestGlob))).toBe(true);
  });

  test('take their own way: a dot and a slash before them, an exclamation mark', () => {
    const { file, folder } = selection(['././a/*.md', '!./a/x*.md', '!b.md', 'b.md']);
    expect(['a/a.md', 'a/x.md', 'b.md', './a/a.md', 'a/.git/b.md'].filter(file)).toEqual(['a/a.md']);
    expect(['', 'a', 'a/b', 'b', '.git', 'a/node_modules', 'b.md'].filter(folder)).toEqual([
      '',
      'a',
      'a/b',
      'b.md',
    ]);
    expect(selection(['**/*.md']).folder('any/where')).toBe(true);
    expect(selection([]).file('a.md')).toBe(false);
  });
});
