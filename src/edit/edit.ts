import type { Span } from '../sot/entry.ts';

/** A change of bytes: the text to write in place of the span. Nothing outside the span is touched. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** An edit offered to a person: sure ones may be applied unseen, the others want a look. */
export interface OfferedEdit extends Edit {
  readonly sure: boolean;
}

/** An edit with what it is for, as a person is to read it before taking it. */
export interface ReasonedEdit extends Edit {
  /** Why, in a sentence; untrusted text inside. */
  readonly reason: string;
  /** ID of the entry it changes, null outside entries. */
  readonly entry: string | null;
}

/** A file before and after. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** By file, then by place; of two at one place the shorter first. */
export function byPlace(a: Edit, b: Edit): number {
  const [one, other] = [a.span, b.span];
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.start - other.start || one.end - other.end;
}

/** Edits in order of place, without doubles; of two that overlap the first stays. */
export function withoutOverlaps<E extends Edit>(edits: readonly E[]): readonly E[] {
  const kept: E[] = [];
  for (const edit of [...edits].sort(byPlace)) {
    const last = kept.at(-1);
    if (last === undefined || last.span.file !== edit.span.file || edit.span.start >= last.span.end)
      if (last === undefined || !samePlace(last, edit)) kept.push(edit);
  }
  return kept;
}

/** Two insertions at one point would depend on their order. */
function samePlace({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}
