import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Visit, visit } from './fixture.ts';
import { filesOf, pagesOf } from './pages.ts';

/** The first test of a run to ask for a site waits for its build. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

describe('a repository written by an attacker', () => {
  let site: Visit;
  beforeAll(async () => {
    site = await visit('hostile');
  });
  afterAll(() => site.close());

  it('runs none of its scripts and draws none of its elements, on any page', async () => {
    const page = await site.open('/');
    const trouble: string[] = [];
    page.on('dialog', (dialog) => void dialog.dismiss());
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) trouble.push(request.url());
    });
    for (const path of (await pagesOf(site.site.folder)).filter((each) => !/^\/rules\/./.test(each))) {
      await page.goto(site.address + path.slice(1));
      const seen = await page.evaluate(() => ({
        hacked: 'hacked' in globalThis,
        images: document.querySelectorAll('img, iframe, object, embed, foreignObject, svg image, svg script')
          .length,
        links: [...document.querySelectorAll('a')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !/^(?:\/|#|https?:)/.test(href)),
      }));
      if (seen.hacked || seen.images > 0 || seen.links.length > 0)
        trouble.push(`${path}: ${JSON.stringify(seen)}`);
    }
    expect(trouble).toEqual([]);
  });

  it('is shown as the text it is', async () => {
    const page = await site.open('/stages/');
    expect(await page.getByRole('table', { name: 'Stages' }).locator('tbody').textContent()).toContain(
      'MQL <script>window.hacked = true</script>',
    );
    expect(await page.title()).toContain('Evil </title><script>window.hacked = true</script>');
    await page.goto(`${site.address}handoffs/`);
    await page.locator('main a[href*="handoffs/"]').first().click();
    expect(await page.locator('.tick').first().textContent()).toContain('</template><script>');
  });

  it('does not break out of the files beside the pages', async () => {
    const files = await filesOf(site.site.folder);
    for (const file of files.filter(
      (each) =>
        /\.(?:md|svg|xml|txt)$/.test(each) &&
        !each.startsWith('pagefind/') &&
        !each.startsWith('onboarding/checklist-'),
    )) {
      const text = await readFile(join(site.site.folder, file), 'utf8');
      // Fenced blocks are code; everywhere else a tag would be live.
      expect(text.replace(/^(`{3,})[\s\S]*?^\1$/gm, ''), file).not.toMatch(/<script|<img|<b>/i);
    }
    expect(JSON.parse(await readFile(join(site.site.folder, 'search.json'), 'utf8')).length).toBeGreaterThan(
      10,
    );
  });
});
