import { applyEdits } from './apply.ts';
import { byPlace, type ReasonedEdit } from './edit.ts';

/** Whole lines of a file with what to write instead, as a review suggestion needs them. Line ends are taken off. */
export interface Replacement {
  readonly path: string;
  /** 1-based number of the first line in the checked file. */
  readonly firstLine: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly reasons: readonly string[];
  readonly edits: readonly ReasonedEdit[];
  /** The same over re-runs and moved lines; repeats in one file differ. */
  readonly identity: string;
}

interface Group {
  readonly start: number;
  end: number;
  readonly edits: ReasonedEdit[];
}

/** The edits of one file (no two overlapping) as replaced lines; edits that share a line share a replacement. */
export function replacements(
  path: string,
  text: string,
  edits: readonly ReasonedEdit[],
): readonly Replacement[] {
  const seen = new Map<string, number>();
  let counted = 0;
  let line = 1;
  return groupsOf(text, edits).map((group) => {
    line += newlines(text, counted, group.start);
    counted = group.start;
    const written = text.slice(group.start, group.end);
    const before = linesOf(written);
    const after = linesOf(
      applyEdits(
        written,
        group.edits.map((edit) => shifted(edit, -group.start)),
      ),
    );
    const entries = group.edits.map((edit) => edit.entry);
    const identity = JSON.stringify([path, entries, before, after]);
    const repeat = seen.get(identity) ?? 0;
    seen.set(identity, repeat + 1);
    return {
      path,
      firstLine: line,
      before,
      after,
      reasons: [...new Set(group.edits.map((edit) => edit.reason))],
      edits: group.edits,
      identity: `${identity}${repeat}`,
    };
  });
}

/** Edits by the whole lines they touch, without the last line's end. */
function groupsOf(text: string, edits: readonly ReasonedEdit[]): readonly Group[] {
  const groups: Group[] = [];
  for (const edit of [...edits].sort(byPlace)) {
    const { span } = edit;
    const start = span.start === 0 ? 0 : text.lastIndexOf('\n', span.start - 1) + 1;
    const stop = text.indexOf('\n', span.end);
    const end = stop < 0 ? text.length : stop;
    const last = groups.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else {
      groups.push({ start, end, edits: [edit] });
    }
  }
  return groups;
}

function shifted(edit: ReasonedEdit, by: number): ReasonedEdit {
  return { ...edit, span: { ...edit.span, start: edit.span.start + by, end: edit.span.end + by } };
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
