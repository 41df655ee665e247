import type { TreeFiles } from '../../src/shell/files/bytes.ts';
import { decode } from '../../src/shell/files/bytes.ts';
import { fetchObjects, hasCommit } from '../../src/shell/git/commits.ts';
import { listTree, MissingContents } from '../../src/shell/git/objects.ts';
import { readCommitIn, readFileIn } from '../../src/shell/git/read-commit.ts';
import type { Located } from '../../src/shell/git/repository.ts';
import { type GitRepository, git } from '../../src/shell/git/run.ts';
import type { GitHubClient } from '../github/client.ts';
import { ApiCommit, type Elsewhere } from './api-commit.ts';
import type { CheckedFolder } from './place.ts';

/** A commit whose files can be read. Nothing of it is ever checked out or run. */
export interface OpenCommit {
  readonly sha: string;
  /** Where its files come from, in words for the log. */
  readonly how: () => string;
  /** The SoT files under the checked folder. */
  files(globs: readonly string[]): Promise<TreeFiles>;
  /** One file, its path from the root of the checked folder's repository; null when the commit has none there. */
  file(path: string): Promise<string | null>;
}

/** What a commit may be read from beside the clone. Without a token: nothing. */
export interface Sources {
  readonly client: () => Promise<GitHubClient | null>;
  /** Whether git may ask the remote. */
  readonly network: boolean;
}

/**
 * Opens a commit of the event's repository: from the objects that are here, else after a `git fetch` of what is
 * lacking, else through GitHub's API. Where the checked folder lies in a submodule, that repository's own commit is
 * opened. Returns why it cannot be read when none of it works.
 */
export async function openCommit(
  place: CheckedFolder,
  sha: string,
  sources: Sources,
): Promise<OpenCommit | { readonly failed: string }> {
  try {
    const { at, outer } = place;
    if (at === null)
      return await overApi(sources, sha, null, place.prefix, 'the workspace is no git repository');
    if (outer === null) return await openIn(at, sha, sources);
    const inner = await submoduleAt(outer.repository, sha, outer.path, sources);
    if (inner === null) {
      return { failed: `${outer.path} is no submodule in ${sha.slice(0, 7)}` };
    }
    return await openIn(at, inner, sources, await originOf(at));
  } catch (error) {
    return { failed: wordsOf(error) };
  }
}

async function openIn(
  at: Located,
  sha: string,
  sources: Sources,
  elsewhere?: Elsewhere | null,
): Promise<OpenCommit | { readonly failed: string }> {
  let how = 'read from the local clone';
  if (!(await hasCommit(at, sha))) {
    const refused = sources.network
      ? await fetchObjects(at, [sha], 'commit')
      : 'without a token nothing is fetched';
    if (refused !== null || !(await hasCommit(at, sha))) {
      return overApi(sources, sha, at, at.prefix, refused ?? 'the commit did not come', elsewhere);
    }
    how = 'fetched with git';
  }
  let api: OpenCommit | null = null;
  /** Reads from the clone; what a partial clone left out is fetched, else the API answers. */
  const read = async <Result>(
    local: () => Promise<Result>,
    remote: (commit: OpenCommit) => Promise<Result>,
  ) => {
    // Trees first, then blobs, then the blobs of links: a few rounds at most.
    for (let rounds = 0; api === null; rounds += 1) {
      try {
        return await local();
      } catch (error) {
        if (!(error instanceof MissingContents)) throw error;
        const refused = !sources.network
          ? 'without a token nothing is fetched'
          : rounds < 5
            ? await fetchObjects(error.at, error.objects, error.kind)
            : 'git fetch did not bring them';
        if (refused === null) {
          how = 'read from the local clone and fetched with git';
          continue;
        }
        const why = `the clone lacks contents of the commit; ${refused}`;
        const opened = await overApi(sources, sha, at, at.prefix, why, elsewhere);
        if ('failed' in opened) throw new Error(opened.failed);
        api = opened;
        how = opened.how();
      }
    }
    return remote(api);
  };
  return {
    sha,
    how: () => how,
    files: (globs) =>
      read(
        () => readCommitIn(at, sha, globs),
        (commit) => commit.files(globs),
      ),
    file: (path) =>
      read(
        async () => {
          const bytes = await readFileIn(at, sha, path);
          return bytes === null ? null : textOf(path, bytes);
        },
        (commit) => commit.file(path),
      ),
  };
}

async function overApi(
  { client }: Sources,
  sha: string,
  at: GitRepository | null,
  prefix: string,
  noGit: string,
  elsewhere?: Elsewhere | null,
): Promise<OpenCommit | { readonly failed: string }> {
  const github = await client();
  if (github === null || elsewhere === null) {
    return { failed: `git: ${noGit}; GitHub API: ${github === null ? 'no token' : 'not on this server'}` };
  }
  try {
    const commit = new ApiCommit(github, sha, at, elsewhere);
    await commit.open();
    return {
      sha,
      how: () => 'read through the GitHub API',
      files: (globs) => commit.files(prefix, globs),
      file: (path) => commit.file(path),
    };
  } catch (error) {
    return { failed: `git: ${noGit}; GitHub API: ${wordsOf(error)}` };
  }
}

/** The commit of a submodule that a commit of the outer repository points to; null when it has none at that path. */
async function submoduleAt(
  outer: GitRepository,
  sha: string,
  path: string,
  sources: Sources,
): Promise<string | null> {
  const there =
    (await hasCommit(outer, sha)) ||
    (sources.network && (await fetchObjects(outer, [sha], 'commit')) === null);
  if (there) {
    try {
      const [entry] = await listTree(outer, sha, path, false);
      return entry?.type === 'commit' ? entry.object : null;
    } catch (error) {
      if (!(error instanceof MissingContents)) throw error;
    }
  }
  const github = await sources.client();
  if (github === null)
    throw new Error('the commit of the outer repository is not here, and there is no token');
  const entry = await new ApiCommit(github, sha, null).entry(path);
  return entry?.type === 'commit' ? (entry.sha ?? null) : null;
}

/** Owner and name of a repository on this GitHub, by its remote; null when it is elsewhere. */
async function originOf(at: GitRepository): Promise<Elsewhere | null> {
  const { out } = await git(at, ['config', '--get', 'remote.origin.url']);
  const url = out.toString('utf8').trim();
  const server = new URL(process.env['GITHUB_SERVER_URL'] ?? 'https://github.com').host;
  const found = new RegExp(
    `^(?:https://|(?:ssh://)?git@)${server.replaceAll('.', '\\.')}[:/]([\\w.-]+)/([\\w.-]+?)(?:\\.git)?/?$`,
  ).exec(url);
  return found?.[1] === undefined || found[2] === undefined ? null : { owner: found[1], repo: found[2] };
}

function textOf(path: string, bytes: Uint8Array): string {
  const result = decode(path, bytes);
  if ('code' in result) throw new Error(result.message);
  return result.text;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
