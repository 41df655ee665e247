import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Lets one build of a package folder run at a time: Astro keeps working files in the folder's `.astro`, and two
 * builds at once have lost each other's style sheets. A lock whose process is gone is taken over.
 *
 * @param waiting told once, when another build holds the lock
 * @returns a function that gives the lock back
 */
export async function lockBuilds(root: string, waiting: () => void): Promise<() => Promise<void>> {
  const folder = join(root, '.astro');
  const lock = join(folder, 'mops-build.lock');
  await mkdir(folder, { recursive: true });
  for (let told = false; ; ) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return () => rm(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readFile(lock, 'utf8').catch(() => '');
    // An empty lock is just being written.
    if (holder !== '' && !isAlive(Number(holder))) {
      await rm(lock, { force: true });
      continue;
    }
    if (!told) waiting();
    told = true;
    await wait(150);
  }
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
