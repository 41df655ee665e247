/** Folders' sources with every small change in them that StrykerJS knows, each switched on by its number. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

export const root = join(import.meta.dirname, '..', '..');

export interface Mutant {
  readonly id: string;
  /** `src/edit/apply.ts:12:7 ConditionalExpression: false`. */
  readonly told: string;
}

export interface Instrumented {
  /** Absolute path → source with all changes in it. */
  readonly sources: ReadonlyMap<string, string>;
  readonly mutants: readonly Mutant[];
}

/** Mutants in the order of the files; their numbers are the same for the same sources. */
export async function instrument(folders: readonly string[]): Promise<Instrumented> {
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !path.startsWith('dist/'))
        .map((path) => join(root, folder, path))
        .sort(),
    )
    .map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { ignorers: [], excludedMutations: [], plugins: null, noHeader: false };
  const made = await new Instrumenter(silent).instrument(
    files,
    options as unknown as Parameters<Instrumenter['instrument']>[1],
  );
  return {
    sources: new Map(made.files.map(({ name, content }) => [name, content])),
    mutants: made.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      told: `${relative(root, fileName)}:${location.start.line + 1}:${location.start.column + 1} ${mutatorName}: ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 90)}`,
    })),
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
