/** Applies edits to texts and shows them as a unified diff. */

import { formatPatch, structuredPatch } from 'diff';
import type { Edit } from '../sot/entry.ts';

/** A file before and after. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Puts each edit's text in place of its span. Everything else stays, byte for byte.
 *
 * @throws RangeError when edits overlap or lie outside the text: nothing is half applied
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < at || span.end < span.start || span.end > text.length)
      throw new RangeError(
        `edit at ${span.file}:${span.line}:${span.column} overlaps another or lies outside the file`,
      );
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The files that edits change, sorted by path. */
export function changedFiles(
  files: readonly { readonly path: string; readonly text: string }[],
  edits: readonly Edit[],
): readonly FileChange[] {
  const byFile = new Map<string, Edit[]>();
  for (const edit of edits) byFile.set(edit.span.file, [...(byFile.get(edit.span.file) ?? []), edit]);
  return files
    .filter(({ path }) => byFile.has(path))
    .map(({ path, text }) => ({ path, before: text, after: applyEdits(text, byFile.get(path) ?? []) }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** A unified diff that `git apply` takes; empty when nothing changes. Paths get the usual `a/` and `b/`. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, before, after }) => {
      const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 3,
      });
      return `diff --git a/${path} b/${path}\n${formatPatch(patch).replace(/^=+\n/, '')}`;
    })
    .join('');
}
