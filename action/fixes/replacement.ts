import { createHash } from 'node:crypto';

/** A sure change of bytes in a checked file, with what it is for. Offsets are UTF-16 units of the file's text. */
export interface SureEdit {
  /** From the root of the repository. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Why, in a sentence; untrusted text inside. */
  readonly reason: string;
  readonly entry: string | null;
}

/** Whole lines of a file with what to write instead, as a review suggestion needs them. Line ends are taken off. */
export interface Replacement {
  readonly path: string;
  /** 1-based number of the first line in the checked file. */
  readonly firstLine: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly reasons: readonly string[];
  readonly edits: readonly SureEdit[];
  /** The same over re-runs and moved lines. */
  readonly fingerprint: string;
}

/** Edits in order of place, without doubles; of two that overlap the first stays. */
export function withoutOverlaps(edits: readonly SureEdit[]): SureEdit[] {
  const sorted = [...edits].sort(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.start - b.start || a.end - b.end,
  );
  const kept: SureEdit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (last === undefined || last.path !== edit.path || edit.start >= last.end) {
      kept.push(edit);
    }
  }
  return kept;
}

/** A file's text with edits applied; they must not overlap. */
export function applyEdits(text: string, edits: readonly SureEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return [...parts, text.slice(from)].join('');
}

/** The edits of one file (no two overlapping) as replaced lines; edits that share a line share a replacement. */
export function replacements(path: string, text: string, edits: readonly SureEdit[]): Replacement[] {
  const groups: { start: number; end: number; edits: SureEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const start = edit.start === 0 ? 0 : text.lastIndexOf('\n', edit.start - 1) + 1;
    const stop = text.indexOf('\n', edit.end);
    const end = stop < 0 ? text.length : stop;
    const last = groups.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else {
      groups.push({ start, end, edits: [edit] });
    }
  }
  const seen = new Map<string, number>();
  let counted = 0;
  let line = 1;
  return groups.map((group) => {
    line += newlines(text, counted, group.start);
    counted = group.start;
    const before = linesOf(text.slice(group.start, group.end));
    const shifted = group.edits.map((edit) => ({
      ...edit,
      start: edit.start - group.start,
      end: edit.end - group.start,
    }));
    const after = linesOf(applyEdits(text.slice(group.start, group.end), shifted));
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
      fingerprint: createHash('sha256').update(`${identity}${repeat}`).digest('hex').slice(0, 20),
    };
  });
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
