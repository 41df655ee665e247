/** Links to headings: where a renamed heading gets another address, the links that lead to it follow. */

import { grouped } from '../lifecycle/grouped.ts';
import type { Edit } from './edit.ts';
import { type Haystack, mentionsOf } from './mentions.ts';

/**
 * Edits of the link targets (`#br-mops-004-lifecycle-stage--opportunity`) that lead to headings which the edits
 * change. A heading with an address of its own (`{#opportunity}`) keeps it. Linear in the texts.
 */
export function anchorEdits(texts: readonly Haystack[], edits: readonly Edit[]): readonly Edit[] {
  const byFile = grouped(edits, ({ span }) => span.file);
  const moved = grouped(
    texts.flatMap((text) => movedIn(text, byFile.get(text.path) ?? [])),
    ({ before }) => before,
  );
  if (moved.size === 0) return [];
  return texts.flatMap((text) => {
    const starts = new Set((byFile.get(text.path) ?? []).map(({ span }) => span.start));
    const found = new Map<string, string>();
    for (const { 1: slug = '', index } of text.text.matchAll(/#([^\s#()[\]"'<>]{1,300})/g)) {
      const to = moved.get(slug)?.find(({ file }) => leadsTo(text, index, file));
      if (to !== undefined && !starts.has(index + 1)) found.set(slug, to.after);
    }
    return [...found].flatMap(([slug, after]) =>
      mentionsOf(text, { old: slug, hyphens: true, within: [] }, after).filter(
        ({ span }) =>
          text.text[span.start - 1] === '#' &&
          moved.get(slug)?.some(({ file }) => leadsTo(text, span.start - 1, file)),
      ),
    );
  });
}

/** Longer lines are no headings that anybody links to. */
const longestHeading = 500;

interface Moved {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

function movedIn({ path, text }: Haystack, edits: readonly Edit[]): readonly Moved[] {
  const byLine = grouped(edits, ({ span }) => span.start - span.column + 1);
  return [...byLine].flatMap(([start, inLine]) => {
    const line = /[^\r\n]*/.exec(text.slice(start, start + longestHeading))?.[0] ?? '';
    if (!/^ {0,3}#{1,6}[ \t]/.test(line) || line.length === longestHeading || line.includes('{#')) return [];
    const changed = inLine.reduceRight(
      (so, { span, text: words }) => so.slice(0, span.start - start) + words + so.slice(span.end - start),
      line,
    );
    const [before, after] = [slugOf(line), slugOf(changed)];
    return before === after || before === '' ? [] : [{ file: path, before, after }];
  });
}

/** The address that GitHub and most site generators give a heading. */
function slugOf(line: string): string {
  return line
    .replace(/^ {0,3}#{1,6}[ \t]+/, '')
    .replace(/[ \t]#{1,20}[ \t]*$/, '')
    .replace(/\[([^\][]{0,200})\]\([^()]{0,500}\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Whether a target is in its own file (`(#…`), or behind the name of the heading's file. */
function leadsTo({ path, text }: Haystack, at: number, file: string): boolean {
  const before = /[^\s()[\]"'<>]{0,300}$/.exec(text.slice(Math.max(0, at - 300), at))?.[0] ?? '';
  const named = before.split('/').at(-1) ?? '';
  return before === '' ? path === file : named === file.split('/').at(-1);
}
