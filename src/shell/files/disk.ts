import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ReadIssue, SourceFile } from '../../sot/entry.ts';
import { decode, inOrder, mostBytes, sortedFiles, type TreeFiles, tooBig, unreadable } from './bytes.ts';
import { selection } from './globs.ts';

/**
 * Reads a folder's SoT files by the config's globs. Nothing outside the folder is opened: a link out of it, a link
 * loop, a folder named like a file, a file too big, unreadable or gone each give one issue, and the rest is read.
 * A file that several links reach is read once, under its own path where that is picked.
 *
 * @throws when the folder itself cannot be listed.
 */
export function readFolder(folder: string, globs: readonly string[]): TreeFiles {
  const root = realpathSync(folder);
  const pick = selection(globs);
  const files: SourceFile[] = [];
  const issues: ReadIssue[] = [];
  const links: string[] = [];
  /** Real paths of folders listed and files read. */
  const seen = new Set<string>();

  const list = (path: string): void => {
    const real = join(root, path);
    let entries: Dirent[];
    try {
      seen.add(realpathSync(real));
      entries = readdirSync(real, { withFileTypes: true });
    } catch (error) {
      if (path === '') throw error;
      issues.push(
        unreadable(path, `The folder ${path} cannot be listed (${reason(error)}).`, 'Check its permissions.'),
      );
      return;
    }
    for (const entry of entries.sort((a, b) => inOrder(a.name, b.name))) {
      visit(path === '' ? entry.name : `${path}/${entry.name}`, entry);
    }
  };

  const visit = (path: string, entry: Dirent): void => {
    if (entry.isSymbolicLink()) {
      if (pick.file(path) || pick.folder(path)) links.push(path);
    } else if (entry.isDirectory()) {
      if (pick.file(path)) issues.push(namedLikeFile(path));
      else if (pick.folder(path)) list(path);
    } else if (pick.file(path)) {
      read(path);
    }
  };

  const read = (path: string): void => {
    const result = readOne(root, path);
    if ('code' in result) issues.push(result);
    else files.push(result);
    seen.add(join(root, path));
  };

  const follow = (path: string): void => {
    let target: string;
    let isFolder: boolean;
    try {
      target = realpathSync(join(root, path));
      isFolder = statSync(target).isDirectory();
    } catch (error) {
      if (pick.file(path)) issues.push(deadLink(path, error));
      return;
    }
    const inside = target === root || target.startsWith(root + sep);
    if (!pick.file(path) && !isFolder) return;
    if (!inside) {
      const message = `${path} is a link out of the checked folder.`;
      issues.push(unreadable(path, message, 'Put the file itself into the folder.'));
    } else if (isFolder) {
      if (`${join(root, path)}${sep}`.startsWith(`${target}${sep}`)) {
        issues.push(unreadable(path, `${path} links back to a folder above it.`, 'Remove the link.'));
      } else if (pick.file(path)) {
        issues.push(namedLikeFile(path));
      } else if (!seen.has(target)) {
        list(path);
      }
    } else if (!seen.has(target) && !pick.file(relative(root, target).split(sep).join('/'))) {
      read(path);
      seen.add(target);
    }
  };

  list('');
  for (let next = links.shift(); next !== undefined; next = links.shift()) follow(next);
  return sortedFiles(files, issues);
}

/**
 * Reads one text file of a folder, given by a relative path; null when there is none. A link out of the folder is
 * not followed.
 */
export function readOneOf(folder: string, path: string): SourceFile | ReadIssue | null {
  let root: string;
  let target: string;
  try {
    root = realpathSync(folder);
    target = realpathSync(join(root, path));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? null
      : unreadable(path, `${path} cannot be read (${reason(error)}).`, 'Check its permissions.');
  }
  if (!target.startsWith(root + sep)) {
    return unreadable(
      path,
      `${path} is a link out of the checked folder.`,
      'Put the file itself into the folder.',
    );
  }
  return readOne(root, path);
}

/** Reads one file without waiting on pipes and devices. */
function readOne(root: string, path: string): SourceFile | ReadIssue {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(join(root, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile())
      return unreadable(path, `${path} is not a regular file.`, 'Replace it with a text file.');
    if (stat.size > mostBytes) return tooBig(path, stat.size);
    return decode(path, readAll(descriptor, stat.size));
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = gone
      ? `${path} vanished while it was read.`
      : `${path} cannot be read (${reason(error)}).`;
    return unreadable(path, message, gone ? 'Run the check again.' : 'Check its permissions.');
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Reads to the end, a file that grows meanwhile included, but never past the limit by more than one byte. */
function readAll(descriptor: number, expected: number): Uint8Array {
  let bytes = Buffer.allocUnsafe(Math.min(expected, mostBytes) + 1);
  let length = 0;
  for (;;) {
    const got = readSync(descriptor, bytes, length, bytes.length - length, null);
    length += got;
    if (got === 0 || length > mostBytes) return bytes.subarray(0, length);
    if (length === bytes.length) {
      const larger = Buffer.allocUnsafe(Math.min(length * 2, mostBytes + 1));
      bytes.copy(larger, 0, 0, length);
      bytes = larger;
    }
  }
}

function namedLikeFile(path: string): ReadIssue {
  return unreadable(path, `${path} is a folder named like a file.`, 'Rename the folder.');
}

function deadLink(path: string, error: unknown): ReadIssue {
  const loop = (error as NodeJS.ErrnoException).code === 'ELOOP';
  const message = loop
    ? `${path} is a link that leads back to itself.`
    : `${path} is a link to nothing (${reason(error)}).`;
  return unreadable(path, message, 'Remove the link, or point it to a file in the folder.');
}

/** The system's error code in words where people know one. */
export function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const words: { readonly [code: string]: string } = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'it does not exist',
    ELOOP: 'link loop',
    ENOTDIR: 'not a folder',
  };
  return words[code ?? ''] ?? code ?? String(error);
}
