/** Tables as programs and people leave them: merged cells, other headers, tabs, pages of Notion. */
import { describe, expect, test } from 'vitest';
import { planImport } from '../../src/draft/import/plan.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf, reportOfText } from '../rules/bench.ts';

const { model } = reportOfText('');

function imported(path: string, text: string) {
  const { stages, notes, placed } = planImport(model, path, text);
  return { stages: stages.map((one) => one.text), notes, placed };
}

describe('mops import', () => {
  test.each([
    [
      'merged cells',
      '| Stage | Segment | SLA | Owner |\n|---|---|---|---|\n| MQL | SMB | 1 business day | BDR |\n| | Enterprise | 1 business hour | BDR |\n| SQL | | 30 min | AE |\n',
    ],
    [
      'a name in each row',
      '| Stage | Tier | SLA | Owner |\n|---|---|---|---|\n| MQL | SMB | 1 business day | BDR |\n| MQL | Enterprise | 1 business hour | BDR |\n| SQL | | 30 min | AE |\n',
    ],
  ])('%s: one stage with a limit for each segment', (_what, text) => {
    const { stages, notes } = imported('a.md', text);
    expect(stages).toHaveLength(2);
    expect(stages[0]).toContain(
      '- Response time after entering this stage: SMB: 1 business day; Enterprise: 1 business hour\n',
    );
    expect(stages[1]).toContain('Response time after entering this stage: 30 min\n');
    expect(notes).toEqual([]);
  });

  test('a segment alone stays under its own header, and so does what a stage has no field for', () => {
    const { stages } = imported(
      'a.csv',
      'Stage,Owner,Lead source,Notes,Trigger\nMQL,BDR,Web,hot ones,Form\n',
    );
    expect(stages[0]).toContain('Lead source: Web');
    expect(stages[0]).toContain('Notes: hot ones');
    expect(stages[0]).toContain('Trigger: Form');
  });

  test('a row without a stage is said', () => {
    const { stages, notes } = imported(
      'a.tsv',
      'Stage\tOwner\tSLA\n\nMQL\tBDR\t1 business hour\n\t\tescalate to the manager\n',
    );
    expect(stages).toHaveLength(1);
    expect(notes).toEqual(['A row without a stage was left out: escalate to the manager.']);
  });

  test.each([
    [
      'cells out of a spreadsheet',
      'a.txt',
      'Stage\tOwner\tSLA\nMQL\tBDR\t1 business hour\nSQL\tAE\t30 min\n',
    ],
    [
      'a page of Notion',
      'a.md',
      '| Name | Owner | Response SLA | Enters when | Leaves when | Tags |\n| --- | --- | --- | --- | --- | --- |\n| [MQL](MQL%20123.md) | BDR | **1 business hour** | Form sent<br>or call | BDR qualifies | a |\n| SQL | AE | 30 min | Call held | AE accepts | |\n',
    ],
    [
      'semicolons and other words',
      'a.csv',
      'Phase;Responsible;Response time;How a lead gets in;How it leaves\r\nMQL;BDR;1 business hour;"Form; demo";Qualified\r\nSQL;AE;30 min;Qualified;Won\r\n',
    ],
    [
      'another order',
      'a.csv',
      'SLA,Owner,"Lifecycle stage",Order\n1 business hour,BDR,MQL,2\n30 min,AE,SQL,3\n',
    ],
    [
      'lines in a cell',
      'a.csv',
      'Stage,Entry criteria,Owner,SLA\nMQL,"Form sent\nPricing page 3 times",BDR,1 business hour\nSQL,"Call held",AE,30 min\n',
    ],
    [
      'stages across the top',
      'a.md',
      '| | MQL | SQL |\n|---|---|---|\n| Owner | BDR | AE |\n| Entry criteria | Form sent | Call held |\n| SLA | 1 business hour | 30 min |\n',
    ],
    [
      'stages across the top of a sheet',
      'a.tsv',
      'Stage\tMQL\tSQL\nVerantwortlich\tBDR\tAE\nReaktionszeit\t1 business hour\t30 min\n',
    ],
    [
      'HTML',
      'a.md',
      'Text.\n\n<table>\n<tr><th>Stage</th><th>Owner</th><th>SLA</th></tr>\n<tr><td><b>MQL</b></td><td>BDR</td><td><p>1 business hour</p></td></tr>\n<tr><td>SQL</td><td>AE</td><td>30&nbsp;min</td></tr></table>\n',
    ],
    ['marks of Confluence', 'a.txt', '||Stage||Owner||SLA||\n|MQL|BDR|1 business hour|\n|SQL|AE|30 min|\n'],
    [
      'headers of another language',
      'a.csv',
      'Phase;Eintrittskriterien;Verantwortlich;Reaktionszeit\nMQL;Formular;BDR;1 business hour\nSQL;Termin;AE;30 min\n',
    ],
    ['stages and limits alone', 'a.csv', 'Stage,SLA,Owner\nMQL,1 business hour,BDR\nSQL,30 min,AE\n'],
  ])('%s', (_what, path, text) => {
    const { stages, placed } = imported(path, text);
    expect(placed).toBe(true);
    expect(stages).toHaveLength(2);
    expect(stages[0]).toContain('\nStage: MQL\n');
    expect(stages[0]).toContain('\nOwner: BDR\n');
    expect(stages[0]).toContain(': 1 business hour\n');
    expect(stages[1]).toContain('\nOwner: AE\n');
  });

  test.each([
    ['no header', 'a.csv', 'MQL,BDR,1 business hour\nSQL,AE,30 min\n'],
    ['other columns', 'a.csv', 'Region,Revenue,Headcount\nEMEA,100,4\n'],
    [
      'properties of a CRM',
      'a.csv',
      'Internal value,Label,Display order\nmarketingqualifiedlead,Marketing Qualified Lead,3\n',
    ],
    ['an empty file', 'a.csv', ''],
    ['people by name', 'a.csv', 'Name,Mail\nDana,dana@example.com\n'],
  ])('%s is no table that it knows', (_what, path, text) => {
    expect(imported(path, text)).toEqual({ stages: [], notes: [], placed: false });
  });

  test('headers of the config are known', () => {
    const own = buildModel(readRepository([]), configOf({ fields: { Owner: ['Kümmerer'], SLA: ['Frist'] } }));
    const { stages } = planImport(own, 'a.csv', 'Stage;Kümmerer;Frist\nMQL;BDR;1 Stunde\n');
    expect(stages[0]?.text).toContain('\nOwner: BDR\n');
    expect(stages[0]?.text).toContain(': 1 Stunde\n');
  });

  test('a cell of HTML over two rows stands in both', () => {
    const { stages } = imported(
      'a.md',
      '<table><tr><th>Stage</th><th>Owner</th><th>SLA</th></tr><tr><td>MQL</td><td rowspan="2">BDR</td><td>1 h</td></tr><tr><td>SAL</td><td>4 h</td></tr></table>',
    );
    expect(stages.map((text) => /Owner: (.*)/.exec(text)?.[1])).toEqual(['BDR', 'BDR']);
    expect(stages[1]).toContain(': 4 h\n');
  });

  test.each([
    ['SQL when the BDR confirms need', 'To SQL: the BDR confirms need'],
    ['→ SQL: need confirmed', 'To SQL: need confirmed'],
    ['To SQL: need confirmed', 'To SQL: need confirmed'],
    ['SQL', 'To SQL: [fill in the event that moves a lead on]'],
    ['need confirmed', 'To SAL: need confirmed'],
    ['SQL review held', 'To SAL: SQL review held'],
  ])('the way on "%s" leads to the stage it names', (cell, line) => {
    const { stages } = imported('a.csv', `Stage,Owner,Next stage\nMQL,BDR,${cell}\nSAL,BDR,\nSQL,AE,\n`);
    expect(stages[0]).toContain(`- ${line}\n`);
  });

  test('TBD, dashes and question marks say nothing; of a limit a dash says that there is none', () => {
    const { stages } = imported(
      'a.csv',
      'Stage,Owner,Entry,Exit,SLA\nAnonymous,TBD,–,???,-\nMQL,BDR,Form,,TBD\n',
    );
    expect(stages[0]).toContain('Owner: [fill in');
    expect(stages[0]).toContain('Entry criteria:\n\n- [fill in');
    expect(stages[0]).toContain('\nSLA: n/a');
    expect(stages[1]).toContain('Response time after entering this stage: [fill in');
  });

  test('a second table of other columns is said, and the first is taken', () => {
    const { stages, notes } = imported(
      'a.md',
      '| Stage | Owner |\n|---|---|\n| MQL | BDR |\n\n| Region | Revenue |\n|---|---|\n| EMEA | 4 |\n',
    );
    expect(stages).toHaveLength(1);
    expect(notes).toEqual([
      'Line 5: the table with the columns Region, Revenue is none that import knows; it was left out.',
    ]);
  });

  test('a table of fields of one thing is not turned', () => {
    expect(imported('a.md', '| Field | Value |\n|---|---|\n| Owner | BDR |\n| SLA | 1 hour |\n').placed).toBe(
      false,
    );
  });
});
