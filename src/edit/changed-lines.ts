import { longestRising } from '../sot/sorted.ts';

/**
 * Which lines changed between two texts, in linear time: for files with so many changes that the least difference
 * takes minutes to find. Not the shortest answer, but a true one.
 */

/** `gone` lines from `at` in the old text were replaced by `came` lines from `now` in the new one; counted from 0. */
export interface ChangedLines {
  readonly at: number;
  readonly gone: number;
  readonly now: number;
  readonly came: number;
}

/** Lines that stand once in both texts, in the same order, hold the rest in place; between them line meets line. */
export function changedLines(before: readonly string[], after: readonly string[]): readonly ChangedLines[] {
  const found: ChangedLines[] = [];
  let [at, now] = [0, 0];
  const anchors = before.length === after.length ? [] : inOrder(shared(before, after));
  for (const [oldLine, newLine] of [...anchors, [before.length, after.length] as const]) {
    between(before.slice(at, oldLine), after.slice(now, newLine), at, now, found);
    [at, now] = [oldLine + 1, newLine + 1];
  }
  return found;
}

/** The changes of a piece without anchors: line by line where there are as many, else all but its common ends. */
function between(
  before: readonly string[],
  after: readonly string[],
  at: number,
  now: number,
  found: ChangedLines[],
): void {
  if (before.length !== after.length) {
    let start = 0;
    while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
    let [gone, came] = [before.length, after.length];
    while (gone > start && came > start && before[gone - 1] === after[came - 1]) {
      gone--;
      came--;
    }
    found.push({ at: at + start, gone: gone - start, now: now + start, came: came - start });
    return;
  }
  for (let line = 0; line < before.length; line++) {
    const start = line;
    while (line < before.length && before[line] !== after[line]) line++;
    if (line > start)
      found.push({ at: at + start, gone: line - start, now: now + start, came: line - start });
  }
}

/** Lines that each text has once, as [old, new]. */
function shared(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const once = onlyOnce(after);
  return [...onlyOnce(before)]
    .flatMap(([line, at]) => {
      const now = once.get(line);
      return now === undefined ? [] : [[at, now] as const];
    })
    .sort(([a], [b]) => a - b);
}

function onlyOnce(lines: readonly string[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const again = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (seen.has(line)) again.add(line);
    seen.set(line, at);
  }
  for (const line of again) seen.delete(line);
  return seen;
}

/** The longest run of pairs whose new lines rise with their old ones. */
function inOrder(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return longestRising(pairs.map(([, now]) => now)).map((at) => pairs[at] as readonly [number, number]);
}
