import { lstatSync, mkdirSync, realpathSync, rmSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { UsageError } from '../exit.ts';
import { writeAll } from './write-all.ts';

/** A file to be created, its path relative to the folder, with `/`. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The paths of these files that exist already. */
export function existing(folder: string, files: readonly NewFile[]): readonly string[] {
  return files.filter(({ path }) => found(join(folder, path)) !== null).map(({ path }) => path);
}

export interface Creating {
  /** A file that is there may be replaced. */
  readonly replace?: boolean;
  /** Called when all is ready to take its place: throws when something is no longer as it was. */
  readonly stillRight?: () => void;
}

/**
 * Creates files, all or none: everything is checked first, and when one cannot be written, new ones are taken away
 * again and replaced ones are as they were. Missing folders are made, the folder itself included.
 *
 * @throws UsageError when a file exists and `replace` is not set, or when a path leads through a link or a file
 */
export function createFiles(
  folder: string,
  files: readonly NewFile[],
  { replace = false, stillRight = () => {} }: Creating = {},
): void {
  const checked = (): void => {
    const taken = existing(folder, files);
    if (taken.length > 0 && !replace)
      throw new UsageError(
        `${taken.join(', ')} ${taken.length === 1 ? 'exists' : 'exist'} already. Nothing was written.`,
      );
    for (const { path } of files) refuseLinks(folder, path);
    for (const path of taken) refuseReadOnly(join(folder, path), path);
    stillRight();
  };
  checked();
  const madeFolders: string[] = [];
  try {
    for (const { path } of files) {
      const made = mkdirSync(dirname(join(folder, path)), { recursive: true });
      if (made !== undefined) madeFolders.push(made);
    }
    writeAll(
      files.map(({ path, text }) => ({ target: join(folder, path), text })),
      checked,
    );
  } catch (error) {
    for (const made of madeFolders) rmSync(made, { recursive: true, force: true });
    throw notWritten(error);
  }
}

/** What the system says, in words where people know some. */
export function notWritten(error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  const why =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'the disk is full'
      : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? `${path === undefined ? 'the folder' : dirname(path)} may not be written to`
        : error instanceof Error
          ? error.message
          : String(error);
  return new UsageError(`Nothing was written: ${why}.`);
}

/** A file that somebody has locked would be replaced all the same: what a folder holds is the folder's to change. */
export function refuseReadOnly(target: string, path: string): void {
  const stat = found(target);
  if (stat !== null && (stat.mode & 0o222) === 0)
    throw new UsageError(`${path} is read-only. Nothing was written.`);
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
