/** Files that are called by a name. */

import { wordsOf } from '../language/fold.ts';

/** Paths of which a folder or the file has all words of the name in a row: `SoT/legal-review.md` for "Legal review". */
export function filesNamed(paths: readonly string[], name: string): readonly string[] {
  const sought = ` ${wordsOf(name).join(' ')} `;
  if (sought.trim() === '') return [];
  return paths.filter((path) =>
    path.split('/').some((part) => ` ${wordsOf(part.replace(/\.\w+$/, '')).join(' ')} `.includes(sought)),
  );
}
