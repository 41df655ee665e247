/**
 * Work grows with the size of the input and no faster, for every rule and for what is made of its findings. Counted, not
 * timed: V8 tells how often each block of our sources ran, which is the same on every machine.
 */
import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/check/fix.ts';
import { compareReports } from '../../src/compare/findings.ts';
import { changesAsMarkdown } from '../../src/compare/print.ts';
import { semanticChanges } from '../../src/compare/semantic.ts';
import { configSchema } from '../../src/config/schema.ts';
import { exportJson } from '../../src/export/lifecycle.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import { reporters } from '../../src/report/index.ts';
import { rules } from '../../src/rules/index.ts';
import { readRepository } from '../../src/sot/index.ts';

const session = new Session();
beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  await session.post('Profiler.takePreciseCoverage');
});
afterAll(() => session.disconnect());

/** How often blocks of our sources ran meanwhile: since the last time it was asked, which is where nothing else of them runs. */
async function steps(run: () => void): Promise<number> {
  run();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let sum = 0;
  for (const { url, functions } of result)
    if (/\/(?:src|action)\/[^?]*\.ts/.test(url))
      for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  return sum;
}

/** The text many times over: as it is, or with other numbers in its IDs each time. */
function times(text: string, count: number, numbered: boolean): string {
  return Array.from({ length: count }, (_, at) =>
    numbered
      ? text.replaceAll(/(\b[A-Z]+-(?:[A-Z]+-)?)(\d{3})\b/g, (_all, head: string, number: string) => {
          const other = ((Number(number) + at * 7 - 1) % 999) + 1;
          return head + String(other).padStart(3, '0');
        })
      : text,
  ).join('\n');
}

const config = configSchema.parse({ mode: 'deep' });
const few = 6;
const many = 4 * few;
/** Four times the input may take so many times the steps: sorting takes its part. */
const most = 6;
/** Twice the input may take so many; asked where the smaller sizes have other findings, which wait for one another. */
const mostOfTwice = 3;
/** Each handoff into a stage is held against the others, however many share one name. */
const inPairs = new Set(['answers-differ']);

function everything(text: string): void {
  const model = buildModel(readRepository([{ path: 'SoT/a.md', text }]), config);
  const report = check(model, { today: '2026-01-01' });
  fix(model, { today: '2026-01-01' }, { suggested: true });
  planReconcile(model);
  exportJson(model);
  const empty = check(buildModel(readRepository([]), config), { today: '2026-01-01' });
  const compared = compareReports(empty, report, { scope: 'new', note: null });
  changesAsMarkdown(semanticChanges(empty.model, model));
  for (const reporter of Object.values(reporters)) reporter(compared, { rules, version: '0.0.0' });
}

test.each(rules.map((rule) => [rule.id, rule] as const))('%s', async (_id, rule) => {
  const found: string[] = [];
  for (const text of [rule.bad, rule.good])
    for (const numbered of [true, false]) {
      const grown = async (from: number, to: number) =>
        (await steps(() => everything(times(text, to, numbered)))) /
        (await steps(() => everything(times(text, from, numbered))));
      const ratio = await grown(few, many);
      if (ratio <= (inPairs.has(rule.id) ? 2 * most : most)) continue;
      const further = await grown(many, 2 * many);
      if (further > mostOfTwice)
        found.push(
          `${ratio.toFixed(1)} and then ${further.toFixed(1)} times the steps, ${numbered ? 'numbered' : 'as it is'}`,
        );
    }
  expect(found).toEqual([]);
});
