/** Counts → figures: what is withheld, what follows from it, in an order that no count decides. */

import type { Model } from '../lifecycle/model.ts';
import { type ClockCells, clockFigures, countCells, outcomes, roundTo } from './clock-figures.ts';
import type { ReplayReport } from './report.ts';
import { byText, conversionCells, loopCells, rejectionCells, unknownCells } from './rows.ts';
import type { StageCount, Tally } from './tally.ts';
import type { KnownWays } from './ways.ts';
import { jointCount, type PrintedCount, printedCount, type Sum, shown, withhold } from './withhold.ts';

interface StageCells {
  readonly count: StageCount;
  readonly entered: PrintedCount;
  readonly left: PrintedCount;
  readonly open: PrintedCount;
  readonly clocks: readonly ClockCells[];
}

export interface FiguresQuestion {
  readonly model: Model;
  readonly tally: Tally;
  readonly ways: KnownWays;
  /** Counts below it are withheld. */
  readonly least: number;
  /** Whether the log has a column of touches, of reasons, of segments. */
  readonly touches: boolean;
  readonly reasons: boolean;
  readonly segments: boolean;
}

type Figures = Pick<
  ReplayReport,
  'stages' | 'moves' | 'unknownValues' | 'conversions' | 'loops' | 'stuck' | 'rejections'
>;

/** All figures of a tally. */
export function figuresOf(question: FiguresQuestion): Figures {
  const { tally, model, ways, least } = question;
  const cells: PrintedCount[] = [];
  const sums: Sum[] = [];
  const make = (value: number): PrintedCount => {
    const made = printedCount(value);
    cells.push(made);
    return made;
  };
  const stages = [...tally.stages.values()].map((count) => stageCells(count, make, sums));
  const moves = [...tally.moves.values()]
    .map((move) => ({ ...move, cell: make(move.seen.count) }))
    .toSorted((a, b) => byText(a.from.name, b.from.name) || byText(a.to.name, b.to.name));
  for (const { count, entered } of stages) {
    sums.push({
      total: entered,
      parts: moves.filter(({ to }) => to.name === count.stage.name).map((one) => one.cell),
    });
  }
  const rejections = rejectionCells(question, make);
  for (const rejecting of ways.rejecting) {
    const reasons = rejections.filter((one) => one.handoff === rejecting.handoff.id).map((one) => one.cell);
    const places = moves
      .filter(({ from, to }) => ways.rejectionOf(from, to, null) === rejecting)
      .map((one) => one.cell);
    const all = jointCount(reasons.reduce((sum, { value }) => sum + value, 0));
    sums.push({ total: all, parts: reasons }, { total: all, parts: places });
  }
  const unknown = unknownCells(question, make);
  const loops = ways.rejecting.flatMap((rejecting) =>
    rejecting.limit === null ? [] : loopCells(rejecting, rejecting.limit, tally, make),
  );
  const conversions = conversionCells(model, stages, moves, make, sums);
  withhold(cells, sums, least);
  return {
    stages: stages.map((one) => ({
      stage: one.count.stage.name,
      entry: one.count.stage.id,
      entered: shown(one.entered),
      left: shown(one.left),
      open: shown(one.open),
      clocks: one.clocks.map((clock) => clockFigures(clock, question)),
    })),
    moves: moves.map(({ from, to, cell: count }) => {
      const entry = ways.entryOf(from, to);
      return { from: from.name, to: to.name, count: shown(count), known: entry !== null, entry };
    }),
    unknownValues: unknown.map(({ value, cell: count }) => ({ value, count: shown(count) })),
    conversions: conversions.map(({ from, to, of, converted, rest, move, target, kpi }) => {
      const told =
        of !== null && !of.withheld && !converted.withheld && !rest.withheld && move?.withheld !== true;
      const rate = told && of.value > 0 ? roundTo(converted.value / of.value, 4) : null;
      return { from, to, rate, of: of === null ? null : shown(of), target, kpi };
    }),
    loops: loops.map(({ cell: count, ...loop }) => ({ ...loop, count: shown(count) })),
    stuck: stages.flatMap(({ count, clocks }) =>
      clocks
        .filter(({ clock }) => clock.limits.kind === 'maximum')
        .map(({ clock, total }) => ({
          stage: count.stage.name,
          limit: clock.limits.raw,
          count: shown(total.openLate),
          entry: count.stage.id,
        })),
    ),
    rejections: rejections.map(({ cell: count, handoff, reason, known }) => ({
      handoff,
      reason,
      count: shown(count),
      known: question.reasons ? known : null,
    })),
  };
}

function stageCells(count: StageCount, make: (value: number) => PrintedCount, sums: Sum[]): StageCells {
  const [entered, left, open] = [make(count.entered), make(count.left), make(count.open)];
  sums.push({ total: entered, parts: [left, open] });
  const clocks = count.clocks.map((clock): ClockCells => {
    const total = countCells(clock.total, make, sums);
    sums.push({ total: entered, parts: [total.entered] });
    const byAnswer = clock.limits.kind !== 'response';
    if (byAnswer)
      sums.push(
        { total: left, parts: [total.met, total.late] },
        { total: open, parts: [total.openInTime, total.openLate] },
      );
    const segments = new Map([...clock.segments].map(([name, one]) => [name, countCells(one, make, sums)]));
    for (const outcome of ['entered', ...outcomes] as const) {
      const parts = [...segments.values()].map((one) => one[outcome]);
      if (parts.length === 0) continue;
      // Leads of no known segment are in the total alone; nobody is told how many.
      const rest = make(total[outcome].value - parts.reduce((sum, { value }) => sum + value, 0));
      sums.push({ total: total[outcome], parts: rest.value === 0 ? parts : [...parts, rest] });
    }
    return { clock, total, segments };
  });
  return { count, entered, left, open, clocks };
}
