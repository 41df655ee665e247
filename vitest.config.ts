import { defineConfig } from 'vitest/config';

/** Three at a time on two cores: many tests wait for git, a browser or a site's build, and leave a core idle. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    globalSetup: ['test/site/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 3,
  },
});
