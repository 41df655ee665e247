import type { Model, Stage } from './model.ts';
import { waysOf } from './ways.ts';

/**
 * In a hybrid lifecycle, the stage that should lead on to SQL when none of the product stages does; null when one
 * does, or when their ways forward cannot be told (another rule says why).
 */
export function missingJoin(model: Model): { readonly from: Stage; readonly sql: Stage } | null {
  if (model.motion.value !== 'hybrid') return null;
  const sql = model.living.stages.find(({ canonical }) => canonical === 'SQL');
  const product = model.living.stages.filter(
    ({ canonical }) => canonical === 'Paid' || canonical === 'Activated',
  );
  const from = product.at(-1);
  if (sql === undefined || from === undefined) return null;
  const ways = waysOf(model);
  if (ways.reachableFrom(product).has(sql)) return null;
  return { from, sql };
}
