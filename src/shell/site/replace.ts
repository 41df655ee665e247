import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts `built` where `out` is: copied beside it first, then swapped by two renames, so that a reader of `out` sees
 * the old site or the new one. `out` need not exist.
 */
export async function replaceFolder(built: string, out: string): Promise<void> {
  const above = dirname(out);
  await mkdir(above, { recursive: true });
  const beside = await mkdtemp(join(above, `.${basename(out)}-`));
  try {
    const fresh = join(beside, 'new');
    await cp(built, fresh, { recursive: true });
    const old = join(beside, 'old');
    await rename(out, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(fresh, out);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
