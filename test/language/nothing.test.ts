import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isUndecided, leavesOpen, opensUndecided, saysNothing } from '../../src/language/nothing.ts';

const rows = readFileSync(new URL('nothing.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string; nothing: boolean; undecided: boolean });

describe('what says nothing', () => {
  it.each(rows)('$text', ({ text, nothing, undecided }) => {
    expect({ nothing: saysNothing(text), undecided: isUndecided(text) }).toEqual({ nothing, undecided });
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
