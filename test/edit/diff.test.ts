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

/** The heads of the hunks for files in which more changed than the shortest answer is looked for in. */
const hunks = (before: readonly string[], after: readonly string[]) => {
  const patch = unifiedDiff([{ path: 'a.md', before: before.join('\n'), after: after.join('\n') }]);
  return patch.split('\n').filter((line) => /^@@|^[ \\]/.test(line));
};

test('of a file that changed through and through each stretch stands with three lines around it', () => {
  const old = Array.from({ length: 1100 }, (_, at) => `old ${at}`);
  const fresh = old.map((line) => line.replace('old', 'new'));
  const same = (count: number) => Array.from({ length: count }, (_, at) => `same ${at}`);
  const around = (gap: number, more: readonly string[] = []) =>
    hunks(['x', ...old, ...same(gap), 'one', ''], ['x', ...fresh, ...more, ...same(gap), 'two', '']);
  const [three, six, seven] = [3, 6, 7].map((gap) => same(gap).map((line) => ` ${line}`));
  expect(around(6)).toEqual(['@@ -1,1108 +1,1108 @@', ' x', ...(six ?? [])]);
  expect(around(7)).toEqual([
    '@@ -1,1104 +1,1104 @@',
    ' x',
    ...(three ?? []),
    '@@ -1106,4 +1106,4 @@',
    ...(seven ?? []).slice(4),
  ]);
  expect(around(7, ['more', 'lines']).filter((line) => line.startsWith('@@'))).toEqual([
    '@@ -1,1104 +1,1106 @@',
    '@@ -1106,4 +1108,4 @@',
  ]);
  expect(hunks([...old, 'end'], [...fresh, 'end'])).toEqual([
    '@@ -1,1101 +1,1101 @@',
    ' end',
    '\\ No newline at end of file',
  ]);
  expect(hunks(old, fresh)).toEqual([
    '@@ -1,1100 +1,1100 @@',
    '\\ No newline at end of file',
    '\\ No newline at end of file',
  ]);
});
