import { hasArrow } from '../language/arrow.ts';
import { wordsOf } from '../language/fold.ts';
import { type Aspect, type Change, change, type Subject } from './change.ts';
import type { Said } from './said.ts';

/** The change of one value: set, gone, or another meaning; empty when it means the same. */
export function compareOne(
  subject: Subject,
  what: Aspect,
  label: string,
  base: Said | null,
  head: Said | null,
): Change[] {
  // The same words with another meaning (an alias in the config) are no change of this entry.
  if (base?.key === head?.key || (base !== null && base.text === head?.text)) return [];
  const sides = { before: base?.text ?? null, after: head?.text ?? null, span: (head ?? base)?.span ?? null };
  return [change(subject, what, sides, fact(label, sides.before, sides.after))];
}

function fact(label: string, before: string | null, after: string | null): string {
  if (before === null) return `${label} added: ${after}`;
  if (after === null) return `${label} removed: ${before}`;
  // Words with an arrow of their own would not show where the old ones end.
  const [old, now] = hasArrow(before + after) ? [`“${before}”`, `“${after}”`] : [before, after];
  return `${label} ${old} → ${now}`;
}

/**
 * The changes of a list, item by item and whatever its order. An item that is gone and one that is new are one change
 * when they are `alike`: they share at least half of their words; or, of one thing's values, in the order they stand;
 * items that are names of something else (`never`) are not.
 */
export function compareItems(
  subject: Subject,
  what: Aspect,
  label: string,
  base: readonly Said[],
  head: readonly Said[],
  pairing: 'alike' | 'in order' | 'never' = 'alike',
): Change[] {
  const before = without(base, head);
  const after = without(head, base);
  const baseOf = pairing === 'alike' ? alike(before, after) : new Map<Said, Said | undefined>();
  if (pairing === 'in order') for (const [index, item] of after.entries()) baseOf.set(item, before[index]);
  const left = new Set(before);
  const changes = after.flatMap((item) => {
    const other = baseOf.get(item) ?? null;
    if (other !== null) left.delete(other);
    return compareOne(subject, what, label, other, item);
  });
  return [...changes, ...[...left].flatMap((item) => compareOne(subject, what, label, item, null))];
}

/** The items of one list that the other has not; repeats are counted. */
function without(items: readonly Said[], others: readonly Said[]): Said[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return items.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

/** Pairs beyond this are not looked for: comparing each item with each other one costs their product. */
const mostComparisons = 2500;

function alike(before: readonly Said[], after: readonly Said[]): Map<Said, Said | undefined> {
  const pairs = new Map<Said, Said | undefined>();
  if (before.length * after.length > mostComparisons) return pairs;
  const words = new Map([...before, ...after].map((item) => [item, new Set(wordsOf(item.key))]));
  const scored = after.flatMap((head) =>
    before.map((base) => ({ base, head, score: overlap(words.get(base), words.get(head)) })),
  );
  const taken = new Set<Said>();
  for (const { base, head, score } of scored.sort((a, b) => b.score - a.score)) {
    if (score < 0.5 || taken.has(base) || pairs.has(head)) continue;
    pairs.set(head, base);
    taken.add(base);
  }
  return pairs;
}

/** Shared words over the mean number of words: 0 to 1. */
function overlap(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
