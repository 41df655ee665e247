import { checkedOut, hasCommit, sharedCommit } from '../../src/shell/git/commits.ts';
import type { GitRepository } from '../../src/shell/git/run.ts';
import type { BaseHint, Pull } from '../event.ts';
import type { GitHubClient } from '../github/client.ts';

/** The commit to compare with, and in words which one it is. */
export interface BaseCommit {
  readonly sha: string;
  readonly what: string;
  /** The state of the base branch itself, not an older commit that the author chose to branch off from. */
  readonly tip: boolean;
}

/** Decides what the base is. Null when the event has none. `head` is null when the checked-out files are checked. */
export async function baseCommit(
  repository: GitRepository | null,
  hint: BaseHint,
  head: string | null,
  client: () => Promise<GitHubClient | null>,
): Promise<BaseCommit | null> {
  if (hint.kind === 'none') {
    return null;
  }
  if (hint.kind === 'commit') {
    return { sha: hint.sha, what: hint.name, tip: true };
  }
  return pullBase(repository, hint.pull, head, client);
}

/**
 * GitHub checks out a merge of base and head: its first parent is exactly the state without the pull request. Where
 * the head alone is checked, the base is where it left the base branch, so that later work there is not taken for a
 * change of this pull request.
 */
async function pullBase(
  repository: GitRepository | null,
  pull: Pull,
  head: string | null,
  client: () => Promise<GitHubClient | null>,
): Promise<BaseCommit> {
  const out = head === null && repository !== null ? await checkedOut(repository) : null;
  const [first, second] = out?.parents ?? [];
  if (first !== undefined && second === pull.headSha) {
    return { sha: first, what: pull.baseBranch, tip: true };
  }
  if (first !== undefined && second !== undefined && out?.message === `Merge ${second} into ${first}`) {
    // A merge of GitHub's own that is newer than the event: both sides have moved on since.
    return { sha: first, what: pull.baseBranch, tip: true };
  }
  const tip = { sha: pull.baseSha, what: pull.baseBranch, tip: true };
  if (head === null && out?.sha !== pull.headSha) {
    return tip;
  }
  const fork = `where the branch left ${pull.baseBranch}`;
  const both =
    repository !== null &&
    (await hasCommit(repository, pull.baseSha)) &&
    (await hasCommit(repository, pull.headSha));
  const local = both ? await sharedCommit(repository, pull.baseSha, pull.headSha) : null;
  if (local !== null) {
    return { sha: local, what: fork, tip: local === pull.baseSha };
  }
  const answer = await (await client())
    ?.request<{ merge_base_commit?: { sha?: string } }>('GET /repos/{owner}/{repo}/compare/{basehead}', {
      basehead: `${pull.baseSha}...${pull.headSha}`,
      per_page: 1,
    })
    .catch(() => undefined);
  const told = answer?.merge_base_commit?.sha;
  return told !== undefined && /^[0-9a-f]{40,64}$/.test(told)
    ? { sha: told, what: fork, tip: told === pull.baseSha }
    : tip;
}
