import { describe, expect, test } from 'vitest';
import { rank, slowly } from './brute.ts';
import {
  asEvents,
  asHubspot,
  asHubspotExport,
  asPipedrive,
  asSalesforce,
  lifecycle,
  type Move,
  measured,
} from './team.ts';

const minute = 60_000;

/** A log of many leads; every instant is a whole minute. */
function made(leads: number, loops: boolean): Move[] {
  let state = 42;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const moves: Move[] = [];
  const ways: Record<string, readonly string[]> = {
    Anonymous: ['MQL'],
    MQL: ['SQL', 'SQL', 'Nurture', 'Customer'],
    SQL: loops ? ['Customer', 'MQL', 'Nurture'] : ['Customer', 'Nurture'],
    Nurture: loops ? ['MQL'] : [],
    Customer: [],
  };
  for (let lead = 0; lead < leads; lead += 1) {
    // From before the clocks change in March to behind the holiday in May.
    let at = Date.UTC(2026, 1, 20) + random(100 * 1440) * minute;
    let stage = 'Anonymous';
    moves.push({ lead: `L${lead}`, at, from: null, to: stage });
    for (let step = 0; step < 6 && random(8) > 0; step += 1) {
      const next = ways[stage] ?? [];
      const to = next[random(next.length)];
      if (to === undefined) break;
      at += (1 + random(4000)) * minute;
      const touch = random(5) === 0 ? {} : { touch: at + random(500) * minute };
      const reason =
        stage === 'SQL' && to !== 'Customer'
          ? { reason: ['no-budget', 'Wrong-Persona', 'weather'][random(3)] ?? '' }
          : {};
      moves.push({ lead: `L${lead}`, at, from: stage, to, ...touch, ...reason });
      stage = to;
    }
  }
  return moves;
}

describe('a brute-force walk agrees on 1,000 records', () => {
  const moves = made(1000, true);
  test.each([
    ['MQL', { minutes: 120, business: true }],
    ['SQL', { minutes: 240, business: false }],
    ['Customer', { minutes: 480, business: true }],
  ])('%s', async (name, limit) => {
    const { stages } = await measured({ 'log.csv': asEvents(moves) });
    const { took, ...counts } = slowly(moves, name, limit);
    const stage = stages.find((one) => one.stage === name);
    expect(stage?.clocks[0]).toMatchObject({
      ...counts,
      measured: true,
      p50: rank(took, 0.5),
      p90: rank(took, 0.9),
      unit: limit.business ? 'business minutes' : 'minutes',
    });
    expect(counts.met).toBeGreaterThan(10);
    expect(counts.openLate).toBeGreaterThan(0);
  });

  test('on a calendar with a name, across its own clock change and holidays', async () => {
    const team = { zone: 'Europe/London', holidays: ['2026-04-03', '2026-04-06', '2026-05-04'] };
    const config = `calendars: {EMEA: {zone: Europe/London, holidays: [${team.holidays}]}}\n`;
    const entries = lifecycle
      .replace('SLA: 2 business hours', 'SLA: 2 business hours (EMEA calendar)')
      .replace('SLA: 4 hours, 24/7', 'SLA: same business day (EMEA calendar)');
    const { stages } = await measured({ 'log.csv': asEvents(moves) }, { config, entries });
    const { took, ...counts } = slowly(moves, 'MQL', { minutes: 120, business: true, team });
    const usual = slowly(moves, 'MQL', { minutes: 120, business: true });
    expect(stages[1]?.clocks[0]).toMatchObject({ ...counts, p50: rank(took, 0.5), p90: rank(took, 0.9) });
    expect(counts.met).not.toBe(usual.met);
    expect(stages[2]?.clocks[0]).toMatchObject({ measured: true, unit: 'business minutes' });
  });

  test('in any order of the rows', async () => {
    const [head = '', ...rows] = asEvents(moves).trimEnd().split('\r\n');
    const shuffled = rows.toSorted((a, b) => (a.slice(5) < b.slice(5) ? -1 : 1));
    const figures = await measured({ 'log.csv': `${[head, ...shuffled].join('\n')}\n` });
    expect(figures.stages).toEqual((await measured({ 'log.csv': asEvents(moves) })).stages);
  });
});

