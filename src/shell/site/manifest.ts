/** What a build of ours wrote into a folder, so that the next one clears that and nothing else. */
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { UsageError } from '../exit.ts';

/** Name of the list in the folder it speaks of. */
export const manifestName = '.mops-site.json';

interface Manifest {
  readonly version: 1;
  /** Path from the folder, with `/` → SHA-256 of the content. */
  readonly files: Readonly<Record<string, string>>;
}

/** Writes the list of everything in a folder that was just built. */
export async function writeManifest(folder: string): Promise<void> {
  const files: Record<string, string> = {};
  for (const path of await filesOf(folder)) files[path] = await hashOf(join(folder, path));
  const manifest: Manifest = { version: 1, files };
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
}

/**
 * The real path of an output folder that may be cleared: it does not exist, is empty, or holds only what a build of
 * ours wrote there, unchanged.
 *
 * @param sources real paths that must survive: the SoT's folder, the package
 * @throws UsageError that says what stands in the way
 */
export async function clearable(out: string, sources: readonly string[]): Promise<string> {
  const real = await realPathOf(out);
  const refuse = (why: string) =>
    new UsageError(
      `The output folder ${out} ${why}, and building there would delete it. Choose another --out.`,
    );
  for (const source of sources) {
    if (source === real || source.startsWith(real.endsWith(sep) ? real : real + sep))
      throw refuse(source === real ? 'is the checked folder itself' : `holds ${source}`);
  }
  if (real.split(sep).some((part) => part.toLowerCase() === '.git')) throw refuse("lies in git's own folder");
  const stat = await lstat(real).catch(() => null);
  if (stat === null) return real;
  if (!stat.isDirectory()) throw refuse('is a file');
  const names = await readdir(real);
  if (names.length === 0) return real;
  const manifest = await readManifest(real);
  if (manifest === null) throw refuse(`holds ${names.sort()[0]}, which no build of this tool wrote`);
  for (const path of await filesOf(real)) {
    if (path === manifestName) continue;
    if (!Object.hasOwn(manifest.files, path))
      throw refuse(`holds ${path}, which no build of this tool wrote`);
    if (manifest.files[path] !== (await hashOf(join(real, path))))
      throw refuse(`holds ${path}, which was changed since it was built`);
  }
  return real;
}

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const read = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as Partial<Manifest>;
    return read.version === 1 && typeof read.files === 'object' && read.files !== null
      ? { version: 1, files: read.files }
      : null;
  } catch {
    return null;
  }
}

/** All files below a folder; a link counts as one, and is not followed. Empty folders hold nothing to lose. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );
}

async function hashOf(file: string): Promise<string> {
  if (!(await lstat(file)).isFile()) return 'no file';
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** A path with every link on its way followed, as far as it exists. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const above = dirname(path);
    const dangling = (await lstat(path).catch(() => null)) !== null;
    if (dangling || above === path) {
      throw new UsageError(
        `The output folder ${path} is a link to nothing (${String((error as NodeJS.ErrnoException).code)}).`,
      );
    }
    return join(await realPathOf(above), basename(path));
  }
}
