/** Takes no room and is no word: a blank for every question that is asked of a line. */
export const coverSign = '\u2060';

/** As many covers as a text is long. */
export function covered(found: string): string {
  return coverSign.repeat(found.length);
}

/** Marks around words, or in their place: a sign without which no text holds one, what one looks like, what is left of it. */
export type Mark = readonly [
  sign: string | RegExp,
  looks: RegExp,
  left: (found: string, ...groups: string[]) => string,
];

/** Puts what is left of marks in their places, one kind after the other; a text without a kind's sign is not searched. */
export function coverMarks(text: string, marks: readonly Mark[]): string {
  return marks.reduce(
    (result, [sign, looks, left]) =>
      (typeof sign === 'string' ? result.includes(sign) : sign.test(result))
        ? result.replace(looks, left)
        : result,
    text,
  );
}

/** The text with blanks in place of ranges (from, up to), which may stand in any order and within each other. */
export function blankOut(text: string, ranges: readonly (readonly [number, number])[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let at = 0;
  for (const [start, end] of [...ranges].sort((one, two) => one[0] - two[0])) {
    if (start < at) continue;
    result += text.slice(at, start) + blanks(text, start, end);
    at = end;
  }
  return result + text.slice(at);
}

/** Blanks in place of a range, a cover first where words follow it on a line that it begins: they stand as deep as it. */
function blanks(text: string, start: number, end: number): string {
  const result = text.slice(start, end).replace(/[^\r\n]/g, ' ');
  const follows = /^[ \t]*[^ \t\r\n]/.test(text.slice(end, end + 80));
  if (!follows) return result;
  const line = Math.max(result.lastIndexOf('\n'), result.lastIndexOf('\r')) + 1;
  const begins = line > 0 || /(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(0, start - 80), start));
  return begins ? result.slice(0, line) + coverSign + result.slice(line + 1) : result;
}
