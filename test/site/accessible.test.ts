import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type VariantName, type Visit, visit } from './fixture.ts';
import { kindOf, pagesOf } from './pages.ts';

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
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const widths = [360, 768, 1280] as const;
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on colours; all else is the same in both themes. */
const colours = ['color-contrast', 'link-in-text-block'];
/** What depends on which things are seen, and where; all else is the same at every width. */
const layout = [
  ...colours,
  'target-size',
  'scrollable-region-focusable',
  'aria-hidden-focus',
  'button-name',
  'link-name',
  'select-name',
  'region',
  'landmark-unique',
  'landmark-no-duplicate-banner',
  'page-has-heading-one',
  'heading-order',
];

/** Violations of WCAG 2.2 AA and of best practice in a part of a page as it is shown now. */
async function violations(page: Page, part: 'html' | 'main', runOnly: readonly string[]) {
  const results = await page.evaluate(
    async ([where, only]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(where: string, options: object): Promise<AxeResults> };
      };
      return axe.run(where, { runOnly: [...only], resultTypes: ['violations'] });
    },
    [part, runOnly] as const,
  );
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}

/** Shows the loaded page at a width in a theme. */
async function show(page: Page, width: number, theme: Theme): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
}

async function sideways(page: Page, path: string, width: number): Promise<readonly string[]> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return overflow > 0 ? [`${path} at ${width}: scrolls ${overflow} px sideways`] : [];
}

/** How a page is looked at once. */
interface Look {
  readonly width: number;
  readonly theme: Theme;
  /** Rules and tags of axe; none looks for sideways scroll alone. */
  readonly rules: readonly string[];
}

const everyLook: readonly Look[] = widths.flatMap((width) => [
  { width, theme: 'light', rules: width === widths[0] ? everything : layout },
  { width, theme: 'dark', rules: colours },
]);
/** For a site whose kinds of pages another site has shown in every look. */
const fewLooks: readonly Look[] = [
  { width: 360, theme: 'light', rules: everything },
  { width: 768, theme: 'light', rules: [] },
  { width: 1280, theme: 'dark', rules: colours },
];

/** What is wrong with the loaded page. */
async function faultsIn(
  page: Page,
  path: string,
  part: 'html' | 'main',
  looks: readonly Look[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { width, theme, rules } of looks) {
    await show(page, width, theme);
    faults.push(...(await sideways(page, path, width)));
    if (rules.length === 0) continue;
    const found = await violations(page, part, rules);
    faults.push(...found.map((fault) => `${path} at ${width}, ${theme}: ${fault}`));
  }
  return faults;
}

/**
 * A further page of a kind: the same frame around other words. Its content takes the place of the content of the page
 * that is loaded, and is looked at for sideways scroll at every width and by axe in one of them, in turns.
 */
async function faultsOfContent(page: Page, path: string, address: string, turn: number) {
  await page.evaluate(async (url) => {
    const text = await (await fetch(url)).text();
    const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
    if (main === null) throw new Error(`${url} has no main`);
    document.querySelector('main')?.replaceWith(main);
  }, address);
  // Pages of rules and of single entries are one layout filled with words: those are looked at where there is least room,
  // and every fourth by axe.
  const filled = ['/rules/*', '/id/*'].includes(kindOf(path));
  const seen = filled ? widths.slice(0, 1) : widths;
  const chosen = seen[turn % seen.length];
  const theme = themes[Math.floor(turn / (filled ? 4 : seen.length)) % themes.length] ?? 'light';
  const looks = seen.map((width) => ({
    width,
    theme,
    rules: width === chosen && (!filled || turn % 4 === 0) ? everything : [],
  }));
  return faultsIn(page, path, 'main', looks);
}

describe.each(['repo', 'hostile', 'empty'] satisfies VariantName[])('every page of the site %s', (name) => {
  let site: Visit;
  beforeAll(async () => {
    site = await visit(name);
  });
  afterAll(() => site.close());

  it('has no axe violation and no sideways scroll, light and dark, at 360, 768 and 1280 px', async () => {
    const all = await pagesOf(site.site.folder);
    // The same rules stand on every site: the example's pages of them are looked at, the others' by the index.
    const pages = name === 'repo' ? all : all.filter((page) => kindOf(page) !== '/rules/*');
    const queue = [...Map.groupBy(pages, kindOf).values()];
    const faults: string[] = [];
    await Promise.all(
      [1, 2].map(async () => {
        const page = await site.open('/', { script: axeSource });
        for (let kind = queue.shift(); kind !== undefined; kind = queue.shift()) {
          const [first = '/', ...others] = kind;
          await page.goto(site.address + first.slice(1));
          faults.push(...(await faultsIn(page, first, 'html', name === 'repo' ? everyLook : fewLooks)));
          for (const [turn, path] of others.entries())
            faults.push(...(await faultsOfContent(page, path, site.address + path.slice(1), turn)));
        }
      }),
    );
    expect(faults).toEqual([]);
  }, 900_000);
});
