/** Files that hold nothing while entries link to what no file defines: most likely it stood there. */

import type { ReadFile } from '../sot/entry.ts';
import type { Model } from './model.ts';
import { type UndefinedIds, undefinedIds } from './undefined.ts';

const cache = new WeakMap<Model, readonly ReadFile[]>();

/**
 * Empty files of the source of truth, where something that must be there is missing. Empty for most: an empty file
 * that nobody misses is nobody's concern, and a README holds no entries. Where no stage is left, the lifecycle is missing.
 */
export function emptiedFiles(model: Model): readonly ReadFile[] {
  const known = cache.get(model);
  if (known !== undefined) return known;
  const empty = model.repository.files.filter(
    (file) => isEmpty(file) && !/(?:^|\/)readme\.md$/i.test(file.path),
  );
  const found = empty.length > 0 && model.stages.length > 0 && missed(model).length > 0 ? empty : [];
  cache.set(model, found);
  return found;
}

/** What is linked and missing, and may not wait for v0.9. */
export function missed(model: Model): readonly UndefinedIds[] {
  return undefinedIds(model).filter(
    ({ ids }) => model.v09.value === 'final' || ids.some((id) => /^(?:BR|GTM)-MOPS-/.test(id)),
  );
}

/** No text at all, blanks, comments and front matter aside. */
function isEmpty({ text, entries, comments, issues }: ReadFile): boolean {
  // A file that could not be read has no text either, and says so itself.
  if (entries.length > 0 || issues.length > 0) return false;
  let at = 0;
  let rest = '';
  for (const { span } of comments) {
    rest += text.slice(at, span.start);
    at = span.end;
  }
  rest += text.slice(at);
  return /^\ufeff?\s*(?:---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*---\s*)?$/.test(rest);
}
