/** What only one layout has: labels of reports, Pipedrive's status, HubSpot's names of columns. */

import { describe, expect, test } from 'vitest';
import type { ReplayReport } from '../../src/replay/report.ts';
import { csv, measured, run } from './team.ts';

const moves = ({ moves: all }: ReplayReport) => all.map(({ from, to, count }) => `${from} → ${to}: ${count}`);
const entered = ({ stages }: ReplayReport) =>
  stages.map((one) => `${one.stage} ${one.entered}/${one.left}/${one.open}`);

describe('pipedrive: the status stands beside the stage', () => {
  const head = [
    'deal_id',
    'field_key',
    'old_value',
    'new_value',
    'time',
    'change_source',
    'is_bulk_update_flag',
  ];
  const log = (...rows: readonly string[]) =>
    csv([head, ...rows.map((row) => [...row.split(' '), 'app', 'false'])]).replaceAll('T', ' ');
  const config = 'replay: {values: {Customer: [won]}}\n';

  test('won is a move to the place that the config gives it, lost to Closed-lost', async () => {
    const text = log(
      '1 stage_id MQL SQL 2026-04-01T09:00:00',
      '1 status open won 2026-04-02T09:00:00',
      '2 stage_id MQL SQL 2026-04-01T09:00:00',
      '2 status open lost 2026-04-03T09:00:00',
    );
    const report = await measured({ 'log.csv': text }, { config });
    expect(moves(report)).toEqual(['MQL → SQL: 2', 'SQL → Closed-lost: 1', 'SQL → Customer: 1']);
    expect(entered(report)).toEqual(['Anonymous 0/0/0', 'MQL 0/0/0', 'SQL 2/2/0', 'Customer 1/0/1']);
    expect(report.notes).toContain(
      'The export tracks several fields; stages are read from "stageid" and "status".',
    );
  });

  test('a deal opened again is back in its stage; one moved while lost opens where it was moved to', async () => {
    const text = log(
      '1 stage_id MQL SQL 2026-04-01T09:00:00',
      '1 status open lost 2026-04-02T09:00:00',
      '1 status lost open 2026-04-03T09:00:00',
      '2 stage_id Anonymous MQL 2026-04-01T09:00:00',
      '2 status open lost 2026-04-02T09:00:00',
      '2 stage_id MQL SQL 2026-04-03T09:00:00',
      '2 status lost open 2026-04-04T09:00:00',
    );
    const report = await measured({ 'log.csv': text }, { config });
    expect(moves(report)).toEqual([
      'Anonymous → MQL: 1',
      'Closed-lost → SQL: 2',
      'MQL → Closed-lost: 1',
      'MQL → SQL: 1',
      'SQL → Closed-lost: 1',
    ]);
  });

  test('a deal that is deleted ends its visit uncounted, and is found again if it comes back', async () => {
    const text = log(
      '1 stage_id MQL SQL 2026-04-01T09:00:00',
      '1 status open deleted 2026-04-02T09:00:00',
      '1 status deleted open 2026-04-03T09:00:00',
      '1 status open won 2026-04-04T09:00:00',
    );
    const report = await measured({ 'log.csv': text }, { config });
    expect(moves(report)).toEqual(['MQL → SQL: 1', 'SQL → Customer: 1']);
    expect(entered(report)).toEqual(['Anonymous 0/0/0', 'MQL 0/0/0', 'SQL 0/0/0', 'Customer 1/0/1']);
  });

  test('a status alone says little: where a deal was before, nobody knows', async () => {
    const report = await measured(
      { 'log.csv': log('1 status open won 2026-04-02T09:00:00', '1 status won lost 2026-04-03T09:00:00') },
      { config },
    );
    expect(moves(report)).toEqual(['Customer → Closed-lost: 1']);
  });

  test('a status that no stage has is said', async () => {
    const text = log('1 stage_id MQL SQL 2026-04-01T09:00:00', '1 status open halfway 2026-04-02T09:00:00');
    expect((await measured({ 'log.csv': text })).unknownValues).toEqual([{ value: 'halfway', count: 1 }]);
  });

  test('times are UTC whatever zone is named', async () => {
    const text = log('1 stage_id MQL SQL 2026-04-01T09:00:00');
    const report = await measured({ 'log.csv': text }, { zone: 'America/New_York' });
    expect(report.from).toBe('2026-04-01T05:00:00-04:00');
  });

  test('a bulk update is no move', async () => {
    const text = log('1 stage_id MQL SQL 2026-04-01T09:00:00', '1 stage_id SQL Customer 2026-04-02T09:00:00');
    const bulk = text.replace(
      'Customer,2026-04-02 09:00:00,app,false',
      'Customer,2026-04-02 09:00:00,app,true',
    );
    expect(entered(await measured({ 'log.csv': bulk }))).toEqual([
      'Anonymous 0/0/0',
      'MQL 0/0/0',
      'SQL 0/0/0',
      'Customer 0/0/0',
    ]);
  });
});

