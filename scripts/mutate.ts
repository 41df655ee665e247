/**
 * `npm run mutate [folder…] [-- --sample N --seed N --tries N --minutes N --together --resume]`: changes the sources in small ways, one at a time, and counts
 * the changes that a test notices. A seeded sample of each folder; the survivors are printed with their places.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { type Instrumented, instrument, type Mutant, mutantsIn, root, sampled } from './mutate/instrument.ts';

/** Folders and the tests that answer for them, the quick ones first: those that read the sources, not the bundles. */
const folders: Readonly<Record<string, readonly string[]>> = {
  'src/language': [
    'test/language/words.test.ts',
    'test/language/said.test.ts',
    'test/language',
    'test/lifecycle',
    'test/sla',
    'test/rules/says-nothing.test.ts',
    'test/rules/cases.test.ts',
  ],
  'src/sot': [
    'test/sot/pieces.test.ts',
    'test/sot/head-lines.test.ts',
    'test/sot/leavings.test.ts',
    'test/sot/plain-look.test.ts',
    'test/sot/read.test.ts',
    'test/sot/entries.test.ts',
    'test/sot/fields.test.ts',
    'test/sot/heads.test.ts',
    'test/lifecycle/read.test.ts',
    'test/sot',
    'test/rules/cases.test.ts',
  ],
  'src/sla': [
    'test/sla/said.test.ts',
    'test/sla/words.test.ts',
    'test/sla/variants.test.ts',
    'test/sla/due.test.ts',
    'test/sla/answer.test.ts',
    'test/sla/escalation.test.ts',
    'test/sla',
    'test/rules/escalations.test.ts',
    'test/lead',
    'test/rules/cases.test.ts',
  ],
  'src/lifecycle': [
    'test/lifecycle/phrases.test.ts',
    'test/lifecycle/named.test.ts',
    'test/lifecycle/wordings.test.ts',
    'test/lifecycle/one-id.test.ts',
    'test/lifecycle/owners.test.ts',
    'test/lifecycle/differing.test.ts',
    'test/lifecycle/whole.test.ts',
    'test/lifecycle/read.test.ts',
    'test/lifecycle',
    'test/rules/says-nothing.test.ts',
    'test/rules/cases.test.ts',
    'test/lead',
    'test/compare',
    'test/reconcile/cases.test.ts',
    'test/draft',
    'test/replay',
  ],
  'src/check': [
    'test/check',
    'test/edit/loop.test.ts',
    'test/edit/tried-edits.test.ts',
    'test/edit/renamed.test.ts',
    'test/edit/fix-texts.test.ts',
    'test/report',
    'test/rules/cases.test.ts',
  ],
  'src/compare': ['test/compare', 'test/check/together.test.ts', 'test/edit/renamed.test.ts'],
  'src/reconcile': ['test/reconcile'],
  'src/edit': [
    'test/edit/parts-of-rename.test.ts',
    'test/edit/single-places.test.ts',
    'test/edit/links-and-zones.test.ts',
    'test/edit/new-names.test.ts',
    'test/edit/named-things.test.ts',
    'test/edit/said-otherwise.test.ts',
    'test/edit',
    'test/reconcile',
  ],
  'src/lead': ['test/lead'],
  'src/replay': ['test/replay'],
  'src/untrusted': ['test/untrusted', 'test/report'],
  'src/shell/files': [
    'test/shell/walked.test.ts',
    'test/shell/patterns.test.ts',
    'test/shell/glob.test.ts',
    'test/shell',
    'test/security/bounds.test.ts',
    'test/action/workspace.test.ts',
    'test/action/links.test.ts',
    'test/action/limits.test.ts',
    'test/action/left-out.test.ts',
    'test/action/hostile-names.test.ts',
    'test/action/verdict.test.ts',
  ],
  // What only the bundle's tests reach counts as not noticed here.
  action: [
    'test/action/event.test.ts',
    'test/action/inputs.test.ts',
    'test/action/fixes.test.ts',
    'test/action/asked.test.ts',
    'test/action/reviewed.test.ts',
    'test/action/said.test.ts',
    'test/action/handed.test.ts',
    'test/action/handed-comment.test.ts',
    'test/action/placed.test.ts',
    'test/action/refused.test.ts',
    'test/action/compared.test.ts',
    'test/action/occasions.test.ts',
    'test/action/opened.test.ts',
    'test/action/proxy.test.ts',
    'test/action/sticky-comment.test.ts',
    'test/action/workspace.test.ts',
    'test/action/comment.test.ts',
    'test/action/suggestions.test.ts',
    'test/action/verdict.test.ts',
    'test/action/reconcile.test.ts',
    'test/action/checkouts.test.ts',
    'test/action/nothing-left.test.ts',
    'test/action/left-out.test.ts',
    'test/action/links.test.ts',
    'test/action/limits.test.ts',
    'test/action/job-comment.test.ts',
    'test/action/hostile-names.test.ts',
    'test/action/api-failures.test.ts',
    'test/security/surfaces.test.ts',
  ],
};

