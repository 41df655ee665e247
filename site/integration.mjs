import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepRenderer } from './kept-renderer.mjs';
import { policyFirst } from './policy.mjs';

/** Progress goes to standard output a line at a time; `mops site` passes it on. */
const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Makes `settings` importable as `virtual:mops/settings`, reports progress, and in `mops site dev` reloads the
 * pages when an entry changes.
 */
export function mopsSite(settings) {
  // Settings of a run are no part of the bundle, which is kept between runs.
  globalThis.mopsSettings = settings;
  let kindsOfPage = new Map();
  let renderer;
  return {
    name: 'mops-site',
    hooks: {
      'astro:config:setup': async ({ updateConfig, injectRoute }) => {
        // Mermaid is shipped only where no browser can draw at build.
        const drawnByReaders = (await globalThis.mopsDrawing) == null;
        if (drawnByReaders)
          injectRoute({
            pattern: '/draw',
            entrypoint: fileURLToPath(new URL('./fallback/draw.astro', import.meta.url)),
          });
        const id = 'virtual:mops/settings';
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'mops-settings',
                // Starlight is a dependency of the site's own package (site/package.json), where Astro does not look for
                // packages that it has to bundle.
                configEnvironment: () => ({
                  resolve: { noExternal: ['@astrojs/starlight', 'astro-expressive-code'] },
                }),
                resolveId: (source) => (source === id ? `\0${id}` : undefined),
                load: (source) =>
                  source === `\0${id}` ? 'export const settings = globalThis.mopsSettings' : undefined,
              },
            ],
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add([join(settings.dir, '**/*.md'), join(settings.dir, 'mops.config.yml')]);
        const reload = (path) => {
          if (!path.startsWith(settings.dir) || !/\.(md|yml)$/.test(path)) return;
          globalThis.mopsSiteRevision = (globalThis.mopsSiteRevision ?? 0) + 1;
          server.ws.send({ type: 'full-reload' });
        };
        for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, reload);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => {
          renderer = own;
          return own;
        });
        say('Preparing the pages');
      },
      'astro:build:setup': ({ pages }) => {
        kindsOfPage = pages;
      },
      'astro:build:generated': async ({ dir }) => {
        // A build does not fail for what the next one would have gained.
        await keepRenderer(settings, kindsOfPage, renderer, fileURLToPath(dir)).catch(() => {});
        say('Indexing for search');
      },
      'astro:build:done': async ({ dir, pages }) => {
        await policyFirst(fileURLToPath(dir));
        say(`${pages.length} pages written`);
      },
    },
  };
}
