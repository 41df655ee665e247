/** Where the checked folder lies: on disk, in its repository, and in the one the event speaks of. */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UsageError } from '../../src/shell/exit.ts';
import { findRepository, type Located } from '../../src/shell/git/repository.ts';
import type { GitRepository } from '../../src/shell/git/run.ts';
import { insideWorkspace } from '../workspace.ts';

export interface CheckedFolder {
  /** The checked folder on disk, a real path. */
  readonly folder: string;
  /** The checked folder in its repository; null where the workspace is none. */
  readonly at: Located | null;
  /** Where that repository is a submodule: the one that holds it, and the path there. Commits of events are the outer one's. */
  readonly outer: { readonly repository: GitRepository; readonly path: string } | null;
  /** From the root of the event's repository to the folder: empty, or ending in `/`. */
  readonly prefix: string;
  /** The part of the way to the folder that is a link, from that root; null when none is. */
  readonly link: string | null;
}

/** Finds the folder of the input `path`. Throws UsageError when there is none that may be checked. */
export function folderOfInput(workspace: string, path: string | null): CheckedFolder {
  const root = realpathSync(workspace);
  const asked = (path ?? '').split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  const inside = path === null ? '' : insideWorkspace(workspace, path, 'path');
  const folder = join(root, inside);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`Input path is "${path ?? ''}", but there is no such folder in the workspace.`);
  }
  if (inside.split('/').some((part) => part.toLowerCase() === '.git')) {
    throw new UsageError(`Input path is "${path ?? ''}", which leads into git's own folder.`);
  }
  const repository = findRepository(folder);
  if (repository === null && readdirSync(root).length === 0) {
    throw new UsageError('The workspace is empty. Run actions/checkout in a step before this one.');
  }
  const link = asked.includes('..') ? null : linkOn(root, asked);
  // A link is not followed in what is compared: both states are read under the name that was asked for.
  const named = link === null ? folder : join(root, ...asked);
  const outer = repository === null ? null : outerOf(repository, root);
  const top = outer?.repository.top ?? repository?.top ?? root;
  const at =
    repository === null
      ? null
      : { ...repository, prefix: prefixFrom(link === null ? repository.top : top, named) };
  return { folder, at, outer, prefix: prefixFrom(top, named), link };
}

function prefixFrom(top: string, folder: string): string {
  const inside = relative(top, folder).split(sep).join('/');
  return inside === '' || inside === '..' || inside.startsWith('../') ? '' : `${inside}/`;
}

function linkOn(root: string, parts: readonly string[]): string | null {
  for (let count = 1; count <= parts.length; count++) {
    const path = join(root, ...parts.slice(0, count));
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return parts.slice(0, count).join('/');
  }
  return null;
}

/** The repository of the workspace that another one lies in; null for one that stands by itself. */
function outerOf(repository: GitRepository, workspace: string): CheckedFolder['outer'] {
  if (repository.top === workspace || !repository.top.startsWith(workspace + sep)) return null;
  const outer = findRepository(dirname(repository.top));
  if (outer === null || !(outer.top + sep).startsWith(workspace + sep)) return null;
  return { repository: outer, path: relative(outer.top, repository.top).split(sep).join('/') };
}
