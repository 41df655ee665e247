import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Visit, visit } from './fixture.ts';
import { kindOf, pagesOf } from './pages.ts';

/** The first test of a run to ask for a site waits for its build. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

/** Sheets of paper that a page is printed on. */
async function sheetsOf(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };
  const pdf = await page.pdf({ format, margin });
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

/** Words that stand on two lines. */
function brokenWords(main: Element): readonly string[] {
  const range = document.createRange();
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('svg, script, code, .vh') !== null) continue;
    for (const { 0: word, index } of (node as Text).data.matchAll(/\p{L}{3,14}(?!\p{L})/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) found.push(word);
    }
  }
  return found;
}

describe('somebody reads the site of the example under /repo/', () => {
  let site: Visit;
  beforeAll(async () => {
    site = await visit('repo');
  });
  afterAll(() => site.close());

  it('meets no console error, no blocked resource and no request to anybody else', async () => {
    const page = await site.open('/');
    const trouble: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => trouble.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address) && !request.url().startsWith('data:'))
        trouble.push(`${page.url()}: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) trouble.push(`${page.url()}: ${response.status()} ${response.url()}`);
    });
    // Pages of rules are one page filled with other words: one of them stands for all.
    const pages = await pagesOf(site.site.folder);
    const rule = pages.find((path) => kindOf(path) === '/rules/*');
    for (const path of pages.filter((each) => kindOf(each) !== '/rules/*' || each === rule))
      await page.goto(site.address + path.slice(1));
    expect(trouble).toEqual([]);
  });

  it('reads every fact and sees the diagrams with JavaScript off', async () => {
    const page = await site.open('/stages/mql/', { javaScript: false });
    await expect.poll(() => page.locator('.hero .big').textContent()).toContain('1 hour');
    expect(await page.locator('.panel-no').textContent()).toContain('small-team');
    await page.goto(`${site.address}handoffs/mql-to-sql/`);
    expect(await page.locator('svg[role=img] text').count()).toBeGreaterThan(5);
    expect(await page.locator('[data-copy]').first().isVisible()).toBe(false);
    await page.goto(`${site.address}onboarding/walk/`);
    expect(await page.locator('.walk > li:visible').count()).toBeGreaterThan(4);
    await page.goto(`${site.address}onboarding/reject/`);
    await page.locator('main summary').first().click();
    expect(await page.locator('main details[open]').first().textContent()).toContain('Goes to');
  });

  it('opens the menu on a phone without JavaScript', async () => {
    const page = await site.open('/', { javaScript: false, width: 360 });
    const link = page.locator('.menu a', { hasText: 'Clock' });
    expect(await link.isVisible()).toBe(false);
    await page.locator('.menu summary').click();
    expect(await link.isVisible()).toBe(true);
  });

  it('comes to a page that helps when an address does not exist', async () => {
    const page = await site.open('/nothing/here/');
    expect(await page.locator('h1').textContent()).toBe('Not here');
    await page.getByRole('button', { name: 'Search the lifecycle' }).click();
    expect(await page.locator('#search-words').isVisible()).toBe(true);
  });

  it('follows a permanent address to the page of the entry', async () => {
    const page = await site.open('/id/BR-MOPS-003/');
    await page.waitForURL(`${site.address}stages/sql/`);
    expect(await page.locator('h1').textContent()).toBe('SQL');
  });

  it('reaches search, navigation and content with the keyboard, and skips to the content first', async () => {
    const page = await site.open('/stages/mql/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Skip to content');
    const seen = new Set<string>();
    for (let at = 0; at < 25; at++) {
      await page.keyboard.press('Tab');
      seen.add(await focused(page));
    }
    for (const name of ['Search', 'Light or dark', 'Opportunity', 'Clock', 'BDR']) {
      expect(
        [...seen].some((text) => text.includes(name)),
        name,
      ).toBe(true);
    }
    expect(
      await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle),
    ).not.toBe('none');
  });

  it('goes from a box of the diagram to its page', async () => {
    const page = await site.open('/stages/');
    const areas = await page
      .locator('.picture > :is(.drawing, .spots)')
      .evaluateAll((layers) => layers.map((layer) => JSON.stringify(layer.getBoundingClientRect())));
    expect(areas).toHaveLength(2);
    expect(areas[0]).toBe(areas[1]);
    await page.locator('.spots a[aria-label="SQL"]').click();
    await page.waitForURL(`${site.address}stages/sql/`);
  });

  it('enlarges a diagram and gets it back, takes its Mermaid text along', async () => {
    const page = await site.open('/handoffs/mql-to-sql/');
    const figure = page.locator('figure.diagram');
    await figure.getByRole('button', { name: 'Full screen' }).click();
    expect(await page.locator('dialog.enlarged svg[role=img]').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => figure.locator('svg[role=img]').count()).toBe(1);
    const source = await (await page.request.get(`${site.address}diagrams/handoff-mql-to-sql.mmd`)).text();
    expect(source).toMatch(/^sequenceDiagram/);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: (text: string) => {
            document.title = text;
            return Promise.resolve();
          },
        },
      });
    });
    await figure.getByRole('button', { name: 'Copy Mermaid' }).click();
    await expect.poll(() => page.title()).toMatch(/^sequenceDiagram/);
  });

  it('copies the payload for the CRM with its five fields', async () => {
    const page = await site.open('/handoffs/mql-to-sql/');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: (text: string) => {
            document.title = text;
            return Promise.resolve();
          },
        },
      });
    });
    await page.getByRole('button', { name: 'Copy for the CRM' }).click();
    await expect.poll(() => page.title()).toContain('Open questions');
    for (const field of ['Source', 'Touchpoint history', 'Best-fit signals', 'Disqualifiers'])
      expect(await page.title()).toContain(`${field}: [`);
  });

  it('sees diagram text of at least 8 px on a screen 360 px wide, scrolling inside the frame only', async () => {
    const small: string[] = [];
    for (const path of [
      '/stages/',
      '/handoffs/mql-to-sql/',
      '/channels/',
      '/roles/ae/',
      '/embed/lifecycle/',
    ]) {
      const page = await site.open(path, { width: 360 });
      const sizes = await page.locator('svg.drawing').evaluateAll((drawings) =>
        drawings.map((drawing) => {
          const svg = drawing as SVGSVGElement;
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return Math.min(
            ...[...svg.querySelectorAll('text')].map(
              (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
            ),
          );
        }),
      );
      expect(sizes.length, path).toBeGreaterThan(0);
      small.push(...sizes.filter((size) => size < 8).map((size) => `${path}: ${size}`));
    }
    expect(small).toEqual([]);
  });

  it.each([
    ['/onboarding/day-one/bdr/', 1],
    ['/onboarding/day-one/ae/', 1],
    ['/onboarding/day-one/cs/', 1],
    ['/', 1],
    ['/sla/', 1],
  ])('prints %s on at most %d sheets of either paper', async (path, sheets) => {
    const page = await site.open(path);
    if (path === '/') await page.locator('[data-role=""]').click();
    for (const format of ['A4', 'Letter'] as const)
      expect(await sheetsOf(page, format), format).toBeLessThanOrEqual(sheets);
  });

  it('has room on a phone for what closes search and what sorts, and no column is a sliver at 768 px', async () => {
    const page = await site.open('/sla/', { width: 360 });
    const apart = (selector: string) =>
      page.locator(selector).evaluateAll((all) =>
        all
          .filter((each) => each.getBoundingClientRect().width > 1)
          .map((each) => {
            const { left, right } = each.getBoundingClientRect();
            const room = (each.closest('dialog') ?? document.documentElement).getBoundingClientRect();
            return Math.min(left - room.left, room.right - right);
          }),
      );
    await page.getByRole('button', { name: 'Search' }).click();
    for (const margin of await apart('dialog[open] button')) expect(margin).toBeGreaterThanOrEqual(8);
    await page.keyboard.press('Escape');
    for (const margin of await apart('.filter select, .filter')) expect(margin).toBeGreaterThanOrEqual(8);
    await page.goto(`${site.address}traceability/`);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(9000);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${site.address}sla/`);
    const lines = await page.locator('thead th').evaluateAll((heads) =>
      heads.map((head) => {
        const words = document.createRange();
        words.selectNodeContents(head.querySelector('button') ?? head);
        return Math.round(words.getBoundingClientRect().bottom);
      }),
    );
    expect(new Set(lines).size, 'heads on one line').toBe(1);
    await page.setViewportSize({ width: 768, height: 900 });
    for (const path of ['sla', 'handoffs', 'gates', 'traceability', 'channels', 'roles/ae']) {
      await page.goto(`${site.address}${path}/`);
      const narrow = await page.locator('main td').evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const { width } = cell.getBoundingClientRect();
          return width > 0 && width < 60 && cell.textContent !== '' ? [`${cell.textContent}: ${width}`] : [];
        }),
      );
      expect(narrow, path).toEqual([]);
    }
  });

  it('keeps words of up to 14 letters on one line, also in the narrowest column, on a tablet and on paper', async () => {
    const page = await site.open('/', { width: 768 });
    for (const [media, width, paths] of [
      ['screen', 768, ['', 'stages', 'sla', 'roles/marketing-automation', 'onboarding/day-one/ae']],
      ['screen', 900, ['sla', 'roles/ae']],
      // A4 and Letter between their margins.
      ['print', 718, ['sla', 'stages', 'roles/ae']],
      ['print', 739, ['sla', 'stages', 'roles/ae']],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media });
      for (const path of paths) {
        await page.goto(`${site.address}${path === '' ? '' : `${path}/`}`);
        expect(await page.locator('main').evaluate(brokenWords), `${path}, ${media} ${width}`).toEqual([]);
      }
    }
  });

  it('prints tables as tables and the picture whole, also from a phone', async () => {
    const page = await site.open('/sla/', { width: 360 });
    const display = () =>
      page
        .locator('tbody td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).display);
    expect(await display()).not.toBe('table-cell');
    await page.emulateMedia({ media: 'print' });
    expect(await display()).toBe('table-cell');
    // No box and no row is cut in two where a sheet ends.
    for (const path of ['', 'sla/', 'handoffs/mql-to-sql/', 'sinks/nurture/']) {
      await page.goto(site.address + path);
      const cut = await page
        .locator('main :is(.card, .hero, .stations, .note, .facts > div, tbody tr)')
        .evaluateAll((boxes) => boxes.filter((box) => getComputedStyle(box).breakInside !== 'avoid').length);
      expect(cut, path).toBe(0);
    }
    // The picture is whole: within a sheet of A4 inside its margins, 186 × 273 mm at 96 dots an inch.
    await page.setViewportSize({ width: 703, height: 1032 });
    await page.goto(`${site.address}stages/`);
    const picture = await page.locator('.picture .drawing').first().boundingBox();
    expect([(picture?.width ?? 0) <= 703, (picture?.height ?? 9999) <= 1032]).toEqual([true, true]);
  });

  it('prints in ink from a dark screen: pictures too, every step and fold a page is made of, nothing that only leads on', async () => {
    const page = await site.open('/stages/', { theme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const light = (colour: string) =>
      (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    const seen = () =>
      page
        .locator('.drawing')
        .evaluateAll((drawings) =>
          drawings.flatMap((drawing) =>
            [...drawing.querySelectorAll('text')].map((word) => getComputedStyle(word).fill),
          ),
        );
    for (const path of ['stages/', 'handoffs/mql-to-sql/', 'channels/', 'roles/ae/']) {
      await page.goto(site.address + path);
      const colours = await seen();
      expect(colours.length, path).toBeGreaterThan(0);
      expect(
        colours.filter((colour) => light(colour) > 140),
        path,
      ).toEqual([]);
      expect(
        await page.locator('main summary:visible, .on-screen:visible, figcaption:visible').count(),
        path,
      ).toBe(0);
    }
    await page.goto(`${site.address}onboarding/walk/`);
    expect(await page.locator('.walk > li:visible').count()).toBe(await page.locator('.walk > li').count());
    await page.goto(`${site.address}onboarding/reject/`);
    const folds = page.locator('main details');
    expect(await folds.locator('table:visible').count()).toBe(await folds.count());
  });

  it('changes between light and dark, and keeps the choice', async () => {
    const page = await site.open('/', { theme: 'dark' });
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    expect(await theme()).toBe('dark');
    await page.getByRole('button', { name: 'Light or dark' }).first().click();
    expect(await theme()).toBe('light');
    await page.goto(`${site.address}sla/`);
    expect(await theme()).toBe('light');
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
  );
}

describe('thirty stages, where no browser was there at build', () => {
  let site: Visit;
  beforeAll(async () => {
    site = await visit('undrawn');
  });
  afterAll(() => site.close());

  it("the reader's browser draws, under the same policy", async () => {
    const page = await site.open('/handoffs/stage-1-of-the-way-to-stage-2-of-the-way/');
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    const drawing = page.locator('figure.diagram svg.drawing');
    await page.locator('figure.diagram').scrollIntoViewIfNeeded();
    await drawing.waitFor({ timeout: 30_000 });
    expect((await drawing.locator('text').allTextContents()).join(' ')).toContain('Marketing');
    expect(trouble).toEqual([]);
  });

  it('home prints on one sheet for a role', async () => {
    const page = await site.open('/');
    for (const format of ['A4', 'Letter'] as const) expect(await sheetsOf(page, format), format).toBe(1);
  });
});
