/** Answers to REST requests that passed the description, with the rules GitHub states only in prose. */
import type { Operation } from './description.ts';
import { diffFiles, git, rightLines } from './diff.ts';
import { answerGitData } from './git-data.ts';
import type { IssueComment, PullRequest, Reply, ReviewComment, Token, World } from './github.ts';

export interface RestRequest {
  readonly world: World;
  readonly token: Token;
  readonly operation: Operation;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly url: URL;
}

const forbidden: Reply = { status: 403, body: { message: 'Resource not accessible by integration' } };
const missing: Reply = { status: 404, body: { message: 'Not Found' } };
/** Longest comment or review body in characters; not in the description. */
const longestBody = 65_536;

export function answerRest(request: RestRequest): Reply {
  const { world, token, operation } = request;
  const { path, name } = operation;
  if (name === 'GET /user') {
    return forbidden;
  }
  if (path['owner'] !== world.owner || path['repo'] !== world.name) {
    return missing;
  }
  const writing = !name.startsWith('GET ');
  if (name.includes('/git/') || name.includes('/contents/') || name.includes('/compare/')) {
    if (token.contents === 'none') {
      return missing;
    }
    return writing && token.contents !== 'write' ? forbidden : answerGitData(request);
  }
  if (token.pullRequests === 'none' || (writing && token.pullRequests !== 'write')) {
    return forbidden;
  }
  return name.includes('/issues/') ? answerIssues(request) : answerPulls(request);
}

function answerIssues({ world, token, operation, query, body, url }: RestRequest): Reply {
  const text = (body as { body?: string } | undefined)?.body ?? '';
  if (operation.name.startsWith('GET ')) {
    return page(world.comments.map(issueComment), query, url);
  }
  if (text.length > longestBody) {
    return invalid([
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: 'Body is too long (maximum is 65536 characters)',
      },
    ]);
  }
  if (operation.name.startsWith('POST ')) {
    const comment = { id: 1000 + world.comments.length, author: token.login, body: text, minimized: false };
    world.comments.push(comment);
    return { status: 201, body: issueComment(comment) };
  }
  const comment = world.comments.find((one) => String(one.id) === operation.path['comment_id']);
  if (comment === undefined) {
    return missing;
  }
  if (comment.author !== token.login && token.login.endsWith('[bot]')) {
    return forbidden;
  }
  if (operation.name.startsWith('DELETE ')) {
    world.comments.splice(world.comments.indexOf(comment), 1);
    return { status: 204 };
  }
  comment.body = text;
  return { status: 200, body: issueComment(comment) };
}

function answerPulls(request: RestRequest): Reply {
  const { world, operation, query, url } = request;
  const pull = world.pulls.find((one) => String(one.number) === operation.path['pull_number']);
  if (pull === undefined) {
    return missing;
  }
  const { name } = operation;
  if (name.startsWith('POST ')) {
    return review(request, pull);
  }
  if (name.endsWith('/files')) {
    const files = diffFiles(world.repository, mergeBase(world, pull), pull.head);
    return page(
      files.map((file) => ({
        sha: file.sha,
        filename: file.path,
        status: file.status,
        additions: file.additions,
        deletions: file.deletions,
        changes: file.additions + file.deletions,
        ...(file.previous === null ? {} : { previous_filename: file.previous }),
        ...(file.patch === '' || pull.patchless?.includes(file.path) ? {} : { patch: file.patch }),
      })),
      query,
      url,
    );
  }
  if (name.endsWith('/comments')) {
    return page(world.reviewComments.map(reviewComment), query, url);
  }
  if (name.endsWith('/reviews')) {
    return page(
      world.reviews.map((one, index) => ({
        id: index + 1,
        user: user(one.author),
        body: one.body,
        state: 'COMMENTED',
        commit_id: one.commit,
      })),
      query,
      url,
    );
  }
  return {
    status: 200,
    body: { number: pull.number, state: 'open', head: { sha: pull.head }, base: { sha: pull.base } },
  };
}

