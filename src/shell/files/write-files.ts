import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { FileChange } from '../../edit/edit.ts';
import { UsageError } from '../exit.ts';
import { createFiles, existing } from './create-files.ts';

/**
 * Writes changed files, all or none: everything is checked first, each file is replaced by a rename, and when one
 * fails, those already written get their old bytes back.
 *
 * @throws UsageError when a file is a link, lies outside the folder, or is no longer what was read
 */
export function writeFiles(folder: string, changes: readonly FileChange[]): void {
  const root = realpathSync(folder);
  const checked = changes.map((change) => ({ ...change, target: targetOf(root, change) }));
  const done: typeof checked = [];
  try {
    for (const change of checked) {
      writeFileAtomic.sync(change.target, change.after, { encoding: 'utf8' });
      done.push(change);
    }
  } catch (error) {
    for (const { target, before } of done) writeFileAtomic.sync(target, before, { encoding: 'utf8' });
    throw new UsageError(`Nothing was written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A file as it is to be; `before` is null for one that must not be there yet. */
export interface PutFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/**
 * Changes files and makes new ones, all or none.
 *
 * @throws UsageError as `writeFiles` and `createFiles` do
 */
export function putFiles(folder: string, files: readonly PutFile[]): void {
  const fresh = files
    .filter(({ before }) => before === null)
    .map(({ path, after }) => ({ path, text: after }));
  const taken = existing(folder, fresh);
  if (taken.length > 0)
    throw new UsageError(`${taken.join(', ')} is there by now. Nothing was written; run the command again.`);
  const root = realpathSync(folder);
  for (const { path, before, after } of files) if (before !== null) targetOf(root, { path, before, after });
  createFiles(
    folder,
    files.map(({ path, after }) => ({ path, text: after })),
    true,
  );
}

function targetOf(root: string, { path, before }: FileChange): string {
  const target = join(root, path);
  const inside = relative(root, target);
  if (inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new UsageError(`${path} lies outside the folder. Nothing was written.`);
  let current: string;
  try {
    if (!lstatSync(target).isFile() || realpathSync(target) !== target)
      throw new UsageError(`${path} is a link. Nothing was written; change the file it points to.`);
    current = readFileSync(target, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} can no longer be read. Nothing was written.`);
  }
  if (current !== before)
    throw new UsageError(`${path} changed while it was read. Nothing was written; run the command again.`);
  return target;
}
