/**
 * `npm run fuzz -- [--seconds N] [--seed N] [--only NAME]`: runs every target in turn with new values until the time is
 * over, tells each kind of failure once with the seed that shows it, and prints how many cases every surface had.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { scaling } from '../test/fuzz/scaling.ts';
import { targets } from '../test/fuzz/targets.ts';

/** Cases a round: many of what takes a fraction of a millisecond, few of what takes several or a second. */
const usual = 100;
const runs: Readonly<Record<string, number>> = {
  ...{
    sla: 2000,
    config: 500,
    reader: 200,
    reconcile: 200,
    drafts: 200,
    exports: 200,
    lead: 200,
    diagrams: 200,
  },
  ...{ compare: 60, reporters: 60, comment: 30, scaling: 1 },
};
const roundsBetweenNotes = 20;

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const until = Date.now() + Number(values.seconds ?? 60) * 1000;
const first = Number(values.seed ?? Date.now() % 2 ** 31);
const surfaces = Object.entries({ ...targets, scaling }).filter(
  ([name]) => values.only === undefined || values.only === name,
);
const counts = new Map(surfaces.map(([name]) => [name, 0]));
const told = new Set<string>();

function note(): void {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${all} cases from seed ${first}: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`,
  );
}

for (let seed = first; Date.now() < until; seed++) {
  // All targets of a round have one seed: they meet the same documents, which are then read once.
  for (const [name, property] of surfaces) {
    const result = await fc.check(property, {
      seed,
      numRuns: runs[name] ?? usual,
      interruptAfterTimeLimit: Math.max(until - Date.now(), 1),
    });
    counts.set(name, (counts.get(name) ?? 0) + result.numRuns);
    if (!result.failed || result.interrupted) continue;
    process.exitCode = 1;
    const kind = `${name}: ${String(result.errorInstance).replaceAll(/\d+/g, 'N')}`;
    if (told.has(kind)) continue;
    told.add(kind);
    console.log(`${name} fails with --seed ${seed} --only ${name}: ${result.errorInstance}`);
    console.log(fc.defaultReportMessage(result));
  }
  if ((seed - first) % roundsBetweenNotes === roundsBetweenNotes - 1) note();
}
note();
