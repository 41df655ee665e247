/** Somebody's words as a part of a pattern, their signs taken as they are. */
export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
