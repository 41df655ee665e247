/**
 * `dist/mops.cjs`, what people run. Keeps the code that V8 compiled for a command between runs, in the user's own cache
 * folder, and loads the rest with it: most of a short run is compiling. Node's own compile cache keeps what a file needs
 * to load and not what its functions need to run. NODE_DISABLE_COMPILE_CACHE=1 says no, and whatever goes wrong here
 * only costs the time.
 */

import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { start } from './engine.ts';

/** SHA-256 of `cli.cjs`, put in by the build: the first letters. */
declare const CLI_HASH: string;

/** The user's own folder for such things; null where nobody says. */
function cacheFolder(): string | null {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE !== undefined) return null;
  if (NODE_COMPILE_CACHE) return NODE_COMPILE_CACHE;
  const home = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
  return home ? join(home, 'marketing-ops-handoff') : null;
}

/** Code that others could have written is not run. */
function readOwn(path: string): Buffer | undefined {
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const { uid, mode } = fstatSync(file);
    const own = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return own ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Writes whole or not at all, and takes away what belongs to another bundle. */
function keep(folder: string, name: string, compiled: () => Buffer): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const other of readdirSync(folder)) {
      if (/^mops-[0-9a-f]{16}-.*\.v8$/.test(other) && !other.startsWith(`mops-${CLI_HASH}-`))
        rmSync(join(folder, other), { force: true });
    }
    const half = join(folder, `${name}.${process.pid}`);
    const file = openSync(half, 'wx', 0o600);
    try {
      writeFileSync(file, compiled());
    } finally {
      closeSync(file);
    }
    renameSync(half, join(folder, name));
  } catch {
    // A folder that cannot be written to costs the time alone.
  }
}

function launch(folder: string | null): void {
  const path = join(__dirname, 'cli.cjs');
  // The build makes one function of it, in ASCII alone: read so it takes a byte a letter, and is not copied once more.
  const source = readFileSync(path, 'latin1');
  const command = /^[a-z]{2,12}$/.exec(process.argv[2] ?? '')?.[0] ?? 'help';
  const { version, arch } = process;
  const name = `mops-${CLI_HASH}-${version}-${arch}-${command}.v8`;
  const cachedData = folder === null ? undefined : readOwn(join(folder, name));
  const script = new Script(source, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
  const main = { exports: {} };
  script.runInThisContext()(main.exports, require, main, path, __dirname);
  const keeps = folder !== null && (cachedData === undefined || script.cachedDataRejected === true);
  process.on('exit', (code) => {
    if (keeps && (code === 0 || code === 1)) {
      start();
      keep(folder, name, () => script.createCachedData());
    }
    // All is said and written: from here Node would only give its memory back, piece by piece.
    process.exit(code);
  });
}

start();
launch(cacheFolder());
