/** Takes no room and is no word: a blank for every question that is asked of a line. */
export const cover = '\u2060';

/** As many covers as a text is long. */
export function covered(found: string): string {
  return cover.repeat(found.length);
}
