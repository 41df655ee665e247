/** One clock's figures: counts as cells, shares and percentiles that stand on them, and why there are none. */

import type { ClockFigures, Outcomes } from './report.ts';
import { type ClockCount, Count } from './tally.ts';
import { type PrintedCount, type Sum, shown } from './withhold.ts';

export const outcomes = ['met', 'late', 'openInTime', 'openLate', 'untouched', 'unmeasured'] as const;

export type Cells = { readonly [name in 'entered' | (typeof outcomes)[number]]: PrintedCount };

export interface ClockCells {
  readonly clock: ClockCount;
  readonly total: Cells;
  readonly segments: ReadonlyMap<string, Cells>;
}

/** What the export can show of clocks. */
export interface Shows {
  readonly touches: boolean;
  readonly segments: boolean;
}

/** A count's cells, which add up. */
export function countCells(count: Count, make: (value: number) => PrintedCount, sums: Sum[]): Cells {
  const cells = {
    entered: make(count.entered),
    met: make(count.met),
    late: make(count.late),
    openInTime: make(count.openInTime),
    openLate: make(count.openLate),
    untouched: make(count.untouched),
    unmeasured: make(count.unmeasured),
  };
  sums.push({ total: cells.entered, parts: outcomes.map((name) => cells[name]) });
  return cells;
}

/** Why a clock is not measured; null where it is. Never with a number or a cell in it. */
function whyNot({ limits, total }: ClockCount, question: Shows): string | null {
  if (limits.kind === 'response' && !question.touches)
    return 'The export has no first touch, and leaving a stage is none. Map a column with replay.columns.touch.';
  if (limits.segments.length > 0 && !question.segments)
    return 'The limit goes by segment, and the export has no segment. Map a column with replay.columns.segment.';
  if (total.entered > 0 && total.unmeasured === total.entered)
    return total.dated > 0
      ? 'The export has dates without times, which measure no hours.'
      : 'No due time can be computed: check the limit, and zone and hours of calendar in mops.config.yml.';
  return null;
}

/** The figures of one clock. */
export function clockFigures({ clock, total, segments }: ClockCells, question: Shows): ClockFigures {
  const { limits } = clock;
  const why = whyNot(clock, question);
  const base = { clock: limits.kind, limit: limits.raw, target: limits.target, measured: why === null, why };
  if (why !== null) {
    return { ...base, ...unmeasuredOutcomes, segments: [] };
  }
  return {
    ...base,
    ...outcomesOf(total, clock.total),
    segments: [...segments].map(([segment, cells]) => ({
      segment,
      ...outcomesOf(cells, clock.segments.get(segment) ?? new Count()),
    })),
  };
}

const unmeasuredOutcomes: Outcomes = {
  entered: null,
  met: null,
  late: null,
  openInTime: null,
  openLate: null,
  untouched: null,
  unmeasured: null,
  attainment: null,
  p50: null,
  p90: null,
  unit: null,
};

/** Figures of one clock; a share or percentile that stands on a withheld count is null. */
function outcomesOf(cells: Cells, { elapsed, units }: Count): Outcomes {
  const { met, late, openLate } = cells;
  const judged = met.value + late.value + openLate.value;
  const told = !met.withheld && !late.withheld;
  const { 'business minutes': business, minutes } = elapsed;
  const mixed = units.size > 1;
  const answered = (business.length > 0 ? business : minutes).toSorted((a, b) => a - b);
  const percentile = (share: number): number | null =>
    told && !mixed && answered.length > 0
      ? roundTo(answered[Math.max(0, Math.ceil(share * answered.length) - 1)] ?? 0, 2)
      : null;
  return {
    entered: shown(cells.entered),
    met: shown(met),
    late: shown(late),
    openInTime: shown(cells.openInTime),
    openLate: shown(openLate),
    untouched: shown(cells.untouched),
    unmeasured: shown(cells.unmeasured),
    attainment: told && !openLate.withheld && judged > 0 ? roundTo(met.value / judged, 4) : null,
    p50: percentile(0.5),
    p90: percentile(0.9),
    unit: mixed ? null : ([...units][0] ?? null),
  };
}

/** A number with a few digits behind the point. */
export function roundTo(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
