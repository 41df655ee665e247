/** How many columns text takes where letters stand in a grid: under a mark in a terminal, in a line of a diagram. */

/** Letters of two columns: of East Asia (Unicode's East_Asian_Width W and F, in blocks), and emoji shown as pictures. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u;
const narrow = /^[\x20-\x7e]*$/;

let segmenter: Intl.Segmenter | null = null;

/** Text as a reader counts its letters: an accent or a joined emoji is part of the letter it stands on. */
export function lettersOf(text: string): Iterable<string> {
  if (narrow.test(text)) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns of one letter. */
export function columnsOf(letter: string): number {
  return wide.test(letter) ? 2 : 1;
}

/** Columns of a text without line ends. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  let columns = 0;
  for (const letter of lettersOf(text)) columns += columnsOf(letter);
  return columns;
}
