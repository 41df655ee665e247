/** One and several of something. */

/** `1 error`, `2 errors`; the second form where it is no plain s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A name in the singular ("MQLs" are leads of MQL), as far as its letters tell; the name itself where it ends in no plural. */
export function singular(name: string): string {
  if (/[^aeiou\s]ies$/i.test(name)) return `${name.slice(0, -3)}y`;
  return /\p{L}{2}s$/iu.test(name) && !/(?:ss|us|is)$/i.test(name) ? name.slice(0, -1) : name;
}
