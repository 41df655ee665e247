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
