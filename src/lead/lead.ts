/** The question about one lead, and the answer. */

import type { ClockAt } from './clocks.ts';
import type { Ground } from './reasons.ts';

/** Takes a question that the text, or the one who asks, leaves open. */
export type Ask = (question: string) => void;

/** The question as it was asked; everything but the stage may be left out. */
export interface LeadQuestion {
  readonly stage: string;
  /** `2026-03-13T16:40` in the calendar's zone, or with an offset. */
  readonly at?: string | undefined;
  /** IANA zone that stands in for the calendar's. */
  readonly zone?: string | undefined;
  readonly size?: number | undefined;
  readonly region?: string | undefined;
  readonly source?: string | undefined;
  readonly score?: number | undefined;
  /** A segment of a limit or a routing by its name. */
  readonly segment?: string | undefined;
  readonly reject?: string | undefined;
}

export interface PayloadOf {
  readonly handoff: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string | null;
  readonly touchpointHistory: string | null;
  readonly bestFitSignals: string | null;
  readonly disqualifiers: string | null;
  readonly openQuestions: string | null;
}

/** `mops lead --format json` (SPEC §15). */
export interface Lead {
  readonly stage: string;
  readonly entry: string;
  readonly owner: string | null;
  readonly segment: string | null;
  readonly clocks: readonly ClockAt[];
  /** What comes with the lead into the stage, then what goes on with it. */
  readonly payload: readonly PayloadOf[];
  /** A no in this stage, then a no of those it is handed over to; `in` is the stage where it is said. */
  readonly reject: readonly (Omit<Ground, 'codes'> & { readonly in: string })[];
  readonly next: readonly {
    readonly to: string | null;
    readonly when: string | null;
    readonly handoff: string | null;
  }[];
  /** What the text or the question leaves open. */
  readonly open: readonly string[];
  /** The entries that answer. */
  readonly by: readonly string[];
}
