import { createHash } from 'node:crypto';
import { ApiFailure } from './answer.ts';
import type { GitHubClient } from './client.ts';

/** What the pull request's one comment of a job should be. */
export interface WantedComment {
  /** Told apart from the comments about other folders: the checked folder. */
  readonly key: string;
  /** Which job speaks: workflow, job, mode. Jobs side by side each have a comment of their own. */
  readonly job: string;
  /** Which run of it speaks: the newest one has the last word. */
  readonly run: { readonly id: number; readonly attempt: number };
  readonly body: string;
  /** Whether a comment is made where there is none. */
  readonly create: boolean;
  /** Whether there is nothing left to see: the comment is folded away, else brought back. */
  readonly minimized: boolean;
}

/** What became of the comment, in words for the log. */
export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'none' | 'left to a newer run';

interface Comment {
  readonly id: number;
  readonly node_id: string;
  readonly body?: string;
  readonly user?: { readonly login?: string; readonly type?: string } | null;
  /** An object when somebody folded it; not known on older servers. */
  readonly minimized?: object | null;
}

const minimize =
  'mutation ($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } } }';
const unminimize =
  'mutation ($id: ID!) { unminimizeComment(input: {subjectId: $id}) { unminimizedComment { isMinimized } } }';

/** In the body of a folded comment: older servers do not tell that it is. */
const foldedMark = '<!-- mops:folded -->';
const runMark = /<!-- mops:run:([0-9a-f]+):(\d+):(\d+) -->/;

/**
 * Makes the comment so, with as few writes as that takes: none when it is so already, or when a newer run has spoken.
 * The comment is found by its marker and its author, so a marker pasted by somebody else is left alone. Those that
 * two runs made at the same moment become one. Throws ApiFailure when the comment could not be written.
 *
 * @returns what was done, and why the comment could not be folded or unfolded
 */
export async function keepComment(
  client: GitHubClient,
  number: number,
  wanted: WantedComment,
): Promise<{ readonly done: CommentOutcome; readonly unfolded: string | null }> {
  const job = createHash('sha256').update(wanted.job).digest('hex').slice(0, 12);
  const body = [
    `<!-- mops:report:${wanted.key} -->`,
    wanted.body,
    ...(wanted.minimized ? [foldedMark] : []),
    `<!-- mops:run:${job}:${wanted.run.id}:${wanted.run.attempt} -->`,
  ].join('\n');
  const all = await ownComments(client, number, wanted.key, job);
  const [mine, ...twins] = all;
  if (mine === undefined) {
    if (!wanted.create) return { done: 'none', unfolded: null };
    const made = await client.request<Comment>('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      issue_number: number,
      body,
    });
    // Another run may have done the same meanwhile.
    const [newest, ...others] = await ownComments(client, number, wanted.key, job);
    await remove(client, others);
    const stands = newest === undefined || newest.id === made.id;
    return { done: stands ? 'created' : 'left to a newer run', unfolded: null };
  }
  await remove(client, twins);
  if (isNewer(runOf(mine), wanted.run)) return { done: 'left to a newer run', unfolded: null };
  const sameBody = sameText(mine.body ?? '', body);
  if (!sameBody) {
    await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      comment_id: mine.id,
      body,
    });
  }
  const folded =
    mine.minimized === undefined ? mine.body?.includes(foldedMark) === true : mine.minimized !== null;
  const fold = folded !== wanted.minimized;
  const unfolded = fold
    ? await attempt(() => client.graphql(wanted.minimized ? minimize : unminimize, { id: mine.node_id }))
    : null;
  return { done: sameBody && (!fold || unfolded !== null) ? 'unchanged' : 'updated', unfolded };
}

/** This job's comments, the one of the newest run first. One that says of no job yet is anybody's. */
async function ownComments(
  client: GitHubClient,
  number: number,
  key: string,
  job: string,
): Promise<readonly Comment[]> {
  const comments = await client.list<Comment>('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    issue_number: number,
  });
  const marked = comments.filter(({ body = '' }) => body.startsWith(`<!-- mops:report:${key} -->`));
  if (marked.length === 0) return [];
  const self = await client.login();
  const own = marked.filter(({ user }) => (self === null ? user?.type === 'Bot' : user?.login === self));
  const ofJob = own.filter(({ body = '' }) => runMark.exec(body)?.[1] === job);
  const found = ofJob.length > 0 ? ofJob : own.filter(({ body = '' }) => !runMark.test(body));
  return found.sort((a, b) =>
    isNewer(runOf(a), runOf(b)) ? -1 : isNewer(runOf(b), runOf(a)) ? 1 : a.id - b.id,
  );
}

function runOf({ body = '' }: Comment): WantedComment['run'] {
  const [, , id, attempt] = runMark.exec(body) ?? [];
  return { id: Number(id ?? 0), attempt: Number(attempt ?? 0) };
}

function isNewer(a: WantedComment['run'], b: WantedComment['run']): boolean {
  return a.id > b.id || (a.id === b.id && a.attempt > b.attempt);
}

/** At most two: more than that arose in no race. What may not be removed stays. */
async function remove(client: GitHubClient, comments: readonly Comment[]): Promise<void> {
  for (const { id } of comments.slice(0, 2)) {
    await attempt(() =>
      client.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id }),
    );
  }
}

async function attempt(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof ApiFailure) return error.message;
    throw error;
  }
}

/** GitHub may hand a body back with other line ends and without blanks at its end. A later run that says the same needs no new words. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').replace(runMark, '').trimEnd();
  return plain(a) === plain(b) && runMark.test(a);
}
