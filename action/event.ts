/** What a GitHub event means for a run: pure, and total over every event a workflow can have. */

/** The pull request an event is about. */
export interface Pull {
  readonly number: number;
  readonly baseSha: string;
  readonly headSha: string;
  /** Branch of the head in its own repository. */
  readonly headBranch: string;
  readonly baseBranch: string;
  /** The head is in another repository, or in one that is gone. */
  readonly fork: boolean;
}

/** What to compare with, before anybody looked whether it can be read. */
export type BaseHint =
  /** Told by the checked-out merge commit, else by where head and base branch part. */
  | { readonly kind: 'pull'; readonly pull: Pull }
  | { readonly kind: 'commit'; readonly sha: string; readonly name: string }
  | { readonly kind: 'none' };

export interface Occasion {
  readonly event: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly pull: Pull | null;
  readonly base: BaseHint;
  /** Commit to check instead of what is checked out; null for the checked-out files. */
  readonly head: string | null;
  /** Commit that the checked files stand for on GitHub, for links. */
  readonly sha: string;
  /** Which findings decide unless the input says otherwise (SPEC §7). */
  readonly scope: 'new' | 'all';
  /** Whose configuration counts (SPEC §7): never one that the author of a foreign change could bend. */
  readonly configFrom: 'head' | 'base';
  /** Branch that `reconcile: commit` may push to, with the commit it must still be at; null when it must not. */
  readonly branch: { readonly name: string; readonly sha: string } | null;
}

export interface EventInput {
  readonly name: string;
  readonly payload: unknown;
  readonly repository: string;
  /** `GITHUB_SHA` and `GITHUB_REF`. */
  readonly sha: string;
  readonly ref: string;
}

/** Reads an event. Throws an Error that names what is missing when the payload is not what GitHub sends. */
export function readEvent(input: EventInput): Occasion {
  const { name, payload, repository, sha } = input;
  const rest = { event: name, repository, sha };
  const branch = /^refs\/heads\/(.+)$/.exec(input.ref)?.[1];
  const onBranch = branch === undefined ? null : { name: branch, sha };
  const alone: Occasion = {
    ...rest,
    pull: null,
    base: { kind: 'none' },
    head: null,
    scope: 'all',
    configFrom: 'head',
    branch: onBranch,
  };
  switch (name) {
    case 'pull_request': {
      const pull = readPull(payload, name, repository);
      return {
        ...alone,
        pull,
        base: { kind: 'pull', pull },
        sha: pull.headSha,
        scope: 'new',
        configFrom: pull.fork ? 'base' : 'head',
        branch: pull.fork ? null : { name: pull.headBranch, sha: pull.headSha },
      };
    }
    case 'pull_request_target': {
      const pull = readPull(payload, name, repository);
      return {
        ...alone,
        pull,
        base: { kind: 'pull', pull },
        head: pull.headSha,
        sha: pull.headSha,
        scope: 'new',
        configFrom: 'base',
        branch: null,
      };
    }
    case 'merge_group': {
      const base = text(payload, name, 'merge_group', 'base_sha');
      return {
        ...alone,
        base: { kind: 'commit', sha: base, name: 'the base of the merge group' },
        scope: 'new',
        branch: null,
      };
    }
    case 'push': {
      const before = text(payload, name, 'before');
      // All zeros: the branch is new, there is nothing before it.
      const base: BaseHint = /^0+$/.test(before)
        ? { kind: 'none' }
        : { kind: 'commit', sha: before, name: 'the state before the push' };
      return { ...alone, base };
    }
    default:
      // schedule, workflow_dispatch, and whatever else a workflow runs on: the checked-out state for itself.
      return alone;
  }
}

function readPull(payload: unknown, event: string, repository: string): Pull {
  const head = optional(payload, 'pull_request', 'head', 'repo', 'full_name');
  const number = inner(payload, 'pull_request', 'number');
  if (typeof number !== 'number') {
    throw malformed(event, 'pull_request.number');
  }
  return {
    number,
    baseSha: text(payload, event, 'pull_request', 'base', 'sha'),
    headSha: text(payload, event, 'pull_request', 'head', 'sha'),
    headBranch: text(payload, event, 'pull_request', 'head', 'ref'),
    baseBranch: text(payload, event, 'pull_request', 'base', 'ref'),
    fork: head === null || head.toLowerCase() !== repository.toLowerCase(),
  };
}

function inner(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );
}

function optional(payload: unknown, ...keys: string[]): string | null {
  const value = inner(payload, ...keys);
  return typeof value === 'string' && value !== '' ? value : null;
}

function text(payload: unknown, event: string, ...keys: string[]): string {
  const value = optional(payload, ...keys);
  if (value === null) {
    throw malformed(event, keys.join('.'));
  }
  // Commits go to git as arguments: anything but hexadecimal digits is not one.
  if ((keys.at(-1)?.endsWith('sha') || keys.at(-1) === 'before') && !/^[0-9a-f]{40,64}$/.test(value)) {
    throw malformed(event, keys.join('.'));
  }
  return value;
}

function malformed(event: string, field: string): Error {
  return new Error(`The event file of ${event} has no usable ${field}.`);
}
