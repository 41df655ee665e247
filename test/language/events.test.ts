/** The conformance table of events: which two criteria are clearly about different moments of a lead. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differentEvents } from '../../src/language/criterion.ts';
import { events, sameMoment } from '../../src/language/tables/events.ts';

interface Row {
  readonly one: string;
  readonly other: string;
  readonly different: boolean;
}

const rows = readFileSync(new URL('events.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

test.each(rows)('"$one" and "$other"', ({ one, other, different }) => {
  expect(differentEvents(one, other)).toBe(different);
  expect(differentEvents(other, one)).toBe(different);
});

test('moments that are alike are events of the table', () => {
  for (const pair of sameMoment) expect(Object.keys(events)).toEqual(expect.arrayContaining([...pair]));
});