/** No change takes longer than this with one test; a worker that is silent for longer is stuck in it. */
const stuck = 150_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    /**
     * A change that so many tests of one file (of 20 ms each) reached without noticing it is left alone there: all cases
     * run through all of the reading, and each would be one more. Of those that run it equally often a tenth of so many.
     * What is counted can only be too low.
     */
    tries: { type: 'string', default: '600' },
    /** After so long no change is tried any more: what is counted can only be too low. */
    minutes: { type: 'string', default: '600' },
    /** Leaves out what is done while a file loads (tables, constants): each of these is a run by itself. */
    functions: { type: 'boolean', default: false },
    /** Goes on with what an earlier run of the same sources left open. */
    resume: { type: 'boolean', default: false },
    /** All folders in one run: their tests run once, and each answers for all of them. */
    together: { type: 'boolean', default: false },
  },
});
const work = join(root, '.cache', 'mutate');
mkdirSync(work, { recursive: true });

/** The quick tests first, which leave less for the slow ones; vitest would begin with the longest. */
class AsListed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}

let until = 0;
const names = (positionals.length > 0 ? positionals : Object.keys(folders)).map((folder) =>
  folder in folders ? folder : `src/${folder}`,
);
for (const group of values.together ? [names] : names.map((name) => [name])) {
  const tests = group.flatMap((name) => folders[name] ?? []);
  if (group.some((name) => folders[name] === undefined))
    throw new Error(`Choose one of: ${Object.keys(folders).join(', ')}`);
  const inFolder = new Map<string, readonly Mutant[]>();
  for (const name of group) inFolder.set(name, await mutantsIn(name));
  const sample = group.flatMap((name) =>
    sampled(inFolder.get(name) ?? [], Number(values.sample), Number(values.seed)),
  );
  const instrumented = await instrument(sample);
  until = Date.now() + Number(values.minutes) * 60_000;
  const { counted, left } = await survivors(group.join('+'), tests, instrumented);
  for (const name of group) {
    const own = (lines: readonly string[]) => lines.filter((line) => line.startsWith(`${name}/`));
    const [of, survived] = [own(counted).length, own(left)];
    const killed = of - survived.length;
    console.log(
      [
        `${name}: ${killed} of ${of} (${Math.round((100 * killed) / Math.max(of, 1))} %), seed ${values.seed}, of ${inFolder.get(name)?.length} in all`,
        ...survived.map((line) => `  ${line}`),
        '',
      ].join('\n'),
    );
  }
}
process.exit();