describe('salesforce', () => {
  test.each([
    ['a report with labels', 'Lead ID,Edit Date,Field / Event,Old Value,New Value', 'Lead Status'],
    ['the object with API names', 'LeadId,CreatedDate,Field,OldValue,NewValue', 'Status'],
    ['opportunities', 'OpportunityId,CreatedDate,Field,OldValue,NewValue', 'StageName'],
    ['a report on opportunities', 'Opportunity ID,Edit Date,Field / Event,Old Value,New Value', 'Stage'],
    ['a custom field', 'LeadId,CreatedDate,Field,OldValue,NewValue', 'Lifecycle_Stage__c'],
    ['columns in another order', 'NewValue,Field,OldValue,CreatedDate,LeadId', 'Status'],
  ])('%s', async (_name, head, field) => {
    const cells: Record<string, string> = {
      leadid: '00Q1',
      opportunityid: '0061',
      editdate: '2026-04-02T09:00Z',
      createddate: '2026-04-02T09:00Z',
      field,
      fieldevent: field,
      oldvalue: 'MQL',
      newvalue: 'SQL',
    };
    const row = head.split(',').map((name) => cells[name.toLowerCase().replace(/[^a-z]/g, '')] ?? '');
    const other = row.map((cell) => (cell === field ? 'Owner' : cell));
    const report = await measured({ 'log.csv': csv([head.split(','), row, other]) });
    expect(report).toMatchObject({ layout: 'salesforce-history', rows: 2 });
    expect(moves(report)).toEqual(['MQL → SQL: 1']);
  });

  test('the lines that Salesforce puts below a report are counted as not read', async () => {
    const text = `Lead ID,Edit Date,Field / Event,Old Value,New Value
00Q1,2026-04-02T09:00Z,Lead Status,MQL,SQL

Lead History Report
Copyright (c) 2000-2026
`;
    const report = await measured({ 'log.csv': text });
    expect(moves(report)).toEqual(['MQL → SQL: 1']);
    expect(report.unread).toEqual([{ why: 'another number of cells than the head', count: 2, line: 4 }]);
  });
});

