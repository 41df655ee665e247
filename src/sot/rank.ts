import type { Entry, Node } from './entry.ts';

/** How much an entry counts as the definition of its ID: written out, corrected, a table row, one line. */
export function rankOf(entry: Entry): number {
  if (entry.form === 'row') return 2;
  if (entry.form === 'line') return 3;
  if (isSpokenOf(entry)) return 2;
  return entry.writtenAs === null ? 0 : 1;
}

/** A stage or handoff in a list, a quotation or a heading with words and no field below it: where another place has it, a mention. */
function isSpokenOf({ kind, cited, nodes }: Entry): boolean {
  return (
    (kind === 'BR-MOPS' || kind === 'GTM-MOPS') &&
    (cited === true || (nodes.length > 0 && !nodes.some(hasLabel)))
  );
}

function hasLabel({ label, children }: Node): boolean {
  return label !== null || children.some(hasLabel);
}
