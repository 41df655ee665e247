/** Blanks: what only the team knows. The check reports each one as `template-leftover` until it is filled in. */

/** A blank that says what belongs in its place: `[fill in the price]`. */
export function blank(what: string): string {
  return `[fill in ${what}]`;
}

/** The blanks left in a text, in order. */
export function blanksIn(text: string): readonly string[] {
  return text.match(/\[fill in [^\]\n]{1,200}\]/g) ?? [];
}

/**
 * Words from an entry for use inside another entry: one line, without the marks that mean something in Markdown,
 * cut at a word so that a title stays a title.
 *
 * @param longest most characters to keep
 */
export function quotable(text: string, longest = 80): string {
  const line = text
    .replace(/[`*_[\]{}<>|"“”\\#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const lastBlank = cut.lastIndexOf(' ');
  return `${(lastBlank > longest / 2 ? cut.slice(0, lastBlank) : cut).trim()} …`;
}
