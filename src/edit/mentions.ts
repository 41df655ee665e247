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
  const taken = search.within
    .filter((name) => name.length > search.old.length)
    .flatMap((name) =>
      places(text, name, search.hyphens).map((start) => ({ start, end: start + name.length })),
    );
  const starts = places(text, search.old, search.hyphens).filter(
    (start) => !taken.some((one) => start >= one.start && start + search.old.length <= one.end),
  );
  let line = 1;
  let lineStart = text.startsWith('\uFEFF') ? 1 : 0;
  let at = 0;
  return starts.map((start) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < start; next = text.indexOf('\n', next + 1)) {
      line++;
      lineStart = next + 1;
      at = next + 1;
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
