/**
 * `npm run mutate [folder…] [-- --sample N --seed N]`: changes the sources in small ways, one at a time, and counts
 * the changes that a test notices. A seeded sample of each folder; the survivors are printed with their places.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { type Instrumented, instrument, type Mutant, root, sampled } from './mutate/instrument.ts';

/** Folders and the tests that answer for them, the quick ones first: those that read the sources, not the bundles. */
const folders: Readonly<Record<string, readonly string[]>> = {
  'src/language': ['test/language', 'test/lifecycle', 'test/sla', 'test/rules/cases.test.ts'],
  'src/sot': ['test/sot', 'test/rules/cases.test.ts'],
  'src/sla': ['test/sla', 'test/rules/cases.test.ts'],
  'src/lifecycle': ['test/lifecycle', 'test/rules/cases.test.ts'],
  'src/check': ['test/check', 'test/report', 'test/rules/cases.test.ts'],
  'src/compare': ['test/compare'],
  'src/reconcile': ['test/reconcile'],
  'src/edit': ['test/edit'],
  'src/lead': ['test/lead'],
  'src/replay': ['test/replay'],
  'src/untrusted': ['test/untrusted', 'test/report'],
  'src/shell/files': ['test/shell'],
};

/** No change takes longer than this with one test; a worker that is silent for longer is stuck in it. */
const stuck = 150_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '150' }, seed: { type: 'string', default: '1' } },
});
const work = join(root, '.cache', 'mutate');
mkdirSync(work, { recursive: true });

for (const folder of positionals.length > 0 ? positionals : Object.keys(folders)) {
  const name = folder in folders ? folder : `src/${folder}`;
  const tests = folders[name];
  if (tests === undefined) throw new Error(`Choose one of: ${Object.keys(folders).join(', ')}`);
  const instrumented = await instrument(name);
  const sample = sampled(instrumented.mutants, Number(values.sample), Number(values.seed));
  const left = await survivors(name, tests, instrumented, sample);
  const killed = sample.length - left.length;
  console.log(
    [
      `${name}: ${killed} of ${sample.length} (${Math.round((100 * killed) / Math.max(sample.length, 1))} %), seed ${values.seed}, of ${instrumented.mutants.length} in all`,
      ...left.map((line) => `  ${line}`),
      '',
    ].join('\n'),
  );
}
process.exit();

/** The changes that no test noticed, as lines. */
async function survivors(
  name: string,
  tests: readonly string[],
  { sources }: Instrumented,
  sample: readonly Mutant[],
): Promise<string[]> {
  const log = join(work, `${name.replaceAll('/', '-')}.log`);
  writeFileSync(log, '');
  const read = () => told(log);
  const once = await start(sources, true);
  const files = await once.globTestSpecifications([...tests]);
  const rank = ({ moduleId }: TestSpecification) =>
    tests.findIndex((path) => moduleId.startsWith(join(root, path)));
  files.sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  /** What each file of tests runs while it loads. */
  const loads = new Map<string, ReadonlySet<string>>();

  // A spoilt file is left and begun again without the change that spoilt it, which is looked at by itself below.
  for (const file of files) {
    for (let again = true; again; ) {
      const { noticed, spoilt, stuck } = read();
      const sampled = sample
        .map(({ id }) => id)
        .filter((id) => ![noticed, spoilt, stuck].some((set) => set.has(id)));
      const from = statSync(log).size;
      const sound = await run(once, [file], log, { sample: sampled, active: null });
      if (!sound && read().stuck.size === stuck.size) throw new Error(`${file.moduleId} fails as it is`);
      loads.set(file.moduleId, told(log, from).atLoad);
      again = read().spoilt.size + read().stuck.size > spoilt.size + stuck.size;
    }
  }
  await once.close();

  // What is done while a file loads is on from the start: the tests once more for each, until one fails.
  const fresh = await start(sources, false);
  const all = await fresh.globTestSpecifications([...tests]);
  for (const { id } of sample) {
    const { noticed, stuck, spoilt, atLoad } = read();
    if (noticed.has(id) || stuck.has(id) || !(atLoad.has(id) || spoilt.has(id))) continue;
    const those = all
      .filter(({ moduleId }) => spoilt.has(id) || loads.get(moduleId)?.has(id))
      .sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
    if (!(await run(fresh, those, log, { sample: [], active: id })))
      writeFileSync(log, `noticed ${id}\n`, { flag: 'a' });
  }
  await fresh.close();
  const { noticed, stuck: endless, reached, atLoad } = read();
  return sample
    .filter(({ id }) => !noticed.has(id) && !endless.has(id))
    .map(({ id, told }) => `${told}${reached.has(id) || atLoad.has(id) ? '' : ' (never run)'}`);
}

function start(sources: ReadonlyMap<string, string>, isolate: boolean): Promise<Vitest> {
  return createVitest(
    {
      config: false,
      root,
      watch: false,
      include: ['test/**/*.test.ts'],
      setupFiles: ['test/seed.ts'],
      runner: join(root, 'scripts/mutate/runner.ts'),
      reporters: [{}],
      pool: 'forks',
      maxWorkers: 1,
      isolate,
      bail: 1,
      testTimeout: 0,
      hookTimeout: 300_000,
      update: false,
      testNamePattern:
        /^(?!.*(?:reading the files in another order|Windows line ends give|applying an offered edit|over all cases)).*$/,
    },
    {
      plugins: [
        {
          name: 'changed-sources',
          enforce: 'pre',
          load: (id: string) => sources.get(id.replace(/\?.*$/, '')) ?? null,
        },
      ],
    },
  );
}

/** Whether all passed. A worker that says nothing for too long is ended, and the change it tried counts as noticed. */
async function run(
  vitest: Vitest,
  files: TestSpecification[],
  log: string,
  given: { sample: string[]; active: string | null },
): Promise<boolean> {
  const project = vitest.getRootProject();
  project.provide('log', log);
  project.provide('sample', given.sample);
  project.provide('active', given.active);
  const begun = Date.now();
  const guard = setInterval(() => {
    if (Date.now() - Math.max(begun, statSync(log).mtimeMs) < stuck) return;
    const { worker, trying } = told(log);
    writeFileSync(log, `stuck ${given.active ?? trying}\n`, { flag: 'a' });
    if (worker !== null) process.kill(worker, 'SIGKILL');
  }, 5000);
  try {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(files, false);
    if (given.active === null)
      for (const one of testModules)
        for (const test of one.children.allTests('failed'))
          console.error(test.fullName, test.result().errors?.[0]?.message);
    return unhandledErrors.length === 0 && testModules.every((one) => one.ok());
  } finally {
    clearInterval(guard);
  }
}

function told(log: string, from = 0) {
  const lines = readFileSync(log, 'utf8').slice(from).split('\n');
  const of = (what: string) =>
    lines.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));
  return {
    noticed: new Set(of('noticed')),
    spoilt: new Set(of('spoilt')),
    stuck: new Set(of('stuck')),
    reached: new Set(of('reached')),
    atLoad: new Set(of('static')),
    trying: of('trying').at(-1) ?? null,
    worker: Number(of('worker').at(-1) ?? 0) || null,
  };
}
