import type { Entry } from '../entry.ts';
import type { Fence } from './fence-marks.ts';
import type { Head } from './head.ts';

/** One entry cut out of its file, not yet read: its ID line and the lines below that belong to it. */
export interface Block {
  readonly head: Head;
  readonly form: Entry['form'];
  /** Line of the ID (indices from 0), first line of the body, line past the last. */
  readonly line: number;
  readonly body: number;
  end: number;
  readonly fenced: boolean;
  section: Entry['section'];
  /** For a row: the line of its table's header, -1 without one. */
  readonly header: number;
}

/** What a line is before its entry is read. */
export const LineState = { open: 0, mark: 1, dead: 2, fenced: 3, yaml: 4 } as const;

/** For each line whether it stands in the open, is a fence mark, is code nobody reads, or stands in a readable fence. */
export function lineStates(count: number, fences: readonly Fence[]): Uint8Array {
  const states = new Uint8Array(count);
  for (const fence of fences) {
    const inside = !fence.readable ? LineState.dead : fence.yaml ? LineState.yaml : LineState.fenced;
    states.fill(inside, fence.open + 1, fence.close);
    states[fence.open] = LineState.mark;
    states[fence.close] = LineState.mark;
  }
  return states;
}
