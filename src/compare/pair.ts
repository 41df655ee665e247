import { grouped } from '../lifecycle/grouped.ts';

/** Records of two states that are the same thing, and those that only one state has. */
export interface Paired<T> {
  /** In the head's order. */
  readonly pairs: readonly { readonly base: T; readonly head: T }[];
  /** In the base's order. */
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Pairs records, surest first: same ID and same name; then the same name where each side has it once (the entry got
 * another ID); then the same ID (the entry got another name). An inserted stage that shifts all IDs behind it is so
 * one addition and some new IDs, not a row of renamings.
 *
 * @param nameOf empty for a record without a name, which pairs by ID alone
 */
export function pairRecords<T extends { readonly id: string }>(
  base: readonly T[],
  head: readonly T[],
  nameOf: (record: T) => string,
): Paired<T> {
  const left = new Set(base);
  const open = new Set(head);
  const baseOf = new Map<T, T>();
  const step = (key: (record: T) => string | null, onlyOnce: boolean): void => {
    const before = grouped(left, key);
    for (const [value, heads] of grouped(open, key)) {
      if (value === null) continue;
      const bases = before.get(value) ?? [];
      if (onlyOnce && (heads.length !== 1 || bases.length !== 1)) continue;
      for (const [index, record] of heads.entries()) {
        const other = bases[index];
        if (other === undefined) break;
        baseOf.set(record, other);
        left.delete(other);
        open.delete(record);
      }
    }
  };
  step((record) => `${record.id}\n${nameOf(record)}`, false);
  step((record) => nameOf(record) || null, true);
  step(({ id }) => id, false);
  return {
    pairs: head.flatMap((record) => {
      const other = baseOf.get(record);
      return other === undefined ? [] : [{ base: other, head: record }];
    }),
    removed: base.filter((record) => left.has(record)),
    added: head.filter((record) => open.has(record)),
  };
}
