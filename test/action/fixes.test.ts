import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patchOf } from '../../action/fixes/patch.ts';
import { applyEdits, replacements, type SureEdit, withoutOverlaps } from '../../action/fixes/replacement.ts';
import { anchorOf, indexLines, rightHandLines } from '../../action/github/diff-lines.ts';

const edit = (text: string, from: string, to: string): SureEdit => {
  const start = text.indexOf(from);
  return {
    path: 'a.md',
    start,
    end: start + from.length,
    text: to,
    reason: `${from} is ${to}`,
    entry: 'BR-MOPS-002',
  };
};

describe('lines to replace', () => {
  test('two edits on one line are one suggestion', () => {
    const text = 'one\nSource: GTM-YYY, GTM-XXX\nthree\n';
    const [only, ...others] = replacements('a.md', text, [
      edit(text, 'GTM-YYY', 'GTM-002'),
      edit(text, 'GTM-XXX', 'GTM-001'),
    ]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      firstLine: 2,
      before: ['Source: GTM-YYY, GTM-XXX'],
      after: ['Source: GTM-002, GTM-001'],
    });
  });

  test('line ends of Windows stay out of the suggestion', () => {
    const text = 'one\r\nOwner: SDRR\r\n';
    const [only] = replacements('a.md', text, [edit(text, 'SDRR', 'SDR')]);
    expect([only?.before, only?.after]).toEqual([['Owner: SDRR'], ['Owner: SDR']]);
  });

  test('a fingerprint survives lines inserted above and tells repeats apart', () => {
    const text = 'GTM-YYY\nx\nGTM-YYY\n';
    const both = [0, 10].map((start) => ({ ...edit(text, 'GTM-YYY', 'GTM-002'), start, end: start + 7 }));
    const [first, second] = replacements('a.md', text, both);
    const moved = `new\nnew\n${text}`;
    const [again] = replacements('a.md', moved, [edit(moved, 'GTM-YYY', 'GTM-002')]);
    expect(again?.fingerprint).toBe(first?.fingerprint);
    expect(second?.fingerprint).not.toBe(first?.fingerprint);
  });

  test('replacing the lines is the same as applying the edits', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '`'), maxLength: 6 });
    const document = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
    const cuts = fc.array(fc.tuple(fc.nat(50), fc.nat(8), line), { maxLength: 4 });
    fc.assert(
      fc.property(document, cuts, (text, list) => {
        const edits = withoutOverlaps(
          list.map(([at, length, to]) => {
            const start = Math.min(at, text.length);
            return {
              path: 'a.md',
              start,
              end: Math.min(start + length, text.length),
              text: to,
              reason: '',
              entry: null,
            };
          }),
        );
        const lines = text.split('\n');
        for (const { firstLine, before, after } of replacements('a.md', text, edits).reverse()) {
          expect(lines.slice(firstLine - 1, firstLine - 1 + before.length)).toEqual(before);
          lines.splice(firstLine - 1, before.length, ...after);
        }
        expect(lines.join('\n')).toBe(applyEdits(text, edits));
      }),
    );
  });

  test('the patch is one git would print', () => {
    const text = 'one\nOwner: SDRR\nthree\n';
    expect(patchOf([edit(text, 'SDRR', 'SDR')], new Map([['a.md', text]]))).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n one\n-Owner: SDRR\n+Owner: SDR\n three\n',
    );
  });
});

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
