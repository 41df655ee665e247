/**
 * A GitHub on the loopback interface. It answers from a bare repository on disk and from the comments and reviews
 * it was given, checks each request against GitHub's own description and enforces the rules that exist only in
 * prose. An unknown route or a malformed request is remembered as a fault; `close()` throws when there was one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Operation, operationOf } from './description.ts';
import { answerGraphql } from './graphql.ts';
import { answerRest } from './rest.ts';

/** What a token may do. `login` is who it acts for. */
export interface Token {
  readonly login: string;
  readonly contents: 'none' | 'read' | 'write';
  readonly pullRequests: 'none' | 'read' | 'write';
}

export interface IssueComment {
  readonly id: number;
  readonly author: string;
  body: string;
  minimized: boolean;
}

export interface ReviewComment {
  readonly id: number;
  readonly author: string;
  readonly path: string;
  readonly body: string;
  /** Null once a push took its lines away. */
  readonly line: number | null;
  readonly startLine: number | null;
  readonly commit: string;
}

export interface PullRequest {
  readonly number: number;
  readonly base: string;
  readonly head: string;
  /** Files whose patch GitHub leaves out because it is too big. */
  readonly patchless?: readonly string[];
}

/** An answer in place of the right one, for requests whose `METHOD /path` contains `on`; `times` defaults to always. */
export interface Fault {
  readonly on: string;
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `hang` never answers, `reset` drops the connection. */
  readonly network?: 'hang' | 'reset';
  readonly times?: number;
}

export interface World {
  /** Folder of the bare repository that holds all commits. */
  readonly repository: string;
  readonly owner: string;
  readonly name: string;
  readonly tokens: ReadonlyMap<string, Token>;
  readonly pulls: readonly PullRequest[];
  readonly comments: IssueComment[];
  readonly reviewComments: ReviewComment[];
  readonly reviews: {
    readonly author: string;
    readonly body: string;
    readonly event: string;
    readonly commit: string;
  }[];
  readonly faults: readonly Fault[];
}

/** One request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly status: number;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LoopbackGitHub {
  readonly url: string;
  readonly world: World;
  readonly seen: readonly Seen[];
  /** Requests that would change something, whatever was answered. */
  writes(): readonly Seen[];
  /** Stops the server; throws when a request broke GitHub's contract. */
  close(): Promise<void>;
}

/** Most writes a run of the Action may make (facts about secondary rate limits: 80 a minute for everybody together). */
const mostWrites = 6;

/** Starts the server on a free port of 127.0.0.1. */
export async function startGitHub(world: World): Promise<LoopbackGitHub> {
  const seen: Seen[] = [];
  const broken: string[] = [];
  const used = new Map<Fault, number>();

  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      broken.push(`The server itself failed: ${String(error)}`);
      response.writeHead(500).end('{}');
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const method = request.method ?? 'GET';
    const text = await bodyOf(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const note = (status: number) =>
      seen.push({ method, path: url.pathname, query: url.searchParams, body, status });

    const fault = world.faults.find(
      (one) => `${method} ${url.pathname}`.includes(one.on) && (used.get(one) ?? 0) < (one.times ?? Infinity),
    );
    const reply = answer(method, url, body, request);
    if (fault !== undefined) {
      used.set(fault, (used.get(fault) ?? 0) + 1);
    }
    if (fault?.network === 'hang') {
      note(0);
      return;
    }
    if (fault?.network === 'reset') {
      note(0);
      request.socket.destroy();
      return;
    }
    const given: Reply =
      fault === undefined
        ? reply()
        : {
            status: fault.status ?? 500,
            body: fault.body ?? { message: 'Something went wrong' },
            headers: fault.headers ?? {},
          };
    note(given.status);
    response.writeHead(given.status, {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '900',
      ...given.headers,
    });
    response.end(given.body === undefined ? '' : JSON.stringify(given.body));
  }

  /** Checks the request at once, so that a fault cannot hide a malformed one; the answer comes when asked for. */
  function answer(method: string, url: URL, body: unknown, request: IncomingMessage): () => Reply {
    const token = world.tokens.get((request.headers.authorization ?? '').replace(/^(token|bearer) /i, ''));
    const refuse = (why: string, status: number): (() => Reply) => {
      broken.push(why);
      return () => ({ status, body: { message: why } });
    };
    if (request.headers.authorization === undefined) {
      return refuse(`${method} ${url.pathname} came without a token`, 401);
    }
    if (request.headers['user-agent'] === undefined) {
      return refuse('GitHub answers 403 to requests without a user agent', 403);
    }
    if (token === undefined) {
      return () => ({ status: 401, body: { message: 'Bad credentials' } });
    }
    if (url.pathname === '/graphql') {
      return () => answerGraphql(world, token, body, broken);
    }
    const operation: Operation | null = operationOf(method, url.pathname);
    if (operation === null) {
      return refuse(`Unknown route ${method} ${url.pathname}`, 404);
    }
    const wrong = operation.requestFault(url.searchParams, body);
    if (wrong !== null) {
      return refuse(wrong, 422);
    }
    return () => {
      const given = answerRest({ world, token, operation, query: url.searchParams, body, url });
      const untrue = operation.answerFault(given.status, given.body);
      if (untrue !== null) {
        broken.push(`The loopback server is not GitHub: ${untrue}`);
      }
      return given;
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const writes = () =>
    seen.filter((one) =>
      one.path === '/graphql' ? JSON.stringify(one.body).includes('mutation') : one.method !== 'GET',
    );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world,
    seen,
    writes,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      const accepted = writes().filter((one) => one.status < 400);
      if (accepted.length > mostWrites) {
        broken.push(`${accepted.length} writes in one run, at most ${mostWrites} are allowed`);
      }
      if (broken.length > 0) {
        throw new Error(broken.join('\n'));
      }
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
