/** Real git repositories for the scenarios: the bare one on the server and checkouts of it as actions/checkout makes them. */
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './diff.ts';
import { temporaryFolder } from './temporary.ts';

/** Path → content; null deletes the file. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

export interface ServerRepository {
  /** The bare repository. */
  readonly folder: string;
  /** Makes a commit on top of others from their first parent's tree with some files changed. */
  commit(parents: readonly string[], files: Files, message?: string): string;
  /** Points `refs/…` at a commit. */
  setRef(name: string, sha: string): void;
  git(...args: string[]): string;
}

/** An empty server repository that, like GitHub, hands out any commit it has. */
export function createServerRepository(): ServerRepository {
  const folder = temporaryFolder('origin');
  const run = (...args: string[]) => git(folder, ...args).trim();
  run('init', '-q', '--bare', '-b', 'main');
  const settings =
    '[uploadpack]\n\tallowAnySHA1InWant = true\n[user]\n\tname = Dana Ops\n\temail = dana@example.com\n[gc]\n\tauto = 0\n';
  appendFileSync(join(folder, 'config'), settings);
  return {
    folder,
    git: run,
    setRef: (name, sha) => {
      run('update-ref', name, sha);
    },
    commit(parents, files, message = 'Change the lifecycle') {
      const data = (content: string | Buffer) => {
        const bytes = Buffer.from(content);
        return [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')];
      };
      const [first, ...others] = parents;
      const stream = [
        Buffer.from(
          'commit refs/loopback/last\nmark :1\ncommitter Dana Ops <dana@example.com> 1760000000 +0000\n',
        ),
        ...data(message),
        Buffer.from(first === undefined ? '' : `from ${first}\n`),
        ...others.map((parent) => Buffer.from(`merge ${parent}\n`)),
        ...Object.entries(files).flatMap(([path, content]) =>
          content === null
            ? [Buffer.from(`D ${path}\n`)]
            : [Buffer.from(`M 100644 inline ${path}\n`), ...data(content)],
        ),
        Buffer.from('get-mark :1\n'),
      ];
      return execFileSync('git', ['fast-import', '--quiet', '--force'], {
        cwd: folder,
        input: Buffer.concat(stream),
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim();
    },
  };
}

/** A workspace with one commit checked out; `depth` 1 is what actions/checkout does unless told otherwise. */
export function checkout(origin: ServerRepository, sha: string, depth: number | 'all' = 1): string {
  const workspace = temporaryFolder('workspace');
  git(workspace, 'init', '-q');
  git(workspace, 'remote', 'add', 'origin', `file://${origin.folder}`);
  git(workspace, 'fetch', '-q', '--no-tags', ...(depth === 'all' ? [] : [`--depth=${depth}`]), 'origin', sha);
  git(workspace, '-c', 'advice.detachedHead=false', 'checkout', '-q', '--force', sha);
  return workspace;
}
