import { setTimeout as sleep } from 'node:timers/promises';
import { ApiFailure, failure, type Thrown, waitFor } from './answer.ts';

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
        const wait = waitFor(thrown, { reads: retryable, tries, now: Date.now() });
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
