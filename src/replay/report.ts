/** The figures of a replay as they are printed: `mops replay --format json` (SPEC §14). Withheld numbers are null. */

import type { ClockKind } from '../lead/clocks.ts';

export interface Outcomes {
  readonly entered: number | null;
  readonly met: number | null;
  readonly late: number | null;
  readonly openInTime: number | null;
  readonly openLate: number | null;
  readonly untouched: number | null;
  /** Visits without a limit, or with dates for times; in none of the others. */
  readonly unmeasured: number | null;
  /** met ÷ (met + late + openLate), 0 to 1. */
  readonly attainment: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly unit: 'business minutes' | 'minutes' | null;
}

export interface ClockFigures extends Outcomes {
  readonly clock: ClockKind;
  /** As written. */
  readonly limit: string;
  /** Share of visits the limit names, 0 to 1; null where it names none. */
  readonly target: number | null;
  readonly measured: boolean;
  readonly why: string | null;
  readonly segments: readonly (Outcomes & { readonly segment: string })[];
}

export interface ReplayReport {
  readonly version: 1;
  readonly layout: string;
  readonly rows: number;
  readonly records: number;
  /** First and last instant of the log. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** What the history cannot show, and what is withheld. */
  readonly notes: readonly string[];
  readonly stages: readonly {
    readonly stage: string;
    readonly entry: string;
    readonly entered: number | null;
    readonly left: number | null;
    readonly open: number | null;
    readonly clocks: readonly ClockFigures[];
  }[];
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number | null;
    readonly known: boolean;
    readonly entry: string | null;
  }[];
  readonly unknownValues: readonly { readonly value: string | null; readonly count: number | null }[];
  readonly conversions: readonly {
    readonly from: string;
    readonly to: string;
    readonly rate: number | null;
    readonly of: number | null;
    readonly target: number | null;
    readonly kpi: string;
  }[];
  readonly loops: readonly {
    readonly from: string;
    readonly to: string;
    readonly limit: number;
    readonly count: number | null;
    readonly entry: string;
  }[];
  readonly stuck: readonly {
    readonly stage: string;
    readonly limit: string;
    readonly count: number | null;
    readonly entry: string;
  }[];
  readonly rejections: readonly {
    readonly handoff: string;
    readonly reason: string | null;
    readonly count: number | null;
    /** Null where the export has no reasons. */
    readonly known: boolean | null;
  }[];
  readonly unread: readonly { readonly why: string; readonly count: number; readonly line: number }[];
}
