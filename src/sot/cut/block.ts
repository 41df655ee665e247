import type { Entry } from '../entry.ts';
import type { Fence } from './fence-marks.ts';
import type { FrontMatter } from './front-matter.ts';
import type { EntryHead } from './head.ts';

/** One entry cut out of its file, not yet read: its ID line and the lines below that belong to it. */
export interface EntryBlock {
  head: EntryHead;
  readonly form: Entry['form'];
  /** First line (indices from 0), line of the ID where it is another, first line of the body, line past the last. */
  readonly line: number;
  readonly idLine: number;
  readonly body: number;
  /** The line of the title where it is not the entry's first: that of the heading below front matter. */
  titleLine: number;
  end: number;
  readonly fenced: boolean;
  /** The entry stands in a list or in a quotation. */
  readonly cited: boolean;
  /** Where fields begin on the line of the head itself; null where none do. */
  readonly rest: number | null;
  section: Entry['section'];
  /** For a row: the line of its table's header, -1 without one. */
  readonly header: number;
}

/**
 * A line that begins with an ID of the lifecycle, or says that it is a stage or a handoff, and opens no entry. It is
 * a mention where another place defines the ID, a link of a table of contents, or an entry that cannot be read.
 */
export interface UnclaimedLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The ID that is meant; null where there is none. */
  readonly id: string | null;
  /** `link`: in a link or an index. `words`: the ID begins a sentence. `entry`: it looks like the head of an entry. */
  readonly looks: 'link' | 'words' | 'entry';
}

/** What a line is before its entry is read. */
export const LineState = { open: 0, mark: 1, dead: 2, fenced: 3, yaml: 4 } as const;

/** A table in HTML: its lines (from 0, both ends included) and offsets. */
export interface HtmlTable {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** For each line whether it stands in the open, is a fence mark, is code nobody reads, or stands in a readable fence. */
export function lineStates(
  count: number,
  fences: readonly Fence[],
  tables: readonly HtmlTable[] = [],
  matter: FrontMatter | null = null,
): Uint8Array {
  const states = new Uint8Array(count);
  if (matter !== null) states.fill(LineState.yaml, matter.first, matter.end);
  for (const fence of fences) {
    const inside = !fence.readable ? LineState.dead : fence.yaml ? LineState.yaml : LineState.fenced;
    states.fill(inside, fence.open + 1, fence.close);
    states[fence.open] = LineState.mark;
    states[fence.close] = LineState.mark;
  }
  for (const { from, to } of tables) states.fill(LineState.dead, from, to + 1);
  return states;
}
