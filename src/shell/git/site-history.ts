import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { splitAtNul } from './commits.ts';
import { locate } from './repository.ts';
import { type GitRepository, git } from './run.ts';

/** A commit that touched the folder. */
export interface LoggedCommit {
  readonly sha: string;
  /** ISO date of the commit, in the committer's zone. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/**
 * The last commits that touched a folder's files, newest first; null where there is no git history, or one that a
 * shallow clone cut off right where it begins.
 *
 * @param most how many to look at
 */
export async function commitsOf(folder: string, most: number): Promise<readonly LoggedCommit[] | null> {
  const format = '%H%x1f%cs%x1f%an%x1f%s';
  try {
    const at = await locate(folder);
    const args = ['log', '-z', '--no-ext-diff', '--no-textconv', `--max-count=${most}`, `--format=${format}`];
    const where = at.prefix === '' ? [] : [at.prefix];
    const { code, out } = await git(at, [...args, '--', ...where]);
    if (code !== 0) return null;
    const commits = splitAtNul(out).flatMap((line) => {
      const [sha, date, author, subject] = line.split('\x1f');
      if (sha === undefined || date === undefined || !/^[0-9a-f]{40,64}$/.test(sha)) return [];
      return [{ sha, date, author: author ?? '', subject: subject ?? '' }];
    });
    return commits.length === 1 && (await isCutOff(at, commits[0]?.sha ?? '')) ? null : commits;
  } catch {
    // No git, no repository, or no commit yet: the page says so.
    return null;
  }
}

/** Whether a shallow clone has nothing before a commit: then what it changed is not known. */
async function isCutOff(at: GitRepository, sha: string): Promise<boolean> {
  const { out } = await git(at, ['rev-parse', '--git-path', 'shallow']);
  try {
    const file = resolve(at.top, out.toString('utf8').trim());
    return readFileSync(file, 'utf8').split('\n').includes(sha);
  } catch {
    return false;
  }
}
