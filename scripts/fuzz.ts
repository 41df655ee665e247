/** `npm run fuzz -- [--seconds N] [--seed N]`: runs every target in turn with new values until the time is over. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { scaling } from '../test/fuzz/scaling.ts';
import { targets } from '../test/fuzz/targets.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } });
const until = Date.now() + Number(values.seconds ?? 60) * 1000;
const counts = new Map<string, number>();
let seed = Number(values.seed ?? Date.now() % 2 ** 31);
const first = seed;

for (let failed = false; Date.now() < until && !failed; seed += 1) {
  for (const [name, property] of Object.entries({ ...targets, scaling })) {
    const result = await fc.check(property, {
      seed,
      // What takes a second each gets few.
      numRuns: name === 'scaling' ? 4 : 200,
      interruptAfterTimeLimit: Math.max(until - Date.now(), 1),
    });
    counts.set(name, (counts.get(name) ?? 0) + result.numRuns);
    if (!result.failed || result.interrupted) continue;
    failed = true;
    process.exitCode = 1;
    console.log(
      `${name} fails with --seed ${seed}: ${result.errorInstance}\n${fc.defaultReportMessage(result)}`,
    );
    break;
  }
}
const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `${all} cases from seed ${first}: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`,
);
