/** A new name beside the old one: in the config, in a diagram, in links to a heading. Each byte that stays, stays. */
import { describe, expect, test } from 'vitest';
import { withAlias } from '../../src/edit/alias.ts';
import { anchorEdits } from '../../src/edit/anchors.ts';
import { applyEdits } from '../../src/edit/apply.ts';
import { changedLines } from '../../src/edit/changed-lines.ts';
import { renamedInDiagram } from '../../src/edit/diagram-names.ts';
import { editOf, spanAt } from './edits.ts';

describe('one more name of a stage in the config', () => {
  const added = (text: string | null) => withAlias(text, 'stages', 'Opportunity', 'Deal');
  const section = '\n# The usual name, and what the team calls it.\nstages:\n  Opportunity: [Deal]\n';

  test.each<[string, string | null, string | null]>([
    ['no config', null, 'stages:\n  Opportunity: [Deal]\n'],
    ['an empty one', '', section],
    ['no section', 'mode: deep\n', `mode: deep\n${section}`],
    ['no section and no line end', 'mode: deep', `mode: deep\n${section}`],
    ['line ends of Windows', 'mode: deep\r\n', `mode: deep\r\n${section.replaceAll('\n', '\r\n')}`],
    ['an empty section', 'stages:\n', 'stages:\n  Opportunity: [Deal]\n'],
    ['an empty section at the end', 'stages:', 'stages:\n  Opportunity: [Deal]\n'],
    [
      'a section with a remark',
      'stages: # ours\n  MQL: [Lead]\n',
      'stages: # ours\n  Opportunity: [Deal]\n  MQL: [Lead]\n',
    ],
    [
      'another indent',
      'stages:\n    MQL: [Lead]\nmode: deep\n',
      'stages:\n    Opportunity: [Deal]\n    MQL: [Lead]\nmode: deep\n',
    ],
    [
      'a remark with another indent',
      'stages:\n # ours\n    MQL: [Lead]\n',
      'stages:\n    Opportunity: [Deal]\n # ours\n    MQL: [Lead]\n',
    ],
    ['a list that is there', 'stages:\n  Opportunity: [SQO]\n', 'stages:\n  Opportunity: [Deal, SQO]\n'],
    ['a list that is empty', 'stages:\n  Opportunity: [ ]\n', 'stages:\n  Opportunity: [Deal ]\n'],
    [
      'a list of a quoted key',
      "stages:\n  'Opportunity': [SQO] # us\n",
      "stages:\n  'Opportunity': [Deal, SQO] # us\n",
    ],
    [
      'a list behind empty lines and remarks',
      'stages:\n\n# a\n  MQL: [Lead]\n\n  Opportunity: [SQO]\n',
      'stages:\n\n# a\n  MQL: [Lead]\n\n  Opportunity: [Deal, SQO]\n',
    ],
    [
      'an item a line',
      'stages:\n  Opportunity:\n    - SQO\n',
      'stages:\n  Opportunity:\n    - Deal\n    - SQO\n',
    ],
    [
      'an item a line, with a remark',
      'stages:\n  Opportunity: # us\n    -  SQO\n',
      'stages:\n  Opportunity: # us\n    -  Deal\n    -  SQO\n',
    ],
    [
      'an item a line below a remark',
      'stages:\n  Opportunity:\n    # us\n    - SQO\n',
      'stages:\n  Opportunity:\n    # us\n    - Deal\n    - SQO\n',
    ],
    ['an item that is empty', 'stages:\n  Opportunity:\n    - \n', null],
    ['one value', 'stages:\n  Opportunity: SQO\n', null],
    ['nothing behind the key', 'stages:\n  Opportunity:\n', null],
    ['a section on the line of its key', 'stages: *ours\n', null],
    ['braces', 'stages: {MQL: [Lead]}\n', 'stages: {Opportunity: [Deal], MQL: [Lead]}\n'],
    ['empty braces', 'stages: { }\n', 'stages: {Opportunity: [Deal] }\n'],
    [
      'braces that have it',
      'stages: {MQL: [Lead], "Opportunity": [SQO]}\n',
      'stages: {MQL: [Lead], "Opportunity": [Deal, SQO]}\n',
    ],
    ['braces that have it first', 'stages: {Opportunity: []}\n', 'stages: {Opportunity: [Deal]}\n'],
    [
      'braces with a longer name',
      'stages: {New-Opportunity: [SQO]}\n',
      'stages: {Opportunity: [Deal], New-Opportunity: [SQO]}\n',
    ],
    [
      'the key of another section',
      'roles:\n  Opportunity: [SQO]\n',
      `roles:\n  Opportunity: [SQO]\n${section}`,
    ],
    ['a section that only begins so', 'stagesX:\n  a: b\n', `stagesX:\n  a: b\n${section}`],
  ])('%s', (_what, text, expected) => {
    expect(added(text)).toBe(expected);
  });

  test('a name with signs is quoted', () => {
    expect(withAlias(null, 'roles', 'AE', 'Closer: EMEA')).toBe('roles:\n  AE: ["Closer: EMEA"]\n');
  });
});

