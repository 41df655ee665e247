/** Lists of an entry that no field took, under a label nobody knows ("Inhalt:"): one of them may be what it seems to lack. */

import { beginsNote } from '../language/tables/notes.ts';
import { hasWay } from '../language/way.ts';
import type { Node, Text } from '../sot/entry.ts';
import type { LifecycleRecord } from './model.ts';
import { overlap } from './span.ts';

/**
 * The labels of these lists, in their order; those of notes are none.
 *
 * @param ways lists whose lines say where a lead goes, as exits do; else those whose lines do not
 */
export function unreadLists({ entry, fields }: LifecycleRecord, ways: boolean): readonly Text[] {
  const taken = [...fields.values()].map(({ span }) => span);
  return labelsAmong(entry.nodes, ways).filter(
    ({ text, span }) => !beginsNote(text) && !taken.some((field) => overlap(field, span)),
  );
}

/** Labels with a list below them; a heading may hold others. */
function labelsAmong(nodes: readonly Node[], ways: boolean): readonly Text[] {
  return nodes.flatMap(({ label, form, children }) => {
    const items = children.filter((child) => child.form === 'item');
    if (items.length === 0) return form === 'heading' ? labelsAmong(children, ways) : [];
    return label !== null && items.some(({ text }) => hasWay(text.text)) === ways ? [label] : [];
  });
}
