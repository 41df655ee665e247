/** What somebody who knows the terms can tell of withheld counts: bounds drawn from all printed ones, again and again. */

import { expect, test } from 'vitest';
import type { ReplayReport } from '../../src/replay/report.ts';
import { csv, lifecycle, measured } from './team.ts';

const entries = lifecycle.replace(
  'SLA: 2 business hours\n',
  'SLA:\n  Response: AMER: 1 business hour; EMEA: 3 business hours\n  Maximum time in stage: 3 days, 24/7\n',
);

function randomBy(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function log(seed: number): string {
  const random = randomBy(seed);
  const at = (hours: number): string => new Date(Date.UTC(2026, 3, 1, hours)).toISOString();
  const pick = <One>(list: readonly One[]): One => list[random(list.length)] as One;
  const rows = Array.from({ length: 10 + random(60) }, (_, lead) => {
    const segment = pick(['AMER', 'AMER', 'EMEA', 'Moon']);
    const list = [[`L${lead}`, 'Anonymous', at(random(100)), '', segment, '']];
    let hours = 100 + random(100);
    for (let step = 0; step < 1 + random(4); step += 1) {
      const touch = random(3) === 0 ? '' : at(hours + random(5));
      const reason = pick(['', 'no-budget', 'wrong-persona', 'rain']);
      list.push([
        `L${lead}`,
        pick(['MQL', 'SQL', 'MQL', 'Nurture', 'Customer']),
        at(hours),
        touch,
        segment,
        reason,
      ]);
      hours += 1 + random(100);
    }
    return list;
  });
  return csv([['lead', 'stage', 'at', 'touch', 'segment', 'reason'], ...rows.flat()]);
}

/** A printed count, or the name of a withheld one. */
type Term = number | string;
/** The first is the sum of the others. */
type Equation = readonly Term[];

function equationsOf({ stages, moves, rejections }: ReplayReport): readonly Equation[] {
  const equations: Equation[] = [];
  const name = (value: number | null, words: string): Term => value ?? words;
  for (const stage of stages) {
    const of = (key: 'entered' | 'left' | 'open') => name(stage[key], `${stage.stage} ${key}`);
    equations.push([of('entered'), of('left'), of('open')]);
    equations.push([
      of('entered'),
      ...moves
        .filter(({ to }) => to === stage.stage)
        .map(({ from, to, count }) => name(count, `${from} ${to}`)),
    ]);
    for (const clock of stage.clocks.filter(({ measured: is }) => is)) {
      const outcomes = ['met', 'late', 'openInTime', 'openLate', 'untouched', 'unmeasured'] as const;
      for (const one of [clock, ...clock.segments]) {
        const label = `${stage.stage} ${clock.clock} ${'segment' in one ? one.segment : ''}`;
        equations.push(
          (['entered', ...outcomes] as const).map((outcome) => name(one[outcome], `${label} ${outcome}`)),
        );
      }
      equations.push([of('entered'), name(clock.entered, `${stage.stage} ${clock.clock}  entered`)]);
    }
  }
  const rejected = moves.filter(({ from, to }) => from === 'SQL' && (to === 'Nurture' || to === 'MQL'));
  equations.push(
    ['all', ...rejected.map(({ from, to, count }) => name(count, `${from} ${to}`))],
    ['all', ...rejections.map(({ reason, count }) => name(count, `reason ${reason}`))],
  );
  return equations;
}

/** The withheld counts that can have one value only; each is at least 1, for zeros are printed. */
function told(equations: readonly Equation[]): readonly string[] {
  const bounds = new Map<string, [number, number]>();
  for (const term of equations.flat()) if (typeof term === 'string') bounds.set(term, [1, 1e6]);
  bounds.set('all', [0, 1e6]);
  const of = (term: Term): [number, number] =>
    typeof term === 'number' ? [term, term] : (bounds.get(term) ?? [0, 1e6]);
  const narrow = (term: Term, low: number, high: number): boolean => {
    if (typeof term === 'number') return false;
    const [least, most] = of(term);
    if (low <= least && high >= most) return false;
    bounds.set(term, [Math.max(low, least), Math.min(high, most)]);
    return true;
  };
  for (let again = true; again; ) {
    again = false;
    for (const [total = 0, ...parts] of equations) {
      const low = parts.reduce<number>((sum, part) => sum + of(part)[0], 0);
      const high = parts.reduce<number>((sum, part) => sum + of(part)[1], 0);
      again = narrow(total, low, high) || again;
      for (const part of parts) {
        const [least, most] = of(part);
        again = narrow(part, of(total)[0] - (high - most), of(total)[1] - (low - least)) || again;
      }
    }
  }
  return [...bounds].flatMap(([name, [low, high]]) => (low === high && name !== 'all' ? [name] : []));
}

test.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
  'no withheld count can be told: log %i',
  async (seed) => {
    const report = await measured({ 'log.csv': log(seed) }, { entries, minCell: 5 });
    expect(told(equationsOf(report))).toEqual([]);
  },
);

test('the bounds tell a count that is withheld alone', () => {
  expect(
    told([
      [9, 'a', 4, 'b'],
      [7, 'b', 3],
    ]),
  ).toEqual(['a', 'b']);
  expect(told([[2, 'a', 'b']])).toEqual(['a', 'b']);
  expect(told([[9, 'a', 'b']])).toEqual([]);
});
