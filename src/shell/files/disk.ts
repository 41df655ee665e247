import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ReadIssue, SourceFile } from '../../sot/entry.ts';
import { isSubmodule } from '../git/repository.ts';
import { decode, isLfsPointer, mostBytes, notFetched, type TreeFiles, tooBig, unreadable } from './bytes.ts';
import { selection } from './globs.ts';
import { Intake } from './intake.ts';
import { type KnownFile, keepKnown, knownByStamp, knowsAny, safeStamp } from './known.ts';
import { type Listed, type Resolved, unfollowed, type Walkable, walk } from './walk.ts';

/**
 * Reads a folder's SoT files by the config's globs. Nothing outside the folder is opened: a link out of it, a link
 * loop, a folder named like a file, a file too big, unreadable or gone each give one issue, and the rest is read.
 * A file that several links reach is read once, under its own path where that is picked; one that nobody wrote to since
 * the tree before was read, not at all.
 *
 * @throws when the folder itself cannot be listed.
 */
export function readFolder(folder: string, globs: readonly string[], now: number = Date.now()): TreeFiles {
  const root = realpathSync(folder);
  const { wanted, issues, lacking, empty } = walk(onDisk(root), selection(globs));
  const intake = new Intake(issues, lacking);
  const read = new Map<string, KnownFile>();
  const again = knowsAny();
  for (const { path, real } of wanted) {
    const at = join(root, real);
    const known = again ? knownByStamp(path, lstatSync(at, { throwIfNoEntry: false })) : null;
    const found = known ?? bytesOf(at, path);
    if ('code' in found) intake.refuse(found);
    else if ('file' in found) {
      if (intake.admits(path, found.size)) read.set(path, { ...found, file: intake.take(found.file) });
    } else if (intake.admits(path, found.bytes.length)) {
      const file = intake.add(path, found.bytes);
      if (file !== null)
        read.set(path, { file, size: found.bytes.length, stamp: safeStamp(found.stat, now) });
    }
  }
  keepKnown(read);
  const files = intake.done();
  return empty.length === 0 ? files : { ...files, empty };
}

/** The paths that globs pick in a folder, those that could not be followed or read among them; nothing is opened. */
export function pathsIn(folder: string, globs: readonly string[]): string[] {
  const { wanted, issues, lacking } = walk(onDisk(realpathSync(folder)), selection(globs));
  return [...wanted.map(({ path }) => path), ...[...issues, ...lacking].map(({ span }) => span.file)];
}

/** A folder on this machine. @param root its real path */
function onDisk(root: string): Walkable {
  return {
    list(path) {
      try {
        return readdirSync(join(root, path), { withFileTypes: true }).map((entry) => ({
          name: entry.name,
          kind: kindOf(entry),
        }));
      } catch (error) {
        if (path === '') throw error;
        const message = `The folder ${path} cannot be listed (${reason(error)}).`;
        return unreadable(path, message, 'Check its permissions.');
      }
    },
    resolve: (path) => resolveOnDisk(root, path),
    leftEmpty: (path) => isSubmodule(join(root, path)),
  };
}

function kindOf(entry: Dirent): Listed['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  // What is neither is told when it is opened.
  return 'file';
}

function resolveOnDisk(root: string, path: string): Resolved {
  let target: string;
  let isFolder: boolean;
  try {
    target = realpathSync(join(root, path));
    isFolder = statSync(target).isDirectory();
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === 'ELOOP' ? 'loop' : 'nothing' };
  }
  if (target !== root && !target.startsWith(root + sep)) return { kind: 'outside' };
  const inside = relative(root, target).split(sep);
  if (inside.some((part) => part.toLowerCase() === '.git')) return { kind: 'closed' };
  return { kind: isFolder ? 'folder' : 'file', path: inside.join('/') };
}

/**
 * Reads one text file of a folder, given by a relative path; null when there is none. A link out of the folder is
 * not followed.
 */
export function readOneOf(folder: string, path: string): SourceFile | ReadIssue | null {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return null;
  const root = realpathSync(folder);
  const listed = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (listed === undefined) return null;
  const target = resolveOnDisk(root, path);
  if (target.kind === 'file' || target.kind === 'folder') return readOne(join(root, target.path), path);
  return unfollowed(path, target.kind);
}

function readOne(file: string, path: string): SourceFile | ReadIssue {
  const found = bytesOf(file, path);
  if ('code' in found) return found;
  const read = decode(path, found.bytes);
  return 'text' in read && isLfsPointer(read.text) ? notFetched([path]) : read;
}

/** The bytes of one file, until the next is read; without waiting on pipes and devices. @param file its real path */
function bytesOf(
  file: string,
  path: string,
): { readonly bytes: Uint8Array; readonly stat: Stats } | ReadIssue {
  let descriptor: number | null = null;
  try {
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
    descriptor = openSync(file, flags);
    const stat = fstatSync(descriptor);
    if (!stat.isFile())
      return unreadable(path, `${path} is not a regular file.`, 'Replace it with a text file.');
    if (stat.size > mostBytes) return tooBig(path, stat.size);
    return { bytes: readAll(descriptor, stat.size), stat };
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

/** One buffer for all files of a usual size: each is made text before the next is read. */
let shared: Buffer | null = null;
const usualBytes = 1024 * 1024;

function roomFor(size: number): Buffer {
  if (size > usualBytes) return Buffer.allocUnsafe(size);
  shared ??= Buffer.allocUnsafe(usualBytes);
  return shared;
}

/** Reads to the end, a file that grows meanwhile included, but never past the limit by more than one byte. */
function readAll(descriptor: number, expected: number): Uint8Array {
  let bytes = roomFor(Math.min(expected, mostBytes) + 1);
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
