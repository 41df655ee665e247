/** Arrows, however they are typed. One list: every line that points somewhere is read with it. */

/**
 * Signs that are an arrow to the right by themselves, for the classes of patterns. Heads that people begin list items
 * with (➤, ▸, ›) are none.
 */
export const arrowSigns = '→↝↠↣↦⇉⇒⇛⇝⇢⇨⇰⇶⇾⟶⟹⟼⟿⤳⮕➔➙➛➜➝➞➟➠➡➥➦➨➩➪➫➬➭➮➯➱➲➳➵➸➺➻➼➽➾►▶';

/** Source of a pattern that finds one arrow; for the patterns of others. An emoji has a sign of its own behind it. */
export const arrowPattern = `(?:[${arrowSigns}]\\ufe0f?|--+>|–>|—>|->|~+>|=+>)`;

const one = new RegExp(arrowPattern, 'u');
const each = new RegExp(arrowPattern, 'gu');

/** Whether a text points with an arrow. */
export function hasArrow(text: string): boolean {
  return one.test(text);
}

/** A text at its arrows; one part where it has none. */
export function splitAtArrows(text: string): string[] {
  return text.split(each);
}

/** Where the last arrow of a text begins; -1 without one. */
export function lastArrow(text: string): number {
  let last = -1;
  for (const match of text.matchAll(each)) last = match.index;
  return last;
}

/** Where the first arrow of a text stands; null without one. */
export function firstArrow(text: string): { readonly start: number; readonly end: number } | null {
  const match = one.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
