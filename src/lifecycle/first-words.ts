import { foldName } from '../language/fold.ts';

/** Which words a known name may begin with: most words of a running text begin none, and need no further look. */
export class FirstWords {
  readonly #most = new Map<string, number>();

  /** @param names folded */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      const words = name.split(' ');
      const first = foldName(words[0] ?? '');
      this.#most.set(first, Math.max(words.length, this.#most.get(first) ?? 0));
    }
    // A sign that folds to nothing says nothing about the phrase behind it.
    this.#most.set('', Math.max(...this.#most.values()));
  }

  /** The most words of a name that begins with a word of a text; 0 where none does. */
  most(word: string): number {
    const folded = foldName(word);
    const blank = folded.indexOf(' ');
    return this.#most.get(blank < 0 ? folded : folded.slice(0, blank)) ?? 0;
  }
}
