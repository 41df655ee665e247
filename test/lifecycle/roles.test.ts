import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Roles } from '../../src/lifecycle/roles.ts';

const roles = new Roles({});

test('a role named in running text is found by its canonical name', () => {
  expect(roles.within('notify the SDR manager, then reassign to an account executive')).toEqual([
    'Sales manager',
    'AE',
  ]);
});

test('the seat above a role is not that role, also when the list does not know it', () => {
  expect(roles.within('at 1 business day notify the CS director')).toEqual([]);
  expect(roles.within('the BDR supervisor reassigns the lead to another BDR')).toEqual(['BDR']);
});

test('a role followed by other words is still found', () => {
  expect(roles.within('BDR calls the lead again')).toEqual(['BDR']);
});

test('emoji, marks of the writing direction and a plural do not hide a role', () => {
  for (const name of ['🧑‍💼 AE', '\u200fAE\u200f', 'Account Executives', 'AEs', '⚙️ AE'])
    expect(roles.find(name)).toBe('AE');
});

/** `[owner as written, kind, role]` a line. */
const owners = readFileSync(join(import.meta.dirname, 'owners.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as [text: string, kind: string, role: string | null]);

test.each(owners)('the owner %s is: %s %s', (text, kind, role) => {
  const span = {
    file: 'SoT/sql.md',
    start: 0,
    end: text.length,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  };
  const owner = roles.owner({ text, span });
  expect([owner.kind, owner.kind === 'role' ? owner.roles[0] : null]).toEqual([kind, role]);
});
