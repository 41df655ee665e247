import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isUndecided, leavesOpen, opensUndecided, saysNothing } from '../../src/language/nothing.ts';
import {
  abbreviations,
  asks,
  awaited,
  none,
  settled,
  settledAlone,
  stillTo,
  undecided,
} from '../../src/language/tables/unsaid.ts';
import { asksAbroad, noneAbroad, undecidedAbroad } from '../../src/language/tables/unsaid-abroad.ts';

const rows = readFileSync(new URL('nothing.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string; nothing: boolean; undecided: boolean });

describe('what says nothing', () => {
  it.each(rows)('$text', ({ text, nothing, undecided }) => {
    expect({ nothing: saysNothing(text), undecided: isUndecided(text) }).toEqual({ nothing, undecided });
  });

  it('is told by every row of the table, however it is dressed', () => {
    for (const row of [
      ...abbreviations,
      ...abbreviations.map((short) => short.split('').join(' ')),
      ...undecided,
      ...undecidedAbroad,
      ...none,
      ...noneAbroad,
      ...stillTo.map((verb) => `to ${verb}`),
    ])
      for (const text of [row, `**${row.toUpperCase()}**`, `(${row})`, `${row} for now`, `still ${row}`])
        expect([text, saysNothing(text)]).toEqual([text, true]);
    for (const row of [...settled, ...settledAlone])
      for (const text of [`to be ${row}`, `Not yet ${row}.`, `not ${row} yet`, `Will be ${row}`])
        expect([text, isUndecided(text)]).toEqual([text, true]);
    for (const row of awaited)
      for (const text of [`needs ${row}`, `Awaiting ${row}`, `Pending ${row}.`])
        expect([text, saysNothing(text)]).toEqual([text, true]);
    for (const row of abbreviations)
      for (const text of [row, `${row} by finance`, `score above ${row.toUpperCase()}`])
        expect([text, leavesOpen(text)]).toEqual([text, true]);
  });

  it('is a question that is all that stands there, with its mark', () => {
    for (const row of [...asks, ...asksAbroad]) {
      expect([row, isUndecided(`${row}?`)]).toEqual([row, true]);
      expect([row, isUndecided(`${row} ??`)]).toEqual([row, true]);
    }
    for (const text of ['Who', 'AE?', 'Which budget is theirs?', 'What the lead asked for'])
      expect([text, saysNothing(text)]).toEqual([text, false]);
  });

  it('finds a part that is left open inside a text that says something', () => {
    expect(leavesOpen('Fit score above TBD')).toBe(true);
    expect(leavesOpen('Budget confirmed (to be agreed)')).toBe(true);
    expect(leavesOpen('Contract to be signed this month')).toBe(false);
    expect(leavesOpen('Lead is not assigned to anybody else')).toBe(false);
  });

  it('is told by the first words, whatever reason follows', () => {
    for (const text of ['TBD', 'tba: Jane', 'T.B.C. by sales', 'To be hired', '**to be agreed** with RevOps'])
      expect([text, opensUndecided(text)]).toEqual([text, true]);
    for (const text of ['Tobias', 'AE, to be hired', 'TBDR', 'To be', 'Sales'])
      expect([text, opensUndecided(text)]).toEqual([text, false]);
  });
});
