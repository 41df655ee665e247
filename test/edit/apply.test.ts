import { describe, expect, test } from 'vitest';
import { applyEdits, changedFiles } from '../../src/edit/apply.ts';
import { unifiedDiff } from '../../src/edit/diff.ts';
import { withoutOverlaps } from '../../src/edit/edit.ts';
import { editOf, spanAt } from './edits.ts';

describe('applying edits', () => {
  test('in any order, every other byte stays', () => {
    const text = '\uFEFFa\r\nb \tc\r\n';
    const edits = [editOf(text, 'c', 'CC'), editOf(text, 'a', '')];
    expect(applyEdits(text, edits)).toBe('\uFEFF\r\nb \tCC\r\n');
  });

  test('two that overlap are refused whole', () => {
    const edits = [
      { span: spanAt(0, 3), text: 'x' },
      { span: spanAt(2, 4), text: 'y' },
    ];
    expect(() => applyEdits('abcdef', edits)).toThrow(/overlaps/);
  });

  test('one outside the text is refused', () => {
    expect(() => applyEdits('abc', [{ span: spanAt(2, 4), text: '' }])).toThrow(/outside/);
    expect(() => applyEdits('abc', [{ span: spanAt(2, 1), text: '' }])).toThrow(RangeError);
  });

  test('only files that change are named, by path', () => {
    const files = ['b.md', 'd.md', 'a.md', 'c.md'].map((path) => ({ path, text: 'one' }));
    const edits = [
      { span: spanAt(0, 3, 'b.md'), text: 'two' },
      { span: spanAt(0, 3, 'a.md'), text: 'two' },
      { span: spanAt(0, 3, 'c.md'), text: 'one' },
      { span: spanAt(0, 3, 'd.md'), text: 'two' },
    ];
    expect(changedFiles(files, edits)).toEqual([
      { path: 'a.md', before: 'one', after: 'two' },
      { path: 'b.md', before: 'one', after: 'two' },
      { path: 'd.md', before: 'one', after: 'two' },
    ]);
  });
});

describe('edits that get in each other’s way', () => {
  const kept = (...spans: readonly (readonly [number, number])[]) =>
    withoutOverlaps(spans.map(([start, end], at) => ({ span: spanAt(start, end), text: `${at}` }))).map(
      ({ text }) => text,
    );

  test('the first in the file stays', () => expect(kept([2, 5], [0, 3])).toEqual(['1']));
  test('neighbours both stay', () => expect(kept([0, 3], [3, 5])).toEqual(['0', '1']));
  test('of two insertions at one point one stays', () => expect(kept([3, 3], [3, 3])).toEqual(['0']));
  test('an insertion before a replaced word stays', () => expect(kept([3, 3], [3, 5])).toEqual(['0', '1']));
  test('an insertion behind a replaced word stays', () => expect(kept([0, 3], [3, 3])).toEqual(['0', '1']));
  test('one place in two files is two places', () => {
    const edits = ['a.md', 'b.md'].map((file) => ({ span: spanAt(0, 1, file), text: '' }));
    expect(withoutOverlaps(edits)).toHaveLength(2);
  });
});

test('the diff is one git would print', () => {
  const text = 'one\nOwner: SDRR\nthree\n';
  expect(unifiedDiff(changedFiles([{ path: 'a.md', text }], [editOf(text, 'SDRR', 'SDR')]))).toBe(
    'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n one\n-Owner: SDRR\n+Owner: SDR\n three\n',
  );
});
