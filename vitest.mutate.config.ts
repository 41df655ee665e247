import { defineConfig } from 'vitest/config';

/** The tests of one folder, for `npm run mutate`; those over all cases at once would take a minute for each change. */
export default defineConfig({
  test: {
    include: (process.env['MUTATE_TESTS'] ?? 'test')
      .split(',')
      .map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
    testNamePattern:
      '^(?!.*(?:reading the files in another order|Windows line ends give|applying an offered edit|over all cases)).*$',
    maxWorkers: 1,
    testTimeout: 120_000,
  },
});
