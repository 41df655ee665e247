/** Two lifecycles in one source of truth, told apart by what stands beside the names of their stages. */
import { describe, expect, test } from 'vitest';
import { caseConfig, reportOf } from '../rules/bench.ts';
import { baseFiles } from '../rules/case-file.ts';

type Naming = (name: string) => string;

const named = (text: string, name: Naming): string =>
  text.replace(/\b(?:Anonymous|MQL|SQL|Opportunity|Customer)\b(?!s)/g, (one) => name(one));

/** The errors of a whole lifecycle with a second one beside it, in the same folder. */
function errors(first: Naming, second: Naming): readonly string[] {
  const files = baseFiles('standard');
  const copies = files.filter(({ text }) => /^## (?:BR|GTM)-MOPS-/.test(text));
  const { findings } = reportOf(
    [
      ...files.map((file) => ({ ...file, text: named(file.text, first) })),
      ...copies.map(({ path, text }) => ({
        path: path.replace('SoT/', 'SoT/second-'),
        text: named(text, second).replace(/((?:BR|GTM)-MOPS-)0(\d\d)/g, '$12$2'),
      })),
    ],
    caseConfig({ base: 'standard' }),
  );
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message.replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)/g, '')}`);
}

const said = (first: string, second: string): readonly string[] => [
  `lifecycle-shape: There are two lifecycles here, ${first} and ${second}: read as one, the stages of one lead into the other.`,
];

describe('one finding, whatever the names', () => {
  test.each<[string, Naming, Naming, string, string]>([
    ['brackets', (name) => `${name} (Enterprise)`, (name) => `${name} (SMB)`, 'Enterprise', 'SMB'],
    ['a word and a colon', (name) => `US: ${name}`, (name) => `EU: ${name}`, 'US', 'EU'],
    ['a dash', (name) => `${name} – Web app`, (name) => `${name} – Mobile app`, 'Web app', 'Mobile app'],
    ['plain names and a word before', (name) => name, (name) => `Partner ${name}`, 'main', 'Partner'],
    ['plain names and brackets', (name) => name, (name) => `${name} (DACH)`, 'main', 'DACH'],
    ['plain names and a word behind', (name) => name, (name) => `${name} v2`, 'main', 'v2'],
    ['the same names', (name) => name, (name) => name, 'set 1', 'set 2'],
  ])('%s', (_what, first, second, one, other) => {
    expect(errors(first, second)).toEqual(said(one, other));
  });
});