describe('one log in every layout', () => {
  const once = made(300, false);
  const shown = async (text: string, layout: string) => {
    const report = await measured({ 'log.csv': text });
    expect(report.layout).toBe(layout);
    return {
      moves: report.moves,
      conversions: report.conversions,
      stages: report.stages.map(({ stage, entered, left, open }) => ({ stage, entered, left, open })),
      loops: report.loops,
    };
  };

  test('shows the same moves and stages', async () => {
    const events = await shown(asEvents(once), 'events');
    expect(await shown(asSalesforce(once), 'salesforce-history')).toEqual(events);
    expect(await shown(asHubspot(once), 'hubspot-history')).toEqual(events);
    expect(await shown(asPipedrive(once), 'pipedrive-changes')).toEqual(events);
    expect(await shown(asHubspotExport(once), 'hubspot-export')).toEqual(events);
  });

  test('a layout without touches measures no response, and says why', async () => {
    const report = await measured({ 'log.csv': asHubspot(once) });
    const clocks = report.stages.flatMap((stage) => stage.clocks);
    expect(clocks.map(({ measured: is }) => is)).toEqual([false, false, false]);
    expect(clocks[0]?.why).toContain('leaving a stage is none');
    expect(clocks[0]?.met).toBeNull();
  });
});

describe('a few leads, counted by hand', () => {
  const at = (text: string): number => Date.parse(`${text}:00-04:00`);
  const a: Move = { lead: 'A', at: at('2026-04-01T09:00'), from: null, to: 'MQL' };
  const hand: Move[] = [
    a,
    { lead: 'A', at: at('2026-04-02T09:00'), from: 'MQL', to: 'SQL' },
    { lead: 'A', at: at('2026-04-03T09:00'), from: 'SQL', to: 'MQL', reason: 'wrong-persona' },
    { lead: 'A', at: at('2026-04-06T09:00'), from: 'MQL', to: 'SQL' },
    { lead: 'A', at: at('2026-04-07T09:00'), from: 'SQL', to: 'MQL', reason: 'WRONG-PERSONA' },
    { lead: 'B', at: at('2026-04-01T09:00'), from: null, to: 'SQL' },
    { lead: 'B', at: at('2026-04-02T09:00'), from: 'SQL', to: 'Nurture', reason: 'rain' },
    { lead: 'B', at: at('2026-04-20T09:00'), from: 'Nurture', to: 'MQL' },
    { lead: 'C', at: at('2026-04-01T09:00'), from: null, to: 'MQL' },
    { lead: 'C', at: at('2026-04-02T09:00'), from: 'MQL', to: 'Somewhere' },
    { lead: 'C', at: at('2026-04-03T09:00'), from: 'Somewhere', to: 'Customer' },
  ];

  test('where a lead was found is not entered; the way round over its limit counts once', async () => {
    const report = await measured({ 'log.csv': asEvents(hand) });
    expect(report.records).toBe(3);
    expect(report.stages.map(({ stage, entered, left, open }) => [stage, entered, left, open])).toEqual([
      ['Anonymous', 0, 0, 0],
      ['MQL', 3, 1, 2],
      ['SQL', 2, 2, 0],
      ['Customer', 1, 0, 1],
    ]);
    expect(report.loops.find(({ to }) => to === 'MQL')).toEqual({
      from: 'SQL',
      to: 'MQL',
      limit: 1,
      count: 1,
      entry: 'GTM-MOPS-002',
    });
    expect(report.unknownValues).toEqual([{ value: 'Somewhere', count: 1 }]);
  });

  test('moves the rules know, with the entry: forward, rejected, back by re-engagement', async () => {
    const { moves } = await measured({ 'log.csv': asEvents(hand) });
    expect(moves).toEqual([
      { from: 'MQL', to: 'SQL', count: 2, known: true, entry: 'BR-MOPS-002' },
      { from: 'Nurture', to: 'MQL', count: 1, known: true, entry: 'GTM-MOPS-002' },
      { from: 'SQL', to: 'MQL', count: 2, known: true, entry: 'GTM-MOPS-002' },
      { from: 'SQL', to: 'Nurture', count: 1, known: true, entry: 'GTM-MOPS-002' },
    ]);
  });

  test('reasons match without case; one nobody knows is shown as it is, from enough records on', async () => {
    const { rejections } = await measured({ 'log.csv': asEvents(hand) });
    expect(rejections).toEqual([
      { handoff: 'GTM-MOPS-002', reason: 'rain', count: 1, known: false },
      { handoff: 'GTM-MOPS-002', reason: 'wrong-persona', count: 2, known: true },
    ]);
  });

  test('the first old value is where a lead was found, and the row is a move', async () => {
    const { stages } = await measured({
      'log.csv': asSalesforce([{ ...a, from: 'Anonymous' }]),
    });
    expect(stages[1]).toMatchObject({ stage: 'MQL', entered: 1, open: 1 });
  });

  test('a touch may be a row of its own', async () => {
    const text = `lead,stage,at,touch
A,Anonymous,2026-04-01T09:00:00-04:00,
A,MQL,2026-04-01T10:00:00-04:00,
A,,2026-04-01T11:30:00-04:00,2026-04-01T11:30:00-04:00
`;
    const { stages } = await measured({ 'log.csv': text });
    expect(stages[1]?.clocks[0]).toMatchObject({ met: 1, p50: 90, attainment: 1 });
  });
});
