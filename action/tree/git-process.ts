import { spawn } from 'node:child_process';

/** What git answered; `code` null when it was stopped for being slow. */
export interface GitAnswer {
  readonly code: number | null;
  readonly out: string;
  /** Last line git wrote to its error stream. */
  readonly message: string;
}

/**
 * Settings for every git process of this run, put into the environment once: the workspace may belong to another
 * user (jobs in containers), and reading an object must never go to the network behind our back.
 */
export function prepareGit(environment: NodeJS.ProcessEnv): void {
  const settings = [
    ['safe.directory', '*'],
    ['core.hooksPath', '/dev/null'],
    ['protocol.ext.allow', 'never'],
  ] as const;
  const there = Number(environment['GIT_CONFIG_COUNT']) || 0;
  for (const [index, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${there + index}`] = key;
    environment[`GIT_CONFIG_VALUE_${there + index}`] = value;
  }
  environment['GIT_CONFIG_COUNT'] = String(there + settings.length);
  environment['GIT_NO_LAZY_FETCH'] = '1';
  environment['GIT_TERMINAL_PROMPT'] = '0';
  environment['GIT_OPTIONAL_LOCKS'] = '0';
}

/** Runs git in a folder; never throws. */
export function runGit(folder: string, args: readonly string[], timeout = 30_000): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = spawn('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err = `${err}${chunk.toString('utf8')}`.slice(-4000);
    });
    child.on('error', (error) => resolve({ code: null, out: '', message: error.message }));
    child.on('close', (code) => resolve({ code, out, message: err.trim().split('\n').at(-1) ?? '' }));
  });
}

/** The folder git calls the top of the repository that holds a folder; null when it is in none. */
export async function topOf(folder: string): Promise<string | null> {
  const { code, out } = await runGit(folder, ['rev-parse', '--show-toplevel']);
  return code === 0 ? out.replace(/\n$/, '') : null;
}

/** The checked-out commit and its parents, read from the object itself: in a shallow clone `HEAD^` does not resolve. */
export async function checkedOut(
  folder: string,
): Promise<{ readonly sha: string; readonly parents: readonly string[] } | null> {
  const head = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  const commit = await runGit(folder, ['cat-file', 'commit', 'HEAD']);
  if (head.code !== 0 || commit.code !== 0) {
    return null;
  }
  const header = commit.out.slice(0, commit.out.indexOf('\n\n')).split('\n');
  const parents = header.flatMap((line) => /^parent ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
  return { sha: head.out.trim(), parents };
}

/** Whether a commit and its tree are here, without asking anybody else. */
export async function hasCommit(folder: string, sha: string): Promise<boolean> {
  const { code } = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${sha}^{tree}`]);
  return code === 0;
}

/**
 * Fetches one commit without its history. Returns null when it is here now, else why not. Without a token only a
 * remote on the local disk is asked: no network without a token.
 */
export async function fetchCommit(folder: string, sha: string, network: boolean): Promise<string | null> {
  const remote = await runGit(folder, ['remote', 'get-url', 'origin']);
  if (remote.code !== 0) {
    return 'the repository has no remote named origin';
  }
  if (!network && !/^(?:\/|\.{1,2}\/|file:\/\/\/)/.test(remote.out)) {
    return 'without a token nothing is fetched';
  }
  const args = ['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', 'origin', sha];
  const { code, message } = await runGit(folder, args, 60_000);
  if (code === 0 && (await hasCommit(folder, sha))) {
    return null;
  }
  return message === '' ? 'git fetch failed' : message;
}
