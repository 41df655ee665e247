/** What the command promises to run on (package.json: Node 20), where tests run on a newer one: without what came since. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { example, mops, repository } from './mops.ts';

const one = repository({
  'SoT/a.md':
    '## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\nOwnr: BDR\nLinked IDs: PER-1, GTM-YYY\n\n## PER-001: Head of sales\n\nType: Primary\n',
});
const since = join(one.path, 'since-node-20.cjs');
writeFileSync(
  since,
  `for (const [of, names] of [
  [Map, ['groupBy']], [Object, ['groupBy']], [Promise, ['withResolvers', 'try']], [Array, ['fromAsync']], [RegExp, ['escape']],
  [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
  [Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())), ['map', 'filter', 'take', 'drop', 'flatMap', 'toArray', 'some', 'every', 'find', 'reduce', 'forEach']],
]) for (const name of names) delete of[name];
`,
);
const env = { NODE_OPTIONS: `--require ${since}` };

afterAll(() => one.remove());

describe('without what came after Node 20', () => {
  test.each(['text', 'json', 'sarif', 'markdown', 'github', 'unix'])('mops check --format %s', (format) => {
    const { code, err } = mops(['check', '--format', format], { cwd: one.path, env });
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test.each([
    ['fix', '--check'],
    ['rename', 'MQL', 'Inquiry'],
    ['reconcile'],
    ['draft', 'handoff'],
    ['read'],
    ['export', 'json'],
    ['export', 'tests', example('deep')],
    ['lead', '--stage', 'MQL', example('b2b-saas')],
    ['replay', join(example('replay'), 'events.csv'), '--dir', example('b2b-saas')],
    ['replay', join(example('replay'), 'events.parquet'), '--dir', example('b2b-saas')],
  ])('mops %s %s', (...args) => {
    const { code, err } = mops(args.filter(Boolean), { cwd: one.path, env });
    expect([code === 3 || code === null, err]).toEqual([
      false,
      expect.not.stringContaining('internal fault'),
    ]);
  });
});
