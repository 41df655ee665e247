import { setTimeout as sleep } from 'node:timers/promises';

/** A request that did not work, in words for the log. */
export class ApiFailure extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

type Parameters = { readonly [name: string]: unknown };

/** GitHub's API as far as this Action needs it: one request at a time, patient for a minute in all, never longer. */
export interface GitHubClient {
  /** `GET /repos/{owner}/{repo}/pulls/{pull_number}` with its parameters; owner and repo are filled in. Throws ApiFailure. */
  request<Answer>(route: string, parameters?: Parameters): Promise<Answer>;
  /** All pages of a list, at most `pages` of 100. `enough` stops early. */
  list<Item>(
    route: string,
    parameters: Parameters,
    options?: { readonly pages?: number; readonly enough?: (items: readonly Item[]) => boolean },
  ): Promise<Item[]>;
  /** A GraphQL operation. Throws ApiFailure also when the answer carries errors. */
  graphql<Answer>(query: string, variables?: Parameters): Promise<Answer>;
  /** Who the token acts for: `github-actions[bot]`; null when GitHub does not say. */
  login(): Promise<string | null>;
}

/** One request may take so long. */
const timeout = 10_000;
/** All waiting of a run together: for rate limits, and for slow answers. */
const patience = 60_000;
/** Tries of one request. */
const mostTries = 4;

interface Thrown {
  readonly status?: number;
  readonly message: string;
  readonly response?: {
    readonly headers?: { readonly [name: string]: string | number | undefined };
    readonly data?: unknown;
  };
}

/**
 * Connects with a token. `repository` is `owner/name`; `api` is the server's address, GitHub's own when the runner names
 * none. Octokit is loaded here and not before.
 */
export async function connect(
  token: string,
  repository: string,
  api = 'https://api.github.com',
): Promise<GitHubClient> {
  const { getOctokit } = await import('@actions/github');
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  const octokit = getOctokit(token, { log: silent, baseUrl: api });
  const [owner = '', repo = ''] = repository.split('/');
  const deadline = Date.now() + patience;
  let login: Promise<string | null> | null = null;

  async function attempt<Answer>(
    what: string,
    retryable: boolean,
    send: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      try {
        const left = deadline - Date.now();
        if (left <= 0) {
          throw new ApiFailure(`${what}: GitHub was too slow, given up after ${patience / 1000} s.`, 0);
        }
        return await send(AbortSignal.timeout(Math.min(timeout, left)));
      } catch (error) {
        if (error instanceof ApiFailure) {
          throw error;
        }
        const thrown = error as Thrown;
        const wait = waitFor(thrown, retryable, tries);
        if (wait === null || tries >= mostTries || Date.now() + wait > deadline) {
          throw failure(what, thrown);
        }
        await sleep(wait);
      }
    }
  }

  const client: GitHubClient = {
    async request(route, parameters = {}) {
      return attempt(route, route.startsWith('GET '), async (signal) => {
        const { data } = await octokit.request(route, { owner, repo, ...parameters, request: { signal } });
        return data;
      });
    },
    async list<Item>(
      route: string,
      parameters: Parameters,
      options: { readonly pages?: number; readonly enough?: (items: readonly Item[]) => boolean } = {},
    ) {
      const items: Item[] = [];
      for (let page = 1; page <= (options.pages ?? 30); page += 1) {
        const got = await client.request<Item[]>(route, { ...parameters, per_page: 100, page });
        items.push(...got);
        if (got.length < 100 || options.enough?.(items) === true) {
          break;
        }
      }
      return items;
    },
    async graphql<Answer>(query: string, variables: Parameters = {}) {
      const what = query.startsWith('mutation') ? 'GraphQL mutation' : 'GraphQL query';
      return attempt(what, what === 'GraphQL query', async (signal) =>
        octokit.graphql<Answer>(query, { ...variables, request: { signal } }),
      );
    },
    login() {
      login ??= client
        .graphql<{ viewer?: { login?: unknown } }>('query { viewer { login } }')
        .then(({ viewer }) => {
          const name = viewer?.login;
          return typeof name === 'string' && name !== '' ? name : null;
        })
        .catch(() => null);
      return login;
    },
  };
  return client;
}

/**
 * Milliseconds to wait before the same request is sent again, null when it must not be. A request that was turned
 * away for its rate is safe to repeat; one that failed on the way only when it reads.
 */
function waitFor(thrown: Thrown, reads: boolean, tries: number): number | null {
  const headers = thrown.response?.headers ?? {};
  if (isLimited(thrown)) {
    const after = Number(headers['retry-after'] ?? Number.NaN);
    if (Number.isFinite(after)) {
      return Math.max(after, 1) * 1000;
    }
    if (String(headers['x-ratelimit-remaining']) === '0') {
      const reset = Number(headers['x-ratelimit-reset']) * 1000 - Date.now();
      return Number.isFinite(reset) ? Math.max(reset, 1000) : 5000;
    }
    // A secondary limit that does not say how long: ever longer.
    return 5000 * 2 ** (tries - 1);
  }
  const passing = thrown.status === undefined || thrown.status >= 500;
  return passing && reads && tries <= 2 ? 1000 : null;
}

/** Turned away for its rate: by 429, or by a 403 that says so in a header or, for a secondary limit, only in words. */
function isLimited(thrown: Thrown): boolean {
  if (thrown.status === 429) return true;
  const headers = thrown.response?.headers ?? {};
  return (
    thrown.status === 403 &&
    (headers['retry-after'] !== undefined ||
      String(headers['x-ratelimit-remaining']) === '0' ||
      /rate limit|abuse detection/i.test(said(thrown)))
  );
}

function failure(what: string, thrown: Thrown): ApiFailure {
  // Octokit gives 500 to requests that got no answer at all.
  const answered = thrown.response !== undefined;
  const limited = isLimited(thrown);
  if (!answered) {
    const slow = /abort|timeout/i.test(`${thrown.message}`);
    return new ApiFailure(`${what}: ${slow ? 'no answer in time' : 'no connection to GitHub'}.`, 0);
  }
  const reason = limited ? 'the rate limit is used up' : (reasons[thrown.status ?? 0] ?? said(thrown));
  return new ApiFailure(`${what}: GitHub answered ${thrown.status} (${reason}).`, thrown.status ?? 0);
}

const reasons: { readonly [status: number]: string } = {
  401: 'the token is not valid',
  403: 'the token may not do this',
  404: 'not found, or the token may not see it',
};

function said(thrown: Thrown): string {
  const data = thrown.response?.data;
  const message =
    typeof data === 'object' && data !== null ? (data as { message?: unknown }).message : undefined;
  return typeof message === 'string' ? message.slice(0, 200) : 'no reason given';
}
