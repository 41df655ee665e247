import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReplayReport } from '../../src/replay/report.ts';
import { type PrintedCount, printedCount, type Sum, withhold } from '../../src/replay/withhold.ts';
import { csv, measured, run } from './team.ts';

/** Leads that go from MQL to a place, as many as asked for. */
function leads(counts: Readonly<Record<string, number>>, reason = ''): string {
  const rows = Object.entries(counts).flatMap(([to, count], group) =>
    Array.from({ length: count }, (_, at) => [
      [`P${group}-${at}`, 'MQL', '2026-04-01T09:00Z', ''],
      [`P${group}-${at}`, 'SQL', '2026-04-02T09:00Z', ''],
      [`P${group}-${at}`, to, '2026-04-03T09:00Z', reason],
    ]).flat(),
  );
  return csv([['lead', 'stage', 'at', 'reason'], ...rows]);
}

const planted = ['Ada Byron', 'ada@example.com', '00Q5e00000AbCdE', '+1 212 555 0134', '12 Elm Street'];

describe('nothing of the export but counts is printed', () => {
  const text = csv([
    ['lead', 'stage', 'at', 'touch', 'reason', 'source', 'Name', 'Email', 'Notes'],
    ...Array.from({ length: 20 }, (_, at) => [
      [
        '00Q5e00000AbCdE',
        'MQL',
        '2026-04-01T09:00Z',
        '',
        '',
        '',
        'Ada Byron',
        'ada@example.com',
        '12 Elm Street',
      ],
      [
        '00Q5e00000AbCdE',
        at % 2 === 0 ? 'ada@example.com' : 'SQL',
        '2026-04-02T09:00Z',
        '',
        '',
        'Ada Byron',
        '',
        '',
        '',
      ],
      [`L${at}`, '+1 212 555 0134', '2026-04-02T10:00Z', '', '', '', '', '', ''],
      [`L${at}`, '1234567', '2026-04-02T12:00Z', '', '', '', '', '', ''],
      [`L${at}`, 'SQL', '2026-04-02T13:00Z', '', '', '', '', '', ''],
      [`L${at}`, 'Nurture', '2026-04-03T09:00Z', '', 'ask ada@example.com', '', '', '', ''],
      [`L${at}`, 'SQL', 'Ada Byron', 'ada@example.com', '', '', '', '', ''],
      [`L${at}`, 'SQL', '12 Elm Street', '', '', '', '', '', ''],
    ]).flat(),
  ]);

  test.each(['text', 'json'] as const)('%s', async (format) => {
    const { out, err } = await run({ 'log.csv': text }, { format, minCell: 5 });
    for (const word of [...planted.filter((one) => !one.startsWith('+')), '1234567', 'L19']) {
      expect(`${out}${err}`).not.toContain(word);
    }
  });

  test('a value of few records, or that looks like a person, stands under null', async () => {
    const report = await measured({ 'log.csv': text }, { minCell: 5 });
    expect(report.unknownValues.map(({ value }) => value)).toEqual(['+1 212 555 0134', null]);
    const rare = await measured({ 'log.csv': leads({ Elsewhere: 3, Nurture: 6 }) }, { minCell: 5 });
    expect(rare.unknownValues).toEqual([{ value: null, count: null }]);
  });

  test('errors quote no cell', async () => {
    const { err } = await run({ 'log.csv': 'lead,stage,at\nAda Byron,ada@example.com,2026-04-01T09:00Z\n' });
    for (const word of planted) expect(err).not.toContain(word);
  });
});

