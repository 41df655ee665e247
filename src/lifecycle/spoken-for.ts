import type { Entry } from '../sot/entry.ts';
import type { FieldName, LifecycleRecord, Model } from './model.ts';

const mistyped = new WeakMap<Model, Map<Entry, Set<FieldName>>>();

/**
 * Whether a nearer rule already speaks of one of these fields of an entry (SPEC §4 "the nearer one does"): a
 * mistyped field name is `field-unknown`, template text is `template-leftover`; neither is also "missing".
 */
export function spokenFor(model: Model, record: LifecycleRecord, ...names: readonly FieldName[]): boolean {
  let byEntry = mistyped.get(model);
  if (!byEntry) {
    byEntry = new Map();
    for (const unknown of model.unknownFields) {
      const meant = byEntry.get(unknown.entry) ?? new Set();
      byEntry.set(unknown.entry, meant.add(unknown.meant));
    }
    mistyped.set(model, byEntry);
  }
  const meant = byEntry.get(record.entry);
  return names.some((name) => meant?.has(name) === true || record.fields.get(name)?.leftover === true);
}
