/** Real git repositories for the scenarios: the bare one on the server and checkouts of it as actions/checkout makes them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './diff.ts';
import { temporaryFolder } from './temporary.ts';

/** Path → content, or where a link leads; null deletes the file. */
export type Files = Readonly<Record<string, string | Buffer | { readonly link: string } | null>>;

/** A commit to be made. */
export interface Made {
  /** Names of commits, or places of earlier ones in the same list. */
  readonly parents: readonly (string | number)[];
  /** What differs from the first parent. */
  readonly files: Files;
  readonly message?: string | undefined;
  /** Full names of the refs that point at it. */
  readonly refs?: readonly string[];
}

export interface ServerRepository {
  /** The bare repository. */
  readonly folder: string;
  /** Makes a commit on top of others from their first parent's tree with some files changed. */
  commit(parents: readonly string[], files: Files, message?: string): string;
  /** Makes several at once, in one process; their names in the same order. */
  commits(list: readonly Made[]): string[];
  /** Points `refs/…` at a commit. */
  setRef(name: string, sha: string): void;
  git(...args: string[]): string;
}

/** What `git init` writes, without starting git; `settings` are further lines of its config. */
function initialize(gitDir: string, bare: boolean, settings: string): void {
  for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags', 'info'])
    mkdirSync(join(gitDir, folder), { recursive: true });
  writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/main\n');
  const core = `[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = ${bare}\n${bare ? '' : '\tlogallrefupdates = true\n'}`;
  writeFileSync(join(gitDir, 'config'), core + settings);
}

/** Commits as git fast-import reads them. */
function streamOf(list: readonly Made[]): Buffer {
  const data = (content: string | Buffer) => {
    const bytes = Buffer.from(content);
    return [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')];
  };
  const named = (parent: string | number) => (typeof parent === 'number' ? `:${parent + 1}` : parent);
  return Buffer.concat(
    list.flatMap(({ parents, files, message = 'Change the lifecycle', refs = [] }, at) => {
      const [first, ...others] = parents.map(named);
      return [
        Buffer.from(
          `commit refs/loopback/last\nmark :${at + 1}\ncommitter Dana Ops <dana@example.com> 1760000000 +0000\n`,
        ),
        ...data(message),
        Buffer.from(first === undefined ? '' : `from ${first}\n`),
        ...others.map((parent) => Buffer.from(`merge ${parent}\n`)),
        ...Object.entries(files).flatMap(([path, content]) =>
          content === null
            ? [Buffer.from(`D ${path}\n`)]
            : typeof content === 'object' && 'link' in content
              ? [Buffer.from(`M 120000 inline ${path}\n`), ...data(content.link)]
              : [Buffer.from(`M 100644 inline ${path}\n`), ...data(content)],
        ),
        Buffer.from(
          `${refs.map((ref) => `reset ${ref}\nfrom :${at + 1}\n\n`).join('')}get-mark :${at + 1}\n` +
            // The next commit without parents starts anew, not on top of this one.
            'reset refs/loopback/last\n',
        ),
      ];
    }),
  );
}

/** An empty server repository that, like GitHub, hands out any commit it has. */
export function createServerRepository(): ServerRepository {
  const folder = temporaryFolder('origin');
  const run = (...args: string[]) => git(folder, ...args).trim();
  const settings =
    '[uploadpack]\n\tallowAnySHA1InWant = true\n[user]\n\tname = Dana Ops\n\temail = dana@example.com\n[gc]\n\tauto = 0\n';
  initialize(folder, true, settings);
  const commits = (list: readonly Made[]) =>
    execFileSync('git', ['fast-import', '--quiet', '--force'], {
      cwd: folder,
      input: streamOf(list),
      encoding: 'utf8',
      stdio: 'pipe',
    })
      .trim()
      .split('\n');
  return {
    folder,
    git: run,
    setRef: (name, sha) => {
      run('update-ref', name, sha);
    },
    commits,
    commit: (parents, files, message) => commits([{ parents, files, message }])[0] as string,
  };
}

/** A workspace with one commit checked out; `depth` 1 is what actions/checkout does unless told otherwise. */
export function checkout(origin: ServerRepository, sha: string, depth: number | 'all' = 1): string {
  const workspace = temporaryFolder('workspace');
  const remote = `[remote "origin"]\n\turl = file://${origin.folder}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
  initialize(join(workspace, '.git'), false, remote);
  const shallow = depth === 'all' ? [] : [`--depth=${depth}`];
  git(workspace, 'fetch', '-q', '--no-tags', '--no-auto-maintenance', ...shallow, 'origin', sha);
  git(workspace, '-c', 'advice.detachedHead=false', 'checkout', '-q', '--force', sha);
  return workspace;
}

/**
 * Empties a workspace and fills it by another kind of checkout of the same commit. `how` are options of `git fetch`;
 * `sparse` are patterns of what is written to disk, as lines of git's own file.
 */
export function checkoutAnew(
  workspace: string,
  origin: ServerRepository,
  how: readonly string[],
  sparse?: readonly string[],
): void {
  const sha = git(workspace, 'rev-parse', 'HEAD').trim();
  origin.git('config', 'uploadpack.allowFilter', 'true');
  for (const name of readdirSync(workspace)) rmSync(join(workspace, name), { recursive: true });
  git(workspace, 'init', '-q');
  git(workspace, 'remote', 'add', 'origin', `file://${origin.folder}`);
  const filter = how.find((option) => option.startsWith('--filter='))?.slice('--filter='.length);
  if (filter !== undefined) {
    git(workspace, 'config', 'remote.origin.promisor', 'true');
    git(workspace, 'config', 'remote.origin.partialclonefilter', filter);
  }
  if (sparse !== undefined) {
    git(workspace, 'config', 'core.sparseCheckout', 'true');
    mkdirSync(join(workspace, '.git/info'), { recursive: true });
    writeFileSync(join(workspace, '.git/info/sparse-checkout'), `${sparse.join('\n')}\n`);
  }
  git(workspace, 'fetch', '-q', '--no-tags', ...how, 'origin', sha);
  git(workspace, '-c', 'advice.detachedHead=false', 'checkout', '-q', '--force', sha);
}
