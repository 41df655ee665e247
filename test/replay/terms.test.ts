/** The terms of a report, each on a log that can be counted by hand. */

import { describe, expect, test } from 'vitest';
import type { ReplayReport } from '../../src/replay/report.ts';
import { csv, lifecycle, measured, run } from './team.ts';

/** Rows of `lead stage day time [touch day time] [reason]`, in April 2026, New York. */
function log(...rows: readonly string[]): string {
  const at = (day: string, time: string): string => `2026-04-${day}T${time}:00-04:00`;
  return csv([
    ['lead', 'stage', 'at', 'touch', 'reason'],
    ...rows.map((row) => {
      const [lead = '', stage = '', day = '', time = '', touchDay = '-', touchTime = '', reason = ''] =
        row.split(' ');
      const touch = touchDay === '-' ? '' : at(touchDay, touchTime);
      return [lead, stage === '-' ? '' : stage, at(day, time), touch, reason];
    }),
  ]);
}

const response = ({ stages }: ReplayReport, name: string) =>
  stages.find(({ stage }) => stage === name)?.clocks.find(({ clock }) => clock === 'response');

describe('the first touch', () => {
  test.each([
    ['in the row that opens the visit', ['A MQL 01 10:00 01 11:30'], { met: 1, p50: 90 }],
    ['a row of its own', ['A MQL 01 10:00', 'A - 01 11:00 01 11:00'], { met: 1, p50: 60 }],
    ['the earlier of both counts', ['A MQL 01 10:00 01 12:30', 'A - 01 11:00 01 11:00'], { met: 1, p50: 60 }],
    ['at the very moment of entering', ['A MQL 01 10:00 01 10:00'], { met: 1, p50: 0 }],
    ['one before entering is none', ['A - 01 09:30 01 09:30', 'A MQL 01 10:00'], { met: 0, late: 0 }],
    ['one that comes late is late', ['A MQL 01 10:00 01 12:01'], { late: 1, p50: 121 }],
    ['at the very limit it is in time', ['A MQL 01 10:00 01 12:00'], { met: 1, p50: 120 }],
    ['one after leaving is none', ['A MQL 01 10:00 01 13:00', 'A SQL 01 12:00'], { untouched: 1, late: 0 }],
    ['one at the moment of leaving is none', ['A MQL 01 10:00 01 11:00', 'A SQL 01 11:00'], { untouched: 1 }],
    [
      'a visit left without one is untouched, never met',
      ['A MQL 01 10:00', 'A SQL 01 10:01'],
      { untouched: 1, met: 0 },
    ],
    [
      'a touch with a stage that does not change',
      ['A MQL 01 10:00', 'A MQL 01 11:00 01 11:00'],
      { met: 1, p50: 60 },
    ],
  ])('%s', async (_name, rows, figures) => {
    const report = await measured({ 'log.csv': log('A Anonymous 01 09:00', ...rows) });
    expect(response(report, 'MQL')).toMatchObject({ entered: 1, ...figures });
  });
});

describe('open visits and the end of the observation', () => {
  const open = (...rows: readonly string[]) =>
    measured({ 'log.csv': log('A Anonymous 01 09:00', 'A MQL 01 10:00', ...rows) });

  test('without another row the log ends as the lead comes in', async () => {
    expect(response(await open(), 'MQL')).toMatchObject({ openInTime: 1, openLate: 0, attainment: null });
  });

  test('any row of another lead moves the end', async () => {
    expect(response(await open('B Anonymous 01 12:00'), 'MQL')).toMatchObject({ openInTime: 1 });
    expect(response(await open('B Anonymous 01 12:01'), 'MQL')).toMatchObject({ openLate: 1, attainment: 0 });
  });

  test('a row that changes another field moves it too', async () => {
    const text = csv([
      ['LeadId', 'CreatedDate', 'Field', 'OldValue', 'NewValue'],
      ['A', '2026-04-01T09:00Z', 'Status', 'Anonymous', 'MQL'],
      ['B', '2026-04-09T09:00Z', 'Owner', 'x', 'y'],
    ]);
    expect((await measured({ 'log.csv': text })).to).toBe('2026-04-09T05:00:00-04:00');
  });
});

