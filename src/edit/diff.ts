import { formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import { type ChangedLines, changedLines } from './changed-lines.ts';
import type { FileChange } from './edit.ts';

/** Lines around a change. */
const context = 3;
/** Changed lines up to which the shortest difference is looked for: its cost grows with their square. */
const mostSteps = 1000;

/** A unified diff that `git apply` takes; empty when nothing changes. Paths get the usual `a/` and `b/`. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, before, after }) => {
      const least = structuredPatch('a', 'b', before, after, undefined, undefined, {
        context,
        maxEditLength: mostSteps,
      });
      const patch = { oldFileName: 'a', newFileName: 'b', oldHeader: undefined, newHeader: undefined };
      const hunks = formatPatch(least ?? { ...patch, hunks: quickHunks(before, after) }).replace(
        /^[\s\S]*?(?=^@@ |(?![\s\S]))/m,
        '',
      );
      const [from, to] = [quoted(`a/${path}`), quoted(`b/${path}`)];
      return `diff --git ${from} ${to}\n--- ${ended(from)}\n+++ ${ended(to)}\n${hunks}`;
    })
    .join('');
}

/** The hunks of two texts that have too many differences for the shortest answer. */
function quickHunks(before: string, after: string): StructuredPatchHunk[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const hunks: StructuredPatchHunk[] = [];
  const changes = changedLines(old, fresh);
  for (let first = 0; first < changes.length; ) {
    let last = first;
    while (gapAfter(changes, last) <= 2 * context) last++;
    const [begin, end] = [changes[first] as ChangedLines, changes[last] as ChangedLines];
    const start = Math.max(0, begin.at - context);
    const stop = Math.min(old.length, end.at + end.gone + context);
    const started = begin.now - (begin.at - start);
    const came = end.now + end.came + (stop - end.at - end.gone) - started;
    const lines: string[] = [];
    const put = (mark: string, part: readonly string[]) => {
      for (const line of part)
        if (line.endsWith('\n')) lines.push(mark + line.slice(0, -1));
        else lines.push(mark + line, '\\ No newline at end of file');
    };
    let at = start;
    for (const change of changes.slice(first, last + 1)) {
      put(' ', old.slice(at, change.at));
      put('-', old.slice(change.at, change.at + change.gone));
      put('+', fresh.slice(change.now, change.now + change.came));
      at = change.at + change.gone;
    }
    put(' ', old.slice(at, stop));
    hunks.push({ oldStart: start + 1, oldLines: stop - start, newStart: started + 1, newLines: came, lines });
    first = last + 1;
  }
  return hunks;
}

/** Equal lines between a change and the next; no next is endlessly far. */
function gapAfter(changes: readonly ChangedLines[], index: number): number {
  const [here, next] = [changes[index], changes[index + 1]];
  return here === undefined || next === undefined ? Number.POSITIVE_INFINITY : next.at - here.at - here.gone;
}

/** The lines of a text with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A path as git writes it in a patch: one that could end its line or begin another stands in quotes. */
function quoted(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand raw in a patch
  if (!/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(path)) return path;
  const bytes = [...new TextEncoder().encode(path)];
  return `"${bytes.map(inQuotes).join('')}"`;
}

function inQuotes(byte: number): string {
  const named: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 34: '\\"', 92: '\\\\' };
  const plain =
    byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  return named[byte] ?? plain;
}

/** Git ends a name with blanks in it by a tab, so that programs know where it ends. */
function ended(name: string): string {
  return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}