describe('a name in a diagram', () => {
  const renamed = (text: string, old: string, name: string) => {
    const places = [...text.matchAll(new RegExp(`\\b${old}\\b`, 'g'))].map(({ index }) => ({
      from: index,
      to: index + old.length,
    }));
    return renamedInDiagram(text, places, name)
      .toSorted((a, b) => b.from - a.from)
      .reduce((so, { from, to, text: words }) => so.slice(0, from) + words + so.slice(to), text);
  };

  test.each<[string, string, string, string]>([
    [
      'a key of letters stays a key',
      'flowchart LR\n  MQL --> SQL\n',
      'Ready',
      'flowchart LR\n  MQL --> Ready\n',
    ],
    [
      'a key gets the name as its label, once',
      'flowchart LR\n  MQL --> SQL\n  SQL --> Won\n',
      'Sales ready',
      'flowchart LR\n  MQL --> SQL["Sales ready"]\n  SQL --> Won\n',
    ],
    [
      'a key that has a label keeps it',
      'flowchart LR\n  MQL --> SQL[SQL stage]\n',
      'Sales ready',
      'flowchart LR\n  MQL --> SQL[Sales ready stage]\n',
    ],
    [
      'the label alone, with signs',
      'flowchart LR\n  s[SQL] --> w\n',
      'Ready (now)',
      'flowchart LR\n  s["Ready (now)"] --> w\n',
    ],
    [
      'a label in quotes',
      'flowchart LR\n  s["SQL"] --> w\n',
      'Ready (now)',
      'flowchart LR\n  s["Ready (now)"] --> w\n',
    ],
    [
      'words on an arrow',
      'flowchart LR\n  a -->|SQL| b\n',
      'Sales ready',
      'flowchart LR\n  a -->|Sales ready| b\n',
    ],
    [
      'a name with quotes',
      'graph TD\n  SQL --> Won\n',
      'Sales "ready"',
      'graph TD\n  SQL["Sales #quot;ready#quot;"] --> Won\n',
    ],
    [
      'a key of a class line is not the one that is labelled',
      'graph TD\n  class SQL green\n  SQL --> Won\n',
      'Sales ready',
      'graph TD\n  class SQL green\n  SQL["Sales ready"] --> Won\n',
    ],
    [
      'a state',
      'stateDiagram-v2\n  MQL --> SQL\n',
      'Sales ready',
      'stateDiagram-v2\n  SQL : Sales ready\n  MQL --> SQL\n',
    ],
    [
      'a state in line ends of Windows',
      'stateDiagram-v2\r\n\tMQL --> SQL\r\n',
      'Sales ready',
      'stateDiagram-v2\r\n\tSQL : Sales ready\r\n\tMQL --> SQL\r\n',
    ],
    [
      'a state that has a label',
      'stateDiagram-v2\n  SQL : Sales\n  MQL --> SQL\n',
      'Sales ready',
      'stateDiagram-v2\n  SQL : Sales\n  MQL --> SQL\n',
    ],
    [
      'a picture of another kind',
      'sequenceDiagram\n  SQL->>Won: signs\n',
      'Sales ready',
      'sequenceDiagram\n  Sales ready->>Won: signs\n',
    ],
    [
      'behind a front matter and remarks',
      '---\ntitle: x\n---\n%% ours\nflowchart LR\n  SQL --> b\n',
      'Sales ready',
      '---\ntitle: x\n---\n%% ours\nflowchart LR\n  SQL["Sales ready"] --> b\n',
    ],
  ])('%s', (_what, text, name, expected) => {
    expect(renamed(text, 'SQL', name)).toBe(expected);
  });
});

