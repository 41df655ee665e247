import { describe, expect, test } from 'vitest';
import { anchorOf, indexLines, rightHandLines } from '../../action/github/diff-lines.ts';

describe('where a suggestion may hang', () => {
  const right = rightHandLines(
    '@@ -1,3 +1,4 @@\n a\n+b\n c\n-d\n+e\n@@ -20,2 +21,3 @@\n x\n+b\n y\n\\ No newline at end of file',
  );

  const lines = indexLines(right);

  test('only on lines the diff shows on the right', () => {
    expect(right.map(({ number, hunk, text }) => `${number}/${hunk} ${text}`)).toEqual([
      ...['1/1 a', '2/1 b', '3/1 c', '4/1 e', '21/2 x', '22/2 b', '23/2 y'],
    ]);
  });

  test('at its own number when the text is there', () => {
    expect(anchorOf(lines, ['b'], 22)).toEqual({ first: 22, last: 22 });
  });

  test('elsewhere when the base moved on and the text is unique', () => {
    expect(anchorOf(lines, ['c', 'e'], 9)).toEqual({ first: 3, last: 4 });
  });

  test('nowhere when it could be two places, or none, or two hunks', () => {
    expect(anchorOf(lines, ['b'], 9)).toBeNull();
    expect(anchorOf(lines, ['d'], 4)).toBeNull();
    expect(anchorOf(lines, ['e', 'x'], 4)).toBeNull();
  });
});
