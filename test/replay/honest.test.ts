import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csv, measured, run } from './team.ts';

const events = (rows: readonly string[]): string => `lead,stage,at,touch,reason,source\n${rows.join('\n')}\n`;
const day = (number: number): string => `2026-04-${String(number).padStart(2, '0')}`;
const ok = `L0,Anonymous,2026-04-01T09:00Z,,,\nL0,MQL,2026-04-01T15:00Z,,,`;

describe('a file that cannot be measured: exit 2, one sentence', () => {
  test.each([
    ['empty', '', /^log\.csv: The file is empty\.$/],
    ['a head alone', 'lead,stage,at\n', /no row below it/],
    ['other columns', 'name,city\nAda,Rome\n', /those of no known layout.*replay: \{columns/],
    [
      'another delimiter',
      'lead|stage|at\nA|MQL|2026-04-01T09:00Z\n',
      /neither a comma, a semicolon nor a tab/,
    ],
    [
      'cut off inside a cell',
      'lead,stage,at\nA,MQL,2026-04-01T09:00Z\nB,"MQ',
      /ends inside a quoted cell.*line 3/,
    ],
    [
      'no known stage',
      'lead,stage,at\nA,Foo,2026-04-01T09:00Z\n',
      /No value of the file is a stage.*replay: \{values/,
    ],
    ['no offset and no zone', 'lead,stage,at\nA,MQL,2026-04-01T09:00\n', /no offset from UTC.*--zone/],
    [
      'some offsets and no zone',
      'lead,stage,at\nA,MQL,2026-04-01T09:00\nA,SQL,2026-04-02T09:00Z\n',
      /Some times have an offset/,
    ],
    ['day and month as you like', 'lead,stage,at\nA,MQL,03/04/2026 09:00\n', /cannot be told apart/, 'UTC'],
    [
      'day first and month first',
      'lead,stage,at\nA,MQL,13/04/2026 09:00\nA,SQL,04/14/2026 09:00\n',
      /Some dates have the day first/,
      'UTC',
    ],
    ['a spreadsheet', 'PK\u0003\u0004', /spreadsheet or an archive/],
    ['gzip', Buffer.from([0x1f, 0x8b, 0x08, 0x00]), /compressed with gzip: unpack it first/],
    [
      'half a Parquet file',
      readFileSync(join(import.meta.dirname, '../../examples/replay/events.parquet')).subarray(0, 900),
      /Parquet file cannot be read/,
    ],
    [
      'two zones in one file, and cells without any',
      'lead,stage,at\nA,MQL,2026-04-01T09:00+02:00\nA,SQL,2026-04-02T09:00-04:00\nA,MQL,2026-04-03 09:00\n',
      /Some times have an offset from UTC and some have none/,
    ],
    ['every row wrong', 'lead,stage,at\nA,MQL,soon\nB,SQL,later\n', /No row of the file says a stage/],
    ['a head without the column of the stage', 'lead,at\nA,2026-04-01T09:00Z\n', /those of no known layout/],
    ['a broken Parquet file', 'PAR1 and no more', /Parquet file cannot be read/],
    ['not UTF-8', Buffer.from([0x6c, 0xff, 0x2c]), /neither UTF-8 nor UTF-16/],
  ] as const)('%s', async (_name, text, message, zone?: string) => {
    const { code, err } = await run({ 'log.csv': text }, zone === undefined ? {} : { zone });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err.split('\n')).toHaveLength(1);
  });

  test('a column the config names and the file does not have', async () => {
    const config = 'replay: {columns: {lead: lead, stage: stage, at: at, touch: First call}}\n';
    expect((await run({ 'log.csv': events([ok]) }, { config })).err).toMatch(/no column "First call"/);
  });

  test('a zone that is none', async () => {
    expect((await run({ 'log.csv': events([ok]) }, { zone: 'Mars/Base' })).err).toMatch(/Mars\/Base/);
  });

  test('no such file', async () => {
    expect((await run({}, {})).code).toBe(2);
  });
});

describe('files as programs write them', () => {
  const rows = [
    ['lead', 'stage', 'at'],
    ['A', 'Anonymous', '2026-04-01T09:00:00Z'],
    ['A', 'MQL', '2026-04-02T09:00:00Z'],
  ];
  const joined = (sign: string): string => rows.map((row) => row.join(sign)).join('\r\n');
  test.each([
    ['semicolons', joined(';')],
    ['tabs', joined('\t')],
    ['a byte order mark', `\ufeff${joined(',')}`],
    ['UTF-16', Buffer.from(`\ufeff${joined(',')}`, 'utf16le')],
    [
      'quotation marks and line ends in cells',
      joined(',').replace('A,MQL', '"A","MQL"').replace('lead', '"lead"'),
    ],
    ['returns alone', joined(',').replaceAll('\r\n', '\r')],
  ])('%s', async (_name, text) => {
    const { stages } = await measured({ 'log.csv': text });
    expect(stages[1]).toMatchObject({ stage: 'MQL', entered: 1 });
  });

  test('days first, where one date settles it', async () => {
    const text = csv([
      ['lead', 'stage', 'at'],
      ['A', 'Anonymous', '03/04/2026 09:00'],
      ['A', 'MQL', '13/04/2026 09:00'],
    ]);
    expect(await measured({ 'log.csv': text }, { zone: 'UTC' })).toMatchObject({
      from: '2026-04-03T09:00:00+00:00',
    });
  });

  test('months first, the report form of Salesforce', async () => {
    const text = csv([
      ['Lead ID', 'Edit Date', 'Field / Event', 'Old Value', 'New Value'],
      ['A', '"4/13/2026, 4:40 PM"', 'Lead Status', 'Anonymous', 'MQL'],
    ]);
    const report = await measured({ 'log.csv': text }, { zone: 'America/New_York' });
    expect(report).toMatchObject({ layout: 'salesforce-history', from: '2026-04-13T16:40:00-04:00' });
  });

  test('several files are one log', async () => {
    const head = 'lead,stage,at\n';
    const files = {
      'a.csv': `${head}A,Anonymous,2026-04-01T09:00Z\n`,
      'b.csv': `${head}A,MQL,2026-04-02T09:00Z\n`,
    };
    expect((await measured(files)).stages[1]?.entered).toBe(1);
  });

  test('rows that cannot be read are counted by reason, with the line of the first', async () => {
    const text =
      'lead,stage,at\n"A",Anonymous,2026-04-01T09:00Z\n"B\nb",MQL,2026-04-01T09:00Z\nC,MQL,soon\n,MQL,2026-04-01T09:00Z\nD,MQL,later\nE,MQL\n';
    expect((await measured({ 'log.csv': text })).unread).toEqual([
      { why: 'a time that cannot be read', count: 2, line: 5 },
      { why: 'no record ID', count: 1, line: 6 },
      { why: 'another number of cells than the head', count: 1, line: 8 },
    ]);
  });
});

describe('what is no move', () => {
  test('a bulk edit: the visit ends uncounted, the record is found again', async () => {
    const text = events([ok, 'L0,SQL,2026-04-02T09:00Z,,,Import', 'L0,Customer,2026-04-03T09:00Z,,,']);
    const { stages, moves } = await measured({ 'log.csv': text });
    expect(stages.map(({ stage, entered }) => [stage, entered])).toEqual([
      ['Anonymous', 0],
      ['MQL', 0],
      ['SQL', 0],
      ['Customer', 1],
    ]);
    expect(moves.map(({ from, to }) => `${from} ${to}`)).toEqual(['Anonymous MQL', 'SQL Customer']);
  });

  test('ignore matches the whole source, not a part of it', async () => {
    const config = 'replay: {ignore: [Cleanup]}\n';
    const moved = (source: string) =>
      measured({ 'log.csv': events([ok, `L0,SQL,2026-04-02T09:00Z,,,${source}`]) }, { config });
    expect((await moved('cleanup')).stages[2]?.entered).toBe(0);
    expect((await moved('Cleanup crew')).stages[2]?.entered).toBe(1);
  });

  test('dates without a time measure no hours', async () => {
    const text = `lead,stage,at,touch\nA,Anonymous,2026-04-01,\nA,MQL,2026-04-02,2026-04-02\n`;
    const [clock] = (await measured({ 'log.csv': text })).stages[1]?.clocks ?? [];
    expect(clock).toMatchObject({
      measured: false,
      met: null,
      why: expect.stringContaining('dates without times'),
    });
  });
});

test('CRM values of the config and of the entry name a stage', async () => {
  const config = 'replay: {values: {SQL: [working]}}\n';
  const text = events([
    'A,Anonymous,2026-04-01T09:00Z,,,',
    'A,Marketing Accepted,2026-04-02T09:00Z,,,',
    'A,WORKING,2026-04-03T09:00Z,,,',
  ]);
  const { stages } = await measured({ 'log.csv': text }, { config });
  expect(stages.map(({ entered }) => entered)).toEqual([0, 1, 1, 0]);
});

describe('exit codes and baselines', () => {
  const log = events(
    Array.from({ length: 10 }, (_, at) => [
      `L${at},Anonymous,${day(1)}T09:00:00-04:00,,,`,
      `L${at},MQL,${day(2)}T09:00:00-04:00,${day(2)}T${at < 8 ? '10' : '16'}:00:00-04:00,,`,
    ]).flat(),
  );

  test('--fail-under', async () => {
    expect((await run({ 'log.csv': log }, { failUnder: 80 })).code).toBe(0);
    expect((await run({ 'log.csv': log }, { failUnder: 81 })).code).toBe(1);
  });

  test('--baseline prints it as a change of the entry, --write applies it', async () => {
    const { out } = await run({ 'log.csv': log }, { baseline: true, format: 'text' });
    expect(out).toContain(
      'MON-DRIFT-001  Baseline (2026-04-02): Value: median 60 business minutes, 80% within the limit',
    );
    expect(out).toContain('-Baseline (2026-01-01): median 9 business minutes');
    let text = '';
    await run({ 'log.csv': log }, { baseline: true, write: true }, (folder) => {
      text = readFileSync(join(folder, 'SoT', 'rules.md'), 'utf8');
    });
    expect(text).toContain(
      'Baseline (2026-04-02): Value: median 60 business minutes, 80% within the limit\nCompare cadence',
    );
  });
});
