import type { SlaMeaning } from './meaning.ts';

/** Equal for two limits that say the same: `1h` and `60 minutes` do. What is doubtful about them says nothing. */
export function meaningKey(meaning: SlaMeaning): string {
  const { warnings: _, ...said } = meaning;
  return JSON.stringify(said, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const sorted = Object.entries(inMinutes(value)).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(sorted);
  });
}

/** Hours and minutes are one unit; days and weeks depend on the calendar and stay as they are. */
function inMinutes(value: object): object {
  const { amount, unit } = value as { readonly amount?: unknown; readonly unit?: unknown };
  if (typeof amount !== 'number' || unit !== 'hour') return value;
  return { ...value, amount: amount * 60, unit: 'minute' };
}
