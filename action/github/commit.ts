import { createHash } from 'node:crypto';
import type { GitHubClient } from './client.ts';

/** A file of the commit: its text as checked and as it is to be. */
export interface ChangedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

interface TreeEntry {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string;
}

/** Says that a commit is this Action's own; a branch whose last commit says so gets no second one. */
const trailer = 'Mops-Reconcile: placeholders';

/**
 * Pushes one commit with the changed files to a branch through the Git data API. Returns its SHA, or why there is
 * none: the branch moved on, a file there is not the one that was checked, or the last commit was such a commit.
 * Throws ApiFailure.
 */
export async function pushCommit(
  client: GitHubClient,
  branch: { readonly name: string; readonly sha: string },
  files: readonly ChangedFile[],
  title: string,
): Promise<{ readonly sha: string } | { readonly refused: string }> {
  const ref = `heads/${branch.name}`;
  const { object } = await client.request<{ object: { sha: string } }>(
    'GET /repos/{owner}/{repo}/git/ref/{ref}',
    {
      ref,
    },
  );
  if (object.sha !== branch.sha) {
    return { refused: `the branch ${branch.name} has moved on meanwhile` };
  }
  const last = await client.request<{ message: string; tree: { sha: string } }>(
    'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    { commit_sha: branch.sha },
  );
  if (last.message.split('\n').includes(trailer)) {
    return { refused: 'the last commit is already a reconciling one' };
  }
  const { tree } = await client.request<{ tree: TreeEntry[] }>(
    'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    {
      tree_sha: last.tree.sha,
      recursive: '1',
    },
  );
  const entries = files.map((file) => ({ file, there: tree.find((entry) => entry.path === file.path) }));
  const stands = entries.map(({ file, there }) => ({
    file,
    there,
    content: contentFor(file, there),
  }));
  const other = stands.find(({ content }) => content === null);
  if (other !== undefined) {
    return {
      refused: `${other.file.path} is not the same on the branch ${branch.name} as in the checked merge`,
    };
  }
  const made = await client.request<{ sha: string }>('POST /repos/{owner}/{repo}/git/trees', {
    base_tree: last.tree.sha,
    tree: stands.map(({ file, there, content }) => ({
      path: file.path,
      mode: there?.mode,
      type: 'blob',
      content,
    })),
  });
  const commit = await client.request<{ sha: string }>('POST /repos/{owner}/{repo}/git/commits', {
    message: `${title}\n\n${trailer}\n`,
    tree: made.sha,
    parents: [branch.sha],
  });
  await client.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ref, sha: commit.sha, force: false });
  return { sha: commit.sha };
}

/**
 * What the branch's file is to hold: the changed text, with the line ends that git keeps where the checkout has
 * turned them (`eol=crlf`). Null when the branch has another text, or no regular file there.
 */
function contentFor({ before, after }: ChangedFile, there: TreeEntry | undefined): string | null {
  if (!there?.mode?.startsWith('100')) return null;
  if (there.sha === blobSha(before)) return after;
  const kept = (text: string) => text.replaceAll('\r\n', '\n');
  return there.sha === blobSha(kept(before)) ? kept(after) : null;
}

/** The name git gives a file's content. */
export function blobSha(text: string): string {
  const content = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
