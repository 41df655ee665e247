import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Visit, visit } from './fixture.ts';

/** The first test of a run to ask for a site waits for its build. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const run = promisify(execFile);
const project = join(import.meta.dirname, '..', '..');

describe('the tools of the site', () => {
  let site: Visit;
  beforeAll(async () => {
    site = await visit('repo');
  });
  afterAll(() => site.close());

  /** Titles of what search finds, in order, once it has answered. */
  async function found(page: Page, words: string): Promise<readonly string[]> {
    await page.locator('#search-words').fill(words);
    await expect
      .poll(() => page.locator('[data-search-status]').textContent(), { timeout: 20_000 })
      .toMatch(/found/i);
    return page.locator('#search-results strong').allTextContents();
  }

  it('search loads nothing before it is opened', async () => {
    const page = await site.open('/sla/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    expect(asked.filter((path) => /pagefind|search\.json/.test(path))).toEqual([]);
    await page.keyboard.press('Control+k');
    await expect
      .poll(
        () =>
          asked.some((path) => path.endsWith('/search.json')) &&
          asked.some((path) => path.includes('/pagefind/')),
      )
      .toBe(true);
  });

  it.each([
    ['BR-MOPS-004', 'Opportunity'],
    ['mops 4', 'Opportunity'],
    ['br mops 4', 'Opportunity'],
    ['GTM-MOPS-002', 'MQL → SQL'],
    ['bdr', 'BDR'],
    ['AE', 'AE'],
    ['PER-001', 'VP Engineering at a growing SaaS company'],
  ])('search finds %s first', async (words, title) => {
    const page = await site.open('/');
    await page.getByRole('button', { name: 'Search' }).click();
    expect((await found(page, words))[0]).toBe(title);
  });

  it('search finds "no budget" among the first three and opens it with the keyboard', async () => {
    const page = await site.open('/');
    await page.getByRole('button', { name: 'Search' }).click();
    const titles = await found(page, 'no budget');
    expect(titles.slice(0, 3).some((title) => ['SQL', 'MQL → SQL', 'Opportunity'].includes(title))).toBe(
      true,
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/repo/');
  });

  it('search says so when there is nothing', async () => {
    const page = await site.open('/');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('#search-words').fill('zzqx');
    await expect.poll(() => page.locator('[data-search-status]').textContent()).toContain('Nothing found');
  });

  it.each([
    ['MQL', '2026-11-25T16:30'],
    ['SQL', '2026-03-07T12:00'],
    ['Opportunity', '2026-12-24T16:59'],
  ])('the clock gives the same due time as mops due for %s at %s', async (stage, arrival) => {
    const page = await site.open('/sla/clock/');
    const option = page.locator('select[name=limit] option', { hasText: new RegExp(`^${stage}:`) });
    await page.locator('select[name=limit]').selectOption((await option.first().getAttribute('value')) ?? '');
    await page.locator('input[name=arrival]').fill(arrival);
    const { stdout } = await run(
      process.execPath,
      [join(project, 'src/shell/cli.ts'), 'due', stage, arrival, '--format', 'json'],
      {
        cwd: join(project, 'examples/b2b-saas'),
      },
    );
    await expect
      .poll(() => page.locator('.due-big time').getAttribute('datetime'), { timeout: 20_000 })
      .toBe(JSON.parse(stdout).due);
  });

  it('the clock keeps the limit of the page it was opened from, starts now, and dates each step of an escalation', async () => {
    const page = await site.open('/stages/sql/');
    await page.getByRole('link', { name: 'Another time' }).click();
    await page.waitForURL(/\/sla\/clock\//);
    const chosen = page.locator('select[name=limit] option:checked');
    await expect.poll(() => chosen.textContent()).toMatch(/^SQL: 30 business minutes/);
    await expect.poll(() => page.locator('.due-big time').count(), { timeout: 20_000 }).toBe(1);
    const now = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const shown = await page.locator('input[name=arrival]').inputValue();
    const minutes = (Date.parse(now.format(new Date()).replace(' ', 'T')) - Date.parse(shown)) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(0);
    expect(minutes).toBeLessThan(10);
    const steps = page.locator('.step');
    expect(await steps.count()).toBe(2);
    for (const step of await steps.allTextContents()) expect(step).toMatch(/\d\d:\d\d.*Sales manager/);
    expect(await page.locator('.due-how').textContent()).toMatch(/30 min on .*New York time/);
    await page.locator('input[name=arrival]').fill('2026-11-25T16:50');
    await expect.poll(() => page.locator('.due-how').textContent()).toMatch(/Thu 26.*Fri 27/);
  });

  it('the quiz marks answers, gives the reason with a link, counts', async () => {
    const page = await site.open('/onboarding/quiz/');
    const questions = page.locator('.quiz fieldset');
    const count = await questions.count();
    expect(count).toBeGreaterThan(3);
    for (let at = 0; at < count; at++) {
      const right = Number(await questions.nth(at).getAttribute('data-right'));
      const options = await questions.nth(at).locator('input').count();
      const chosen = at === 0 ? (right + 1) % options : right;
      await questions.nth(at).locator('input').nth(chosen).check();
    }
    expect(await page.locator('[data-quiz-score]').textContent()).toBe(
      `You got ${count - 1} of ${count} right.`,
    );
    const first = page.locator('.because').first();
    expect(await first.getAttribute('data-verdict')).toMatch(/^Not quite\. Right is: /);
    expect(await first.locator('a').getAttribute('href')).toMatch(/^\/repo\/(stages|handoffs)\//);
    const score = page.locator('[data-quiz-score]');
    const before = await score.textContent();
    await page.reload();
    await expect.poll(() => score.textContent()).toBe(before);
  });

  it('a lead is walked step by step, past a rejection, and the address carries the step', async () => {
    const page = await site.open('/onboarding/walk/');
    const titles: string[] = [];
    for (;;) {
      titles.push((await page.locator('.walk > li:visible h2').textContent()) ?? '');
      const next = page.getByRole('button', { name: 'Next step' });
      if (await next.isDisabled()) break;
      await next.click();
    }
    expect(titles.length).toBeGreaterThan(7);
    expect(titles.some((title) => title.includes('says no'))).toBe(true);
    expect(titles.at(-1)).toContain('Customer');
    const address = page.url();
    await page.goto(`${site.address}sla/`);
    await page.goto(address);
    expect(await page.locator('.walk > li:visible h2').textContent()).toContain('Customer');
  });

  it('the table of limits sorts by length and filters by role', async () => {
    const page = await site.open('/sla/');
    await page.getByRole('button', { name: 'At worst' }).click();
    const worst = await page.locator('tbody td:nth-child(4)').evaluateAll((cells) =>
      cells
        .map((cell) => (cell as HTMLElement).dataset['order'])
        .filter((order) => order !== undefined)
        .map(Number),
    );
    expect(worst).toEqual([...worst].sort((a, b) => a - b));
    await page.locator('[data-filter]').selectOption('BDR');
    expect(await page.locator('tbody tr:visible').count()).toBeLessThan(worst.length);
    for (const text of await page.locator('tbody tr:visible td:nth-child(2)').allTextContents())
      expect(text).toContain('BDR');
  });
});
