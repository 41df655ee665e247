/** The lines of the server's own diff: the only ones a review may hang on. */

/** A file of `GET /repos/{owner}/{repo}/pulls/{pull_number}/files`. */
export interface PullFile {
  readonly filename: string;
  readonly status?: string;
  /** Missing when the file is too big or no text. */
  readonly patch?: string;
}

/** A line of the head's file as the diff shows it. */
export interface DiffLine {
  readonly number: number;
  readonly hunk: number;
  /** Without its line end. */
  readonly text: string;
}

/** The right-hand lines of a patch, in order. */
export function rightHandLines(patch: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let hunk = 0;
  let number = 0;
  for (const line of patch.split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(line);
    if (header !== null) {
      hunk += 1;
      number = Number(header[1]);
    } else if (hunk > 0 && (line.startsWith('+') || line.startsWith(' '))) {
      lines.push({ number, hunk, text: line.slice(1).replace(/\r$/, '') });
      number += 1;
    }
  }
  return lines;
}

/** The lines of one file's diff with their places by text, so that many suggestions are placed in one pass. */
export interface IndexedLines {
  readonly lines: readonly DiffLine[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function indexLines(lines: readonly DiffLine[]): IndexedLines {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of lines.entries()) {
    const there = places.get(text);
    if (there) there.push(index);
    else places.set(text, [index]);
  }
  return { lines, places };
}

/**
 * Where some consecutive lines of the checked file stand in the diff: the numbers of the first and last line on
 * the head's side. The checked file may be the merge of head and base, so lines are matched by their text: at their
 * own number first, else anywhere, but then only when there is one such place. All must stand in one hunk.
 */
export function anchorOf(
  { lines, places }: IndexedLines,
  wanted: readonly string[],
  firstNumber: number,
): { readonly first: number; readonly last: number } | null {
  const found = (places.get(wanted[0] ?? '') ?? []).flatMap((start) => {
    const fits = wanted.every((text, offset) => {
      const line = lines[start + offset];
      return line?.text === text && line.hunk === lines[start]?.hunk;
    });
    return fits ? [lines[start]?.number ?? 0] : [];
  });
  const only = found.length === 1 ? found[0] : undefined;
  const first = found.includes(firstNumber) ? firstNumber : only;
  return first === undefined ? null : { first, last: first + wanted.length - 1 };
}
