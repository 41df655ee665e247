import { grouped } from '../lifecycle/grouped.ts';
import { byPlace, type Edit, type FileChange } from './edit.ts';

/**
 * Puts each edit's text in place of its span. Everything else stays, byte for byte.
 *
 * @throws RangeError when edits overlap or lie outside the text: nothing is half applied
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: replacement } of [...edits].sort(byPlace)) {
    if (span.start < at || span.end < span.start || span.end > text.length)
      throw new RangeError(
        `edit at ${span.file}:${span.line}:${span.column} overlaps another or lies outside the file`,
      );
    parts.push(text.slice(at, span.start), replacement);
    at = span.end;
  }
  return [...parts, text.slice(at)].join('');
}

/** The files that edits change, sorted by path. Edits of files that are not among these are an error of the caller. */
export function changedFiles(
  files: readonly { readonly path: string; readonly text: string }[],
  edits: readonly Edit[],
): readonly FileChange[] {
  const byFile = grouped(edits, ({ span }) => span.file);
  return files
    .filter(({ path }) => byFile.has(path))
    .map(({ path, text }) => ({ path, before: text, after: applyEdits(text, byFile.get(path) ?? []) }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
