import { distance } from 'fastest-levenshtein';

/** Longer words are never compared: an edit distance costs length times length, and nobody mistypes a paragraph. */
const longest = 80;

/**
 * The choice a mistyped word most likely meant, or null when none is near. Case and separators do not count
 * (`salesassisted` means `sales-assisted`); of two equally near choices the first listed wins.
 */
export function closest(word: string, choices: Iterable<string>): string | null {
  if (word.length > longest) return null;
  const plain = fold(word);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    const other = fold(choice);
    const apart = slips(plain, other);
    const near = plain.length >= 3 && other.startsWith(plain) ? Math.min(apart, 1) : apart;
    if (near < least && near <= allowed(Math.max(plain.length, other.length))) {
      best = choice;
      least = near;
    }
  }
  return best;
}

/** How many slips of the hand lie between two words: letters changed, and two neighbours that changed places as one. */
export function slips(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  if (at < one.length && swapped === other) return 1;
  return distance(one, other);
}

/** Slips allowed by length of the longer word: 1 up to four letters, 2 up to seven, then 3. */
function allowed(length: number): number {
  return length <= 4 ? 1 : length <= 7 ? 2 : 3;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}
