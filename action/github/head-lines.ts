/** Where lines of the checked file stand in the head's own file. The checked one may be a merge with the base. */
import { diffArrays } from 'diff';
import { blobSha } from './commit.ts';

/** Line numbers of a file, 0-based, to those of the head's file; null when lines cannot be told apart. */
export type HeadLines = (first: number, count: number) => number | null;

/** More changed lines than this between merge and head, and no suggestion is worth the search. */
const mostChanges = 4000;

/** The head's file is the checked one, line ends apart. */
export function isHead(checked: string, sha: string | undefined): boolean {
  return sha === undefined || blobSha(checked) === sha || blobSha(checked.replaceAll('\r\n', '\n')) === sha;
}

/** Maps by what both files have in common; lines that only one of them has, or that lie under another heading, map to nothing. */
export function headLines(checked: string, head: string): HeadLines {
  const from = linesOf(checked);
  const to = linesOf(head);
  const parts = diffArrays(from, to, { maxEditLength: mostChanges });
  if (parts === undefined) return () => null;
  const map = new Map<number, number>();
  let left = 0;
  let right = 0;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) for (let step = 0; step < count; step++) map.set(left + step, right + step);
    if (!added) left += count;
    if (!removed) right += count;
  }
  return (first, count) => {
    const start = map.get(first);
    if (start === undefined) return null;
    for (let step = 1; step < count; step++) if (map.get(first + step) !== start + step) return null;
    return headingAbove(from, first) === headingAbove(to, start) ? start : null;
  };
}

function headingAbove(lines: readonly string[], at: number): string | null {
  for (let line = at; line >= 0; line--) {
    if (/^\s{0,3}#{1,6}\s|\b(?:BR|GTM)-MOPS-\d+\s*[:—–|-]/.test(lines[line] ?? ''))
      return lines[line] ?? null;
  }
  return null;
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}
