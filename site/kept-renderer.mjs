/**
 * Bundling the pages is most of a build, and what comes of it depends on this package, its packages and a few settings
 * alone. So the bundle of the last build is kept, and the next build renders from it without Astro's builder; and each
 * page is kept by all that it is made of, and rendered anew only where that has changed. Both are in the user's cache
 * folder; a bundle is also in `.astro` beside the lock of builds, from where it finds its packages. Whatever does not
 * fit, such as other sources or another address, is built in full; so is everything after a fault here.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { privateFolder } from './browser.mjs';
import { keepPages, readPages } from './kept-pages.mjs';
import { root } from './settings.mjs';

/** Bundles kept: of one team's address or two, and of this package's own tests. */
const mostKept = 4;
/** Pages rendered at once. */
const atOnce = 12;
const work = join(root, '.astro');

/** Where a package of the site is installed. */
function packageFolder(name) {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const folder = places.map((place) => join(place, name)).find((path) => existsSync(path));
  if (folder === undefined) throw new Error(`${name} is not installed`);
  return folder;
}

/** A name for everything that a bundle is made of; null where a build is made in full. */
function nameOf({ base, url, browser }) {
  if (browser === 'none') return null;
  const hash = createHash('sha256').update(JSON.stringify([root, base, url, process.version]));
  for (const name of ['astro', '@astrojs/starlight'])
    hash.update(readFileSync(join(packageFolder(name), 'package.json')));
  hash.update(readFileSync(join(root, 'astro.config.mjs')));
  for (const folder of ['site', 'src'])
    for (const file of readdirSync(join(root, folder), { recursive: true }).toSorted()) {
      const path = join(root, folder, file);
      if (statSync(path).isFile()) hash.update(`\n${file}\n`).update(readFileSync(path));
    }
  return `kept-${hash.digest('hex').slice(0, 24)}`;
}

/**
 * Keeps what Astro has just bundled, before Astro throws it away, and the pages that it made.
 *
 * @param pages Astro's data of each kind of page, with its style sheets
 * @param renderer Astro's own, which knows what is written into the head of every page
 * @param out folder that holds the pages and their assets
 */
export async function keepRenderer(settings, pages, renderer, out) {
  const name = nameOf(settings);
  const bundle = join(work, '.prerender');
  if (name === null || !existsSync(bundle)) return;
  const entry = readdirSync(bundle).find((file) => file.startsWith('prerender-entry'));
  if (entry === undefined) return;
  const draft = join(work, `${name}.draft`);
  rmSync(draft, { recursive: true, force: true });
  await mkdir(join(draft, 'assets'), { recursive: true });
  await cp(bundle, join(draft, 'bundle'), { recursive: true });
  for (const asset of ['_astro', ...readdirSync(join(root, 'site', 'public'))])
    if (existsSync(join(out, asset)))
      await cp(join(out, asset), join(draft, 'assets', asset), { recursive: true });
  const styles = [...pages].map(([key, page]) => [key, page.styles]);
  const { scripts } = renderer.app.getSettings();
  await writeFile(join(draft, 'kept.json'), JSON.stringify({ entry, styles, scripts }));
  const cache = privateFolder(settings.pageCache);
  await copyWhole(draft, join(cache, name));
  rmSync(join(work, name), { recursive: true, force: true });
  await rename(draft, join(work, name));
  for (const folder of [work, cache]) forgetOld(folder);
  const made = [];
  for (const { pathname, route } of await renderer.getStaticPaths()) {
    const key = await keyOf(pathname, route);
    const file = join(out, pathname, 'index.html');
    if (key !== null && existsSync(file)) made.push([key, await readFile(file, 'utf8')]);
  }
  await keepPages(join(cache, name), settings.dir, new Map(made));
}

