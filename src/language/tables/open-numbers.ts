/** Numbers that are still to be written: "after XX attempts", "?? business hours", "$XX". Extend the rows. */

/** What stands for a number. */
const stand = '(?:X{1,4}|N{1,3}|Y{2,3}|Z{2,3}|[xn]|_{2,}|\\?{1,3}|#{1,3})';

/** What is counted or measured. */
const counted =
  'attempts?|touch(?:es|points?)?|calls?|dials?|e-?mails?|tries|times|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|business|working|calendar|employees|people|persons|staff|seats?|users?|licen[cs]es?|sites?|points?|percent|visits?|rejections?|returns?|leads?';

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_#?*/.-])(?:[$€£]\\s?(?:X{1,4}|N{2,3}|_{2,}|\\?{2,3})(?![\\p{L}\\p{N}])|${stand}(?=\\s?%|(?:\\s|-)(?:(?:to|or|–|-)\\s${stand}\\s)?(?:${counted})(?![\\p{L}\\p{N}])))`,
  'u',
);

/** A cheap look before the pattern: most texts have none of its signs. */
const signs = /\b(?:[XNYZ]{1,4}|[xn])\b|__|\?|#|[$€£]\s?[XN_?]/;

/** The sign that stands for a number in a text; null where none does. "3 x calls" has its number. */
export function openNumber(text: string): string | null {
  if (!signs.test(text)) return null;
  const found = pattern.exec(text);
  if (found === null || /\d\s?$/.test(text.slice(0, found.index))) return null;
  return found[0];
}

const alone = new RegExp(`^(?:[$€£]\\s?)?${stand}$`);

/** Whether a text is such a sign and nothing else. */
export function isOpenNumber(text: string): boolean {
  return alone.test(text);
}
