/** Answers of GitHub that are none: what is said of them, and how long to wait before asking again. */

/** A request that did not work, in words for the log. */
export class ApiFailure extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** What Octokit throws. */
export interface Thrown {
  readonly status?: number;
  readonly message: string;
  readonly response?: {
    readonly headers?: { readonly [name: string]: string | number | undefined };
    readonly data?: unknown;
  };
}

/**
 * Milliseconds to wait before the same request is sent again, null when it must not be. A request that was turned
 * away for its rate is safe to repeat; one that failed on the way only when it reads.
 */
export function waitFor(
  thrown: Thrown,
  { reads, tries, now }: { readonly reads: boolean; readonly tries: number; readonly now: number },
): number | null {
  const headers = thrown.response?.headers ?? {};
  if (isLimited(thrown)) {
    const after = Number(headers['retry-after'] ?? Number.NaN);
    if (Number.isFinite(after)) {
      return Math.max(after, 1) * 1000;
    }
    if (String(headers['x-ratelimit-remaining']) === '0') {
      const reset = Number(headers['x-ratelimit-reset']) * 1000 - now;
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

/** What is said of a request that is given up. */
export function failure(what: string, thrown: Thrown): ApiFailure {
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
