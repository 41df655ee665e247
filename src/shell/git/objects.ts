/** Trees and blobs of a commit, from the objects that are here. */
import { GitError } from '../exit.ts';
import { splitAtNul } from './commits.ts';
import type { GitRepository } from './run.ts';
import { git } from './run.ts';

/** A partial clone, or a submodule that is at another commit, left out what was asked for. */
export class MissingContents extends GitError {
  /** The repository that lacks them: the one that was asked, or a submodule of it. */
  readonly at: GitRepository;
  /** Trees or blobs that would have to be fetched, or for a submodule the commit itself. */
  readonly objects: readonly string[];
  readonly kind: 'commit' | 'contents';

  constructor(at: GitRepository, sha: string, objects: readonly string[], kind: 'commit' | 'contents') {
    super(
      kind === 'commit'
        ? `The submodule in ${at.top} lacks the commit ${sha.slice(0, 12)}. Run this first: git -C ${at.top} fetch origin ${sha.slice(0, 12)}`
        : `This clone lacks contents of ${sha.slice(0, 12)} (a partial clone). Run this first: git fetch --refetch --no-filter origin`,
    );
    this.at = at;
    this.objects = objects;
    this.kind = kind;
  }
}

export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly object: string;
  /** From the top of the repository. */
  readonly path: string;
}

/**
 * What a commit lists under a path: everything below it, or with `recursive: false` the entry itself.
 *
 * @throws MissingContents when trees are left out, GitError when git cannot list it
 */
export async function listTree(
  at: GitRepository,
  sha: string,
  path: string,
  recursive = true,
): Promise<TreeEntry[]> {
  const where = path === '' ? [] : [path];
  const args = ['ls-tree', ...(recursive ? ['-r'] : []), '-z', '--full-tree', sha, '--', ...where];
  const { code, out, message } = await git(at, args);
  if (code !== 0) {
    const missing = await missingObjects(at, sha);
    if (missing.length > 0) throw new MissingContents(at, sha, missing, 'contents');
    throw new GitError(`git could not list ${sha}: ${message}`);
  }
  return splitAtNul(out).map((record) => {
    const tab = record.indexOf('\t');
    const [mode = '', type = '', object = ''] = record.slice(0, tab).split(/ +/);
    return { mode, type, object, path: record.slice(tab + 1) };
  });
}

/** Sizes of blobs in bytes, by name. @throws MissingContents */
export async function blobSizes(
  at: GitRepository,
  sha: string,
  objects: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const distinct = [...new Set(objects)];
  if (distinct.length === 0) return new Map();
  const { code, out } = await git(at, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
    input: `${distinct.join('\n')}\n`,
  });
  const lines = out.toString('latin1').split('\n').filter(Boolean);
  const sizes = new Map(
    lines.flatMap((line) => {
      const [name = '', size = ''] = line.split(' ');
      return /^\d+$/.test(size) ? [[name, Number(size)] as const] : [];
    }),
  );
  const gone = distinct.filter((object) => !sizes.has(object));
  if (code !== 0 || gone.length > 0) {
    // Where git gave up at the first one, the rest may be here.
    const missing = new Set(await missingObjects(at, sha));
    const known = gone.filter((object) => missing.has(object));
    throw new MissingContents(at, sha, known.length > 0 ? known : gone, 'contents');
  }
  return sizes;
}

/** The contents of blobs by name, all from one git process. @throws MissingContents */
export async function readBlobs(
  at: GitRepository,
  sha: string,
  objects: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const distinct = [...new Set(objects)];
  if (distinct.length === 0) return found;
  const { code, out } = await git(at, ['cat-file', '--batch'], { input: `${distinct.join('\n')}\n` });
  let cursor = 0;
  for (const object of distinct) {
    const end = out.indexOf(10, cursor);
    if (end < 0) break;
    const [, type, size] = out.toString('latin1', cursor, end).split(' ');
    cursor = end + 1;
    if (type !== 'blob' || size === undefined) continue;
    found.set(object, out.subarray(cursor, cursor + Number(size)));
    cursor += Number(size) + 1;
  }
  if (code !== 0 || found.size < distinct.length) {
    throw new MissingContents(
      at,
      sha,
      distinct.filter((object) => !found.has(object)),
      'contents',
    );
  }
  return found;
}

/** Trees and blobs of a commit that are not here. */
async function missingObjects(at: GitRepository, sha: string): Promise<string[]> {
  const { out } = await git(at, ['rev-list', '--objects', '--missing=print', '--no-walk', sha]);
  return out
    .toString('utf8')
    .split('\n')
    .flatMap((line) => /^\?([0-9a-f]+)/.exec(line)?.[1] ?? []);
}
