/** IDs that were right once: their entry is deprecated, or gone, and another says that it replaces it (SPEC §6). */

import { heirsOf } from '../lifecycle/heirs.ts';
import type { Model, Reference } from '../lifecycle/model.ts';
import type { Candidates } from './candidates.ts';
import { isWritable, type PlanItem } from './item.ts';

/** Drifted citations with the entry that replaces what they cite. Citations with nobody to replace them are rules' matter. */
export function driftItems(model: Model, known: Candidates): readonly PlanItem[] {
  const heirs = heirsOf(model);
  const items: PlanItem[] = [];
  for (const reference of model.references) {
    if (reference.field === 'replaces' || reference.field === 'superseded-by' || known.defines(reference.id))
      continue;
    if (!isWritable(model, reference.from)) continue;
    const living = (heirs.get(reference.id) ?? []).filter((id) => id !== reference.from.id);
    const [only] = living;
    if (only !== undefined) items.push(itemOf(model, reference, living));
  }
  return items;
}

function itemOf(model: Model, reference: Reference, living: readonly string[]): PlanItem {
  const [only = ''] = living;
  const what = model.records.has(reference.id) ? 'is no longer active' : 'is defined nowhere';
  const spelled = reference.span.end - reference.span.start === reference.id.length;
  const sure = living.length === 1 && spelled;
  return {
    kind: 'drift',
    token: reference.id,
    span: reference.span,
    entry: reference.from,
    field: reference.field,
    label: reference.label,
    role: null,
    verdict: sure ? 'sure' : 'unsure',
    replacement: sure ? only : null,
    candidates: living.map((id) => ({
      id,
      name: model.records.get(id)?.[0]?.entry.title.text ?? '',
      reason: `replaces ${reference.id}`,
    })),
    reason: sure
      ? `${reference.id} ${what}; ${only} replaces it.`
      : spelled
        ? `${reference.id} ${what}, and ${living.length} entries say that they replace it.`
        : `${reference.id} ${what} and is written as part of a range; write the IDs one by one.`,
  };
}
