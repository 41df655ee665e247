/** Lines of an entry that no field took, under a label nobody knows ("Reisepass: …"): they may be what it seems to lack. */

import { usualLabels } from '../language/fields.ts';
import { foldLabel } from '../language/fold.ts';
import { harmless } from '../language/tables/fields.ts';
import { beginsNote } from '../language/tables/notes.ts';
import type { Node, Text } from '../sot/entry.ts';
import type { LifecycleRecord } from './model.ts';
import { overlap } from './span.ts';

/**
 * The labels of these lists and sentences, in their order; those of notes, and of fields of other entries, are none.
 *
 * @param fits whether what stands there may be the field that is missed
 */
export function unreadLines(
  { entry, fields }: LifecycleRecord,
  fits: (lines: readonly string[]) => boolean,
): readonly Text[] {
  const taken = [...fields.values()].map(({ span }) => span);
  return labelsAmong(entry.nodes, fits).filter(
    ({ text, span }) =>
      !beginsNote(text) &&
      !harmless.has(foldLabel(text)) &&
      !usualLabels.isField(text) &&
      !taken.some((field) => overlap(field, span)),
  );
}

/** Labels with a list or a sentence behind them; a heading may hold others. */
function labelsAmong(nodes: readonly Node[], fits: (lines: readonly string[]) => boolean): readonly Text[] {
  return nodes.flatMap(({ label, form, value, children }) => {
    const items = children.filter((child) => child.form === 'item').map(({ text }) => text);
    const lines = items.length === 0 && value !== null && isSentence(value.text) ? [value] : items;
    if (lines.length === 0) return form === 'heading' ? labelsAmong(children, fits) : [];
    const named = label !== null && !/[,.;]/.test(label.text);
    return named && fits(lines.map(({ text }) => text)) ? [label] : [];
  });
}

function isSentence(text: string): boolean {
  return text.split(' ').length > 2;
}
