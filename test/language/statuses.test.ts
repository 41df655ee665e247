/** The conformance table of statuses: what a Status line means, else what to write instead. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isLeadStatus, statusMeant, statusNear } from '../../src/language/status.ts';

interface Row {
  readonly text: string;
  readonly means: string | null;
  readonly write?: string | null;
  readonly slip?: boolean;
}

const rows = readFileSync(new URL('statuses.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

test.each(rows)('$text', ({ text, means, write, slip = false }) => {
  expect(statusMeant(text)).toBe(means);
  if (write !== undefined) expect(statusNear(text)).toEqual(write === null ? null : { word: write, slip });
});

test.each([
  ['Contacted', true],
  ['No response', true],
  ['Attempted to contact', true],
  ['do-not-contact', true],
  ['MQL', false],
  ['Nurture', false],
  ['Customer', false],
])('"%s" is what was done with a lead: %s', (name, done) => {
  expect(isLeadStatus(name)).toBe(done);
});
