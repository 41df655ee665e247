import { describe, expect, test } from 'vitest';
import { blobSha } from '../../action/github/commit.ts';
import { isAnchor, numberedLines, rightHandLines } from '../../action/github/diff-lines.ts';
import { headLines, isHead } from '../../action/github/head-lines.ts';

describe('where a suggestion may hang', () => {
  const right = rightHandLines(
    '@@ -1,3 +1,4 @@\n a\n+b\n c\n-d\n+e\n@@ -20,2 +21,3 @@\n x\n+b\n y\n\\ No newline at end of file',
  );
  const lines = numberedLines(right);

  test('only on lines the diff shows on the right', () => {
    expect(right.map(({ number, hunk, text }) => `${number}/${hunk} ${text}`)).toEqual([
      ...['1/1 a', '2/1 b', '3/1 c', '4/1 e', '21/2 x', '22/2 b', '23/2 y'],
    ]);
  });

  test('at its number when the text is there, in one hunk', () => {
    expect(isAnchor(lines, ['b'], 22)).toBe(true);
    expect(isAnchor(lines, ['c', 'e'], 3)).toBe(true);
    expect(isAnchor(lines, ['b'], 9)).toBe(false);
    expect(isAnchor(lines, ['a'], 22)).toBe(false);
    expect(isAnchor(lines, ['e', 'x'], 4)).toBe(false);
  });
});

describe('lines of the checked merge in the file of the head', () => {
  const stage = (id: number, links: string) =>
    `## BR-MOPS-00${id}: Stage\nOwner: AE\nLinked IDs: ${links}\n\n`;
  const head = `${stage(1, 'KPI-AAA')}${stage(2, 'KPI-AAA')}`;

  test('found behind lines that the base has gained above', () => {
    const at = headLines(`${stage(9, 'KPI-101')}${head}`, head);
    expect(at(4 + 2, 1)).toBe(2);
    expect(at(8 + 2, 1)).toBe(6);
  });

  test('never those of another entry that says the same, however far main has grown', () => {
    // The base gained as many lines as lie between two entries with the same line.
    const at = headLines(`${stage(3, 'KPI-AAA')}${head}`, head);
    expect(at(2, 1)).toBeNull();
    expect([at(6, 1), at(10, 1)]).toEqual([2, 6]);
  });

  test('nowhere when the head has not got them, or has them apart', () => {
    expect(headLines('a\nb\nc\n', 'a\nx\nb\nc\n')(0, 2)).toBeNull();
    expect(headLines('a\n', 'b\n')(0, 1)).toBeNull();
  });

  test('a checkout that turned the ends of the lines is still the head', () => {
    expect(isHead('a\r\nb\r\n', blobSha('a\nb\n'))).toBe(true);
    expect(isHead('a\nb\n', blobSha('a\nc\n'))).toBe(false);
  });
});
