/**
 * Vitest's runner, which runs each test once as it is and then again for each change of the sample that the test
 * reaches and no test has noticed yet. Nothing is loaded twice, so that a change costs no more than the tests it
 * touches; what happens while a file loads (tables, constants) is seen only by the second look of `mutate.ts`.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { inject, type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';

interface Switch {
  /** Something that a change left behind is still here. */
  spoilt?: boolean;
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
}

/** Microseconds of processor time of a whole document's test: one try. A quicker one is a part of a try, a slower one several. */
const usual = 20_000;

/** Of so many tries is no test: random tests of thousands of values would be run once more for each change. */
const tooMany = 25;

/** Longer than any test takes by itself. */
const patience = 60_000;

export default class MutateRunner extends TestRunner {
  readonly #log = inject('log');
  readonly #sample = new Set(inject('sample'));
  readonly #active = inject('active');
  readonly #mostTries = inject('tries');
  readonly #until = inject('until');
  readonly #switch: Switch;
  readonly #loaded = new Set<string>();
  readonly #reached = new Set<string>();
  readonly #noticed: Set<string>;
  readonly #tried = new Map<string, number>();

  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    super(config);
    const all = globalThis as { __stryker__?: Switch };
    all.__stryker__ ??= {};
    this.#switch = all.__stryker__;
    this.#switch.activeMutant = this.#active ?? undefined;
    this.#noticed = noticed(this.#log);
    this.#told('worker', String(process.pid));
  }

  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    this.#tried.clear();
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    const state = this.#switch;
    // The time is over: what is left is not tried.
    if (Date.now() > this.#until) return;
    if (this.#active !== null) {
      await this.#runChanged(run, this.#active);
      return;
    }
    // What is spoilt is begun again: the rest of this round would try nothing.
    if (state.spoilt) throw new Error('spoilt');
    state.currentTestId = test.id;
    this.#told('as-it-is', test.id);
    const before = process.cpuUsage();
    await run();
    state.currentTestId = undefined;
    const { user, system } = process.cpuUsage(before);
    const hits = state.mutantCoverage?.perTest[test.id] ?? {};
    if (state.mutantCoverage) state.mutantCoverage.perTest = {};
    for (const id of Object.keys(state.mutantCoverage?.static ?? {})) {
      if (this.#sample.has(id) && !this.#loaded.has(id)) this.#told('static', id);
      this.#loaded.add(id);
    }
    const untold = Object.keys(hits).filter((id) => this.#sample.has(id) && !this.#noticed.has(id));
    for (const id of untold) {
      if (!this.#reached.has(id)) this.#told('reached', id);
      this.#reached.add(id);
    }
    const weight = (user + system) / usual;
    const open = untold.filter((id) => this.#worthATry(id, hits[id] ?? 0));
    if (open.length === 0 || weight > tooMany) return;
    // Vitest's own hooks stand around all of this: each run in between has its own.
    await within(() => tearDown(test));
    await this.#try(() => afresh(test, run), open, hits, weight);
    await within(() => setUp(test));
  }

  /** A test with the change on that was on when its file was loaded; after as many as are tried of any other, none. */
  async #runChanged(run: () => unknown, id: string): Promise<void> {
    const tried = this.#tried.get(id) ?? 0;
    if (tried > this.#mostTries) return;
    this.#switch.hitCount = 0;
    this.#switch.hitLimit = 1_000_000;
    const before = process.cpuUsage();
    await within(run);
    const { user, system } = process.cpuUsage(before);
    this.#tried.set(id, tried + (user + system) / usual);
  }

  /** Few tries of those that run a change equally often: a test that does what no other does is not crowded out. */
  #worthATry(id: string, hits: number): boolean {
    const tried = (what: string) => this.#tried.get(what) ?? 0;
    return tried(id) < this.#mostTries && tried(`${id} ${hits}`) < this.#mostTries / 10;
  }

  /** Runs a test again for each change that is still open. */
  async #try(
    run: () => Promise<void>,
    open: readonly string[],
    hits: Readonly<Record<string, number>>,
    weight: number,
  ): Promise<void> {
    const state = this.#switch;
    if (!(await passes(run))) return;
    for (const id of open) {
      this.#told('trying', id);
      for (const what of [id, `${id} ${hits[id] ?? 0}`])
        this.#tried.set(what, (this.#tried.get(what) ?? 0) + weight);
      state.activeMutant = id;
      state.hitCount = 0;
      state.hitLimit = 1000 + 100 * (hits[id] ?? 0);
      const passed = await passes(run);
      state.activeMutant = undefined;
      if (passed) continue;
      // What the change left behind (a cache, a counter) must not be taken for the next one's failure.
      if (await passes(run)) {
        this.#noticed.add(id);
        this.#told('noticed', id);
      } else {
        this.#told('spoilt', id);
        state.spoilt = true;
        return;
      }
    }
  }

  #told(what: string, id: string): void {
    appendFileSync(this.#log, `${what} ${id}\n`);
  }
}

/** The test with its hooks around it, as if it stood alone. */
async function afresh(test: RunnerTestCase, run: () => unknown): Promise<void> {
  const undo = await setUp(test);
  try {
    await run();
  } finally {
    await tearDown(test, undo);
  }
}

/** The hooks before a test, those of the file first; what they give back undoes them. */
async function setUp(test: RunnerTestCase): Promise<(() => unknown)[]> {
  const undo: (() => unknown)[] = [];
  for (const suite of suitesOf(test).reverse())
    for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) {
      const back = await hook(test.context, suite);
      if (typeof back === 'function') undo.push(back as () => unknown);
    }
  return undo;
}

async function tearDown(test: RunnerTestCase, undo: readonly (() => unknown)[] = []): Promise<void> {
  for (const suite of suitesOf(test))
    for (const hook of TestRunner.getSuiteHooks(suite).afterEach.toReversed())
      await hook(test.context, suite);
  for (const back of undo) await back();
}

/** The suites that a test stands in, the file last. */
function suitesOf(test: RunnerTestCase): RunnerTestSuite[] {
  const found: RunnerTestSuite[] = [];
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) found.push(suite);
  if (!found.includes(test.file)) found.push(test.file);
  return found;
}

function noticed(log: string): Set<string> {
  return new Set(Array.from(readFileSync(log, 'utf8').matchAll(/^noticed (.*)$/gm), ([, id]) => id ?? ''));
}

async function passes(run: () => unknown): Promise<boolean> {
  try {
    await within(run);
    return true;
  } catch {
    return false;
  }
}

async function within(run: () => unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too long')), patience);
  });
  try {
    await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The file into which is written what happens, a line each. */
    log: string;
    sample: string[];
    /** How many tests of one file a change is tried with. */
    tries: number;
    /** Milliseconds: when no change is tried any more. */
    until: number;
    /** The one change that is on from the start; null tries the sample. */
    active: string | null;
  }
}
