import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type VariantName, type Visit, visit } from './fixture.ts';
import { pagesOf } from './pages.ts';

/** The first test of a run to ask for a site waits for its build. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const axeSource = await readFile(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
);

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on colours; all else is the same in both themes. */
const colours = ['color-contrast', 'link-in-text-block'];

/** Violations of WCAG 2.2 AA and of best practice on a page as it is shown now. */
async function violations(page: Page, runOnly: readonly string[]): Promise<readonly string[]> {
  const results = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ runOnly: [...only], resultTypes: ['violations'] });
  }, runOnly);
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}

/**
 * What is wrong with a page in light and dark, narrow and wide; it scrolls sideways in none. Rule pages are one layout
 * filled from the rules: their words are looked at where there is least room, the layout on all other pages.
 */
async function faultsOf(page: Page, path: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const filled = /^\/rules\/./.test(path);
  await page.evaluate(axeSource);
  for (const width of filled ? [360] : [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) faults.push(`${path} at ${width}: scrolls ${overflow} px sideways`);
    for (const theme of filled ? ['light'] : ['light', 'dark']) {
      await page.evaluate((name) => {
        document.documentElement.dataset['theme'] = name;
      }, theme);
      faults.push(
        ...(await violations(page, theme === 'light' ? everything : colours)).map(
          (fault) => `${path} at ${width}, ${theme}: ${fault}`,
        ),
      );
    }
  }
  return faults;
}

describe.each(['root', 'hostile', 'empty'] satisfies VariantName[])('every page of the site %s', (name) => {
  let site: Visit;
  beforeAll(async () => {
    site = await visit(name);
  });
  afterAll(() => site.close());

  it('has no axe violation and no sideways scroll, light and dark, at 1280 and 360 px', async () => {
    const all = await pagesOf(site.site.folder);
    // The same rules stand on every site: the example's pages of them are looked at, the others' by the index.
    const pages = name === 'root' ? all : all.filter((page) => !/^\/rules\/./.test(page));
    const faults: string[] = [];
    const queue = [...pages];
    await Promise.all(
      [1, 2].map(async () => {
        const page = await site.open('/');
        for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
          await page.goto(site.address + path.slice(1));
          faults.push(...(await faultsOf(page, path)));
        }
      }),
    );
    expect(faults).toEqual([]);
  }, 900_000);
});