describe('shares and percentiles', () => {
  const leads = (minutes: readonly number[], untouched: number, still: number) =>
    log(
      ...[...minutes, ...Array(untouched + still).fill(null)].flatMap((took: number | null, at) => [
        `L${at} Anonymous 01 09:00`,
        `L${at} MQL 01 09:00${took === null ? '' : ` 01 ${String(9 + Math.floor(took / 60)).padStart(2, '0')}:${String(took % 60).padStart(2, '0')}`}`,
        ...(took === null && at < minutes.length + untouched ? [`L${at} SQL 01 09:30`] : []),
      ]),
      'Z Anonymous 02 09:00',
    );

  test('attainment is met ÷ (met + late + open and late); untouched ones are in none of it', async () => {
    const report = await measured({ 'log.csv': leads([10, 20, 30, 121, 200], 2, 1) });
    expect(response(report, 'MQL')).toMatchObject({
      ...{ entered: 8, met: 3, late: 2, openInTime: 0, openLate: 1, untouched: 2, attainment: 0.5 },
    });
  });

  test('p50 and p90 are the nearest rank over those answered', async () => {
    const report = await measured({ 'log.csv': leads([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3, 0) });
    expect(response(report, 'MQL')).toMatchObject({ p50: 5, p90: 9, unit: 'business minutes' });
  });

  test('entered is the sum of what came of it', async () => {
    const report = await measured({ 'log.csv': leads([10, 121, 130], 4, 5) });
    const clock = response(report, 'MQL');
    const { met, late, openInTime, openLate, untouched } = clock ?? {};
    expect([met, late, openInTime, openLate, untouched]).toEqual([1, 2, 0, 5, 4]);
    expect(clock?.entered).toBe(12);
  });
});

describe('clocks that need no touch', () => {
  const entries = lifecycle.replace(
    'SLA: 2 business hours\n',
    'SLA:\n  Response: 2 business hours\n  Acceptance: 4 business hours\n  Maximum time in stage: 3 days, 24/7\n',
  );
  const figures = async (...rows: readonly string[]) => {
    const text = log('A Anonymous 01 09:00', ...rows).replaceAll(',touch,', ',other,');
    const report = await measured({ 'log.csv': text }, { entries });
    return { report, clocks: report.stages[1]?.clocks ?? [] };
  };

  test('leaving a stage is no first touch, and it does stop the acceptance and the longest stay', async () => {
    const { clocks } = await figures('A MQL 01 10:00', 'A SQL 01 13:00');
    expect(clocks).toMatchObject([
      {
        clock: 'response',
        measured: false,
        met: null,
        why: expect.stringContaining('leaving a stage is none'),
      },
      { clock: 'acceptance', measured: true, met: 1, p50: 180, unit: 'business minutes', untouched: 0 },
      { clock: 'maximum', measured: true, met: 1, p50: 180, unit: 'minutes', untouched: 0 },
    ]);
  });

  test('stuck are open visits past the maximum, held against the entry', async () => {
    const { report } = await figures('A MQL 01 10:00', 'B Anonymous 04 10:01', 'B MQL 04 10:01');
    expect(report.stuck).toEqual([{ stage: 'MQL', limit: '3 days, 24/7', count: 1, entry: 'BR-MOPS-002' }]);
  });

  test('dates without times measure no hours, and the moves still count', async () => {
    const text = csv([
      ['lead', 'stage', 'at'],
      ['A', 'Anonymous', '2026-04-01'],
      ['A', 'MQL', '2026-04-02'],
      ['A', 'SQL', '2026-04-05'],
    ]);
    const { stages, moves } = await measured({ 'log.csv': text }, { entries });
    expect(stages[1]).toMatchObject({ entered: 1, left: 1 });
    expect(stages[1]?.clocks.map(({ measured: is }) => is)).toEqual([false, false, false]);
    expect(moves).toHaveLength(2);
  });
});

describe('conversions, returns and rejections', () => {
  test('the rate is that of visits whose next stage was the other, of those that entered', async () => {
    const report = await measured({
      'log.csv': log(
        ...['A', 'B', 'C', 'D'].flatMap((lead) => [`${lead} Anonymous 01 09:00`, `${lead} MQL 01 10:00`]),
        'A SQL 02 09:00',
        'B Nurture 02 09:00',
        'B SQL 03 09:00',
        'E MQL 01 09:00',
        'E SQL 02 09:00',
      ),
    });
    // B went another way first; E was found in MQL.
    expect(report.conversions).toEqual([
      { from: 'MQL', to: 'SQL', rate: 0.25, of: 4, target: 0.5, kpi: 'KPI-101' },
    ]);
  });

  test('a lead that skips a stage, and one that goes back, are moves that no rule knows', async () => {
    const report = await measured({
      'log.csv': log('A Anonymous 01 09:00', 'A SQL 01 10:00', 'A Customer 02 09:00', 'A Anonymous 03 09:00'),
    });
    expect(report.moves.filter(({ known }) => !known).map(({ from, to }) => `${from} ${to}`)).toEqual([
      'Anonymous SQL',
      'Customer Anonymous',
    ]);
  });

  test('records over the limit of a handoff count once, however often they return', async () => {
    const round = (lead: string, times: number) =>
      Array.from({ length: times }, (_, at) => [
        `${lead} SQL 0${at + 1} 10:00`,
        `${lead} MQL 0${at + 1} 15:00 - - wrong-persona`,
      ]).flat();
    const report = await measured({
      'log.csv': log('A MQL 01 09:00', ...round('A', 4), 'B MQL 01 09:00', ...round('B', 1)),
    });
    expect(report.loops.find(({ to }) => to === 'MQL')).toMatchObject({ limit: 1, count: 1 });
    expect(report.rejections).toEqual([
      { handoff: 'GTM-MOPS-002', reason: 'wrong-persona', count: 5, known: true },
    ]);
  });

  test('without a column of reasons nothing is said to be known or unknown', async () => {
    const text = csv([
      ['lead', 'stage', 'at'],
      ['A', 'SQL', '2026-04-01T09:00Z'],
      ['A', 'Nurture', '2026-04-02T09:00Z'],
    ]);
    expect((await measured({ 'log.csv': text })).rejections).toEqual([
      { handoff: 'GTM-MOPS-002', reason: null, count: 1, known: null },
    ]);
  });
});

describe('what the history cannot show is said before any figure', () => {
  test.each([
    ['it begins with its first row', {}, 'The history begins with its first row'],
    ['no touches', {}, 'No column holds a first touch'],
    ['no reasons', {}, 'No column holds reasons'],
    ['no segments', {}, 'No column holds a segment'],
    ['small counts', { minCell: 5 }, 'Counts of 1 to 4 are withheld'],
  ])('%s', async (_name, asked, words) => {
    const text = csv([
      ['lead', 'stage', 'at'],
      ['A', 'SQL', '2026-04-01T09:00Z'],
      ['A', 'Nurture', '2026-04-02T09:00Z'],
    ]);
    const { out } = await run({ 'log.csv': text }, { ...asked, format: 'text' });
    expect(out.slice(0, out.indexOf('\n\n'))).toContain(words);
  });

  test('old values that are not where the record was: the visit before is not counted', async () => {
    const text = csv([
      ['LeadId', 'CreatedDate', 'Field', 'OldValue', 'NewValue'],
      ['A', '2026-04-01T09:00Z', 'Status', 'Anonymous', 'MQL'],
      ['A', '2026-04-02T09:00Z', 'Status', 'SQL', 'Customer'],
    ]);
    const report = await measured({ 'log.csv': text });
    expect(report.notes.join(' ')).toContain('changes are missing');
    expect(report.stages.map(({ entered }) => entered)).toEqual([0, 0, 0, 1]);
  });
});

test('day and month are read where one date settles it, and the touches decide with it', async () => {
  const text = csv([
    ['lead', 'stage', 'at', 'touch'],
    ['A', 'Anonymous', '01/04/2026 09:00', ''],
    ['A', 'MQL', '02/04/2026 09:00', '13/04/2026 09:00'],
  ]);
  const report = await measured({ 'log.csv': text }, { zone: 'America/New_York' });
  expect([report.from, report.to]).toEqual(['2026-04-01T09:00:00-04:00', '2026-04-13T09:00:00-04:00']);
});

test('an offset in the cell wins over --zone', async () => {
  const text = 'lead,stage,at\nA,Anonymous,2026-04-01T09:00+02:00\nA,MQL,2026-04-01T09:00\n';
  const report = await measured({ 'log.csv': text }, { zone: 'America/New_York' });
  expect([report.from, report.to]).toEqual(['2026-04-01T03:00:00-04:00', '2026-04-01T09:00:00-04:00']);
});

test('replay.zone stands in for --zone', async () => {
  const text = 'lead,stage,at\nA,Anonymous,2026-04-01 09:00\nA,MQL,2026-04-02 09:00\n';
  const report = await measured({ 'log.csv': text }, { config: 'replay: {zone: Europe/Berlin}\n' });
  expect(report).toMatchObject({ from: '2026-04-01T09:00:00+02:00', zone: 'Europe/Berlin' });
});
