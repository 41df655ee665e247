/** The parts of a rename, each by itself: files in order, files by name, wrapped words, other forms, zones, diagrams. */
import { expect, test } from 'vitest';
import { changedFiles } from '../../src/edit/apply.ts';
import { renamedInDiagram } from '../../src/edit/diagram-names.ts';
import { filesNamed } from '../../src/edit/file-names.ts';
import { fitted } from '../../src/edit/mentions.ts';
import { otherForms } from '../../src/edit/other-forms.ts';
import { zonesOf } from '../../src/edit/zones.ts';
import { editOf, spanAt } from './edits.ts';

test('changed files stand by path, and those that stay as they are do not', () => {
  const files = ['c', 'a', 'd', 'b'].map((name) => ({ path: `${name}.md`, text: 'one two' }));
  const edits = ['d', 'b', 'c', 'a'].map((name) => ({
    span: spanAt(0, 3, `${name}.md`),
    text: name === 'd' ? 'one' : 'uno',
  }));
  for (const order of [files, [...files].reverse()])
    expect(changedFiles(order, edits)).toEqual(
      ['a', 'b', 'c'].map((name) => ({ path: `${name}.md`, before: 'one two', after: 'uno two' })),
    );
});

test('files are called by all words of a name in a row, whole words of a folder or of the file', () => {
  const paths = [
    'SoT/legal-review.md',
    'legal/review.md',
    'SoT/Legal Review/a.md',
    'paralegal-review.md',
    'legal-reviews.md',
    'the_legal-review_2.md',
    'review-legal.md',
    'sql.md',
  ];
  expect(filesNamed(paths, 'Legal review')).toEqual([
    'SoT/legal-review.md',
    'SoT/Legal Review/a.md',
    'the_legal-review_2.md',
  ]);
  expect([filesNamed(paths, 'SQL'), filesNamed(paths, 'md'), filesNamed(paths, '–')]).toEqual([
    ['sql.md'],
    [],
    [],
  ]);
});

test('a name that was wrapped is wrapped again', () => {
  expect(fitted('Legal review', 'Audit', 'x')).toEqual({ text: 'Audit', more: 0 });
  expect(fitted('Legal \n  review', 'Big audit', ' ')).toEqual({ text: 'Big \n  audit', more: 0 });
  expect(fitted('Legal\r\n> review', 'Big old audit', ' ')).toEqual({ text: 'Big\r\n> old audit', more: 0 });
  expect(fitted('Legal\nreview', 'Audit', ' ')).toEqual({ text: 'Audit\n', more: 1 });
  expect(fitted('Legal\nreview', 'Audit', '.')).toEqual({ text: 'Audit', more: 0 });
});

test('other forms: the most frequent first, then by letter, places that are known left out', () => {
  const formsOf = (text: string, old: string) =>
    otherForms([{ path: 'a.md', text }], old, [editOf(text, `${old}.`, 'x')]).map(
      ({ word, count }) => `${word} ${count}`,
    );
  expect(formsOf('Signup. signups signup signups b-signup a-signup', 'Signup')).toEqual([
    'signups 2',
    'a-signup 1',
    'b-signup 1',
    'signup 1',
  ]);
  expect(formsOf('AE. AEs ae AEs maes xAE AE/x a.ae AEROBIC', 'AE')).toEqual(['AEs 2', 'AEROBIC 1', 'ae 1']);
  expect(formsOf('Opportunity. opportunities Opportunities’', 'Opportunity')).toEqual([
    'Opportunities 1',
    'opportunities 1',
  ]);
  expect(formsOf('Sign. b1sign a1sign c1sign d1sign e1sign f1sign g1sign', 'Sign')).toEqual(
    ['a1', 'b1', 'c1', 'd1', 'e1', 'f1'].map((word) => `${word}sign 1`),
  );
});