/** Puts a copy of a folder where another may be, whole or not at all. */
async function copyWhole(from, to) {
  const half = `${to}.${process.pid}`;
  try {
    await cp(from, half, { recursive: true });
    rmSync(to, { recursive: true, force: true });
    await rename(half, to);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** The bundles that were used last stay. */
function forgetOld(folder) {
  const old = readdirSync(folder)
    .filter((each) => /^kept-[0-9a-f]{24}$/.test(each))
    .map((each) => ({ each, used: statSync(join(folder, each)).mtimeMs }))
    .toSorted((a, b) => b.used - a.used);
  for (const { each } of old.slice(mostKept)) rmSync(join(folder, each), { recursive: true, force: true });
}

/** A page of blocks by all that it is made of besides its bundle; null for pages of other kinds and for files. */
async function keyOf(pathname, route) {
  if (route.component !== 'site/pages/[...path].astro') return null;
  const inputs = await globalThis.mopsPageInputs?.(pathname.replace(/^\/|\/$/g, ''));
  return inputs == null ? null : createHash('sha256').update(inputs).digest('hex');
}

/** The bundle of an earlier build that fits, in the folder from where it finds its packages; null for none. */
async function keptBundle(name, cache) {
  const [kept, cached] = [join(work, name), join(cache, name)];
  if (!existsSync(join(kept, 'kept.json'))) {
    if (!existsSync(join(cached, 'kept.json'))) return null;
    await copyWhole(cached, kept);
  }
  for (const folder of [kept, cached]) if (existsSync(folder)) utimesSync(folder, new Date(), new Date());
  return kept;
}

/**
 * Renders the site from a kept bundle.
 *
 * @returns how many pages were written, and how many of them as an earlier build made them; null where no bundle fits
 */
export async function renderKept(settings, say) {
  const name = nameOf(settings);
  if (name === null) return null;
  const cache = privateFolder(settings.pageCache);
  const kept = await keptBundle(name, cache);
  if (kept === null) return null;
  const { entry, styles, scripts } = JSON.parse(await readFile(join(kept, 'kept.json'), 'utf8'));
  const astro = (path) => import(pathToFileURL(join(packageFolder('astro'), 'dist', path)).href);
  const [{ createDefaultPrerenderer }, { createRequest }, { getOutputFilename }] = await Promise.all(
    ['core/build/default-prerenderer.js', 'core/request.js', 'core/output-filename.js'].map(astro),
  );
  say('Preparing the pages');
  const logger = { options: { destination: { write() {} } }, warn() {}, error() {}, info() {}, debug() {} };
  const internals = {
    prerenderEntryFileName: entry,
    pagesByKeys: new Map(styles.map(([key, own]) => [key, { styles: own }])),
    entrySpecifierToBundleMap: new Map(),
  };
  const renderer = createDefaultPrerenderer({
    internals,
    options: { settings: { scripts }, logger },
    prerenderOutputDir: pathToFileURL(join(kept, 'bundle', '/')),
  });
  await renderer.setup();
  for (const [module, file] of Object.entries(renderer.app.manifest.entryModules))
    internals.entrySpecifierToBundleMap.set(module, file);
  await cp(join(kept, 'assets'), settings.out, { recursive: true });
  const before = await readPages(join(cache, name), settings.dir);
  const made = new Map();
  const counts = { pages: 0, asTheyWere: 0 };
  const addresses = [];
  async function bodyOf(pathname, route) {
    const key = await keyOf(pathname, route);
    const found = before.get(key);
    if (found !== undefined) {
      counts.asTheyWere++;
      made.set(key, found);
      return found;
    }
    const inner = pathname.replace(/^\/|\/$/g, '');
    const ending = route.type === 'endpoint' || inner === '' ? '' : '/';
    const request = createRequest({
      url: new URL(`${settings.base}${inner}${ending}`, settings.url ?? 'http://localhost:4321'),
      headers: new Headers(),
      logger,
      isPrerendered: true,
      routePattern: route.component,
    });
    const { response } = await renderer.render(request, { routeData: route });
    if (response.status >= 300 && response.status !== 404) throw new Error(`${pathname}: ${response.status}`);
    if (!response.body) return null;
    const body = Buffer.from(await response.arrayBuffer());
    if (key !== null) made.set(key, body.toString('utf8'));
    return body;
  }
  const written = new Set();
  const waiting = [];
  for (const { pathname, route } of await renderer.getStaticPaths()) {
    const address = pathname.replace(/\/$/, '');
    if (written.has(address)) continue;
    written.add(address);
    waiting.push(async () => {
      const body = await bodyOf(pathname, route);
      if (body === null) return;
      const file = join(settings.out, getOutputFilename('directory', pathname, route));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, body);
      if (route.type !== 'page') return;
      counts.pages++;
      addresses.push({ pathname: `${address}/`.slice(1) });
    });
  }
  // Several at once: who waits for a picture holds up nobody.
  const workers = Array.from({ length: atOnce }, async () => {
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
    } finally {
      waiting.length = 0;
    }
  });
  for (const { reason } of await Promise.allSettled(workers)) if (reason !== undefined) throw reason;
  await keepPages(join(cache, name), settings.dir, made).catch(() => {});
  say('Indexing for search');
  await finish(settings, addresses);
  return counts;
}

/** What Starlight's own integrations add once the pages are there: the index for search and, where the site has an address, a map. */
async function finish({ out, base, url }, pages) {
  const integration = (name) =>
    import(pathToFileURL(join(packageFolder('@astrojs/starlight'), 'dist', 'integrations', name)).href);
  const quiet = { info() {}, warn() {}, error() {}, fork: () => quiet };
  const dir = pathToFileURL(join(out, '/'));
  const { starlightPagefind } = await integration('pagefind.js');
  await starlightPagefind({ dir, logger: quiet });
  if (url === null) return;
  const { hooks } = (await integration('sitemap.js')).starlightSitemap({});
  const config = { site: url, base, trailingSlash: 'always', build: { format: 'directory' } };
  await hooks['astro:routes:resolved']({ routes: [] });
  await hooks['astro:config:done']({ config });
  await hooks['astro:build:done']({ dir, pages, logger: quiet });
}
