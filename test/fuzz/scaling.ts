/**
 * Looks for what grows faster than its input: a piece of text many times over, and four times as many. It measures
 * the time of the processor, so it is no test of CI; `npm run fuzz` asks it beside the other targets.
 */
import fc, { type IRawProperty } from 'fast-check';
import { checked } from './sound.ts';
import { pieces } from './text.ts';

/** Characters of the smaller text; below it the start of everything counts for more than its growth. */
const size = 60_000;
/** Four times the text may take so many times the time: garbage collection and caches take their part. */
const most = 9;
/** Milliseconds below which nothing is said. */
const least = 1200;

function repeated(pieces: string, numbered: boolean, length: number): string {
  const parts: string[] = [];
  for (let at = 0, sum = 0; sum < length; at++) {
    const part = numbered
      ? pieces.replaceAll(/(\b[A-Z]+-)\d+/g, (_all, head) => `${head}${String(at).padStart(3, '0')}`)
      : pieces;
    parts.push(part);
    sum += part.length + 1;
  }
  return parts.join('\n');
}

function took(text: string): number {
  const before = process.cpuUsage();
  checked(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const scaling: IRawProperty<unknown> = fc.property(pieces, fc.boolean(), (piece, numbered) => {
  const [small, large] = [size, size * 4].map((length) => repeated(piece, numbered, length)) as [
    string,
    string,
  ];
  const first = took(large);
  if (first < least) return;
  const [one, four] = [Math.min(took(small), took(small)), Math.min(first, took(large))];
  if (four > least && four > most * one)
    throw new Error(
      `${Math.round(one)} ms for ${small.length} characters, ${Math.round(four)} ms for ${large.length}`,
    );
}) as IRawProperty<unknown>;
