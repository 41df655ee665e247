import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Progress goes to standard output a line at a time; `mops site` passes it on. */
const say = (line) => process.stdout.write(`${line}\n`);

const policy = /<meta http-equiv="content-security-policy" content="[^"]*">/i;

/** Puts the content security policy before anything that a page loads: it holds only for what comes after it. */
async function policyFirst(folder) {
  const files = await readdir(folder, { recursive: true });
  await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => {
        const path = join(folder, file);
        const page = await readFile(path, 'utf8');
        const found = policy.exec(page);
        if (found === null) return;
        const rest = page.replace(found[0], '');
        await writeFile(
          path,
          rest.replace(/<head>(?:<meta charset="utf-8"\s*\/?>)?/, (head) => head + found[0]),
        );
      }),
  );
}

/**
 * Makes `settings` importable as `virtual:mops/settings`, reports progress, and in `mops site dev` reloads the
 * pages when an entry changes.
 */
export function mopsSite(settings) {
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
                  source === `\0${id}` ? `export const settings = ${JSON.stringify(settings)}` : undefined,
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
      'astro:build:start': () => say('Preparing the pages'),
      'astro:build:generated': () => say('Indexing for search'),
      'astro:build:done': async ({ dir, pages }) => {
        await policyFirst(fileURLToPath(dir));
        say(`${pages.length} pages written`);
      },
    },
  };
}
