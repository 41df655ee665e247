import { createHash } from 'node:crypto';
import type { Replacement } from '../../src/edit/lines.ts';
import { codeBlock, escapeMarkdown } from '../../src/untrusted/markdown.ts';
import type { GitHubClient } from './client.ts';
import { isAnchor, numberedLines, type PullFile, rightHandLines } from './diff-lines.ts';
import { type HeadLines, headLines, isHead } from './head-lines.ts';

/** More comments in one review look like abuse to GitHub; the rest goes to the patch. */
const mostSuggestions = 30;
/** GitHub's limit is 65,536 characters, and one body over it loses the whole review. */
const longestBody = 60_000;
const marker = (fingerprint: string) => `<!-- mops:suggestion:${fingerprint} -->`;
/** Tells a suggestion again over re-runs. */
const fingerprintOf = ({ identity }: Replacement) =>
  createHash('sha256').update(identity).digest('hex').slice(0, 20);

/** What became of the replacements. */
export interface Suggested {
  readonly posted: readonly Replacement[];
  /** Suggested by an earlier run. */
  readonly standing: readonly Replacement[];
  /** Outside the diff, or too many: for the patch. */
  readonly left: readonly Replacement[];
}

/** 1-based numbers in the head's file. */
interface Anchor {
  readonly first: number;
  readonly last: number;
}

/** Fetches the head's file where the checked one is another: a merge moves lines. */
async function linesInHead(client: GitHubClient, file: PullFile, checked: string): Promise<HeadLines> {
  if (isHead(checked, file.sha)) return (first) => first;
  const { content } = await client.request<{ content: string }>(
    'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    { file_sha: file.sha },
  );
  return headLines(checked, Buffer.from(content, 'base64').toString('utf8'));
}

interface ReviewComment {
  readonly body?: string;
  /** Null once the lines it hangs on are gone: then it offers nothing any more. */
  readonly line?: number | null;
  readonly user?: { readonly login?: string } | null;
}

/**
 * Posts one review with a suggestion per replacement whose lines stand in the server's diff. Nothing is posted when
 * nothing is new. `checked` has the texts that the replacements are about. Throws ApiFailure; then nothing was posted (GitHub takes a review whole or not at all).
 */
export async function suggest(
  client: GitHubClient,
  pull: { readonly number: number; readonly headSha: string },
  all: readonly Replacement[],
  checked: ReadonlyMap<string, string>,
): Promise<Suggested> {
  const where = { pull_number: pull.number };
  const files = await client.list<PullFile>('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', where);
  const anchored: { replacement: Replacement; anchor: Anchor; body: string }[] = [];
  for (const path of new Set(all.map((replacement) => replacement.path))) {
    const file = files.find(({ filename }) => filename === path);
    if (file?.patch === undefined) continue;
    const lines = numberedLines(rightHandLines(file.patch));
    const inHead = await linesInHead(client, file, checked.get(path) ?? '');
    for (const replacement of all.filter((one) => one.path === path)) {
      const body = suggestionBody(replacement);
      const first = inHead(replacement.firstLine - 1, replacement.before.length);
      if (first === null || body.length > longestBody || !isAnchor(lines, replacement.before, first + 1))
        continue;
      const last = first + replacement.before.length;
      anchored.push({ replacement, anchor: { first: first + 1, last }, body });
    }
  }
  if (anchored.length === 0) {
    return { posted: [], standing: [], left: all };
  }
  const earlier = await earlierSuggestions(client, where);
  const standing = anchored.filter(({ replacement }) => earlier.has(fingerprintOf(replacement)));
  const fresh = anchored
    .filter(({ replacement }) => !earlier.has(fingerprintOf(replacement)))
    .slice(0, mostSuggestions);
  if (fresh.length > 0) {
    await client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...where,
      commit_id: pull.headSha,
      event: 'COMMENT',
      body: '',
      comments: fresh.map(({ replacement, body, anchor: { first, last } }) => ({
        path: replacement.path,
        body,
        side: 'RIGHT',
        line: last,
        ...(first < last ? { start_line: first, start_side: 'RIGHT' } : {}),
      })),
    });
  }
  const posted = fresh.map(({ replacement }) => replacement);
  const known = new Set([...posted, ...standing.map(({ replacement }) => replacement)]);
  return {
    posted,
    standing: standing.map(({ replacement }) => replacement),
    left: all.filter((replacement) => !known.has(replacement)),
  };
}

/** Fingerprints of suggestions this token's owner has made before; a marker somebody else pasted does not count. */
async function earlierSuggestions(
  client: GitHubClient,
  where: { readonly pull_number: number },
): Promise<ReadonlySet<string>> {
  const comments = await client.list<ReviewComment>(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
    where,
  );
  const marked = comments.flatMap(({ body, user, line }) => {
    if (line === null) return [];
    const fingerprint = /<!-- mops:suggestion:([0-9a-f]+) -->/.exec(body ?? '')?.[1];
    return fingerprint === undefined ? [] : [{ fingerprint, author: user?.login }];
  });
  if (marked.length === 0) {
    return new Set();
  }
  const self = await client.login();
  return new Set(
    marked.filter(({ author }) => self === null || author === self).map(({ fingerprint }) => fingerprint),
  );
}

/** The reason, then the block GitHub turns into a button. */
function suggestionBody(replacement: Replacement): string {
  return [
    ...replacement.reasons.map((reason) => escapeMarkdown(reason)),
    codeBlock('suggestion', `${replacement.after.join('\n')}\n`),
    marker(fingerprintOf(replacement)),
  ].join('\n\n');
}
