/**
 * The files of the tree that was read last: the next one reads what differs from it. A base and its head share nearly
 * all of their blobs, and in a folder that is watched one file changes at a time.
 */
import type { Stats } from 'node:fs';
import type { SourceFile } from '../../sot/entry.ts';

export interface KnownFile {
  readonly file: SourceFile;
  /** Its bytes. */
  readonly size: number;
  /** What the disk says of it; null for a file of a commit. */
  readonly stamp: string | null;
}

/** What changes with a file's contents: when it was written, where it lies, how long it is. */
export function stampOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** Some systems know the time of writing to two seconds only: a younger file may be written again under the same time. */
const settled = 2000;

/** A file's stamp, where it is old enough to tell the next writing from this one. @param now milliseconds */
export function safeStamp(stat: Stats, now: number): string | null {
  return Math.max(stat.mtimeMs, stat.ctimeMs) < now - settled ? stampOf(stat) : null;
}

let last: ReadonlyMap<string, KnownFile> = new Map();

/** Keeps the files of a tree for the one that is read next. */
export function keepKnown(files: ReadonlyMap<string, KnownFile>): void {
  last = files;
}

/** Whether any tree was read before: who reads the first one need not ask. */
export function knowsAny(): boolean {
  return last.size > 0;
}

/** The file that stood at a path, where the disk says that nothing was written since. */
export function knownByStamp(path: string, stat: Stats | undefined): KnownFile | null {
  const known = last.get(path);
  return known?.stamp != null && stat?.isFile() === true && known.stamp === stampOf(stat) ? known : null;
}

/** The file that stood at a path, whatever became of it. */
export function knownAt(path: string): KnownFile | null {
  return last.get(path) ?? null;
}
