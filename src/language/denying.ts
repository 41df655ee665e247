/** Places that a text names only to rule them out: "MQL, not Nurture", "MQL instead of Nurture". */

const onTheWay = new Set(['back', 'to', 'into', 'in', 'the', 'a', 'an', 'straight', 'directly', 'again']);

/** Whether the words before the one at `at` say that it is not meant. */
export function isDenied(words: readonly string[], at: number): boolean {
  let last = at - 1;
  while (at - last < 4 && onTheWay.has(words[last]?.toLowerCase() ?? '')) last -= 1;
  const [before, word] = [words[last - 1]?.toLowerCase(), words[last]?.toLowerCase()];
  return (
    word === 'not' ||
    word === 'never' ||
    (word === 'of' && before === 'instead') ||
    (word === 'than' && before === 'rather')
  );
}
