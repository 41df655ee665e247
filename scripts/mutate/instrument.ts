/** The small changes that StrykerJS knows, and sources with a sample of them, each switched on by its number. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

export const root = join(import.meta.dirname, '..', '..');

/** A small change, where it stands. */
export interface Mutant {
  /** `src/edit/apply.ts:12:7 ConditionalExpression: false`. */
  readonly told: string;
  readonly file: string;
  readonly range: Range;
  /** What tells it from every other. */
  readonly key: string;
}

interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface Instrumented {
  /** Absolute path → source with the sampled changes in it, each switched on by its number. */
  readonly sources: ReadonlyMap<string, string>;
  /** Number → change. */
  readonly sample: ReadonlyMap<string, Mutant>;
}

/** All changes of a folder in the order of its files. */
export async function mutantsIn(folder: string): Promise<readonly Mutant[]> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('dist/'))
    .map((path) => join(root, folder, path))
    .sort();
  return (await made(files.map((name) => [name, true]))).mutants.map(({ mutant }) => mutant);
}

/** The sources of a sample. Only its changes are put in (and those inside of them): each costs time wherever it stands. */
export async function instrument(sample: readonly Mutant[]): Promise<Instrumented> {
  const byFile = Map.groupBy(sample, ({ file }) => file);
  const { sources, mutants } = await made(
    [...byFile].map(([name, own]) => [name, own.map(({ range }) => range)]),
  );
  const wanted = new Set(sample.map(({ key }) => key));
  return {
    sources,
    sample: new Map(
      mutants.filter(({ mutant }) => wanted.has(mutant.key)).map(({ id, mutant }) => [id, mutant]),
    ),
  };
}

async function made(files: readonly (readonly [string, true | readonly Range[]])[]) {
  const options = { ignorers: [], excludedMutations: [], plugins: null, noHeader: false };
  const result = await new Instrumenter(silent).instrument(
    files.map(([name, mutate]) => ({
      name,
      mutate: mutate === true ? true : [...mutate],
      content: readFileSync(name, 'utf8'),
    })),
    options as unknown as Parameters<Instrumenter['instrument']>[1],
  );
  return {
    sources: new Map(result.files.map(({ name, content }) => [name, content])),
    mutants: result.mutants.map(({ id, fileName, location, mutatorName, replacement }) => {
      const { start, end } = location;
      const place = `${relative(root, fileName)}:${start.line + 1}:${start.column + 1}`;
      const words = (replacement ?? '').replaceAll(/\s+/g, ' ');
      return {
        id,
        mutant: {
          told: `${place} ${mutatorName}: ${words.slice(0, 90)}`,
          file: fileName,
          range: { start, end },
          key: `${place}-${end.line}:${end.column} ${mutatorName}: ${words}`,
        },
      };
    }),
  };
}

/** `count` of them, evenly likely, the same for the same seed. */
export function sampled(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const next = random(seed);
  const order = mutants.map((mutant) => ({ mutant, key: next() })).sort((a, b) => a.key - b.key);
  return order.slice(0, count).map(({ mutant }) => mutant);
}

/** Mulberry32: the same numbers for the same seed, 0 to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const no = () => false;
const nothing = () => {};
const silent = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};
