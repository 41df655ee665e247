/**
 * Bundling the pages is most of a build, and what comes of it depends on this package, its packages and a few settings
 * alone. So the bundle of the last build is kept in `.astro` beside the lock of builds, and the next build renders
 * from it without Astro's builder. Whatever does not fit, such as other sources or an address for feeds, is built in
 * full; so is everything after a fault here.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './settings.mjs';

/** Bundles kept: of one team's address or two, and of this package's own tests. */
const mostKept = 4;
const work = join(root, '.astro');

/** Where a package of the site is installed. */
function packageFolder(name) {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const folder = places.map((place) => join(place, name)).find((path) => existsSync(path));
  if (folder === undefined) throw new Error(`${name} is not installed`);
  return folder;
}

/** A name for everything that a bundle is made of; null where a build is made in full. */
function nameOf({ base, title, url, browser }) {
  if (url !== null || browser === 'none') return null;
  const hash = createHash('sha256').update(JSON.stringify([base, title, process.version]));
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
 * Keeps what Astro has just bundled, before Astro throws it away.
 *
 * @param pages Astro's data of each kind of page, with its style sheets
 * @param renderer Astro's own, which knows what is written into the head of every page
 * @param out folder that holds the assets of the pages
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
  rmSync(join(work, name), { recursive: true, force: true });
  await rename(draft, join(work, name));
  const old = readdirSync(work)
    .filter((each) => /^kept-[0-9a-f]{24}$/.test(each))
    .map((each) => ({ each, used: statSync(join(work, each)).mtimeMs }))
    .toSorted((a, b) => b.used - a.used);
  for (const { each } of old.slice(mostKept)) rmSync(join(work, each), { recursive: true, force: true });
}

/**
 * Renders the site from a kept bundle.
 *
 * @returns how many pages were written; null where no bundle fits
 */
export async function renderKept(settings, say) {
  const name = nameOf(settings);
  const kept = name === null ? '' : join(work, name);
  if (name === null || !existsSync(join(kept, 'kept.json'))) return null;
  utimesSync(kept, new Date(), new Date());
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
  const written = new Set();
  let pages = 0;
  for (const { pathname, route } of await renderer.getStaticPaths()) {
    const address = pathname.replace(/\/$/, '');
    if (written.has(address)) continue;
    written.add(address);
    const inner = address.replace(/^\//, '');
    const ending = route.type === 'endpoint' || inner === '' ? '' : '/';
    const request = createRequest({
      url: new URL(`${settings.base}${inner}${ending}`, 'http://localhost:4321'),
      headers: new Headers(),
      logger,
      isPrerendered: true,
      routePattern: route.component,
    });
    const { response } = await renderer.render(request, { routeData: route });
    if (response.status >= 300 && response.status !== 404) throw new Error(`${pathname}: ${response.status}`);
    if (!response.body) continue;
    const file = join(settings.out, getOutputFilename('directory', pathname, route));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
    if (route.type === 'page') pages++;
  }
  say('Indexing for search');
  const { starlightPagefind } = await import(
    pathToFileURL(join(packageFolder('@astrojs/starlight'), 'dist', 'integrations', 'pagefind.js')).href
  );
  const quiet = { info() {}, error() {}, fork: () => quiet };
  await starlightPagefind({ dir: pathToFileURL(join(settings.out, '/')), logger: quiet });
  return pages;
}