describe('hubspot: one row a record', () => {
  test.each([
    ['Became a Marketing Qualified Lead Date', 'Became a Sales Qualified Lead Date'],
    ['Became an MQL Date', 'Became an SQL date'],
    ['hs_v2_date_entered_marketingqualifiedlead', 'hs_v2_date_entered_salesqualifiedlead'],
    ['hs_date_entered_marketingqualifiedlead', 'hs_date_entered_salesqualifiedlead'],
    ['hs_lifecyclestage_marketingqualifiedlead_date', 'hs_lifecyclestage_salesqualifiedlead_date'],
    ['Date entered "Marketing Qualified Lead"', 'Date entered "Sales Qualified Lead"'],
    [
      '"Date entered ""Marketing Qualified Lead (Lifecycle Stage Pipeline)"""',
      '"Date entered ""Sales Qualified Lead (Lifecycle Stage Pipeline)"""',
    ],
    ['Date entered MQL (Lifecycle)', 'V2 date entered SQL (Lifecycle)'],
  ])('%s', async (mql, sql) => {
    const text = csv([
      ['Record ID', 'Email', sql, mql],
      ['1', 'x', '2026-04-02T09:00Z', '2026-04-01T09:00Z'],
    ]);
    const report = await measured({ 'log.csv': text });
    expect(report.layout).toBe('hubspot-export');
    expect(moves(report)).toEqual(['MQL → SQL: 1']);
  });

  test('two columns for one stage are no return: the newer one counts', async () => {
    const text = csv([
      [
        'Record ID',
        'Became a Marketing Qualified Lead Date',
        'hs_v2_date_entered_marketingqualifiedlead',
        'hs_v2_date_entered_salesqualifiedlead',
      ],
      ['1', '2026-03-01T09:00Z', '2026-04-01T09:00Z', '2026-04-02T09:00Z'],
    ]);
    const report = await measured({ 'log.csv': text });
    expect([report.from, ...moves(report)]).toEqual(['2026-04-01T05:00:00-04:00', 'MQL → SQL: 1']);
  });

  test('a stage by its number in HubSpot is named in the config', async () => {
    const text = csv([
      ['Record ID', 'hs_v2_date_entered_81234567', 'hs_v2_date_entered_salesqualifiedlead'],
      ['1', '2026-04-01T09:00Z', '2026-04-02T09:00Z'],
    ]);
    const config = 'replay: {values: {MQL: ["81234567"]}}\n';
    expect(moves(await measured({ 'log.csv': text }, { config }))).toEqual(['MQL → SQL: 1']);
    expect((await measured({ 'log.csv': text })).unknownValues).toEqual([{ value: null, count: 1 }]);
  });
});

describe('hubspot: a history', () => {
  const head = ['Object ID', 'Property', 'Value', 'Timestamp', 'Source'];
  test.each(['IMPORT', 'CRM_UI_BULK_ACTION', 'MERGE_CONTACTS', 'BATCH_UPDATE', 'import'])(
    'a change by %s is no move',
    async (source) => {
      const text = csv([
        head,
        ['1', 'lifecyclestage', 'marketingqualifiedlead', '1775034000000', 'CRM_UI'],
        ['1', 'lifecyclestage', 'salesqualifiedlead', '1775120400000', source],
      ]);
      expect(moves(await measured({ 'log.csv': text }))).toEqual([]);
      expect(moves(await measured({ 'log.csv': text.replace(source, 'FORM') }))).toEqual(['MQL → SQL: 1']);
    },
  );

  test('epoch times in seconds and milliseconds are UTC and need no zone', async () => {
    const text = csv([
      head,
      ['1', 'lifecyclestage', 'marketingqualifiedlead', '1775034000', 'CRM_UI'],
      ['1', 'lifecyclestage', 'salesqualifiedlead', '1775120400000', 'CRM_UI'],
    ]);
    expect(await measured({ 'log.csv': text })).toMatchObject({
      from: '2026-04-01T05:00:00-04:00',
      to: '2026-04-02T05:00:00-04:00',
    });
  });
});

test('--layout takes a file for what it is said to be, or says which columns are missing', async () => {
  const text = csv([
    ['lead', 'stage', 'at', 'field', 'LeadId', 'CreatedDate', 'OldValue', 'NewValue'],
    ['A', 'MQL', '2026-04-01T09:00Z', 'Status', 'A', '2026-04-01T09:00Z', 'MQL', 'SQL'],
  ]);
  expect((await measured({ 'log.csv': text })).layout).toBe('salesforce-history');
  expect((await measured({ 'log.csv': text }, { layout: 'events' })).layout).toBe('events');
  expect((await run({ 'log.csv': text }, { layout: 'pipedrive-changes' })).err).toBe(
    'log.csv: The columns are not those of pipedrive-changes: deal_id, field_key, old_value, new_value, time.',
  );
});
