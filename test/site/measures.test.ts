import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type VariantName, type Visit, visit } from './fixture.ts';

/** The first test of a run to ask for a site waits for its build. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

/** Most pixels of home by width, for each role. */
const heights = {
  repo: { 360: 2500, 1280: 1350 },
  deep: { 360: 2500, 1280: 1350 },
  hybrid: { 360: 2500, 1280: 1350 },
} as const satisfies Partial<Record<VariantName, Readonly<Record<number, number>>>>;

describe.each(Object.entries(heights))('how much of the screen the site %s takes', (name, most) => {
  let site: Visit;
  beforeAll(async () => {
    site = await visit(name as keyof typeof heights);
  });
  afterAll(() => site.close());

  it.each([360, 1280] as const)('home is short enough for each role at %d px', async (width) => {
    const page = await site.open('/', { width });
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const chips = page.locator('[data-role]');
    const tall: string[] = [];
    for (let at = 0; at < (await chips.count()); at++) {
      await chips.nth(at).click();
      const now = await height();
      if (now > most[width]) tall.push(`${await chips.nth(at).textContent()}: ${now} px`);
    }
    expect(tall).toEqual([]);
  });

  it('a stage fits on one screen at 1280 × 900', async () => {
    const page = await site.open('/');
    const stages = await page
      .locator('a.stop')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const tall: string[] = [];
    for (const stage of stages) {
      await page.goto(stage);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (height > 900) tall.push(`${stage}: ${height} px`);
    }
    expect(tall).toEqual([]);
  });

  it('no place or role is broken inside a word where the line has room', async () => {
    for (const width of [360, 768, 1280]) {
      const page = await site.open('/', { width });
      const broken = await page
        .locator('.why :is(.sinkw, .stw)')
        .evaluateAll((pills) =>
          pills.filter((pill) => pill.getBoundingClientRect().height > 30).map((pill) => pill.textContent),
        );
      expect(broken, `${width} px`).toEqual([]);
    }
  });

  it('nothing of the small clock lies over anything else', async () => {
    const page = await site.open('/', { width: 360 });
    const over = await page
      .locator('.mine:not(.later) .asked')
      .first()
      .evaluate((asked) => {
        const input = asked.querySelector('input')?.getBoundingClientRect();
        const button = asked.querySelector('button')?.getBoundingClientRect();
        return (
          input !== undefined &&
          button !== undefined &&
          input.right > button.left &&
          input.bottom > button.top &&
          input.top < button.bottom
        );
      });
    expect(over).toBe(false);
  });
});
