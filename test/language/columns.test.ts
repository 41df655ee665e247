import { expect, test } from 'vitest';
import { lettersOf, widthOf } from '../../src/language/columns.ts';
import { excerptOf } from '../../src/report/excerpt.ts';
import { reportOfText } from '../rules/bench.ts';

test.each([
  ['BDR', 3],
  ['', 0],
  ['Größe', 5],
  ['Gro\u0308ße', 5],
  ['リード', 6],
  ['ﾘｰﾄﾞ', 3],
  ['영업', 4],
  ['（一）', 6],
  ['𠮷野', 4],
  ['🎯 fit', 6],
  ['👩‍💻', 2],
  ['⚠️', 2],
  ['© 2026', 6],
  ['… – —', 5],
])('%s takes %i columns', (text, columns) => {
  expect(widthOf(text)).toBe(columns);
});

test('an accent and a joined emoji stay with their letter', () => {
  expect([...lettersOf('e\u0301👩‍💻a')]).toEqual(['e\u0301', '👩‍💻', 'a']);
});

test.each(['営業 ', 'e\u0301e\u0301 ', '🎯 '])('a mark stands below its words behind %s', (before) => {
  const text = `## BR-MOPS-002: Lifecycle Stage — MQL\n\n- **Trigger:** ${before}see BR-MOPS-099\n`;
  const { findings, model } = reportOfText(text);
  const finding = findings.find(({ rule }) => rule === 'reference-undefined');
  const [line, mark] = excerptOf(model, finding!.span)!;
  const at = line.indexOf('BR-MOPS-099');
  expect(mark).toBe(`${' '.repeat(widthOf(line.slice(0, at)))}${'^'.repeat('BR-MOPS-099'.length)}`);
});
