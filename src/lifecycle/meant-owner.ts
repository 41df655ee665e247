/** An owner under a label nobody knows: on a stage without one, the one line whose value is a role. */

import type { FieldWords } from '../language/fields.ts';
import type { Entry, Node, Text } from '../sot/entry.ts';
import type { Field, FieldName } from './model.ts';

/** The line of a stage that can only be its owner ("Dueño: BDR"), as the field it means; null where two could be. */
export function meantOwner(
  entry: Entry,
  fields: ReadonlyMap<FieldName, Field>,
  words: FieldWords,
  isRole: (text: string) => boolean,
): Field | null {
  const isStage = ofStages.some((name) => fields.has(name));
  if (entry.kind !== 'BR-MOPS' || !isStage || fields.has('owner') || fields.has('routes')) return null;
  const found = entry.nodes.flatMap((node): (Node & { label: Text; value: Text })[] => {
    const { label, value } = node;
    if (label === null || value === null || value.text.length > longest || node.form === 'text') return [];
    if (words.named('stage', label.text, null) !== null || words.isNoOwner(label.text)) return [];
    return isRole(value.text) ? [{ ...node, label, value }] : [];
  });
  const [only, second] = found;
  if (only === undefined || second !== undefined) return null;
  const { label, value, span } = only;
  return { name: 'owner', label, value, items: [value], span, leftover: false };
}

/** A role's name is short; a sentence about roles is none. */
const longest = 60;

/** Fields that only stages have. */
const ofStages: readonly FieldName[] = ['stage', 'entry', 'progression', 'disqualification', 'exit'];
