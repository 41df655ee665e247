/** The value a table has for somebody's word; undefined for `constructor` and its like, which every object inherits. */
export function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
