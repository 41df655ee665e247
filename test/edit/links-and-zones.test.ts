/** Links to a heading that gets a new name, and where a name is part of an address or of a program. */
import { expect, test } from 'vitest';
import { anchorEdits } from '../../src/edit/anchors.ts';
import { applyEdits } from '../../src/edit/apply.ts';
import { zonesOf } from '../../src/edit/zones.ts';
import { meant, rows, shown, spanAt } from './edits.ts';

/** What becomes of the files of a folder when a heading of `rules.md` says "Ready" for "SQL". */
function linked(rules: string, other: string): string {
  const texts = [
    { path: 'SoT/rules.md', text: rules },
    { path: 'docs/other.md', text: other },
  ];
  const edits = [...rules.matchAll(/SQL/g)].map(({ index }) => ({
    span: { ...spanAt(index, index + 3, 'SoT/rules.md'), column: index - rules.lastIndexOf('\n', index) },
    text: 'Ready',
  }));
  return applyEdits(
    other,
    anchorEdits(texts, edits).filter(({ span }) => span.file === 'docs/other.md'),
  );
}

test.each(
  rows(String.raw`
    # SQL, the _way_ (2) / é => [x](rules.md#sql-the-_way_-2--é) [y](rules.md#sql-the-way) => [x](rules.md#ready-the-_way_-2--é) [y](rules.md#sql-the-way)
    ###### SQL  ## => [x](../SoT/rules.md#sql) <rules.md#sql> "rules.md#sql" rules.md#sql, => [x](../SoT/rules.md#ready) <rules.md#ready> "rules.md#ready" rules.md#ready,
    ####### SQL => [x](rules.md#sql) => [x](rules.md#sql)
    ##SQL => [x](rules.md#sql) => [x](rules.md#sql)
    \n   ## SQL \n\n## And SQL or SQL => (rules.md#sql) (rules.md#and-sql-or-sql) (rules.md#sql-1) => (rules.md#ready) (rules.md#and-ready-or-ready) (rules.md#sql-1)
    ## SQL => (other.md#sql) (#sql) (SoT#sql) (/rules.md#sql) (https://github.com/a/b/blob/main/SoT/rules.md#sql) => (other.md#sql) (#sql) (SoT#sql) (/rules.md#ready) (https://github.com/a/b/blob/main/SoT/rules.md#ready)
    ## SQL => (rules.md#sql-x) (rules.md#xsql) (rules.md#SQL) (rules.md#sql\n) => (rules.md#sql-x) (rules.md#xsql) (rules.md#SQL) (rules.md#ready\n)
    ## [SQL](a.md) and [x](b.md) => (rules.md#sql-and-x) => (rules.md#ready-and-x)
    ## SQL {#own} => (rules.md#sql) => (rules.md#sql)
    SQL => (rules.md#sql) => (rules.md#sql)
  `),
)('a heading %s, and links to it: %s', (heading = '', links = '', is) => {
  expect(shown(linked(meant(heading), meant(links)))).toBe(is);
});

test('a heading longer than any that is linked to is left', () => {
  const long = (length: number) => `## SQL ${'x'.repeat(length)}`;
  expect(linked(long(400), `(rules.md#sql-${'x'.repeat(400)})`)).toContain('#sql');
  expect(linked(long(200), `(rules.md#sql-${'x'.repeat(200)})`)).toContain('#ready');
  expect(linked(long(493), `(rules.md#sql-${'x'.repeat(250)})`)).toContain('#sql');
});

test('a name that begins a link in the same file is renamed once', () => {
  const text = '## SQL\n[x](#sql)\n';
  const file = { path: 'a.md', text };
  const edits = [
    { span: { ...spanAt(3, 6), column: 4 }, text: 'Ready' },
    { span: { ...spanAt(12, 15), column: 6 }, text: 'Ready' },
  ];
  expect(anchorEdits([file], edits)).toEqual([]);
});

const zones = (text: string) =>
  zonesOf(meant(text))
    .map(({ kind, from, to }) => `${kind} ${shown(meant(text).slice(from, to).trim())}`)
    .join('; ');

test.each(
  rows(String.raw`
    ~~~js\na\n~~~ => code a
    > ~~~mermaid\n> a\n> ~~~\nx => diagram > a
    - ~~~sql\n  a\n  ~~~ => code a
    10. ~~~ SQL title="x"\na\n~~~\nb\n~~~ => code a
    ~~~~js\na\n~~~\nb\n~~~~~ => code a\n~~~\nb
    ~~~js\na\n~~~js\nb\n~~~ => code a\n~~~js\nb
    ~~~yaml\na\n~~~\n~~~js\nb\n~~~ => code b
    [a]( x/SQL "t") [b](<my SQL>) [c]() => address x/SQL; address <my SQL>
    [a]: x/SQL\n    [b]: y\nsee [c]: z => address x/SQL
    <a href = "x SQL" data-href="y"> <img SRC='z'> => address x SQL; address y; address z
    (https://a.example/SQL) git+ssh://x/SQL> "mailto:SQL" a://b => address https://a.example/SQL; address git+ssh://x/SQL
    ./SQL ../x ~/y .../z x./y (./a); ./c, => address ./SQL; address ../x; address ~/y; address ./a; address ./c
    SQL.md SQL.mdx SQL.yml SQL.yaml SQL.doc SQL.docx SQL.jpeg SQL.htm SQL.ts SQL.sql => address SQL.md; address SQL.mdx; address SQL.yml; address SQL.yaml; address SQL.doc; address SQL.docx; address SQL.jpeg; address SQL.htm; address SQL.ts; address SQL.sql
    SQL.mdé SQL.md2 a:SQL.md .md SQL.exe x=SQL.csv SQL.json. => address SQL.csv; address SQL.json
  `),
)('%s', (text = '', is) => expect(zones(text)).toBe(is));

test('what is no fence, or no address, is none', () => {
  for (const text of ['~~~js\\na', '~~js\\na\\n~~', 'e.g. a/b', '[a]()', 'a://b'])
    expect(zones(text)).toBe('');
});
