/** Several files at once, all or none. */

import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface WholeFile {
  /** An absolute path without links in it. */
  readonly target: string;
  readonly text: string;
}

/**
 * Writes every file beside its place first, on the disk and not only in memory: a full disk, a closed folder or a name that
 * is too long is known before anything changes. Then each takes its place in one step, and when one cannot, those
 * before it get their old files back (for which no room on the disk is needed).
 *
 * @param stillRight called between the two: throws when something is no longer as it was
 * @throws what the system says; the files are as before then
 */
export function writeAll(files: readonly WholeFile[], stillRight: () => void = () => {}): void {
  const ready: { readonly target: string; readonly fresh: string; readonly kept: string | null }[] = [];
  const besides: string[] = [];
  const placed: typeof ready = [];
  try {
    for (const { target, text } of files) {
      const fresh = besideOf(target, 'new');
      besides.push(fresh);
      writeBeside(fresh, target, text);
      const kept = keptBeside(target);
      if (kept !== null) besides.push(kept);
      ready.push({ target, fresh, kept });
    }
    stillRight();
    for (const one of ready) {
      renameSync(one.fresh, one.target);
      placed.push(one);
    }
  } catch (error) {
    for (const { target, kept } of placed)
      if (kept === null) rmSync(target, { force: true });
      else renameSync(kept, target);
    throw error;
  } finally {
    for (const path of besides) rmSync(path, { force: true });
  }
}

function besideOf(target: string, what: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.mops-${process.pid}.${what}`);
}

/** With the mode and the owner of the file whose place it takes. */
function writeBeside(path: string, target: string, text: string): void {
  const old = lstatSync(target, { throwIfNoEntry: false });
  const descriptor = openSync(path, 'wx', 0o666);
  try {
    writeFileSync(descriptor, text, 'utf8');
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (old === undefined) return;
  chmodSync(path, old.mode & 0o7777);
  try {
    chownSync(path, old.uid, old.gid);
  } catch {
    // Only root may give a file to another; who writes it owns it then.
  }
}

/** A second name of the old file; a copy where the file system knows no second names. Null for a file that is new. */
function keptBeside(target: string): string | null {
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return null;
  const kept = besideOf(target, 'old');
  try {
    linkSync(target, kept);
  } catch {
    copyFileSync(target, kept);
  }
  return kept;
}
