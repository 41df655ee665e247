/**
 * No work of the site grows with pages times entries. What is counted are the elements that lists are walked over, so
 * that neither a busy machine nor an engine that optimises changes anything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entriesFile } from '../../../scripts/bench/inputs.ts';
import { drawAll } from '../../../site/lib/diagrams.ts';
import { pageInputs } from '../../../site/lib/page-inputs.ts';
import { searchRecords } from '../../../site/lib/search-index.ts';
import { allPages } from '../../../site/view/all-pages.ts';
import { llmsText } from '../../../site/view/llms.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import { makeSite } from '../../../site/view/site.ts';
import { rules } from '../../../src/rules/index.ts';
import { checked } from '../../fuzz/sound.ts';

const base = join(import.meta.dirname, '../../cases/base/standard');
const lifecycle = readdirSync(base, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => readFileSync(join(base, path), 'utf8'))
  .join('\n\n');

const walks = [
  'filter',
  'map',
  'flatMap',
  'some',
  'every',
  'find',
  'findIndex',
  'reduce',
  'forEach',
  'includes',
  'indexOf',
  Symbol.iterator,
] as const;

/** The elements of all lists that are walked while something runs. */
async function walked(run: () => Promise<void>): Promise<number> {
  const list = Array.prototype as unknown as Record<string | symbol, (...given: unknown[]) => unknown>;
  const own = walks.map((name) => [name, list[name]] as const);
  let elements = 0;
  for (const [name, walk] of own) {
    list[name] = function (this: unknown[], ...given) {
      elements += this.length;
      return walk?.apply(this, given);
    };
  }
  try {
    await run();
  } finally {
    for (const [name, walk] of own) if (walk !== undefined) list[name] = walk;
  }
  return elements;
}

/** What making the site of a lifecycle and so many further entries walks over. */
function work(
  entries: number,
  more: (pages: ReturnType<typeof allPages>) => void = () => {},
): Promise<number> {
  const report = checked(`${lifecycle}\n\n${entriesFile(entries)}`);
  return walked(async () => {
    const site = makeSite(report, 'Growth');
    const pages = allPages(site, rules, null);
    const drawings = drawAll(site.diagrams, { cache: '/nowhere', log: () => {} });
    for (const page of pages) {
      pageMarkdown(page, '/', drawings);
      await pageInputs(page, site, drawings, '');
      more(pages);
    }
    searchRecords(pages);
    llmsText(site, pages, '/');
  });
}

/** Work for the last 120 entries in times of that for the 60 before: 2 is in step, 4 is pages times entries. */
async function growth(more?: Parameters<typeof work>[1]): Promise<number> {
  const [few, some, many] = [await work(60, more), await work(120, more), await work(240, more)];
  return (many - some) / (some - few);
}

test('twice as many entries take twice the work of the site, not four times', async () => {
  expect(await growth()).toBeLessThan(2.2);
});

test('a look at every page for each page would be noticed', async () => {
  expect(await growth((pages) => pages.find(() => false))).toBeGreaterThan(2.2);
});
