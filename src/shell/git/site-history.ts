import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A commit that touched the folder. */
export interface LoggedCommit {
  readonly sha: string;
  /** ISO date of the commit, in the committer's zone. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

const run = promisify(execFile);

/**
 * The last commits that touched a folder's files, newest first; null where there is no git history.
 *
 * @param most how many to look at
 */
export async function commitsOf(folder: string, most: number): Promise<readonly LoggedCommit[] | null> {
  const format = '%H%x1f%cs%x1f%an%x1f%s';
  try {
    const { stdout } = await run(
      'git',
      ['-c', 'core.fsmonitor=false', 'log', '-z', `--max-count=${most}`, `--format=${format}`, '--', '.'],
      {
        cwd: folder,
        maxBuffer: 16 * 1024 * 1024,
        env: {
          ...process.env,
          LC_ALL: 'C',
          GIT_OPTIONAL_LOCKS: '0',
          GIT_TERMINAL_PROMPT: '0',
          GIT_PAGER: 'cat',
        },
      },
    );
    return stdout.split('\0').flatMap((line) => {
      const [sha, date, author, subject] = line.split('\x1f');
      if (sha === undefined || date === undefined || !/^[0-9a-f]{40,64}$/.test(sha)) return [];
      return [{ sha, date, author: author ?? '', subject: subject ?? '' }];
    });
  } catch {
    // No git, no repository, or no commit yet: the page says so.
    return null;
  }
}