describe('links to a heading that is called otherwise', () => {
  const linked = (rules: string, others: Readonly<Record<string, string>> = {}) => {
    const texts = Object.entries({ 'SoT/rules.md': rules, ...others }).map(([path, text]) => ({
      path,
      text,
    }));
    const at = rules.indexOf('SQL');
    const line = rules.slice(0, at).lastIndexOf('\n') + 1;
    const edit = {
      ...editOf(rules, 'SQL', 'Ready'),
      span: { ...spanAt(at, at + 3, 'SoT/rules.md'), column: at - line + 1 },
    };
    const edits = [edit, ...anchorEdits(texts, [edit])];
    return texts.map(({ path, text }) =>
      applyEdits(
        text,
        edits.filter(({ span }) => span.file === path),
      ),
    );
  };

  test.each<[string, string, string]>([
    [
      'in its file',
      '## The SQL stage\n[see](#the-sql-stage)\n',
      '## The Ready stage\n[see](#the-ready-stage)\n',
    ],
    ['closed by signs', '## SQL ##\n[see](#sql)\n', '## Ready ##\n[see](#ready)\n'],
    ['with a sign that is part of it', '## SQL #1\n[see](#sql-1)\n', '## Ready #1\n[see](#ready-1)\n'],
    [
      'with a link in it',
      '## The [SQL](x.md) stage\n[see](#the-sql-stage)\n',
      '## The [Ready](x.md) stage\n[see](#the-ready-stage)\n',
    ],
    ['with an address of its own', '## SQL {#sql}\n[see](#sql)\n', '## Ready {#sql}\n[see](#sql)\n'],
    ['that is no heading', 'SQL\n[see](#sql)\n', 'Ready\n[see](#sql)\n'],
    ['that is code', '    ## SQL\n[see](#sql)\n', '    ## Ready\n[see](#sql)\n'],
    ['that another heading has begun', '## SQL\n[see](#sql-won)\n', '## Ready\n[see](#sql-won)\n'],
    ['of another file', '## SQL\n[see](other.md#sql)\n', '## Ready\n[see](other.md#sql)\n'],
  ])('%s', (_what, before, after) => {
    expect(linked(before)).toEqual([after]);
  });

  test('from other files, by the name of the file', () => {
    const other = '[a](../SoT/rules.md#sql) [b](rules.md#sql) [c](#sql) [d](xrules.md#sql)\n';
    expect(linked('## SQL\n', { 'docs/a.md': other })[1]).toBe(
      '[a](../SoT/rules.md#ready) [b](rules.md#ready) [c](#sql) [d](xrules.md#sql)\n',
    );
  });
});

describe('which lines changed', () => {
  const told = (before: string, after: string) =>
    changedLines([...before], [...after]).map(({ at, gone, now, came }) => `${at}-${gone} ${now}+${came}`);
  test.each<[string, string, string[]]>([
    ['abc', 'abc', []],
    ['abc', 'axc', ['1-1 1+1']],
    ['abcd', 'xycz', ['0-2 0+2', '3-1 3+1']],
    ['abc', 'abxc', ['2-0 2+1']],
    ['abxc', 'abc', ['2-1 2+0']],
    ['abc', 'xabc', ['0-0 0+1']],
    ['abc', 'abcx', ['3-0 3+1']],
    ['aab', 'ab', ['1-1 1+0']],
    ['ab', 'aab', ['1-0 1+1']],
    ['', 'a', ['0-0 0+1']],
    ['abcde', 'aebcd!', ['1-0 1+1', '4-1 5+1']],
    ['aaxbb', 'aaybbz', ['2-3 2+4']],
  ])('%s → %s', (before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });
});
