/** Who takes the place of an entry that is retired or gone (SPEC §6). */
import { addTo } from './grouped.ts';
import type { Model } from './model.ts';
import { isAlive } from './record-of.ts';
import { isLiving } from './standing.ts';

/**
 * Living entries by the ID in whose place they stand, sorted: those that say they replace it, once they are no draft,
 * and those that its own "Superseded by" names. Nobody follows itself.
 */
export function heirsOf(model: Model): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const [id, records] of model.records) {
    for (const record of records) {
      if (!isLiving(record)) {
        for (const link of record.links) if (link.field === 'superseded-by') addTo(named, id, link.id);
      } else if (record.status !== 'draft' && record.entry.section === null) {
        for (const replaced of record.replaces) addTo(named, replaced, id);
      }
    }
  }
  return new Map(
    [...named].map(([id, heirs]) => [
      id,
      [...new Set(heirs)].filter((heir) => heir !== id && isAlive(model, heir)).sort(),
    ]),
  );
}
