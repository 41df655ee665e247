/** Single places of a new name: where a word begins and ends, lines of the config and of a diagram. */
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/edit/apply.ts';
import { configEdits } from '../../src/edit/config-names.ts';
import { renamedInDiagram } from '../../src/edit/diagram-names.ts';
import { mentionsOf, type Search, stretchesOf } from '../../src/edit/mentions.ts';
import { meant, rows, shown } from './edits.ts';

function marked(text: string, search: Search): string {
  return stretchesOf(text, search)
    .toReversed()
    .reduce((so, { from, to }) => `${so.slice(0, from)}«${so.slice(from, to)}»${so.slice(to)}`, text);
}

test.each(
  rows(`
    SQL, (SQL) SQLs xSQL SQL2 2SQL SQLé éSQL => «SQL», («SQL») SQLs xSQL SQL2 2SQL SQLé éSQL
    SQL-led pre-SQL SQL- -SQL -SQL- SQL– => «SQL»-led pre-«SQL» «SQL»- -«SQL» -«SQL»- «SQL»–
    _SQL_ __SQL__ a_SQL SQL_a _SQL_a ___SQL___ ____SQL => _«SQL»_ __«SQL»__ a_SQL SQL_a _SQL_a ___«SQL»___ ____«SQL»
    *SQL* "SQL" SQL: SQL/AE SQL's => *«SQL»* "«SQL»" «SQL»: «SQL»/AE «SQL»'s
  `),
)('an abbreviation in %s', (text = '', is) => {
  expect(marked(text, { old: 'SQL', hyphens: false, within: [] })).toBe(is);
});

test.each(
  rows(`
    too-small x-too-small too-small-x too-small- -too-small too-small: => «too-small» x-too-small too-small-x «too-small»- -«too-small» «too-small»:
  `),
)('a code in %s', (text = '', is) => {
  expect(marked(text, { old: 'too-small', hyphens: true, within: [] })).toBe(is);
});

test.each(
  rows(String.raw`
    Legal review, Legal  review, Legal\treview, Legal\u00a0review, Legal  \t  review => «Legal review», «Legal  review», «Legal\treview», «Legal review», «Legal  \t  review»
    Legal\nreview Legal \r\n review Legal\n> review Legal\n  > > review => «Legal\nreview» «Legal \r\n review» «Legal\n> review» «Legal\n  > > review»
    Legal\n\nreview Legal, review Legalreview Legal\n- review legal review => Legal\n\nreview Legal, review Legalreview Legal\n- review legal review
    Legal          review => Legal          review
    Legal reviews Legal review team, Legal review teams => Legal reviews Legal review team, «Legal review» teams
    xLegal review, Legal review => xLegal review, «Legal review»
  `),
)('a name of two words in %s', (text = '', is) => {
  const found = marked(meant(text), {
    old: 'Legal review',
    hyphens: true,
    within: ['Legal review team', 'Legal', 'x'],
  });
  expect(shown(found)).toBe(is);
});

test.each(
  rows(`
    C++ C+++ xC++ C++x c++ => «C++» «C++»+ xC++ «C++»x c++
  `),
)('a name that ends in a sign in %s', (text = '', is) => {
  expect(marked(text, { old: 'C++', hyphens: true, within: [] })).toBe(is);
});

test('the furthest of the longer names counts, also where a shorter one begins later', () => {
  const search = {
    old: 'AE',
    hyphens: false,
    within: ['AE to AE call', 'to AE', 'AE team', 'team AE'],
  } as const;
  expect(marked('AE, AE to AE call, to AE, AE team AE, AE', search)).toBe(
    '«AE», AE to AE call, to AE, AE team AE, «AE»',
  );
  expect(marked('ae, AE to ae CALL, Ae', { ...search, anyCase: true })).toBe('«ae», AE to ae CALL, «Ae»');
});

test('a name is found however its blanks are written', () => {
  expect(marked('a Legal review', { old: ' Legal  review ', hyphens: true, within: [] })).toBe(
    'a «Legal review»',
  );
});

test('nothing is looked for where there is no name', () => {
  expect(marked('a b', { old: ' ', hyphens: false, within: [] })).toBe('a b');
});

