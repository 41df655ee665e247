/**
 * Pictures of the site for the README: home, a stage, the lifecycle's picture, a phone. Run by hand after the look of a
 * page changed: `node scripts/screenshots.ts`. The clock stands still, so that a new run gives the same picture.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../site/browser.mjs';
import { serveSite } from '../src/shell/site/serve.ts';
import { buildSite } from '../src/shell/site/site.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, 'docs', 'pictures');

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Only this part of the page. */
  readonly part?: string;
}

const shots: readonly Shot[] = [
  { name: 'home', path: '', width: 1280, height: 1000 },
  { name: 'stage', path: 'stages/mql/', width: 1280, height: 900 },
  { name: 'picture', path: 'stages/', width: 1280, height: 1200, part: '.diagram .canvas' },
  { name: 'phone', path: '', width: 360, height: 780 },
];

/** Pictures come with Astro's own image library; nothing else here needs it. */
interface Picture {
  webp(options: { readonly quality: number }): { toBuffer(): Promise<Buffer> };
}
const fromAstro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
const pictureOf: (png: Buffer) => Picture = fromAstro('sharp');

const folder = await mkdtemp(join(tmpdir(), 'mops-pictures-'));
try {
  const site = join(folder, 'site');
  await buildSite({ dir: join(root, 'examples', 'b2b-saas'), out: site, base: '/', log: () => {} });
  const { server, address } = await serveSite(site, '/', 0);
  const browser = await startBrowser();
  await mkdir(out, { recursive: true });
  for (const { name, path, width, height, part } of shots) {
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: width < 500 ? 2 : 1,
    });
    await page.clock.setFixedTime('2026-11-24T20:40:00Z');
    await page.goto(`${address}${path}`);
    const png = await (part === undefined ? page.screenshot() : page.locator(part).first().screenshot());
    const picture = await pictureOf(png).webp({ quality: 84 }).toBuffer();
    await writeFile(join(out, `${name}.webp`), picture);
    console.log(`docs/pictures/${name}.webp  ${Math.round(picture.length / 1024)} kB`);
    await page.close();
  }
  await browser.close();
  server.closeAllConnections();
  server.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
