/** Who an owner is, in a table: how the words are taken, the roles, and the seats that they share. */
import { test } from 'vitest';
import { Roles } from '../../src/lifecycle/roles.ts';
import { answers } from './answers.ts';

test('owners', () => {
  const roles = new Roles({ Closer: ['deal maker'] }, ['BDR', 'AE'], [], []);
  const span = { file: 'a.md', start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
  answers(
    (text) => {
      const { kind, roles: own, seat } = roles.owner({ text, span });
      return `${kind} ${own.join(', ')} | ${seat.join(', ')}`;
    },
    {
      AE: 'role AE | AE',
      'the AE': 'role AE | AE',
      AEs: 'role AE | AE',
      'an Account Executive': 'role AE | AE',
      'AE / founder': 'role AE | AE, Founder',
      'Founder / AE': 'role AE | Founder, AE',
      'AE / founder / CS': 'several AE, Founder, CS | AE, Founder, CS',
      'AE / CS': 'several AE, CS | AE, CS',
      'BDR/SDR': 'role BDR | BDR',
      'SDR / BDR': 'role BDR | BDR',
      SDR: 'role BDR | BDR',
      'AE or CS': 'several AE, CS | AE, CS',
      'AE, then CS': 'several AE, CS | AE, CS',
      'SDR until the demo, then AE': 'several BDR, AE | BDR, AE',
      'SDR until noon, then nobody we know': 'unknown  | sdr until noon, then nobody we know',
      'AE and AE': 'role AE | AE',
      'AE & Account Executive': 'role AE | AE',
      'AE (EMEA)': 'role AE | AE',
      'Ann (AE)': 'role AE | AE',
      'Ann (role: AE)': 'role AE | AE',
      'Ann (owner AE)': 'role AE | AE',
      'Jane Smith': 'person  | jane smith',
      'Ann Marie Smith': 'person  | ann marie smith',
      'Ann Marie Van Smith': 'unknown  | ann marie van smith',
      'Jane smith': 'unknown  | jane smith',
      'Growth Wizard': 'unknown  | growth wizard',
      'Sales Wizard': 'unknown  | sales wizard',
      Jane: 'unknown  | jane',
      'ann@example.com': 'person  | ann@example.com',
      '@ann': 'person  | ann',
      '@sales-team':
        'department  | sales, BDR, SDR, ADR, LDR, MDR, Inside sales, Sales rep, AE, Sales engineer, Sales manager, Account manager',
      'SDR queue': 'queue  | BDR',
      'round robin': 'queue  | round robin',
      'round robin of AEs': 'queue  | round robin of ae',
      Sales:
        'department  | sales, BDR, SDR, ADR, LDR, MDR, Inside sales, Sales rep, AE, Sales engineer, Sales manager, Account manager',
      Marketing: 'role Marketing | Marketing',
      'Sales or Marketing': 'several Marketing | Marketing',
      'AE or Marketing': 'several AE, Marketing | AE, Marketing',
      'Marketing automation': 'role Marketing automation | Marketing automation',
      'the CRM (automated)': 'role Marketing automation | Marketing automation',
      TBD: 'none  | ',
      nobody: 'none  | ',
      'n/a': 'none  | ',
      'whoever is free': 'none  | ',
      'to be decided': 'none  | ',
      'deal maker': 'role Closer | Closer',
      Closer: 'role Closer | Closer',
      Dragon: 'unknown  | dragon',
      'the Dragons': 'unknown  | dragon',
      'AE / Dragon': 'unknown  | ae/dragon',
      'AE; Dragon': 'unknown  | ae; dragon',
      '': 'none  | ',
    },
  );
});