test('places are told as an editor counts them', () => {
  const at = (text: string) =>
    mentionsOf({ path: 'a.md', text }, { old: 'Big deal', hyphens: true, within: [] }, 'Deal')
      .map(({ span }) => `${span.line}:${span.column}-${span.endLine}:${span.endColumn}`)
      .join(' ');
  expect(at('\uFEFFBig deal Big deal\nBig deal')).toBe('1:1-1:9 1:10-1:18 2:1-2:9');
  expect(at('a\r\nBig\r\ndeal\rBig deal')).toBe('2:1-3:5 4:1-4:9');
});

const config =
  (kind: 'stage' | 'role' | 'name in the config' | 'channel', name: string) => (text: string) => {
    const file = { path: 'mops.config.yml', text };
    return applyEdits(text, configEdits(file, kind, { old: 'Deal', hyphens: true, within: [] }, name));
  };

test.each(
  rows(String.raw`
    stages: {Deal: [Deal]} => stages: {"Win: now": ["Win: now"]}
    stages:\n  Deal: [ Deal ]\nroles:\n  Deal: [x] => stages:\n  "Win: now": [ "Win: now" ]\nroles:\n  Deal: [x]
    stages:\n  Opportunity:\n    - Deal\n    - Deal room\n    - My Deal\n => stages:\n  Opportunity:\n    - "Win: now"\n    - Win: now room\n    - My Win: now\n
    stages:\n  "Deal": ['Deal', "Deal"]\n => stages:\n  "Win: now": ['Win: now', "Win: now"]\n
    stages:\n  Lead: [x, Deal, y] # Deal and Deal: ours\n => stages:\n  Lead: [x, "Win: now", y] # Win: now and Win: now: ours\n
    site:\n  title: Deal\n  name: The Deal book\n => site:\n  title: "Win: now"\n  name: The Win: now book\n
    calendar:\n  Deal: x\n# Deal\n => calendar:\n  Deal: x\n# Win: now\n
    Deal: x => Deal: x
    stages: {a: b}\nmode: Deal => stages: {a: b}\nmode: Deal
    stages:\n  a: {x: 1, Deal: 2}\n => stages:\n  a: {x: 1, "Win: now": 2}\n
  `),
)('a stage in the config: %s', (text = '', is) => {
  expect(shown(config('stage', 'Win: now')(meant(text)))).toBe(is);
});

test.each([
  ['role', 'site: Win\nroles: Win\nstages: Deal\nmode: Deal\n'],
  ['name in the config', 'site: Win\nroles: Win\nstages: Win\nmode: Deal\n'],
  ['channel', 'site: Win\nroles: Win\nstages: Win\nmode: Win\n'],
] as const)('a %s in the config', (kind, is) => {
  expect(config(kind, 'Win')('site: Deal\nroles: Deal\nstages: Deal\nmode: Deal\n')).toBe(is);
});

