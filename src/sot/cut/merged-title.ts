import type { FieldSet, FieldWords } from '../../language/fields.ts';
import { innerLabels } from '../../language/flattened.ts';
import { kindOf } from '../id.ts';
import type { EntryHead } from './head.ts';

/** Whose labels the entry of a head has. */
export function kindOfFields({ judged }: EntryHead): FieldSet {
  if (judged.kind !== 'id') return 'linked';
  const kind = kindOf(judged.parsed);
  if (kind === 'BR-MOPS') return 'stage';
  if (kind === 'GTM-MOPS') return 'handoff';
  return kind === 'MON-DRIFT' || kind === 'MON' ? 'monitor' : 'linked';
}

/**
 * A head whose line holds the first fields as well, because an editor wrapped the lines below it into one paragraph:
 * the head with its own title, and where the fields begin. Null where the title is only a title.
 */
export function mergedTitle(
  text: string,
  head: EntryHead,
  words: FieldWords,
): { readonly head: EntryHead; readonly rest: number } | null {
  if (head.linked || head.judged.kind === 'named') return null;
  const title = text.slice(head.titleStart, head.titleEnd);
  if (!/[:：]/.test(title)) return null;
  const [first] = innerLabels(title, kindOfFields(head), null, words);
  if (first === undefined || first.before === 0) return null;
  return {
    head: { ...head, titleEnd: head.titleStart + first.before },
    rest: head.titleStart + first.start,
  };
}
