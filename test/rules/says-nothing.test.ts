/** What says nothing says nothing in every field: whichever of the words a team writes, the same is found. */
import { describe, expect, test } from 'vitest';
import { undecidedAbroad } from '../../src/language/tables/unsaid-abroad.ts';
import { caseConfig, reportOf } from './bench.ts';
import { baseFiles } from './case-file.ts';

const words = ['TBC', 'pending', 'unknown', 'to be confirmed', '-', '?'];

/** Rows of the table and forms of them: each field is asked another one. */
const further = ['Who?', 'To define', 'k. A.', 'still open', 'N.N.', 'fill in', ...undecidedAbroad];

const files = baseFiles('deep');
const config = caseConfig({ base: 'deep' });

interface Place {
  readonly path: string;
  readonly line: number;
  readonly before: string;
}

/** The first line of every label of a complete lifecycle. */
const places = new Map<string, Place>();
for (const { path, text } of files)
  for (const [line, written] of text.split('\n').entries()) {
    const [, before = '', label = ''] =
      /^(\s*(?:[-*] )?(?:\*\*)?([A-Za-z→][^:*]{0,40}?)(?:\*\*)?:(?:\*\*)? +)\S/.exec(written) ?? [];
    if (before !== '' && !places.has(label)) places.set(label, { path, line, before });
  }

/**
 * Where a word does mean something: "pending" and "open" are statuses, "open" may be what a stage is called, and a dash
 * for a limit is "n/a", a right answer for a stage without a person.
 */
const meant: Readonly<Record<string, readonly string[]>> = {
  Status: ['pending', 'open'],
  Stage: ['open'],
  SLA: ['-'],
  'Response time after entering this stage': ['-'],
  'otherwise → AE': ['-'],
};

/** Which rules speak, and where, when a field says only this. */
function foundWith({ path, line, before }: Place, value: string): string[] {
  const changed = files.map((file) => {
    if (file.path !== path) return file;
    const lines = file.text.split('\n');
    lines[line] = `${before}${value}`;
    return { path, text: lines.join('\n') };
  });
  return reportOf(changed, config)
    .findings.map(({ rule, span }) => `${rule} ${span.file}:${span.line}`)
    .sort();
}

describe('a field that says nothing', () => {
  test.each([...places].map(([label, place], at) => ({ label, place, at })))(
    '$label',
    ({ label, place, at }) => {
      const open = foundWith(place, 'TBD');
      const other = further[at % further.length] ?? '';
      for (const word of [...words, other]) {
        if (meant[label]?.includes(word)) continue;
        expect(foundWith(place, word), `${label}: ${word}`).toEqual(open);
      }
    },
  );

  test('every kind of field is asked', () => {
    expect([...places.keys()]).toEqual(
      expect.arrayContaining([
        'Owner',
        'Trigger',
        'Routing',
        'From',
        'Re-engagement',
        'Compare cadence',
        'Escalation',
      ]),
    );
    expect(places.size).toBeGreaterThan(40);
  });
});
