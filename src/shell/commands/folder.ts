import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../exit.ts';

/** The folder a command works on, absolute; the working folder when none is named. @throws UsageError */
export function checkedFolder(path: string | undefined): string {
  const folder = resolve(path ?? '.');
  let isFolder: boolean;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch {
    throw new UsageError(`There is no folder ${path}.`);
  }
  if (!isFolder) throw new UsageError(`${path} is a file. Name the folder that holds the SoT.`);
  return folder;
}
