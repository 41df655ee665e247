import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a browser may be: `CHROMIUM_PATH`, an installed Chrome or Chromium, the one inside `@sparticuz/chromium`. */
async function choose() {
  return process.env.CHROMIUM_PATH || (installed.find((path) => existsSync(path)) ?? (await unpacked()));
}

/**
 * In which order a browser is tried with its own sandbox and without. Root gets none from Chromium; elsewhere some
 * systems allow none, and the browser does not start with it.
 */
export function sandboxes(user) {
  return user === 0 ? [false] : [true, false];
}

/**
 * The packed Chromium, unpacked into a folder that is ours alone. The package itself would run whatever lies under
 * its name in the system's temporary folder, whoever put it there.
 */
async function unpacked() {
  const { default: chromium } = await import('@sparticuz/chromium');
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'));
  const folder = privateFolder(join(homedir(), '.cache', `mops-chromium-${version}`));
  const [program, whole] = [join(folder, 'chromium'), join(folder, 'unpacked')];
  const complete =
    existsSync(program) &&
    existsSync(whole) &&
    readFileSync(whole, 'utf8') === String(statSync(program).size);
  if (!complete) rmSync(program, { force: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const path = await chromium.executablePath();
    if (path === program) writeFileSync(whole, String(statSync(program).size));
    return path;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** A folder that only this user may write to; a new one where that one is somebody else's. */
export function privateFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stat = lstatSync(folder);
    const own = process.getuid === undefined || stat.uid === process.getuid();
    if (stat.isDirectory() && own) {
      chmodSync(folder, 0o700);
      return folder;
    }
  } catch {
    // No home to write to: a new folder, for this run.
  }
  return mkdtempSync(join(tmpdir(), 'mops-chromium-'));
}

/**
 * Starts the headless browser that draws the diagrams. Throws when there is none or it does not start. The packed
 * Chromium unpacks itself on first use, so a start while another process unpacks is tried again.
 */
export async function startBrowser() {
  const { chromium } = await import('playwright-core');
  for (let attempt = 1; ; attempt++) {
    let problem;
    for (const chromiumSandbox of sandboxes(process.getuid?.())) {
      try {
        return await chromium.launch({
          executablePath: await choose(),
          args: quiet,
          chromiumSandbox,
          headless: true,
        });
      } catch (error) {
        problem = error;
      }
    }
    if (attempt === 3) throw problem;
    await wait(1500);
  }
}

/** What a drawing ends with that was not done in its time. */
export class TookTooLong extends Error {}

/**
 * Starts the browser and, without waiting for it, a page with Mermaid loaded. `draw` runs a function in that page and
 * fails when it is not done within `limit` milliseconds: Mermaid's layout never ends for some graphs, and a page that
 * is busy answers nothing else. The next drawing then has a new browser. Whoever asks closes.
 */
export async function startDrawing() {
  let browser = await startBrowser();
  let page = drawingPage(browser);
  page.catch(() => {});
  return {
    async draw(run, order, limit) {
      const ready = await page;
      const done = new AbortController();
      const late = wait(limit, undefined, { signal: done.signal }).then(() => {
        throw new TookTooLong(`Not drawn within ${limit} ms.`);
      });
      try {
        return await Promise.race([ready.evaluate(run, order), late]);
      } catch (problem) {
        if (problem instanceof TookTooLong || /crashed|closed/i.test(problem.message)) {
          browser.close().catch(() => {});
          browser = await startBrowser();
          page = drawingPage(browser);
        }
        throw problem;
      } finally {
        done.abort();
      }
    },
    close: () => browser.close(),
  };
}

/** Mermaid, which is put into the page, runs and styles; nothing is asked for anywhere. */
const nothingLoaded =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:; font-src data:; webrtc 'block'";

async function drawingPage(browser) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, offline: true });
  await page.route('**/*', (route) => route.abort());
  // Web sockets, workers and prefetches are no requests that a route sees.
  await page.setContent(
    `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${nothingLoaded}"></head><body></body></html>`,
  );
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') });
  return page;
}

/** A browser with a page that has Mermaid loaded, for tests that look at pictures. */
export async function openDrawingPage() {
  const browser = await startBrowser();
  return { browser, page: await drawingPage(browser) };
}
