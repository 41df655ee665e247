/** Tables as programs and people leave them: merged cells, other headers, tabs, pages of Notion. */
import { describe, expect, test } from 'vitest';
import { planImport } from '../../src/draft/import/plan.ts';
import { reportOfText } from '../rules/bench.ts';

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
    [
      'an HTML table',
      'a.html',
      '<table><tr><th>Stage</th><th>Owner</th></tr><tr><td>MQL</td><td>BDR</td></tr></table>',
    ],
    ['an empty file', 'a.csv', ''],
    ['people by name', 'a.csv', 'Name,Mail\nDana,dana@example.com\n'],
  ])('%s is no table that it knows', (_what, path, text) => {
    expect(imported(path, text)).toEqual({ stages: [], notes: [], placed: false });
  });
});
