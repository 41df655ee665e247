import { createTwoFilesPatch } from 'diff';
import { applyEdits, type SureEdit } from './replacement.ts';

/** Unified diff of all edits, as `git apply` reads it; empty when there are none. `texts` gives each checked file's text. */
export function patchOf(edits: readonly SureEdit[], texts: ReadonlyMap<string, string>): string {
  const byPath = new Map<string, SureEdit[]>();
  for (const edit of edits) {
    const list = byPath.get(edit.path);
    if (list) list.push(edit);
    else byPath.set(edit.path, [edit]);
  }
  return [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, list]) => {
      const text = texts.get(path) ?? '';
      const patch = createTwoFilesPatch(
        `a/${path}`,
        `b/${path}`,
        text,
        applyEdits(text, list),
        undefined,
        undefined,
        {
          context: 3,
        },
      );
      return patch.replace(/^=+\n/, '').replace(/^(--- .*?|\+\+\+ .*?)\t?$/gm, '$1');
    })
    .join('');
}