test.each(
  rows(String.raw`
    flowchart LR\n  SQL & MQL --> Won => flowchart LR\n  SQL["Big (deal)"] & MQL --> Won
    flowchart LR\n  MQL & SQL --> Won => flowchart LR\n  MQL & SQL["Big (deal)"] --> Won
    flowchart LR\n  SQL:::late --> Won => flowchart LR\n  SQL["Big (deal)"]:::late --> Won
    flowchart LR\n  SQL -.-> Won => flowchart LR\n  SQL["Big (deal)"] -.-> Won
    flowchart LR\n  MQL -.-> SQL => flowchart LR\n  MQL -.-> SQL["Big (deal)"]
    flowchart LR\n  MQL ==> SQL => flowchart LR\n  MQL ==> SQL["Big (deal)"]
    flowchart LR\n  MQL --- SQL => flowchart LR\n  MQL --- SQL["Big (deal)"]
    flowchart LR\n  MQL --o SQL => flowchart LR\n  MQL --o SQL["Big (deal)"]
    flowchart LR\n  MQL --x SQL => flowchart LR\n  MQL --x SQL["Big (deal)"]
    flowchart LR\n  MQL <--> SQL => flowchart LR\n  MQL <--> SQL["Big (deal)"]
    flowchart LR\n  MQL ~~~ SQL => flowchart LR\n  MQL ~~~ SQL["Big (deal)"]
    flowchart LR\n  MQL; SQL --> Won => flowchart LR\n  MQL; SQL["Big (deal)"] --> Won
    flowchart LR\n  MQL -- SQL --> Won => flowchart LR\n  MQL -- "Big (deal)" --> Won
    flowchart LR\n  a[x] --> SQL(Sales) => flowchart LR\n  a[x] --> SQL(Sales)
    flowchart LR\n  SQL{Sales} --> b => flowchart LR\n  SQL{Sales} --> b
    flowchart LR\n  SQL>Sales] --> b => flowchart LR\n  SQL>Sales] --> b
    flowchart LR\n  a(SQL) --> b{SQL} => flowchart LR\n  a("Big (deal)") --> b{"Big (deal)"}
    flowchart LR\n  a["to SQL (now)"] --> b => flowchart LR\n  a["to Big (deal) (now)"] --> b
    flowchart LR\n  a[to SQL now] --> b => flowchart LR\n  a["to Big (deal) now"] --> b
    flowchart LR\n  subgraph SQL\n  a --> b\n  end => flowchart LR\n  subgraph "Big (deal)"\n  a --> b\n  end
    flowchart LR\n  a -->|to SQL, SQL| b[SQL or SQL] => flowchart LR\n  a -->|"to Big (deal), Big (deal)"| b["Big (deal) or Big (deal)"]
    flowchart LR\n  a -. SQL lost .-> b{SQL} => flowchart LR\n  a -. "Big (deal) lost" .-> b{"Big (deal)"}
    flowchart LR\n  a([SQL]) --> b((to SQL)) => flowchart LR\n  a(["Big (deal)"]) --> b(("to Big (deal)"))
    flowchart LR\n  %% SQL is new => flowchart LR\n  %% Big (deal) is new
    flowchart LR\n  click SQL "x.html"\n  a --> b => flowchart LR\n  click SQL "x.html"\n  a --> b
    flowchart LR\n  style SQL fill:red\n  SQL => flowchart LR\n  style SQL fill:red\n  SQL["Big (deal)"]
    flowchart LR\n  linkStyle SQL x\n  class SQL y => flowchart LR\n  linkStyle SQL x\n  class SQL y
    flowchart LR\n  a || SQL => flowchart LR\n  a || SQL["Big (deal)"]
    stateDiagram-v2\n  SQL: Sales\n  SQL --> b => stateDiagram-v2\n  SQL: Sales\n  SQL --> b
    stateDiagram-v2\n  a --> SQL: call => stateDiagram-v2\n  SQL : Big (deal)\n  a --> SQL: call
    stateDiagram-v2\n  a --> SQL : SQL => stateDiagram-v2\n  SQL : Big (deal)\n  a --> SQL : Big (deal)
    stateDiagram-v2\n  state "Sales" as SQL\n  a --> SQL => stateDiagram-v2\n  state "Sales" as SQL\n  a --> SQL
    stateDiagram-v2\n  state SQL {\n    x\n  }\n  a --> SQL => stateDiagram-v2\n  state SQL {\n    x\n  }\n  a --> SQL
    stateDiagram-v2\n  note right of SQL: x\n  a --> SQL => stateDiagram-v2\n  note right of SQL: x\n  SQL : Big (deal)\n  a --> SQL
    stateDiagram-v2\n  class SQL late\n  a --> SQL\n  SQL --> [*] => stateDiagram-v2\n  class SQL late\n  SQL : Big (deal)\n  a --> SQL\n  SQL --> [*]
    %% SQL\nflowchart LR\n  SQL => %% Big (deal)\nflowchart LR\n  SQL["Big (deal)"]
    gantt\n  section SQL\n  SQL :a, 3d => gantt\n  section Big (deal)\n  Big (deal) :a, 3d
  `),
)('a diagram: %s', (text = '', is) => {
  const source = meant(text);
  const places = [...source.matchAll(/\bSQL\b/g)].map(({ index }) => ({ from: index, to: index + 3 }));
  const after = [...renamedInDiagram(source, places, 'Big (deal)')]
    .sort((a, b) => b.from - a.from)
    .reduce((so, { from, to, text: words }) => so.slice(0, from) + words + so.slice(to), source);
  expect(shown(after)).toBe(is);
});
