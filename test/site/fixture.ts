/**
 * Built sites for the tests: each variant is built once a run, whichever test file asks first, by the function that
 * `mops site build` calls. The folder is removed when the run ends (global-setup.ts).
 */

import { access, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { startBrowser } from '../../site/browser.mjs';
import { serveSite } from '../../src/shell/site/serve.ts';
import { buildSite } from '../../src/shell/site/site.ts';
import { addHistory, emptyRepository, hostileRepository, longRepository } from './repositories.ts';

const project = join(import.meta.dirname, '..', '..');

interface Variant {
  readonly base: string;
  /** Puts the repository into a fresh folder. */
  readonly fill: (folder: string) => Promise<void>;
  readonly environment?: Readonly<Record<string, string>>;
}

const copyOf = (example: string) => (folder: string) =>
  cp(join(project, 'examples', example), folder, { recursive: true });

const variants = {
  repo: { base: '/repo/', fill: (folder) => copyOf('b2b-saas')(folder).then(() => addHistory(folder)) },
  deep: { base: '/', fill: copyOf('deep') },
  hybrid: { base: '/', fill: copyOf('hybrid') },
  broken: { base: '/', fill: copyOf('broken') },
  empty: { base: '/repo/', fill: emptyRepository },
  hostile: { base: '/repo/', fill: hostileRepository },
  undrawn: { base: '/repo/', fill: longRepository, environment: { MOPS_SITE_BROWSER: 'none' } },
} satisfies Readonly<Record<string, Variant>>;

export type VariantName = keyof typeof variants;

export interface BuiltSite {
  readonly folder: string;
  readonly base: string;
  /** What the build said, line by line. */
  readonly log: readonly string[];
  readonly code: number;
  readonly milliseconds: number;
}

/** The built site of a variant. Two test files that ask at once wait for one build. */
export async function builtSite(name: VariantName): Promise<BuiltSite> {
  const folder = join(inject('siteFolder'), name);
  const done = join(folder, 'built.json');
  const first = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (first) {
    const built = await build(folder, variants[name]);
    await writeFile(`${done}.draft`, JSON.stringify(built));
    await cp(`${done}.draft`, done);
    return built;
  }
  for (;;) {
    if (await exists(done)) {
      const text = await readFile(done, 'utf8');
      if (text.endsWith('}')) return JSON.parse(text);
    }
    await wait(100);
  }
}

async function build(folder: string, variant: Variant): Promise<BuiltSite> {
  const repository = join(folder, 'repository');
  await mkdir(repository);
  await variant.fill(repository);
  return buildOf(repository, join(folder, 'site'), variant.base, variant.environment);
}

/** Builds any folder; for tests about the build itself. */
export async function buildOf(
  dir: string,
  out: string,
  base: string,
  environment: Readonly<Record<string, string>> = {},
  url?: string,
): Promise<BuiltSite> {
  const log: string[] = [];
  const before = { ...process.env };
  Object.assign(process.env, environment);
  const started = performance.now();
  const code = await buildSite({ dir, out, base, url, log: (line) => log.push(line) }).finally(() => {
    for (const key of Object.keys(environment)) {
      if (before[key] === undefined) delete process.env[key];
      else process.env[key] = before[key];
    }
  });
  return { folder: out, base, log, code, milliseconds: performance.now() - started };
}

/** A folder of the run for a test's own use. */
export function scratch(): Promise<string> {
  return mkdtemp(join(inject('siteFolder'), 'scratch-'));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A site served, with a browser before it. */
export interface Visit {
  readonly site: BuiltSite;
  readonly address: string;
  readonly browser: Browser;
  /** A page at a path of the site, after it has loaded. */
  open(path: string, options?: VisitOptions): Promise<Page>;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  readonly javaScript?: boolean;
  /** Runs in every page that is opened, before the page's own. */
  readonly script?: string;
}

export async function visit(name: VariantName): Promise<Visit> {
  const site = await builtSite(name);
  const { server, address } = await serveSite(site.folder, site.base, 0);
  const browser = await startBrowser();
  const contexts: BrowserContext[] = [];
  return {
    site,
    address,
    browser,
    async open(path, { width = 1280, theme = 'light', javaScript = true, script } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: theme,
        javaScriptEnabled: javaScript,
      });
      contexts.push(context);
      if (script !== undefined) await context.addInitScript(script);
      const page = await context.newPage();
      await page.goto(address + path.replace(/^\//, ''));
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    siteFolder: string;
  }
}