test('other forms: short names, addresses, edges of words, several files', () => {
  const forms = (old: string, ...texts: readonly string[]) =>
    otherForms(
      texts.map((text, at) => ({ path: `${at}.md`, text })),
      old,
      [],
    ).map(({ word, count, first }) => `${word} ${count} ${first.file}:${first.line}:${first.column}`);
  expect(forms('Play', 'plan plays\n\nPLAYS')).toEqual(['PLAYS 1 0.md:3:1', 'plays 1 0.md:1:6']);
  expect(forms('Party', 'parties', 'a\nparties party')).toEqual(['parties 2 0.md:1:1', 'party 1 1.md:2:9']);
  expect(forms('Sign', 'a/sign sign/b x.sign #sign @sign sign.md')).toEqual(['sign 2 0.md:1:8']);
  expect(forms('Sign', 'signs’ sign-- sign-up’s pre_sign resigned')).toEqual([
    'pre_sign 1 0.md:1:29',
    'resigned 1 0.md:1:36',
    'sign 1 0.md:1:8',
    'sign-up’s 1 0.md:1:15',
    'signs 1 0.md:1:1',
  ]);
  expect(forms('AE', 'xae AEx aEs Ae 1AE')).toEqual(['AEx 1 0.md:1:5', 'Ae 1 0.md:1:13']);
  expect(forms('Sign', `İ signs`, 'signs')).toEqual(['signs 1 1.md:1:1']);
});

test('zones: diagrams, programs and addresses, however they are written', () => {
  const of = (text: string) =>
    zonesOf(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to).trim()}`);
  expect(of('```mermaid\nA --> B\n```\ntext\n```js\nlet a\n```\n~~~\nwords\n~~~\n')).toEqual(
    expect.arrayContaining(['diagram A --> B', 'code let a']),
  );
  const addresses = {
    'see [a](./x.md "t")': './x.md',
    '[a]: ./x.md': './x.md',
    'href="x y"': 'x y',
    "SRC = 'x'": 'x',
    'at https://example.com/SQL now': 'https://example.com/SQL',
    'in ./notes/SQL too': './notes/SQL',
    'in ~/notes/SQL too': '~/notes/SQL',
    'file SQL.md here': 'SQL.md',
    '(SQL.yaml)': 'SQL.yaml',
  };
  for (const [text, address] of Object.entries(addresses))
    expect([text, of(text)[0]]).toEqual([text, `address ${address}`]);
  expect(['e.g. SQL', 'SQL.mdx1', 'a/b', 'SQL'].flatMap(of)).toEqual([]);
});

test('a diagram: keys stay and get the name as a label, labels are words', () => {
  const renamed = (text: string, name = 'Big deal') => {
    const places = [...text.matchAll(/SQL/g)].map(({ index }) => ({ from: index, to: index + 3 }));
    return [...renamedInDiagram(text, places, name)]
      .sort((a, b) => b.from - a.from)
      .reduce((so, { from, to, text: words }) => so.slice(0, from) + words + so.slice(to), text);
  };
  const expected = {
    'flowchart LR\n  MQL --> SQL': 'flowchart LR\n  MQL --> SQL["Big deal"]',
    'flowchart LR\n  MQL -->|to SQL| X': 'flowchart LR\n  MQL -->|to Big deal| X',
    'flowchart LR\n  MQL -->|SQL lost| X': 'flowchart LR\n  MQL -->|Big deal lost| X',
    'flowchart LR\n  MQL -->|a| SQL': 'flowchart LR\n  MQL -->|a| SQL["Big deal"]',
    'flowchart LR\n  MQL["SQL"] --> X': 'flowchart LR\n  MQL["Big deal"] --> X',
    'flowchart LR\n  MQL[SQL] --> X': 'flowchart LR\n  MQL[Big deal] --> X',
    'flowchart LR\n  SQL[Won] --> X': 'flowchart LR\n  SQL[Won] --> X',
    'stateDiagram-v2\n  MQL --> SQL\n': 'stateDiagram-v2\n  SQL : Big deal\n  MQL --> SQL\n',
    'stateDiagram-v2\r\n  MQL --> SQL\r\n': 'stateDiagram-v2\r\n  SQL : Big deal\r\n  MQL --> SQL\r\n',
    'pie\n  "SQL" : 3': 'pie\n  "Big deal" : 3',
  };
  for (const [before, after] of Object.entries(expected))
    expect([before, renamed(before)]).toEqual([before, after]);
  expect(renamed('flowchart LR\n  MQL --> SQL', 'Deal')).toBe('flowchart LR\n  MQL --> Deal');
  expect(renamed('flowchart LR\n  MQL[SQL]', 'Deal (big)')).toBe('flowchart LR\n  MQL["Deal (big)"]');
});