/** The changes that count, and those of them that no test noticed, as lines. */
async function survivors(
  name: string,
  tests: readonly string[],
  { sources, sample: mutants }: Instrumented,
): Promise<{ readonly counted: readonly string[]; readonly left: readonly string[] }> {
  const sample = [...mutants].map(([id, { told }]) => ({ id, told }));
  const log = join(work, `${name.replaceAll('/', '-')}.log`);
  if (!values.resume) writeFileSync(log, '');
  const read = () => told(log);
  const vitest = await start(sources);
  const files = await vitest.globTestSpecifications([...new Set(tests)]);
  // A file stands where it is named; the nearest name counts, and of several folders' lists the last.
  const rank = ({ moduleId }: TestSpecification) => {
    const own = tests.filter((path) => moduleId.startsWith(join(root, path)));
    return tests.lastIndexOf(own.sort((a, b) => b.length - a.length)[0] ?? '');
  };
  files.sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));

  // A spoilt worker is left and begun again without the change that spoilt it, which is looked at by itself below.
  for (let again = true; again; ) {
    const { noticed, spoilt, stuck } = read();
    const open = sample.filter(({ id }) => ![noticed, spoilt, stuck].some((set) => set.has(id)));
    const ended = await run(vitest, files, log, { sample: open.map(({ id }) => id), active: null });
    again = read().spoilt.size + read().stuck.size > spoilt.size + stuck.size;
    if (ended !== 'passed' && !again) throw new Error(`The tests of ${name} ${ended} as they are`);
  }

  // What is done while a file loads is on from the start: the tests once more for each, until one fails.
  const { noticed: before, stuck: hung, spoilt, atLoad } = read();
  const late = sample.filter(
    ({ id }) => !before.has(id) && !hung.has(id) && (atLoad.has(id) || spoilt.has(id)),
  );
  for (const { id } of values.functions ? [] : late)
    if ((await run(vitest, files, log, { sample: [], active: id })) === 'failed')
      writeFileSync(log, `noticed ${id}\n`, { flag: 'a' });
  await vitest.close();
  const { noticed, stuck: endless, reached } = read();
  const counted = sample.filter(({ id }) => !values.functions || reached.has(id) || !atLoad.has(id));
  return {
    counted: counted.map(({ told }) => told),
    left: counted
      .filter(({ id }) => !noticed.has(id) && !endless.has(id))
      .map(({ id, told }) => `${told}${reached.has(id) || atLoad.has(id) ? '' : ' (never run)'}`),
  };
}

function start(sources: ReadonlyMap<string, string>): Promise<Vitest> {
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
      isolate: false,
      // A kept transform would be that of the sources without the changes in them.
      fsModuleCache: false,
      bail: 1,
      sequence: { shuffle: { tests: true, files: false }, seed: 1, sequencer: AsListed },
      testTimeout: 0,
      hookTimeout: 300_000,
      update: false,
      testNamePattern:
        /^(?!.*(?:reading the files in another order|applying an offered edit|over all cases|in every case|in every example)).*$/,
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

/**
 * How the tests ended. A worker that says nothing for too long is ended, and the change it tried counts as noticed; one
 * that did not start says nothing about a change and is started again.
 */
async function run(
  vitest: Vitest,
  files: TestSpecification[],
  log: string,
  given: { sample: string[]; active: string | null },
): Promise<'passed' | 'failed' | 'did not start'> {
  const project = vitest.getRootProject();
  project.provide('log', log);
  project.provide('sample', given.sample);
  project.provide('active', given.active);
  project.provide('tries', Number(values.tries));
  project.provide('until', until);
  for (let tries = 0; tries < 5; tries++) {
    const begun = Date.now();
    const before = told(log).stuck.size;
    const guard = setInterval(() => {
      const { worker, trying, last } = told(log);
      // A test as it is, with nothing tried in it, may take its time.
      const patience = given.active !== null || last.startsWith('trying') ? stuck : 6 * stuck;
      if (Date.now() - Math.max(begun, statSync(log).mtimeMs) < patience) return;
      writeFileSync(log, `stuck ${given.active ?? trying}\n`, { flag: 'a' });
      if (worker !== null) process.kill(worker, 'SIGKILL');
    }, 5000);
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(files, false);
    clearInterval(guard);
    const failed = testModules.flatMap((one) => [...one.children.allTests('failed')]);
    if (given.active === null)
      for (const test of failed) console.error(test.fullName, test.result().errors?.[0]?.message);
    if (failed.length > 0 || testModules.some((one) => one.errors().length > 0)) return 'failed';
    if (told(log).stuck.size > before) return 'failed';
    if (unhandledErrors.length === 0 && testModules.length === files.length) return 'passed';
  }
  return 'did not start';
}

function told(log: string) {
  const lines = readFileSync(log, 'utf8').split('\n');
  const of = (what: string) =>
    lines.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));
  return {
    noticed: new Set(of('noticed')),
    spoilt: new Set(of('spoilt')),
    stuck: new Set(of('stuck')),
    reached: new Set(of('reached')),
    atLoad: new Set(of('static')),
    trying: of('trying').at(-1) ?? null,
    last: lines.at(-2) ?? '',
    worker: Number(of('worker').at(-1) ?? 0) || null,
  };
}
