/**
 * `npm run mutate [folder…] [-- --sample N --seed N]`: changes the sources in small ways, one at a time, and counts
 * the changes that a test notices. A seeded sample of each folder; the survivors are printed with their places.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const root = join(import.meta.dirname, '..');

/** Folders and the tests that answer for them: those that read the sources, not the bundles. */
const folders: Readonly<Record<string, readonly string[]>> = {
  'src/language': [
    'test/language',
    'test/lifecycle',
    'test/rules/cases.test.ts',
    'test/rules/criterion.test.ts',
  ],
  'src/sot': ['test/sot', 'test/lifecycle', 'test/rules/cases.test.ts'],
  'src/sla': ['test/sla'],
  'src/lifecycle': ['test/lifecycle', 'test/rules/cases.test.ts'],
  'src/check': ['test/check', 'test/report', 'test/rules/cases.test.ts'],
  'src/compare': ['test/compare'],
  'src/reconcile': ['test/reconcile'],
  'src/edit': ['test/edit'],
  'src/lead': ['test/lead'],
  'src/replay': ['test/replay'],
  'src/untrusted': ['test/untrusted', 'test/report'],
  'src/shell/files': ['test/shell'],
  action: ['test/action'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '150' }, seed: { type: 'string', default: '1' } },
});
const quiet = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
  fatal() {},
};
const lines: string[] = [];

for (const folder of positionals.length > 0 ? positionals : Object.keys(folders)) {
  const name = folder in folders ? folder : `src/${folder}`;
  const tests = folders[name];
  if (tests === undefined) throw new Error(`Choose one of: ${Object.keys(folders).join(', ')}`);
  const results = await new Stryker(options(tests, await sample(name))).runMutationTest();
  lines.push(...told(name, results));
}
process.stdout.write(`\n${lines.join('\n')}\n`);

/** Ranges of the source, `file:line:column-line:column`, in which about as many changes lie as were asked for. */
async function sample(folder: string): Promise<string[]> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('dist/'))
    .map((path) => join(root, folder, path))
    .sort()
    .map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const { mutants } = await new Instrumenter(quiet).instrument(files, {
    ignorers: [],
    excludedMutations: [],
    plugins: null,
  } as unknown as Parameters<Instrumenter['instrument']>[1]);
  const places = mutants.map(({ fileName, location: { start, end } }) => ({
    file: relative(root, fileName),
    from: [start.line + 1, start.column] as const,
    to: [end.line + 1, end.column] as const,
  }));
  const before = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
  const next = random(Number(values.seed));
  const order = places.map((place) => ({ place, key: next() })).sort((a, b) => a.key - b.key);
  const taken = new Set<(typeof places)[number]>();
  const ranges: string[] = [];
  for (const { place } of order) {
    if (taken.size >= Number(values.sample)) break;
    if (taken.has(place)) continue;
    const within = places.filter(
      ({ file, from, to }) => file === place.file && before(place.from, from) && before(to, place.to),
    );
    // A change of a whole function would bring everything inside it along.
    if (within.length > 6) continue;
    for (const one of within) taken.add(one);
    ranges.push(`${place.file}:${place.from.join(':')}-${place.to.join(':')}`);
  }
  return ranges;
}

function options(tests: readonly string[], mutate: string[]): PartialStrykerOptions {
  process.env['MUTATE_TESTS'] = tests.join(',');
  return {
    mutate,
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutate.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    reporters: ['dots'],
    ignorePatterns: ['dist', 'action/dist', '.astro'],
    tempDirName: '.cache/mutate',
    allowConsoleColors: false,
    checkers: [],
    disableTypeChecks: true,
    timeoutMS: 60_000,
  };
}

/** The folder's score and each change that no test noticed. */
function told(folder: string, results: readonly MutantResult[]): string[] {
  const counted = results.filter(
    ({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status),
  );
  const killed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const left = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  return [
    `${folder}: ${killed} of ${counted.length} (${Math.round((100 * killed) / Math.max(counted.length, 1))} %)`,
    ...left.map(
      ({ fileName, location, status, mutatorName, replacement }) =>
        `  ${relative(root, fileName)}:${location.start.line}:${location.start.column} ${status} ${mutatorName}: ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 80)}`,
    ),
  ];
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
