import {
  decode,
  mostBytes,
  sortedFiles,
  type TreeFiles,
  tooBig,
  unreadable,
} from '../../src/shell/files/bytes.ts';
import { selection } from '../../src/shell/files/globs.ts';
import { readCommit, readFileAt } from '../../src/shell/git/git.ts';
import type { ReadIssue, SourceFile } from '../../src/sot/entry.ts';
import type { GitHubClient } from '../github/client.ts';
import { fetchCommit, hasCommit } from './git-process.ts';

/** A commit whose files can be read. Nothing of it is ever checked out or run. */
export interface OpenCommit {
  readonly sha: string;
  /** Where its files come from, in words for the log. */
  readonly how: string;
  /** The SoT files under the checked folder. */
  files(globs: readonly string[]): Promise<TreeFiles>;
  /** One file, its path from the root of the repository; null when the commit has none there. */
  file(path: string): Promise<string | null>;
}

export interface Place {
  /** Root of the repository on disk. */
  readonly root: string;
  /** The checked folder on disk. */
  readonly folder: string;
  /** From root to folder: empty, or ending in `/`. */
  readonly prefix: string;
}

/**
 * Opens a commit: from the objects that are here, else after a `git fetch` of that one commit, else through GitHub's
 * API. Returns why it cannot be read when none of the three works.
 */
export async function openCommit(
  place: Place,
  sha: string,
  client: () => Promise<GitHubClient | null>,
  network: boolean,
): Promise<OpenCommit | { readonly failed: string }> {
  if (await hasCommit(place.root, sha)) {
    return fromObjects(place, sha, 'read from the local clone');
  }
  const noFetch = await fetchCommit(place.root, sha, network);
  if (noFetch === null) {
    return fromObjects(place, sha, 'fetched with git');
  }
  const github = await client();
  if (github === null) {
    return { failed: `git: ${noFetch}; GitHub API: no token` };
  }
  try {
    return await fromApi(github, place, sha);
  } catch (error) {
    return {
      failed: `git: ${noFetch}; GitHub API: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

function fromObjects({ root, folder }: Place, sha: string, how: string): OpenCommit {
  return {
    sha,
    how,
    files: (globs) => readCommit(folder, sha, globs),
    async file(path) {
      const bytes = await readFileAt(root, sha, path);
      return bytes === null ? null : textOf(path, bytes);
    },
  };
}

interface ApiTree {
  readonly truncated: boolean;
  readonly tree: readonly {
    readonly path?: string;
    readonly type?: string;
    readonly mode?: string;
    readonly sha?: string;
    readonly size?: number;
  }[];
}

/** Most files read one by one; a bigger source of truth needs a clone with its history. */
const mostBlobs = 300;

async function fromApi(github: GitHubClient, { prefix }: Place, sha: string): Promise<OpenCommit> {
  const { tree, truncated } = await github.request<ApiTree>(
    'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    {
      tree_sha: sha,
      recursive: '1',
    },
  );
  if (truncated) {
    throw new Error('the repository has too many files to list');
  }
  const blob = async (object: string) => {
    const { content } = await github.request<{ content: string }>(
      'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
      {
        file_sha: object,
      },
    );
    return new Uint8Array(Buffer.from(content, 'base64'));
  };
  const regular = tree.filter(({ type, mode }) => type === 'blob' && mode !== '120000');
  return {
    sha,
    how: 'read through the GitHub API',
    async files(globs) {
      const pick = selection(globs);
      const wanted = regular.filter(
        ({ path = '' }) => path.startsWith(prefix) && pick.file(path.slice(prefix.length)),
      );
      if (wanted.length > mostBlobs) {
        throw new Error(`the base has ${wanted.length} files, more than the API is asked for`);
      }
      const files: SourceFile[] = [];
      const issues: ReadIssue[] = [];
      for (const link of tree) {
        const path = link.path?.slice(prefix.length) ?? '';
        if (link.mode === '120000' && link.path?.startsWith(prefix) && pick.file(path)) {
          issues.push(unreadable(path, `${path} is a link.`, 'Put the file itself into the folder.'));
        }
      }
      for (const { path = '', sha: object = '', size = 0 } of wanted) {
        const inside = path.slice(prefix.length);
        const result = size > mostBytes ? tooBig(inside, size) : decode(inside, await blob(object));
        if ('code' in result) issues.push(result);
        else files.push(result);
      }
      return sortedFiles(files, issues);
    },
    async file(path) {
      const found = regular.find((entry) => entry.path === path);
      return found?.sha === undefined ? null : textOf(path, await blob(found.sha));
    },
  };
}

function textOf(path: string, bytes: Uint8Array): string {
  const result = decode(path, bytes);
  if ('code' in result) {
    throw new Error(result.message);
  }
  return result.text;
}
