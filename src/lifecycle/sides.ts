/** What a title or a value names, its leading words and its arrow taken away. */

import { arrowPattern } from '../language/arrow.ts';
import type { Entry, Text } from '../sot/entry.ts';
import { slice } from './span.ts';

const sidesJoint = new RegExp(`\\s*(?:${arrowPattern}|-to-|\\s+to\\s+)\\s*`, 'i');

/** Two sides of a transition in text: `MQL → SQL`, `MQL to SQL`, `MQL-to-SQL`; null when it has none. */
export function transitionSides(text: Text): { readonly from: Text; readonly to: Text } | null {
  const match = sidesJoint.exec(text.text);
  if (match === null || match.index === 0) return null;
  const end = match.index + match[0].length;
  if (end >= text.text.length) return null;
  return { from: slice(text, 0, match.index), to: slice(text, end, text.text.length) };
}

/** Title without its leading kind words: "Lifecycle Stage — MQL" gives MQL, "Handoff — A → B" gives "A → B". */
export function titleRest(entry: Entry, kindWords: RegExp): Text | null {
  const { title } = entry;
  const match = kindWords.exec(title.text);
  if (match === null) return null;
  const rest = slice(title, match[0].length, title.text.length);
  const trimmed = rest.text.replace(/\s*\[?deprecated\]?\s*$/i, '');
  return trimmed.trim() === '' ? null : slice(rest, 0, trimmed.trimEnd().length);
}
