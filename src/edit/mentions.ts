import type { Span } from '../sot/entry.ts';
import type { Edit } from './edit.ts';

/** A text in which a name is looked for. */
export interface Haystack {
  readonly path: string;
  readonly text: string;
}

export interface Search {
  readonly old: string;
  /** Hyphens belong to the word: `too-small` is not in `too-small-team`, `BR-MOPS-003` not in `X-BR-MOPS-003`. */
  readonly hyphens: boolean;
  /** Longer names that hold the old one and are something else: `Customer success` for a stage `Customer`. */
  readonly within: readonly string[];
}

/** Every place where the old name stands as a word of its own, with what is to stand there. Linear in the text. */
export function mentionsOf({ path, text }: Haystack, search: Search, replacement: string): readonly Edit[] {
  const taken = [...new Set(search.within)]
    .filter((name) => name.length > search.old.length && name.includes(search.old))
    .flatMap((name) =>
      places(text, name, search.hyphens).map((start) => ({ start, end: start + name.length })),
    )
    .sort((a, b) => a.start - b.start);
  let passed = 0;
  let reach = 0;
  const starts = places(text, search.old, search.hyphens).filter((start) => {
    // The longer names that begin no later: one of them holds the old one when the furthest does.
    for (let next = taken[passed]; next !== undefined && next.start <= start; next = taken[++passed])
      reach = Math.max(reach, next.end);
    return start + search.old.length > reach;
  });
  const lineEnds = /\r\n|\n|\r/g;
  let line = 1;
  let lineStart = text.startsWith('\uFEFF') ? 1 : 0;
  let lineEnd = lineEnds.exec(text);
  return starts.map((start) => {
    for (; lineEnd !== null && lineEnd.index < start; lineEnd = lineEnds.exec(text)) {
      line++;
      lineStart = lineEnd.index + lineEnd[0].length;
    }
    const column = start - lineStart + 1;
    const span: Span = {
      file: path,
      start,
      end: start + search.old.length,
      line,
      column,
      endLine: line,
      endColumn: column + search.old.length,
    };
    return { span, text: replacement };
  });
}

function places(text: string, name: string, hyphens: boolean): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + name.length))
    if (!joins(text, at - 1, hyphens, -1) && !joins(text, at + name.length, hyphens, 1)) found.push(at);
  return found;
}

/** Whether the letter at a place makes the name part of a longer word. */
function joins(text: string, at: number, hyphens: boolean, step: -1 | 1): boolean {
  const char = text[at] ?? '';
  if (char === '-') return hyphens && /[\p{L}\p{N}]/u.test(text[at + step] ?? '');
  return /[\p{L}\p{N}\p{M}_]/u.test(char);
}
