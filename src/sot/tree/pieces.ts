import type { Lines } from '../lines.ts';
import type { Piece } from './draft-node.ts';

/** What some pieces say, line below line. */
export function piecesText(pieces: readonly Piece[], lines: Lines): string {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return lines.slice(first.start, first.end);
  return pieces.map(({ start, end }) => lines.slice(start, end)).join('\n');
}

/** The parts of some pieces that stand between two offsets of their joined text. */
export function between(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const { line, start, end } of pieces) {
    const first = Math.max(start, start + from - at);
    const last = Math.min(end, start + to - at);
    if (last > first) parts.push({ line, start: first, end: last });
    at += end - start + 1;
  }
  return parts;
}

/** The place in the file of an offset into the joined text. */
export function offsetOf(pieces: readonly Piece[], offset: number): number {
  let at = 0;
  for (const { start, end } of pieces) {
    if (offset <= at + end - start) return start + offset - at;
    at += end - start + 1;
  }
  return pieces.at(-1)?.end ?? 0;
}

/** The line of an offset into the joined text. */
export function lineOf(pieces: readonly Piece[], offset: number): number {
  let at = 0;
  for (const { line, start, end } of pieces) {
    if (offset <= at + end - start) return line;
    at += end - start + 1;
  }
  return pieces.at(-1)?.line ?? 0;
}
