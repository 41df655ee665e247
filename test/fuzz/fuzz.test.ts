import fc from 'fast-check';
import { test } from 'vitest';
import { targets } from './targets.ts';

test.each(Object.entries(targets))('%s holds for what anybody may write', (_name, property) => {
  fc.assert(property, { numRuns: 40 });
});
