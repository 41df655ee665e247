/** One run of the Action from a change to what GitHub shows: repository, server, runner and event put together. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fault, type LoopbackGitHub, startGitHub, type Token, type World } from '../contract/github.ts';
import {
  checkout,
  createServerRepository,
  type Files,
  type ServerRepository,
} from '../contract/repositories.ts';
import { cleanUp, runBundle, runSources, type StepResult } from '../contract/runner.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const bot = 'github-actions[bot]';
const writer: Token = { login: bot, contents: 'read', pullRequests: 'write' };
export const tokens: ReadonlyMap<string, Token> = new Map([
  ['ghs_writer', writer],
  ['ghs_pusher', { ...writer, contents: 'write' }],
  ['ghs_reader', { ...writer, pullRequests: 'read' }],
  ['ghs_blind', { ...writer, contents: 'none', pullRequests: 'none' }],
]);

/** All files of an example, paths from its folder. */
export function example(name: string): Record<string, string> {
  const folder = join(root, 'examples', name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

export const rulesFile = 'SoT/SoT.BUSINESS_RULES.md';
export const passing: Readonly<Record<string, string>> = example('b2b-saas');

/** The text with one place changed; throws when the place is not there exactly once. */
export function edited(text: string | undefined, from: string, to: string): string {
  if (text === undefined || text.split(from).length !== 2) {
    throw new Error(`"${from}" stands ${(text ?? '').split(from).length - 1} times in the text`);
  }
  return text.replace(from, () => to);
}

/** The passing example's business rules with some places changed. */
export function rules(...edits: readonly (readonly [from: string, to: string])[]): Files {
  return {
    [rulesFile]: edits.reduce((text, [from, to]) => edited(text, from, to), passing[rulesFile] as string),
  };
}

/** The 1-based line of a text's only line that contains the words. */
export function lineOf(text: string, words: string): number {
  const lines = text.split('\n').flatMap((line, index) => (line.includes(words) ? [index + 1] : []));
  if (lines.length !== 1) {
    throw new Error(`"${words}" stands on ${lines.length} lines`);
  }
  return lines[0] as number;
}

export interface Scenario {
  readonly event?:
    | 'pull_request'
    | 'pull_request_target'
    | 'merge_group'
    | 'push'
    | 'schedule'
    | 'workflow_dispatch';
  /** Files of the base; the passing example when left out. */
  readonly base?: Files;
  /** What the change does to them. */
  readonly change?: Files;
  /** What happened on the base branch since the change began. */
  readonly meanwhile?: Files;
  readonly fork?: boolean;
  readonly with?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** What is checked out: the merge (default), the head alone, or the base branch (default of pull_request_target). */
  readonly checkout?: 'merge' | 'head' | 'base';
  readonly depth?: number | 'all';
  readonly faults?: readonly Fault[];
  readonly comments?: World['comments'];
  readonly reviewComments?: World['reviewComments'];
  readonly patchless?: readonly string[];
  /** Done to the workspace before the step runs. */
  readonly prepare?: (workspace: string, origin: ServerRepository) => void;
  readonly headMessage?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs the committed bundle in a process of its own, as a runner does, and not the sources in this one. */
  readonly bundle?: boolean;
}

/** A scenario that can run more than once, as re-runs of a workflow do. */
export interface Stage {
  readonly origin: ServerRepository;
  readonly github: LoopbackGitHub;
  readonly workspace: string;
  readonly commits: { readonly base: string; readonly head: string; readonly merge: string };
  run(again?: Pick<Scenario, 'with' | 'token' | 'env'>): Promise<StepResult>;
}

const open: LoopbackGitHub[] = [];

/** Ends all servers and removes their folders; throws when a run broke GitHub's contract. For afterEach. */
export async function closeServers(): Promise<void> {
  const servers = open.splice(0);
  const results = await Promise.allSettled(servers.map((server) => server.close()));
  cleanUp();
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    throw failed.reason;
  }
}

/** The commits of a scenario, and the refs a server has of them. */
function commitsOf(
  origin: ServerRepository,
  { base: files = passing, change = {}, meanwhile, headMessage }: Scenario,
): Stage['commits'] {
  const refs = { base: ['refs/heads/main'], head: ['refs/heads/sla/faster', 'refs/pull/7/head'] };
  const merged = 'refs/pull/7/merge';
  const first = { parents: [], files, message: 'Write the lifecycle down' };
  const last = { parents: [0], files: change, message: headMessage, refs: refs.head };
  if (meanwhile === undefined) {
    const [base = '', head = '', merge = ''] = origin.commits([
      { ...first, refs: refs.base },
      last,
      { parents: [0, 1], files: change, message: 'Merge', refs: [merged] },
    ]);
    return { base, head, merge };
  }
  const [, head = '', base = ''] = origin.commits([
    first,
    last,
    { parents: [0], files: meanwhile, refs: refs.base },
  ]);
  const tree = origin.git('merge-tree', '--write-tree', base, head);
  const merge = origin.git('commit-tree', tree, '-p', base, '-p', head, '-m', 'Merge');
  origin.setRef(merged, merge);
  return { base, head, merge };
}

/** Builds everything up to the moment the step starts. */
export async function stage(scenario: Scenario = {}): Promise<Stage> {
  const event = scenario.event ?? 'pull_request';
  const origin = createServerRepository();
  const { base, head, merge } = commitsOf(origin, scenario);

  const github = await startGitHub({
    repository: origin.folder,
    owner: 'acme',
    name: 'handbook',
    tokens,
    pulls: [{ number: 7, base, head, ...(scenario.patchless ? { patchless: scenario.patchless } : {}) }],
    comments: scenario.comments ?? [],
    reviewComments: scenario.reviewComments ?? [],
    reviews: [],
    faults: scenario.faults ?? [],
  });
  open.push(github);

  const onPull = event.startsWith('pull_request');
  const which =
    scenario.checkout ??
    (event === 'pull_request' ? 'merge' : event === 'pull_request_target' ? 'base' : 'head');
  const workspace = checkout(origin, { merge, head, base }[which], scenario.depth);
  scenario.prepare?.(workspace, origin);

  return {
    origin,
    github,
    workspace,
    commits: { base, head, merge },
    run: (again = {}) =>
      (scenario.bundle === true ? runBundle : runSources)({
        workspace,
        eventName: event,
        event: payload(event, { base, head, fork: scenario.fork === true }),
        sha: event === 'pull_request' ? merge : event === 'pull_request_target' ? base : head,
        ref: onPull
          ? 'refs/pull/7/merge'
          : event === 'merge_group'
            ? 'refs/heads/gh-readonly-queue/main/pr-7'
            : 'refs/heads/sla/faster',
        with: { ...scenario.with, ...again.with },
        token: again.token ?? scenario.token ?? 'ghs_writer',
        apiUrl: github.url,
        env: { ...scenario.env, ...again.env },
      }),
  };
}

/** Builds and runs once. */
export async function play(scenario: Scenario = {}): Promise<StepResult & { readonly stage: Stage }> {
  const built = await stage(scenario);
  return { ...(await built.run()), stage: built };
}

function payload(event: string, { base, head, fork }: { base: string; head: string; fork: boolean }): object {
  const repository = { full_name: 'acme/handbook', default_branch: 'main', fork: false };
  const rest = { repository, sender: { login: 'dana', type: 'User' } };
  if (event.startsWith('pull_request')) {
    const from = fork ? 'mallory/handbook' : 'acme/handbook';
    return {
      ...rest,
      action: 'synchronize',
      number: 7,
      pull_request: {
        number: 7,
        state: 'open',
        title: 'Answer faster',
        base: { ref: 'main', sha: base, repo: repository },
        head: { ref: 'sla/faster', sha: head, repo: { full_name: from, fork } },
      },
    };
  }
  if (event === 'merge_group') {
    const group = {
      base_sha: base,
      base_ref: 'refs/heads/main',
      head_sha: head,
      head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
    };
    return { ...rest, action: 'checks_requested', merge_group: group };
  }
  if (event === 'push') {
    return { ...rest, ref: 'refs/heads/sla/faster', before: base, after: head, forced: false };
  }
  return event === 'schedule'
    ? { ...rest, schedule: '17 6 * * 1' }
    : { ...rest, inputs: {}, ref: 'refs/heads/main' };
}
