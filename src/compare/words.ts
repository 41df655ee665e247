/** Which words of a text changed: what a long sentence hides when it stands there twice. */

/** A run of words that stayed, went or came. */
export interface WordRun {
  readonly kind: 'kept' | 'gone' | 'new';
  readonly text: string;
}

/** Texts shorter than this are read at a glance as `old → new`. */
const shortest = 40;
/** Words on one side up to which they are compared one by one; the work grows with the product of both sides. */
const mostWords = 240;

/**
 * The words of two texts side by side; null where they are short, too long, or have less than half in common, so
 * that both are better read whole.
 */
export function changedWords(before: string, after: string): readonly WordRun[] | null {
  if (Math.max(before.length, after.length) < shortest) return null;
  const [old, now] = [tokensOf(before), tokensOf(after)];
  if (old.length > mostWords || now.length > mostWords) return null;
  const common = lengths(old, now);
  if ((common[0]?.[0] ?? 0) * 2 < Math.min(old.length, now.length)) return null;
  const runs: { kind: WordRun['kind']; words: string[] }[] = [];
  const add = (kind: WordRun['kind'], word: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else runs.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [one, other] = [old[i], now[j]];
    if (one !== undefined && one.trim() === other?.trim()) {
      add('kept', one);
      i += 1;
      j += 1;
    } else if (
      one !== undefined &&
      (other === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))
    ) {
      add('gone', one);
      i += 1;
    } else if (other !== undefined) {
      add('new', other);
      j += 1;
    }
  }
  return runs.map(({ kind, words }) => ({ kind, text: words.join('') }));
}

/** Words and signs, each with the blank before it. */
function tokensOf(text: string): readonly string[] {
  return text.trim().match(/\s*(?:[\p{L}\p{M}\p{N}]+(?:[-'’./][\p{L}\p{M}\p{N}]+)*|\S)/gu) ?? [];
}

/** Lengths of the longest common subsequence of the words from i and from j on. */
function lengths(old: readonly string[], now: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    const [row, below] = [table[i] as Uint16Array, table[i + 1] as Uint16Array];
    for (let j = now.length - 1; j >= 0; j--)
      row[j] =
        old[i]?.trim() === now[j]?.trim()
          ? (below[j + 1] ?? 0) + 1
          : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}
