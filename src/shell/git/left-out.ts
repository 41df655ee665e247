/** What a checkout leaves out of the working tree: by being sparse, or without its submodules. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { splitAtNul } from './commits.ts';
import type { Located } from './repository.ts';
import { type GitRepository, git } from './run.ts';

/**
 * Files of a folder that its commit has and its sparse checkout leaves out, as paths from the top; none in a whole
 * checkout. Null where git cannot tell, as in a clone whose trees were left out, too.
 */
export async function leftOutFiles(at: Located): Promise<readonly string[] | null> {
  if (!existsSync(join(at.gitDir, 'info', 'sparse-checkout'))) return [];
  const where = at.prefix === '' ? [] : [at.prefix];
  const { code, out } = await git(at, ['ls-files', '-t', '-z', '--full-name', '--', ...where]);
  if (code !== 0) return null;
  return splitAtNul(out).flatMap((line) => (line.startsWith('S ') ? [line.slice(2)] : []));
}

/** Those of some folders, as paths from the top, that are submodules by what is checked out, listed or not. */
export async function submodulesAmong(
  at: GitRepository,
  folders: readonly string[],
): Promise<readonly string[]> {
  if (folders.length === 0) return [];
  const { out } = await git(at, [
    'ls-files',
    '--stage',
    '-z',
    '--full-name',
    '--',
    ...folders.slice(0, most),
  ]);
  return splitAtNul(out).flatMap((line) =>
    line.startsWith('160000 ') ? [line.slice(line.indexOf('\t') + 1)] : [],
  );
}

/** Folders asked about at once. */
const most = 500;
