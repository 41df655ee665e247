/** The one place that starts git: every call with an environment of its own, hardened the same way. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { GitError } from '../exit.ts';

/**
 * A repository found by us, not by git: git would also take a folder that merely holds `HEAD`, `objects` and `refs`
 * for one, and run what its `config` says. A pull request can plant such a folder, but never one called `.git`.
 */
export interface GitRepository {
  /** What `.git` is or points to, as a real path. */
  readonly gitDir: string;
  /** The folder that holds `.git`, as a real path: the top of the working tree. */
  readonly top: string;
}

export interface GitResult {
  /** Null when git was stopped for being slow. */
  readonly code: number | null;
  readonly out: Buffer;
  /** First line of what git said on its error stream. */
  readonly message: string;
}

export interface RunOptions {
  readonly input?: string;
  /** May ask the remote. Only for a fetch that the caller was given a token for. */
  readonly network?: boolean;
  /** Milliseconds; afterwards git is stopped. */
  readonly timeout?: number;
}

/** Variables of git's own that say how to reach a server, not what to run; every other `GIT_…` is left out. */
const kept = /^GIT_(?:SSL_|HTTP_|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)$)/;

/** The environment of one call: what was set since the process began counts, what a hook or a stranger set does not. */
function environmentOf(network: boolean): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      (!/^GIT_/i.test(name) || kept.test(name)) && !/^(?:SSH_ASKPASS|PAGER|EDITOR|VISUAL)$/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    // Blobs that a partial clone lacks are asked for by us or not at all; older versions are held by the protocols.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: network ? 'https:ssh:file' : 'none',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_PAGER: 'cat',
    GIT_EDITOR: ':',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ATTR_NOSYSTEM: '1',
  };
}

/** Settings that win over every configuration file, the repository's own included. */
const settings = [
  'safe.bareRepository=explicit',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.attributesFile=/dev/null',
  'core.askPass=',
  'core.pager=cat',
  'core.quotePath=off',
  'log.showSignature=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'maintenance.auto=false',
  'gc.auto=0',
].flatMap((setting) => ['-c', setting]);

/** Runs git on a repository found by `findRepository`. @throws GitError when git cannot be started */
export function git(
  { gitDir, top }: GitRepository,
  args: readonly string[],
  options: RunOptions = {},
): Promise<GitResult> {
  return start(top, [...settings, `--git-dir=${gitDir}`, `--work-tree=${top}`, ...args], options);
}

/** Why git will not read a repository because of who owns it; null when it will. */
export async function ownerTrusted({ top }: GitRepository): Promise<string | null> {
  const asked = await start(
    top,
    [...settings, 'rev-parse', '--git-dir'],
    {},
    { GIT_CEILING_DIRECTORIES: dirname(top) },
  );
  if (asked.code === 0) return null;
  return /dubious ownership/.test(asked.message)
    ? `${top} belongs to another user, so git does not read it. If you trust it: git config --global --add safe.directory ${top}`
    : `git cannot read the repository in ${top}: ${asked.message}`;
}

function start(
  cwd: string,
  args: readonly string[],
  { input = '', network = false, timeout }: RunOptions,
  extra: NodeJS.ProcessEnv = {},
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd,
      env: { ...environmentOf(network), ...extra },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(timeout === undefined ? {} : { timeout }),
    });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (err.length < 4000) err += chunk.toString('utf8');
    });
    child.stdin.on('error', () => {});
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT';
      reject(
        new GitError(
          missing ? 'git is not installed, or the folder is gone.' : `git could not start: ${error.message}`,
        ),
      );
    });
    child.on('close', (code) => {
      const lines = err.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('warning:'));
      resolve({ code, out: Buffer.concat(out), message: lines[0] ?? '' });
    });
    child.stdin.end(input);
  });
}
