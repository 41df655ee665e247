import { lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { UsageError } from '../exit.ts';

/** A file to be created, its path relative to the folder, with `/`. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The paths of these files that exist already. */
export function existing(folder: string, files: readonly NewFile[]): readonly string[] {
  return files.filter(({ path }) => found(join(folder, path)) !== null).map(({ path }) => path);
}

/**
 * Creates files, all or none: everything is checked first, and when one cannot be written, new ones are taken away
 * again and replaced ones get their old bytes back. Missing folders are made, the folder itself included.
 *
 * @throws UsageError when a file exists and `replace` is not set, or when a path leads through a link or a file
 */
export function createFiles(folder: string, files: readonly NewFile[], replace = false): void {
  const taken = existing(folder, files);
  if (taken.length > 0 && !replace)
    throw new UsageError(`${taken.join(', ')} exist already. Nothing was written.`);
  for (const { path } of files) refuseLinks(folder, path);
  const done: { readonly target: string; readonly before: Buffer | null }[] = [];
  const madeFolders: string[] = [];
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      const before = found(target) === null ? null : readFileSync(target);
      const made = mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) madeFolders.push(made);
      writeFileAtomic.sync(target, text, { encoding: 'utf8' });
      done.push({ target, before });
    }
  } catch (error) {
    for (const { target, before } of done) {
      if (before === null) rmSync(target, { force: true });
      else writeFileAtomic.sync(target, before);
    }
    for (const made of madeFolders) rmSync(made, { recursive: true, force: true });
    throw new UsageError(`Nothing was written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A link on the way could lead out of the folder; a folder or device under the file's name cannot be replaced. */
function refuseLinks(folder: string, path: string): void {
  const parts = path.split('/');
  const root = found(folder) === null ? folder : realpathSync(folder);
  for (let count = 1; count <= parts.length; count++) {
    const at = join(root, parts.slice(0, count).join(sep));
    const stat = found(at);
    if (stat === null) return;
    const last = count === parts.length;
    if (last ? !stat.isFile() : !stat.isDirectory()) {
      const what = stat.isSymbolicLink() ? 'a link' : last ? 'not a file' : 'not a folder';
      throw new UsageError(`${parts.slice(0, count).join('/')} is ${what}. Nothing was written.`);
    }
  }
}

function found(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
