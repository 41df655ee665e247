/** Takes no room and is no word: a blank for every question that is asked of a line. */
export const cover = '\u2060';
