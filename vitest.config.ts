import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of minutes: begun last, one of them would run alone at the end. Others that wait for the same sites come later. */
const long = /test\/(?:security\/growth|house\/stranger|site\/(?:build|accessible))\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const { first = [], then = [] } = Object.groupBy(sorted, ({ moduleId }) =>
      long.test(moduleId) ? 'first' : 'then',
    );
    return [...first, ...then];
  }
}

/**
 * Tests of what is pure: they share what they load, file after file, in one process. Loading it anew for each file took
 * two thirds of their time.
 */
const pure = [
  'test/{check,compare,config,draft,edit,examples,language,lead,lifecycle,reconcile,replay,report}/**/*.test.ts',
  'test/{rules,sla,sot,untrusted,site/view}/**/*.test.ts',
];

/** Tests of the Action share what they load, too: each run gets an environment and folders of its own. */
const action = ['test/action/**/*.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/seed.ts'],
    globalSetup: ['test/site/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Four at a time on two cores: many tests wait for git, a browser or a site's build, and leave a core idle.
    maxWorkers: 4,
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'action', include: action, isolate: false } },
      {
        extends: true,
        test: { name: 'surfaces', include: ['test/**/*.test.ts'], exclude: [...pure, ...action] },
      },
    ],
  },
});
