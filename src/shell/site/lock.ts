import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../exit.ts';

/** Milliseconds between two signs of life of who holds the lock; after ten missed ones it is taken over. */
const signOfLife = 3000;

/**
 * Lets one build of a package folder run at a time: Astro keeps working files in the folder's `.astro`, and two
 * builds at once have lost each other's style sheets. A lock whose process is gone or silent is taken over.
 *
 * @param waiting told once, when another build holds the lock
 * @returns a function that gives the lock back
 */
export async function lockBuilds(root: string, waiting: () => void): Promise<() => Promise<void>> {
  const folder = join(root, '.astro');
  const lock = join(folder, 'mops-build.lock');
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw notWritable(root, error);
  });
  for (let told = false; ; ) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      const sign = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => {}), signOfLife);
      sign.unref();
      return () => {
        clearInterval(sign);
        return rm(lock, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritable(root, error);
    }
    const holder = await readFile(lock, 'utf8').catch(() => '');
    // A number that is alive may be another process by now: who holds the lock gives a sign of life.
    const silent =
      Date.now() - ((await stat(lock).catch(() => null))?.mtimeMs ?? Date.now()) > 10 * signOfLife;
    if (silent || (holder !== '' && !isAlive(Number(holder)))) {
      await rm(lock, { force: true });
      continue;
    }
    if (!told) waiting();
    told = true;
    await wait(150);
  }
}

/** A package folder nobody may write to is the machine's matter, not a fault of ours. */
function notWritable(root: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'ENOSPC'].includes(code)
    ? new UsageError(
        `The site is built in ${root}, which is not writable (${code}). Install the package where you may write.`,
      )
    : error;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