describe('small counts', () => {
  test('of 1 to 4 are withheld, and the next smallest beside a lone one', async () => {
    const { stages, moves } = await measured(
      { 'log.csv': leads({ Nurture: 3, Customer: 20, MQL: 9 }) },
      { minCell: 5 },
    );
    const counts = Object.fromEntries(moves.map(({ from, to, count }) => [`${from} ${to}`, count]));
    // Both are rejections of one handoff, whose number is printed: 12.
    expect(counts).toEqual({ 'MQL SQL': 32, 'SQL Customer': 20, 'SQL MQL': null, 'SQL Nurture': null });
    expect(stages[1]?.entered).toBeNull();
    expect(stages[2]).toMatchObject({ entered: 32, left: 32, open: 0 });
  });

  test('a rate over a withheld count is null', async () => {
    const { conversions } = await measured({ 'log.csv': leads({ Nurture: 3 }) }, { minCell: 5 });
    expect(conversions.every(({ rate }) => rate === null)).toBe(true);
  });

  test('--min-cell 1 shows all', async () => {
    const { moves } = await measured({ 'log.csv': leads({ Nurture: 3 }) }, { minCell: 1 });
    expect(moves.find(({ to }) => to === 'Nurture')?.count).toBe(3);
  });

  test('no order depends on them', async () => {
    const order = ({ moves }: ReplayReport) => moves.map(({ from, to }) => `${from} ${to}`);
    const one = await measured({ 'log.csv': leads({ Nurture: 1, Customer: 4 }) }, { minCell: 5 });
    const other = await measured({ 'log.csv': leads({ Nurture: 4, Customer: 1 }) }, { minCell: 5 });
    expect(order(one)).toEqual(order(other));
  });
});

describe('no withheld count follows from the others', () => {
  /** A table with its sums: rows and columns add up, and all of it to one total. */
  function tableOf(rows: readonly (readonly number[])[]): { cells: PrintedCount[]; sums: Sum[] } {
    const body = rows.map((row) => row.map(printedCount));
    const add = (parts: readonly PrintedCount[]): PrintedCount =>
      printedCount(parts.reduce((sum, { value }) => sum + value, 0));
    const across = body.map(add);
    const down = (body[0] ?? []).map((_, at) => add(body.flatMap((row) => row[at] ?? [])));
    const all = add(across);
    const sums: Sum[] = [
      ...body.map((parts, at) => ({ total: across[at] ?? all, parts })),
      ...down.map((total, at) => ({ total, parts: body.flatMap((row) => row[at] ?? []) })),
      { total: all, parts: across },
      { total: all, parts: down },
    ];
    return { cells: [...body.flat(), ...across, ...down, all], sums };
  }

  test('in any table: of every sum the rest is never one cell, nor as many as its cells', () => {
    const row = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 4 }), (rows) => {
        const { cells, sums } = tableOf(rows);
        withhold(cells, sums, 5);
        for (const { value, withheld } of cells) if (value > 0 && value < 5) expect(withheld).toBe(true);
        for (const { value, withheld } of cells) if (value === 0) expect(withheld).toBe(false);
        for (const { total, parts } of sums) {
          const hidden = parts.filter(({ withheld }) => withheld);
          if (total.withheld || hidden.length === 0) continue;
          const rest = hidden.reduce((sum, { value }) => sum + value, 0);
          expect(hidden.length).toBeGreaterThan(1);
          expect(rest).toBeGreaterThan(hidden.length);
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('a value that no stage has', () => {
  test.each([
    ['In the garden', true],
    ['Room 1234', true],
    ['Room 12345', false],
    ['Room １２３４５', false],
    ['٠١٢٣٤ open', false],
    ['ada@example', false],
    ['ada＠example', false],
    ['x'.repeat(40), true],
    ['x'.repeat(41), false],
  ])('"%s" is printed: %s', async (value, shown) => {
    const report = await measured({ 'log.csv': leads({ [value]: 6 }) }, { minCell: 5 });
    expect(report.unknownValues).toEqual([{ value: shown ? value : null, count: 6 }]);
  });

  test('counts records, not visits: one record that comes often is one', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => [
      ['A', 'MQL', `2026-04-0${at + 1}T09:00Z`],
      ['A', 'Secret place', `2026-04-0${at + 1}T10:00Z`],
    ]).flat();
    const report = await measured({ 'log.csv': csv([['lead', 'stage', 'at'], ...rows]) }, { minCell: 5 });
    expect(report.unknownValues).toEqual([{ value: null, count: 9 }]);
  });
});
