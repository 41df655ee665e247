/** Real git repositories for the scenarios: the bare one on the server and checkouts of it as actions/checkout makes them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from './diff.ts';

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
  const folder = mkdtempSync(join(tmpdir(), 'mops-origin-'));
  const run = (...args: string[]) => git(folder, ...args).trim();
  run('init', '-q', '--bare', '-b', 'main');
  for (const [key, value] of [
    ['uploadpack.allowAnySHA1InWant', 'true'],
    ['user.name', 'Dana Ops'],
    ['user.email', 'dana@example.com'],
    ['gc.auto', '0'],
  ] as const) {
    run('config', key, value);
  }
  return {
    folder,
    git: run,
    setRef: (name, sha) => {
      run('update-ref', name, sha);
    },
    commit(parents, files, message = 'Change the lifecycle') {
      const tree = mkdtempSync(join(tmpdir(), 'mops-tree-'));
      const inTree = (...args: string[]) => run(`--work-tree=${tree}`, ...args);
      inTree('read-tree', ...(parents[0] === undefined ? ['--empty'] : [parents[0]]));
      for (const [path, content] of Object.entries(files)) {
        if (content === null) {
          inTree('update-index', '--force-remove', path);
        } else {
          mkdirSync(dirname(join(tree, path)), { recursive: true });
          writeFileSync(join(tree, path), content);
          const blob = run('hash-object', '-w', '--no-filters', join(tree, path));
          inTree('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`);
        }
      }
      rmSync(tree, { recursive: true });
      const written = run('write-tree');
      return run('commit-tree', written, '-m', message, ...parents.flatMap((parent) => ['-p', parent]));
    },
  };
}

/** A workspace with one commit checked out; `depth` 1 is what actions/checkout does unless told otherwise. */
export function checkout(origin: ServerRepository, sha: string, depth: number | 'all' = 1): string {
  const workspace = mkdtempSync(join(tmpdir(), 'mops-workspace-'));
  git(workspace, 'init', '-q');
  git(workspace, 'remote', 'add', 'origin', `file://${origin.folder}`);
  git(workspace, 'fetch', '-q', '--no-tags', ...(depth === 'all' ? [] : [`--depth=${depth}`]), 'origin', sha);
  git(workspace, '-c', 'advice.detachedHead=false', 'checkout', '-q', '--force', sha);
  return workspace;
}