interface AskedReview {
  readonly body?: string;
  readonly event?: string;
  readonly commit_id?: string;
  readonly comments?: readonly {
    readonly path: string;
    readonly body: string;
    readonly line?: number;
    readonly start_line?: number;
    readonly side?: string;
    readonly start_side?: string;
  }[];
}

/** All comments or none: one that hangs on a line outside the diff refuses the review, without saying which. */
function review({ world, token, body }: RestRequest, pull: PullRequest): Reply {
  const asked = (body ?? {}) as AskedReview;
  const comments = asked.comments ?? [];
  const files = diffFiles(world.repository, mergeBase(world, pull), pull.head);
  const errors: string[] = [];
  if (asked.event === undefined) {
    errors.push('A review without an event stays pending, and nobody sees it');
  }
  if (asked.commit_id !== pull.head) {
    errors.push('commit_id is not part of the pull request');
  }
  if (comments.length > 100 || [asked, ...comments].some((one) => (one.body ?? '').length > longestBody)) {
    errors.push('Body is too long (maximum is 65536 characters)');
  }
  for (const comment of comments) {
    const file = files.find((one) => one.path === comment.path);
    const lines = rightLines(file?.patch ?? '');
    const last = lines.get(comment.line ?? 0);
    if (file === undefined || last === undefined || comment.side !== 'RIGHT') {
      errors.push('Pull request review thread line must be part of the diff');
    }
    if (comment.start_line !== undefined) {
      if (comment.start_line >= (comment.line ?? 0)) {
        errors.push('Pull request review thread start line must precede the end line');
      } else if (lines.get(comment.start_line) !== last || comment.start_side !== 'RIGHT') {
        errors.push('Pull request review thread start line must be part of the same hunk as the line');
      }
    }
  }
  if (errors.length > 0) {
    return { status: 422, body: { message: 'Unprocessable Entity', errors: [...new Set(errors)] } };
  }
  world.reviews.push({
    author: token.login,
    body: asked.body ?? '',
    event: asked.event ?? '',
    commit: pull.head,
  });
  for (const comment of comments) {
    world.reviewComments.push({
      id: 5000 + world.reviewComments.length,
      author: token.login,
      path: comment.path,
      body: comment.body,
      line: comment.line ?? 0,
      startLine: comment.start_line ?? null,
      commit: pull.head,
    });
  }
  return { status: 200, body: { id: world.reviews.length, state: 'COMMENTED', body: asked.body ?? '' } };
}

function mergeBase(world: World, pull: PullRequest): string {
  return git(world.repository, 'merge-base', pull.base, pull.head).trim();
}

function invalid(errors: unknown[]): Reply {
  return { status: 422, body: { message: 'Validation Failed', errors } };
}

/** 30 a page unless asked for more, 100 at most, with the Link header that says where the next page is. */
function page(all: readonly unknown[], query: URLSearchParams, url: URL): Reply {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string) => {
    const there = new URLSearchParams(query);
    there.set('page', String(to));
    return `<http://loopback${url.pathname}?${there}>; rel="${rel}"`;
  };
  const links = number < last ? [link(number + 1, 'next'), link(last, 'last')] : [];
  return {
    status: 200,
    body: all.slice((number - 1) * size, number * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}

function user(login: string): object {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}

function issueComment(comment: IssueComment): object {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    body: comment.body,
    user: user(comment.author),
    minimized: comment.minimized ? { reason: 'outdated' } : null,
  };
}

function reviewComment(comment: ReviewComment): object {
  return {
    id: comment.id,
    path: comment.path,
    body: comment.body,
    line: comment.line,
    ...(comment.startLine === null ? {} : { start_line: comment.startLine }),
    side: 'RIGHT',
    commit_id: comment.commit,
    user: user(comment.author),
  };
}
