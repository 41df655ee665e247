/**
 * Vitest's runner, which runs each test once as it is and then again for each change of the sample that the test
 * reaches and no test has noticed yet. Nothing is loaded twice, so that a change costs no more than the tests it
 * touches; what happens while a file loads (tables, constants) is seen only by the second look of `mutate.ts`.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { inject, type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';

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

/**
 * A change that so many tests of one file reached without noticing it is left alone there: all cases run through all
 * of the reading, and each would be one more. What is counted can only be too low.
 */
const mostTries = 120;

/** Longer than any test takes by itself. */
const patience = 60_000;

export default class MutateRunner extends TestRunner {
  readonly #log = inject('log');
  readonly #sample = new Set(inject('sample'));
  readonly #active = inject('active');
  readonly #switch: Switch;
  readonly #loaded = new Set<string>();
  readonly #tries = new Map<string, number>();

  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    super(config);
    const all = globalThis as { __stryker__?: Switch };
    all.__stryker__ ??= {};
    this.#switch = all.__stryker__;
    this.#switch.activeMutant = this.#active ?? undefined;
    this.#told('worker', String(process.pid));
  }

  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    this.#tries.clear();
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    const state = this.#switch;
    if (this.#active !== null) {
      state.hitCount = 0;
      state.hitLimit = 1_000_000;
      await within(run);
      return;
    }
    state.currentTestId = test.id;
    await run();
    state.currentTestId = undefined;
    const hits = state.mutantCoverage?.perTest[test.id] ?? {};
    if (state.mutantCoverage) state.mutantCoverage.perTest = {};
    for (const id of Object.keys(state.mutantCoverage?.static ?? {})) {
      if (this.#sample.has(id) && !this.#loaded.has(id)) this.#told('static', id);
      this.#loaded.add(id);
    }
    const gone = noticed(this.#log);
    const tried = (id: string) => this.#tries.get(id) ?? 0;
    const open = Object.keys(hits).filter(
      (id) => this.#sample.has(id) && !gone.has(id) && tried(id) < mostTries,
    );
    for (const id of open) this.#told('reached', id);
    if (open.length === 0 || state.spoilt || !(await passes(run))) return;
    for (const id of open) {
      this.#told('trying', id);
      this.#tries.set(id, tried(id) + 1);
      state.activeMutant = id;
      state.hitCount = 0;
      state.hitLimit = 1000 + 100 * (hits[id] ?? 0);
      const passed = await passes(run);
      state.activeMutant = undefined;
      if (passed) continue;
      // What the change left behind (a cache, a counter) must not be taken for the next one's failure.
      if (await passes(run)) this.#told('noticed', id);
      else {
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
    /** The one change that is on from the start; null tries the sample. */
    active: string | null;
  }
}
