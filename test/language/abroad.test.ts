/** Units of time in other languages: each word of the table in a limit that is read once it is in English. */
import { expect, test } from 'vitest';
import { inEnglish } from '../../src/language/abroad.ts';
import { unitsAbroad, workingAbroad } from '../../src/language/tables/units-abroad.ts';
import { readSla } from '../../src/sla/index.ts';

const words = Object.entries(unitsAbroad).flatMap(([unit, list]) => list.map((word) => ({ unit, word })));

test.each(words)('2 $word is 2 $unit, and no limit as it is written', ({ unit, word }) => {
  expect(readSla(`2 ${word}`)).toMatchObject({ ok: false, code: 'unknown-unit' });
  expect(readSla(`2 ${word}`)).not.toMatchObject({ message: expect.stringContaining('Did you mean') });
  expect(inEnglish(`2 ${word}`)).toBe(`2 ${unit}s`);
  expect(inEnglish(`1 ${word.toUpperCase()}`)).toBe(`1 ${unit}`);
  expect(readSla(`2 ${unit}s`).ok).toBe(true);
});

test.each(workingAbroad)('%s behind a unit is working time', (word) => {
  expect(inEnglish(`3 jours ${word}`)).toBe('3 business days');
  expect(inEnglish(`90 minutes ${word} after assignment`)).toBe('90 business minutes after assignment');
});

test.each(['2 hours', '1 business day', '3 touches in 10 days', 'MQL 2', '', '10 dials a day'])(
  '%s is English as it is',
  (limit) => {
    expect(inEnglish(limit)).toBeNull();
  },
);
