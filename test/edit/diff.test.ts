import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/edit/diff.ts';

const heads = (path: string) =>
  unifiedDiff([{ path, before: 'a\n', after: 'b\n' }])
    .split('\n')
    .slice(0, 3);

test('a plain path stands as it is', () => {
  expect(heads('SoT/rules.md')).toEqual([
    'diff --git a/SoT/rules.md b/SoT/rules.md',
    '--- a/SoT/rules.md',
    '+++ b/SoT/rules.md',
  ]);
});

test('a path with blanks ends in a tab, as git writes it', () => {
  expect(heads('SoT/our rules.md')).toEqual([
    'diff --git a/SoT/our rules.md b/SoT/our rules.md',
    '--- a/SoT/our rules.md\t',
    '+++ b/SoT/our rules.md\t',
  ]);
});

test.each([
  ['a "b".md', '"a/a \\"b\\".md"'],
  ['a\\b.md', '"a/a\\\\b.md"'],
  ['a\nb.md', '"a/a\\nb.md"'],
  ['a\rb.md', '"a/a\\rb.md"'],
  ['a\tb.md', '"a/a\\tb.md"'],
  ['a\u0001b.md', '"a/a\\001b.md"'],
  ['a\u007fb~.md', '"a/a\\177b~.md"'],
  ['a\u2028ü.md', '"a/a\\342\\200\\250\\303\\274.md"'],
])('a path that could pass for another line stands in quotes: %j', (path, written) => {
  const [, from] = heads(path);
  expect(from).toBe(`--- ${written}`);
});

test('the hunks hold three lines around a change and nothing of the heads', () => {
  const lines = Array.from({ length: 9 }, (_, at) => `line ${at}`);
  const [before, after] = [lines.join('\n'), lines.map((line) => line.replace('4', 'four')).join('\n')];
  expect(unifiedDiff([{ path: 'a.md', before: `${before}\n`, after: `${after}\n` }])).toBe(
    [
      'diff --git a/a.md b/a.md',
      '--- a/a.md',
      '+++ b/a.md',
      '@@ -2,7 +2,7 @@',
      ' line 1',
      ' line 2',
      ' line 3',
      '-line 4',
      '+line four',
      ' line 5',
      ' line 6',
      ' line 7',
      '',
    ].join('\n'),
  );
});

test('nothing changes: nothing is said', () => expect(unifiedDiff([])).toBe(''));
