/** "MQLs", "Opportunities" and "Won deals" are leads of a stage. */

/** A name in the singular, as far as its letters tell; the name itself where it ends in no plural. */
export function singular(name: string): string {
  if (/[^aeiou\s]ies$/i.test(name)) return `${name.slice(0, -3)}y`;
  return /\p{L}{2}s$/iu.test(name) && !/(?:ss|us|is)$/i.test(name) ? name.slice(0, -1) : name;
}
