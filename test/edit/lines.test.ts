import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/edit/apply.ts';
import { withoutOverlaps } from '../../src/edit/edit.ts';
import { replacements } from '../../src/edit/lines.ts';
import { editOf, spanAt } from './edits.ts';

describe('lines to replace', () => {
  test('two edits on one line are one suggestion', () => {
    const text = 'one\nSource: GTM-YYY, GTM-XXX\nthree\n';
    const [only, ...others] = replacements('a.md', text, [
      editOf(text, 'GTM-YYY', 'GTM-002'),
      editOf(text, 'GTM-XXX', 'GTM-001'),
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
    const [only] = replacements('a.md', text, [editOf(text, 'SDRR', 'SDR')]);
    expect([only?.before, only?.after]).toEqual([['Owner: SDRR'], ['Owner: SDR']]);
  });

  test('a line taken away is shown with the line behind it', () => {
    const text = 'one\n<!-- old -->\nthree\n';
    const [only] = replacements('a.md', text, [editOf(text, '<!-- old -->\n', '')]);
    expect(only).toMatchObject({ firstLine: 2, before: ['<!-- old -->', 'three'], after: ['three'] });
  });

  test('a line end in the middle of a line is text', () => {
    const text = 'Owner: SDRR\rof sales\n';
    const [only] = replacements('a.md', text, [editOf(text, 'SDRR', 'SDR')]);
    expect([only?.before, only?.after]).toEqual([['Owner: SDRR\rof sales'], ['Owner: SDR\rof sales']]);
  });

  test('something written on an empty line stands on that line', () => {
    const text = 'one\n\nthree\n';
    const edit = { ...editOf(text, 'one', 'two'), span: spanAt(4, 4) };
    expect(replacements('a.md', text, [edit])).toMatchObject([
      { firstLine: 2, before: [''], after: ['two'] },
    ]);
  });

  test('the last line without a line end is one line, too', () => {
    const text = 'one\ntwo';
    const [only] = replacements('a.md', text, [editOf(text, 'two', 'three')]);
    expect(only).toMatchObject({ firstLine: 2, before: ['two'], after: ['three'] });
  });

  test('an identity survives lines inserted above and tells repeats apart', () => {
    const text = 'GTM-YYY\nx\nGTM-YYY\n';
    const both = [0, 10].map((start) => ({
      ...editOf(text, 'GTM-YYY', 'GTM-002'),
      span: spanAt(start, start + 7),
    }));
    const [first, second] = replacements('a.md', text, both);
    const moved = `new\nnew\n${text}`;
    const [again] = replacements('a.md', moved, [editOf(moved, 'GTM-YYY', 'GTM-002')]);
    expect(again?.identity).toBe(first?.identity);
    expect(second?.identity).not.toBe(first?.identity);
  });

  test('changes on lines in a row are several, one over a line end is one, and each reason is said once', () => {
    const text = 'AE\nAE, SDR\n\nSDR\nend';
    const edit = (from: number, to: number, reason: string) => ({
      span: spanAt(from, to),
      text: 'x',
      reason,
      entry: null,
    });
    const made = (...places: readonly (readonly [number, number, string])[]) =>
      replacements(
        'a.md',
        text,
        places.map((place) => edit(...place)),
      ).map(
        ({ firstLine, before, after, reasons }) =>
          `${firstLine}: ${before.join('|')} => ${after.join('|')} (${reasons.join(', ')})`,
      );
    expect(made([0, 2, 'a'], [3, 5, 'a'])).toEqual(['1: AE => x (a)', '2: AE, SDR => x, SDR (a)']);
    expect(made([3, 5, 'a'], [7, 10, 'b'], [5, 6, 'a'])).toEqual(['2: AE, SDR => xx x (a, b)']);
    expect(made([12, 15, 'c'], [7, 12, 'b'])).toEqual(['2: AE, SDR||SDR => AE, xx (b, c)']);
    expect(made([2, 3, 'a'])).toEqual(['1: AE|AE, SDR => AExAE, SDR (a)']);
    expect(made([2, 3, 'a'], [7, 10, 'a'])).toEqual(['1: AE|AE, SDR => AExAE, x (a)']);
    expect(made([10, 10, 'a'], [11, 11, 'b'])).toEqual(['2: AE, SDR => AE, SDRx (a)', '3:  => x (b)']);
    expect(made([16, 19, 'e'], [0, 0, 's'])).toEqual(['1: AE => xAE (s)', '5: end => x (e)']);
  });

  test('an identity tells files, entries and words apart', () => {
    const identities = [
      ['a.md', 'AE, SDR', 'AE', 'CSM', 'BR-MOPS-002'],
      ['b.md', 'AE, SDR', 'AE', 'CSM', 'BR-MOPS-002'],
      ['a.md', 'AE, BDR', 'AE', 'CSM', 'BR-MOPS-002'],
      ['a.md', 'AE, SDR', 'AE', 'CS', 'BR-MOPS-002'],
      ['a.md', 'AE, SDR', 'AE', 'CSM', 'BR-MOPS-003'],
    ].map(([path = '', text = '', from = '', to = '', entry = '']) =>
      replacements(path, text, [{ ...editOf(text, from, to), entry }])
        .map(({ identity }) => identity)
        .join(),
    );
    expect(new Set(identities).size).toBe(5);
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
              span: spanAt(start, Math.min(start + length, text.length)),
              text: to,
              reason: '',
              entry: null,
            };
          }),
        );
        const lines = text.split('\n');
        for (const { firstLine, before, after } of [...replacements('a.md', text, edits)].reverse()) {
          expect(lines.slice(firstLine - 1, firstLine - 1 + before.length)).toEqual(before);
          lines.splice(firstLine - 1, before.length, ...after);
        }
        expect(lines.join('\n')).toBe(applyEdits(text, edits));
      }),
    );
  });
});
