/** Which commits there are: told by refs, by what is checked out, by where two histories part. */
import { GitError } from '../exit.ts';
import { type Located, locate } from './repository.ts';
import { type GitRepository, git } from './run.ts';

/** A commit, found from whatever the user wrote. */
export interface Commit {
  readonly sha: string;
  /** What the user wrote. */
  readonly ref: string;
}

/**
 * The commit a ref names. Never takes a ref for an option.
 *
 * @throws GitError when the folder is in no repository or the ref names no commit.
 */
export async function resolveCommit(folder: string, ref: string): Promise<Commit> {
  if (ref === '' || ref.startsWith('-') || /[\0\n]/.test(ref))
    throw new GitError(`"${ref}" is not a git ref.`);
  const { code, out } = await git(await locate(folder), [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  const sha = out.toString('utf8').trim();
  if (code !== 0 || !/^[0-9a-f]{40,64}$/.test(sha)) {
    throw new GitError(`git knows no commit "${ref}". Fetch it first, or check the spelling.`);
  }
  return { sha, ref };
}

/** The last commit both have, null when they share none (or the history is shallow). */
export async function mergeBase(folder: string, one: string, other: string): Promise<string | null> {
  return sharedCommit(await locate(folder), one, other);
}

/** As `mergeBase`, in a repository found before. */
export async function sharedCommit(at: GitRepository, one: string, other: string): Promise<string | null> {
  const { code, out } = await git(at, ['merge-base', '--end-of-options', one, other]);
  const sha = out.toString('utf8').trim();
  return code === 0 && sha !== '' ? sha : null;
}

/** Paths under the folder that differ between two commits, relative to the folder. */
export async function changedBetween(folder: string, from: string, to: string): Promise<string[]> {
  const at: Located = await locate(folder);
  const where = at.prefix === '' ? [] : [at.prefix];
  const args = ['diff-tree', '-r', '--name-only', '--no-renames', '--no-ext-diff', '--no-textconv', '-z'];
  const { code, out, message } = await git(at, [...args, '--end-of-options', from, to, '--', ...where]);
  if (code !== 0) throw new GitError(`git could not compare ${from} with ${to}: ${message}`);
  return splitAtNul(out).map((path) => path.slice(at.prefix.length));
}

/** A commit and what it stands on, read from the object itself: in a shallow clone `HEAD^` does not resolve. */
export interface CheckedOut {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** What is checked out; null before the first commit. */
export async function checkedOut(at: GitRepository): Promise<CheckedOut | null> {
  const { out } = await git(at, ['cat-file', '--batch'], { input: 'HEAD^{commit}\n' });
  const line = out.indexOf(10);
  const [sha = '', type] = out.toString('utf8', 0, line).split(' ');
  if (type !== 'commit') return null;
  // The name of the commit stands before its text, and an end of line behind.
  const text = out.toString('utf8', line + 1, out.length - 1);
  const end = text.indexOf('\n\n');
  const parents = text
    .slice(0, end)
    .split('\n')
    .flatMap((line) => /^parent ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
  return { sha, parents, message: text.slice(end + 2).trim() };
}

/** Whether a commit is here, without asking anybody else. A partial clone may still lack its trees. */
export async function hasCommit(at: GitRepository, sha: string): Promise<boolean> {
  return (await git(at, ['cat-file', '-e', `${sha}^{commit}`])).code === 0;
}

/**
 * Fetches objects by name: a commit without its history, or the blobs and trees that a partial clone left out. The
 * only call that may use the network. Returns null when git says it has them now, else why not.
 */
export async function fetchObjects(
  at: GitRepository,
  objects: readonly string[],
  kind: 'commit' | 'contents',
): Promise<string | null> {
  const remote = await git(at, ['config', '--get', 'remote.origin.url']);
  if (remote.code !== 0) return 'the repository has no remote named origin';
  const args = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    '--no-filter',
    '--upload-pack=git-upload-pack',
    ...(kind === 'commit' ? ['--depth=1'] : []),
    '--stdin',
    'origin',
  ];
  const input = `${objects.join('\n')}\n`;
  const { code, message } = await git(at, args, { input, network: true, timeout: 60_000 });
  if (code === 0) return null;
  return message === '' ? 'git fetch failed' : message;
}

/** Pieces between NUL bytes, as `git -z` prints them; empty ones left out. */
export function splitAtNul(out: Buffer): string[] {
  return out
    .toString('utf8')
    .split('\0')
    .filter((part) => part !== '');
}
