/** Fields that are parted from their value by another sign than a colon: `Owner – BDR`, `Owner = BDR`, `Owner → BDR`. */

import { arrowPattern, arrowSigns } from '../language/arrow.ts';
import type { Node } from '../sot/entry.ts';
import type { FieldName } from './model.ts';
import { slice } from './span.ts';

const sign = new RegExp(
  `^([\\p{L}][^:=${arrowSigns}–—]{1,58}?)\\s*(?: [–—-] |=(?![=>])|: |${arrowPattern})\\s*(?=\\S)`,
  'u',
);

/** What every such sign has in it; most lines have none of them. */
const someSign = new RegExp(`[=>${arrowSigns}–—:]| - `);

/**
 * A line without a label, as a field where it opens with the name of one and such a sign; any other line as it is.
 * @param free the field that a label names, null where it names none or the entry has that field already
 */
export function withOtherSign(node: Node, free: (label: string) => FieldName | null): Node {
  if (node.label !== null || (node.form !== 'text' && node.form !== 'item')) return node;
  const { text } = node.text;
  if (!someSign.test(text)) return node;
  const match = sign.exec(text);
  const label = match?.[1];
  if (match === null || label === undefined || free(label) === null) return node;
  return {
    ...node,
    form: node.form === 'text' ? 'field' : node.form,
    label: slice(node.text, 0, label.length),
    value: slice(node.text, match[0].length, text.length),
  };
}
