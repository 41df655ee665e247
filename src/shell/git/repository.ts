import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { GitError } from '../exit.ts';
import { type GitRepository, ownerTrusted } from './run.ts';

/** A folder and the repository it lies in. */
export interface Located extends GitRepository {
  /** From the top to the folder: empty, or ending in `/`. */
  readonly prefix: string;
}

/** The repository whose working tree holds a folder; null when there is none above it. */
export function findRepository(folder: string): GitRepository | null {
  for (let top = realpathSync(folder); ; ) {
    const gitDir = gitDirOf(join(top, '.git'));
    if (gitDir !== null) return { gitDir, top };
    const above = dirname(top);
    if (above === top) return null;
    top = above;
  }
}

/**
 * The repository of a folder for a person's own command. Git's rule that another user's repository is not read
 * without `safe.directory` holds: git itself is asked.
 *
 * @throws GitError when the folder is in no repository, or in somebody else's
 */
export async function locate(folder: string): Promise<Located> {
  const real = realpathSync(folder);
  const known = located.get(real);
  if (known) return known;
  const found = locateAnew(folder);
  located.set(real, found);
  // Who asks again after a refusal may have trusted the folder meanwhile.
  found.catch(() => located.delete(real));
  return found;
}

/** Asked once a folder: the site reads forty commits of one. */
const located = new Map<string, Promise<Located>>();

async function locateAnew(folder: string): Promise<Located> {
  const repository = findRepository(folder);
  if (repository === null) throw new GitError(`${folder} is not in a git repository.`);
  const refusal = await ownerTrusted(repository);
  if (refusal !== null) throw new GitError(refusal);
  return locatedIn(repository, folder);
}

/** A folder's place in a repository that is known to hold it. */
export function locatedIn(repository: GitRepository, folder: string): Located {
  const inside = relative(repository.top, realpathSync(folder)).split(sep).join('/');
  return { ...repository, prefix: inside === '' ? '' : `${inside}/` };
}

/** Where a `.git` leads: itself, or for a linked worktree and a submodule what its one line names. */
function gitDirOf(path: string): string | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  try {
    if (!stat.isFile()) return isGitDir(path) ? realpathSync(path) : null;
    if (stat.size > 4096) return null;
    const target = /^gitdir: (.+?)[\r\n]*$/s.exec(readFileSync(path, 'utf8'))?.[1];
    if (target === undefined) return null;
    const there = resolve(dirname(path), target);
    return isGitDir(there) ? realpathSync(there) : null;
  } catch {
    return null;
  }
}

/** Most bytes of a list of submodules. */
const mostOfModules = 1024 * 1024;

/** Whether the repository above a folder says that it is a submodule; a checkout without submodules leaves it empty. */
export function isSubmodule(folder: string): boolean {
  const top = findRepository(dirname(folder))?.top;
  if (top === undefined) return false;
  try {
    const path = relative(top, folder).split(sep).join('/');
    const file = join(top, '.gitmodules');
    // A stranger's file: no link, no more of it than anybody has, and line by line.
    const stat = lstatSync(file);
    if (!stat.isFile() || stat.size > mostOfModules) return false;
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.some((line) => {
      const [key = '', ...value] = line.split('=');
      return (
        key.trim() === 'path' &&
        value
          .join('=')
          .trim()
          .replace(/^"(.*)"$/, '$1') === path
      );
    });
  } catch {
    return false;
  }
}

/** The repository of a submodule that was fetched, at a path from the top of the one that holds it; null without one. */
export function submodule(outer: GitRepository, path: string): GitRepository | null {
  const folder = join(outer.top, path);
  if (!folder.startsWith(outer.top + sep)) return null;
  const gitDir = gitDirOf(join(folder, '.git'));
  // A link on the way would lead to somebody else's repository.
  return gitDir === null || realpathSync(folder) !== folder ? null : { gitDir, top: folder };
}

function isGitDir(path: string): boolean {
  const has = (name: string) => lstatSync(join(path, name), { throwIfNoEntry: false }) !== undefined;
  return statSync(path).isDirectory() && has('HEAD') && (has('objects') || has('commondir'));
}
