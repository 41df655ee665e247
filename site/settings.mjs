import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder: where Astro, the pages and the bundled example stand. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const env = process.env;

/** `/handbook` and `handbook/` both mean `/handbook/`. */
function withSlashes(base) {
  const inner = base.split('/').filter(Boolean).join('/');
  return inner === '' ? '/' : `/${inner}/`;
}

/** What is kept between builds. */
const kept = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'marketing-ops-handoff');
const cache = resolve(env.MOPS_SITE_CACHE ?? join(tmpdir(), 'marketing-ops-handoff-site'));

/**
 * What `mops site` hands to Astro. Plain JavaScript, because Astro's config is read before anything turns
 * TypeScript into JavaScript, and Node refuses to do so below node_modules.
 */
export const settings = {
  /** The folder with the SoT. */
  dir: resolve(env.MOPS_SITE_DIR ?? join(root, 'examples', 'b2b-saas')),
  out: resolve(env.MOPS_SITE_OUT ?? join(root, 'dist-site')),
  base: withSlashes(env.MOPS_SITE_BASE ?? '/'),
  /** Another config file than the one in `dir`; null for that one. */
  config: env.MOPS_SITE_CONFIG || null,
  /** A saved report of `mops replay`; null for none. */
  replay: env.MOPS_SITE_REPLAY || null,
  title: env.MOPS_SITE_TITLE ?? 'Lead lifecycle',
  /** Address the site is published at, for feeds; null when nobody said. */
  url: env.MOPS_SITE_URL || null,
  /** ISO date that counts as today, so that two builds of one day agree. */
  today: env.MOPS_SITE_TODAY ?? new Date().toISOString().slice(0, 10),
  cache: join(cache, 'astro'),
  viteCache: join(cache, 'vite'),
  /** Drawings are kept between builds; they depend on the diagram's text alone. */
  diagramCache: join(kept, 'diagrams'),
  /** Bundles of the pages and the pages made from them; a CI that keeps this folder renders only what changed. */
  pageCache: join(kept, 'site'),
  /** Compiled code of the packages; depends on them and on Node alone. */
  codeCache: join(kept, 'node'),
  /** `none` draws in the reader's browser, as where no browser can start at build. */
  browser: env.MOPS_SITE_BROWSER ?? 'auto',
};
