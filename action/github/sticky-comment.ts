import type { GitHubClient } from './client.ts';

/** What the pull request's one comment should be. */
export interface Wanted {
  /** Told apart from the comments of other runs on the same pull request: the checked folder. */
  readonly key: string;
  readonly body: string;
  /** Whether a comment is made where there is none. */
  readonly create: boolean;
  /** Whether there is nothing left to see: the comment is folded away, else brought back. */
  readonly minimized: boolean;
}

export type Outcome = 'created' | 'updated' | 'unchanged' | 'none';

interface Comment {
  readonly id: number;
  readonly node_id: string;
  readonly body?: string;
  readonly user?: { readonly login?: string } | null;
  /** An object when somebody folded it; not known on older servers. */
  readonly minimized?: object | null;
}

const minimize =
  'mutation ($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } } }';
const unminimize =
  'mutation ($id: ID!) { unminimizeComment(input: {subjectId: $id}) { unminimizedComment { isMinimized } } }';

/** In the body of a folded comment: older servers do not tell that it is. */
const foldedMark = '<!-- mops:folded -->';

/**
 * Makes the comment so, with as few writes as that takes: none when it is so already. The comment is found by its
 * marker and its author, so a marker pasted by somebody else is left alone. Throws ApiFailure.
 */
export async function keepComment(client: GitHubClient, number: number, wanted: Wanted): Promise<Outcome> {
  const marker = `<!-- mops:report:${wanted.key} -->`;
  const body = `${marker}\n${wanted.body}${wanted.minimized ? `\n${foldedMark}` : ''}`;
  const comments = await client.list<Comment>('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    issue_number: number,
  });
  const marked = comments.filter((comment) => comment.body?.startsWith(marker) === true);
  const self = marked.length === 0 ? null : await client.login();
  const mine = marked.find((comment) => comment.user?.login === self);
  if (mine === undefined) {
    if (!wanted.create) {
      return 'none';
    }
    await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      issue_number: number,
      body,
    });
    return 'created';
  }
  const sameBody = sameText(mine.body ?? '', body);
  const folded =
    mine.minimized === undefined ? mine.body?.includes(foldedMark) === true : mine.minimized !== null;
  const fold = folded !== wanted.minimized;
  if (!sameBody) {
    await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      comment_id: mine.id,
      body,
    });
  }
  if (fold) {
    await client.graphql(wanted.minimized ? minimize : unminimize, { id: mine.node_id });
  }
  return sameBody && !fold ? 'unchanged' : 'updated';
}

/** GitHub may hand a body back with other line ends and without blanks at its end. */
function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}
