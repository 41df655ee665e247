import { expect, test } from 'vitest';
import { relativePaths } from '../../site/lib/relative-path.ts';

test.each([
  ['M211 90V100M211 130V143', 'm211 90v10m0 30v13'],
  ['M123 167H26Q20 167 20 161V24Q20 18 26 18H122', 'm123 167h-97q-6 0-6-6v-137q0-6 6-6h96'],
  ['M299.5 40.2H310Q316 40.2 316 46.2V80', 'm299.5 40.2h10.5q6 0 6 6v33.8'],
  // Elsewhere: steps already, curves, what is no path.
  ['M8 20h34', 'M8 20h34'],
  ['M0 0 8 4 0 8z', 'M0 0 8 4 0 8z'],
  ['', ''],
])('the path %j leads the same way as %j', (absolute, steps) => {
  const around = (d: string) => `<path class="e" d="${d}"/><text>d="M1 1H2"</text>`;
  expect(relativePaths(around(absolute))).toContain(`<path class="e" d="${steps}"/>`);
});

test('words that look like a path stay as they are', () => {
  expect(relativePaths('<text>M1 1H2</text>')).toBe('<text>M1 1H2</text>');
});
