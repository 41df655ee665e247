/**
 * Runs Astro on this package's own folder, as a process of its own: Astro wants a newer Node than the command line
 * does. `node site/run.mjs build` or `node site/run.mjs dev [port]`; what to render is in the environment (settings.mjs).
 */
import { readdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { privateFolder, startDrawing } from './browser.mjs';
import { renderKept } from './kept-renderer.mjs';
import { policyFirst } from './policy.mjs';
import { root, settings } from './settings.mjs';

const [command, port] = process.argv.slice(2);

/** Compiled files that are kept; Astro and what it stands on are some 1,700, and each build has a few of its own. */
const mostKept = 6000;

/** Astro and what it stands on are compiled once. Only this user may write to what is kept of it. */
function keepCompiled() {
  const folder = privateFolder(settings.codeCache);
  if (readdirSync(folder, { recursive: true }).length > mostKept) rmSync(folder, { recursive: true });
  enableCompileCache(folder);
}

keepCompiled();

if (command !== 'build' || !(await builtFromKept())) await withAstro();

/** Builds from the bundle of an earlier build, where one fits; the browser starts when a picture has to be drawn. */
async function builtFromKept() {
  let browser = null;
  let started = true;
  globalThis.mopsSettings = settings;
  globalThis.mopsDrawing = Promise.resolve({
    async draw(...order) {
      browser ??= startDrawing();
      browser.catch(() => {
        started = false;
      });
      return (await browser).draw(...order);
    },
  });
  try {
    const counts = await renderKept(settings, console.log);
    if (counts !== null && started) {
      await policyFirst(settings.out);
      console.log(`${counts.pages} pages written, ${counts.asTheyWere} of them as they were`);
      return true;
    }
  } catch {
    // Built in full below, which says what is wrong.
  } finally {
    const drawing = await browser?.catch(() => null);
    await drawing?.close();
  }
  rmSync(settings.out, { recursive: true, force: true });
  return false;
}

async function withAstro() {
  globalThis.mopsDrawing =
    settings.browser === 'none'
      ? Promise.resolve(null)
      : startDrawing().catch((problem) => {
          const reason = String(problem?.message ?? problem).split('\n')[0];
          console.log(
            `No browser could be started (${reason}), so readers' browsers will draw the diagrams.`,
          );
          return null;
        });
  // Behind the browser's start, so that it comes up while Astro is loaded.
  const { build, dev } = await import('astro');
  const inline = { root, logLevel: 'error' };

  try {
    if (command === 'dev') {
      const server = await dev({ ...inline, server: { port: Number(port ?? 4321), host: '127.0.0.1' } });
      console.log(`Serving on http://127.0.0.1:${server.address.port}${settings.base}`);
    } else {
      await build(inline);
    }
  } catch (problem) {
    console.error(problem?.stack ?? String(problem));
    process.exitCode = 3;
  }
  if (command !== 'dev') {
    const drawing = await globalThis.mopsDrawing;
    await drawing?.close();
  }
}
