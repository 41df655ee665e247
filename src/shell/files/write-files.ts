import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { FileChange } from '../../edit/edit.ts';
import { UsageError } from '../exit.ts';
import { createFiles, existing, notWritten, refuseReadOnly } from './create-files.ts';
import { writeAll } from './write-all.ts';

/**
 * Writes changed files, all or none: everything is checked first, and again when all is ready to take its place.
 *
 * @throws UsageError when a file is a link, read-only, lies outside the folder, or is no longer what was read
 */
export function writeFiles(folder: string, changes: readonly FileChange[]): void {
  const root = realpathSync(folder);
  const checked = () => changes.map((change) => ({ target: targetOf(root, change), text: change.after }));
  try {
    writeAll(checked(), checked);
  } catch (error) {
    throw notWritten(error);
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
  const checked = (): void => {
    const taken = existing(folder, fresh);
    if (taken.length > 0)
      throw new UsageError(
        `${taken.join(', ')} ${taken.length === 1 ? 'is' : 'are'} there by now. Nothing was written; run the command again.`,
      );
    const root = realpathSync(folder);
    for (const { path, before, after } of files) if (before !== null) targetOf(root, { path, before, after });
  };
  checked();
  createFiles(
    folder,
    files.map(({ path, after }) => ({ path, text: after })),
    { replace: true, stillRight: checked },
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
  refuseReadOnly(target, path);
  return target;
}
