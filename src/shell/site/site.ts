/** `mops site build` and `mops site dev`: starts Astro in a process of its own and puts its output in place. */

import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { version } from '../version.ts';
import { readSiteConfig } from './config.ts';
import { lockBuilds } from './lock.ts';
import { clearable, writeManifest } from './manifest.ts';
import { astroNode, hasSitePackages, packageRoot, runAstro } from './process.ts';
import { replaceFolder } from './replace.ts';

export interface SiteOptions {
  /** The folder that holds the SoT. */
  readonly dir: string;
  /** Path the site is served under, `/repo/`; the config's `site.base`, else `/`, where it is not given. */
  readonly base?: string | undefined;
  /** Another config than `mops.config.yml` in `dir`. */
  readonly config?: string | undefined;
  /** Full address the site will have (`https://team.github.io`), for the feed. */
  readonly url?: string | undefined;
  /** A report that `mops replay --format json` saved, for the page "How it goes". */
  readonly replay?: string | undefined;
  /** Takes progress and errors, a line at a time. */
  readonly log: (line: string) => void;
}

export interface BuildOptions extends SiteOptions {
  /** Where the site goes. Replaced as a whole once the build has succeeded. */
  readonly out: string;
}

/**
 * Builds the site of a repository. A broken or empty SoT builds too; its findings are on the pages.
 *
 * @throws UsageError when the output folder holds anything that no build of ours wrote
 * @returns 0 built, 2 configuration or environment (config unreadable, Node too old), 3 the build failed.
 */
export async function buildSite(options: BuildOptions): Promise<number> {
  const out = resolve(options.out);
  const dir = resolve(options.dir);
  const sources = [...new Set([dir, packageRoot(), process.cwd()])].map((path) =>
    existsSync(path) ? realpathSync(path) : path,
  );
  await clearable(out, sources);
  const prepared = await prepare({ ...options, dir });
  if (typeof prepared === 'number') return prepared;
  const work = await mkdtemp(join(tmpdir(), 'mops-site-'));
  const unlock = await lockBuilds(packageRoot(), () => options.log('Waiting for another build to finish'));
  try {
    const built = join(work, 'site');
    const environment = { ...prepared.environment, MOPS_SITE_OUT: built, MOPS_SITE_CACHE: work };
    const code = await runAstro({ node: prepared.node, args: ['build'], environment, log: options.log });
    if (code !== 0) {
      options.log('The site could not be built. The folder it would have gone to is unchanged.');
      return 3;
    }
    await writeManifest(built);
    // Looked at again: a build takes a while.
    await replaceFolder(built, await clearable(out, sources));
    options.log(`Site written to ${options.out}`);
    return 0;
  } finally {
    await unlock();
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Serves the site while the entries are edited; pages reload when a file changes. Ends with the process.
 *
 * @returns as `buildSite`, when the server has ended.
 */
export async function devSite(
  options: SiteOptions & { readonly port?: number | undefined },
): Promise<number> {
  const prepared = await prepare({ ...options, dir: resolve(options.dir) });
  if (typeof prepared === 'number') return prepared;
  const work = await mkdtemp(join(tmpdir(), 'mops-site-'));
  try {
    const environment = { ...prepared.environment, MOPS_SITE_CACHE: work };
    const args = ['dev', String(options.port ?? 4321)];
    return (await runAstro({ node: prepared.node, args, environment, log: options.log })) === 0 ? 0 : 3;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What both need: a Node that Astro runs on, and the environment that says what to render. */
async function prepare(
  options: SiteOptions,
): Promise<number | { readonly node: string; readonly environment: Readonly<Record<string, string>> }> {
  const root = packageRoot();
  if (!hasSitePackages(root)) {
    options.log(
      `The packages that build the site are not installed. Add them: npm install --save-dev marketing-ops-handoff-site@${version}`,
    );
    return 2;
  }
  const node = astroNode(root);
  if (node === null) {
    options.log(
      `The site needs Node 22.12 or newer; this is ${process.versions.node}. Run it with a newer Node, or add one beside this package: npm install --save-dev marketing-ops-handoff node@24`,
    );
    return 2;
  }
  const config = await readSiteConfig(options.dir, options.config);
  if ('problem' in config) {
    options.log(config.problem);
    return 2;
  }
  for (const sentence of config.missing) options.log(sentence);
  const site = config.site;
  const base = options.base ?? site.base ?? '/';
  if (!/^\/?(?:[\w.~%-]+\/)*[\w.~%-]*$/.test(base)) {
    options.log(`The base "${base}" is not a path. Write the part behind the host, such as /repo/.`);
    return 2;
  }
  return {
    node,
    environment: {
      MOPS_SITE_DIR: options.dir,
      MOPS_SITE_BASE: base,
      MOPS_SITE_TITLE: site.title ?? 'Lead lifecycle',
      ...(options.config === undefined ? {} : { MOPS_SITE_CONFIG: resolve(options.config) }),
      ...(options.url === undefined ? {} : { MOPS_SITE_URL: options.url }),
      ...(options.replay === undefined ? {} : { MOPS_SITE_REPLAY: resolve(options.replay) }),
    },
  };
}
