/** The lines of the server's own diff: the only ones a review may hang on. */

/** A file of `GET /repos/{owner}/{repo}/pulls/{pull_number}/files`. */
export interface PullFile {
  readonly filename: string;
  readonly status?: string;
  /** Name of the head's blob. */
  readonly sha?: string;
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

/** The lines of one file's diff by their number in the head's file. */
export type NumberedLines = ReadonlyMap<number, DiffLine>;

/** Lines of the head's file by their 1-based number. */
export function numberedLines(lines: readonly DiffLine[]): NumberedLines {
  return new Map(lines.map((line) => [line.number, line]));
}

/**
 * Whether lines of the head's file may carry a review comment: all stand in one hunk, and each says what it is
 * taken to say. `first` is the 1-based number of the first.
 */
export function isAnchor(lines: NumberedLines, wanted: readonly string[], first: number): boolean {
  const hunk = lines.get(first)?.hunk;
  return wanted.every((text, offset) => {
    const line = lines.get(first + offset);
    return line?.text === text && line.hunk === hunk;
  });
}
