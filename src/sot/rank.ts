import { fieldNamed } from '../language/flattened.ts';
import type { Entry, EntryKind, Node } from './entry.ts';

/** How much an entry counts as the definition of its ID: written out, corrected, a table row, one line. */
export function rankOf(entry: Entry): number {
  if (entry.form === 'row') return 2;
  if (entry.form === 'line') return 3;
  if (isSpokenOf(entry)) return 2;
  return entry.writtenAs === null ? 0 : 1;
}

/** A stage or handoff in a list, a quotation or a heading with words and no field below it, or a link to its own file: where another place has it, a mention. */
function isSpokenOf({ kind, cited, nodes }: Entry): boolean {
  return (
    (kind === 'BR-MOPS' || kind === 'GTM-MOPS') &&
    (cited === true || (nodes.length > 0 && !tells(kind, nodes)))
  );
}

/** Whether a field of its kind stands in it, or so many labels that they are a team's own: "Action: …" alone is none. */
function tells(kind: EntryKind, nodes: readonly Node[]): boolean {
  const set = kind === 'BR-MOPS' ? 'stage' : 'handoff';
  let labels = 0;
  const isField = ({ label, children }: Node): boolean => {
    if (label !== null) labels += 1;
    return (label !== null && fieldNamed(set, label.text, null) !== null) || children.some(isField);
  };
  return nodes.some(isField) || labels > 2;
}
