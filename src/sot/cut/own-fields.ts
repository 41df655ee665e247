import { LineState, type UnclaimedLine } from './block.ts';
import type { BlockList } from './block-list.ts';
import { isLifecycle } from './claim.ts';
import type { EntryHead } from './head.ts';
import type { IdsAhead } from './ids-ahead.ts';
import { idField, typeField } from './own-heading.ts';

/** Entries under a team's own heading, which say who they are in a field below it. */
export class OwnFields {
  /** The last heading that opened no entry: a team's own, whose ID may stand in a field below it. */
  heading: {
    readonly line: number;
    readonly level: number;
    readonly start: number;
    readonly end: number;
  } | null = null;
  private readonly text: string;
  private readonly mops: boolean;
  private readonly ids: IdsAhead;
  private readonly entries: BlockList;
  private readonly unclaimed: UnclaimedLine[];

  /** @param mops the file speaks of MOPS: pages of a handbook that do not hold no ID of the lifecycle */
  constructor(text: string, mops: boolean, ids: IdsAhead, entries: BlockList, unclaimed: UnclaimedLine[]) {
    this.text = text;
    this.mops = mops;
    this.ids = ids;
    this.entries = entries;
    this.unclaimed = unclaimed;
  }

  /** An ID in a field below a team's own heading; a type that no entry above may have taken as its own. */
  take(line: number, start: number, end: number, state: number): void {
    if (state !== LineState.open && state !== LineState.fenced && state !== LineState.yaml) return;
    const own = this.mops && this.ids.within(start, end) ? idField(this.text, start, end) : null;
    if (own) {
      this.takeIdField(own, line, state);
      return;
    }
    if (!typeField(this.text, start, end)) return;
    const heading = this.heading;
    const { open } = this.entries;
    if (open && !open.typed && (isLifecycle(open.head) || open.template)) {
      open.typed = true;
      return;
    }
    if (open && heading && heading.line > open.line) this.entries.close(heading.line);
    if (this.entries.open) return;
    const at = heading ?? { line, start, end };
    this.unclaimed.push({ line: at.line, start: at.start, end: at.end, id: null, looks: 'entry' });
  }

  /** The entry of an ID below a team's own heading, which is its title. */
  takeIdField(own: EntryHead, line: number, state: number): void {
    if (this.entries.sameId(own)) return;
    const heading = this.heading;
    const { open } = this.entries;
    if (heading === null || (open && heading.line < open.line)) {
      if (open && !open.template && open.form !== 'line' && open.form !== 'row') return;
      this.entries.close(line);
      this.entries.begin({ ...own, titleStart: own.idEnd, titleEnd: own.idEnd }, 'bare', line, {
        level: Math.max(2, this.entries.sections.level),
        fenced: state !== LineState.open,
      });
      return;
    }
    this.entries.close(heading.line);
    this.heading = null;
    // Where its type stood above its ID, it was taken for an entry without one.
    const untold = this.unclaimed.at(-1);
    if (untold !== undefined && untold.id === null && untold.start === heading.start) this.unclaimed.pop();
    const head = { ...own, titleStart: heading.start, titleEnd: heading.end };
    this.entries.begin(head, 'heading', heading.line, {
      level: heading.level,
      fenced: state !== LineState.open,
      idLine: line,
    });
  }
}
