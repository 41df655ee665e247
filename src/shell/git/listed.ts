/** Everything below a folder of a commit, the files of its submodules among them, and the contents of all. */
import type { Selection } from '../files/globs.ts';
import type { SnapshotEntry } from '../files/snapshot.ts';
import { hasCommit } from './commits.ts';
import { throughLfs } from './lfs.ts';
import { blobSizes, listTree, MissingContents, readBlobs } from './objects.ts';
import { submodule } from './repository.ts';
import type { GitRepository } from './run.ts';

/**
 * Entries below a folder of a commit, their paths from it. A submodule that may hold picked files is read at the
 * commit that this one has of it, where its repository is here; its other submodules likewise.
 *
 * @param prefix from the top of the repository: empty, or ending in `/`
 * @throws MissingContents when the repository of a submodule lacks that commit
 */
export async function listedEntries(
  at: GitRepository,
  sha: string,
  prefix: string,
  blobs: Blobs,
  pick: Selection,
  above = '',
): Promise<SnapshotEntry[]> {
  const found: SnapshotEntry[] = [];
  for (const { mode, type, object, path } of await listTree(at, sha, prefix)) {
    if (!path.startsWith(prefix)) continue;
    const shown = above + path.slice(prefix.length);
    const inner = type === 'commit' && pick.folder(shown) ? submodule(at, path) : null;
    if (inner === null) {
      const kind = mode === '120000' ? 'link' : type === 'commit' ? 'submodule' : 'file';
      found.push({ path: shown, kind, object });
      blobs.lieIn(at, object);
      continue;
    }
    if (!(await hasCommit(inner, object))) throw new MissingContents(inner, object, [object], 'commit');
    found.push(...(await listedEntries(inner, object, '', blobs, pick, `${shown}/`)));
  }
  return found;
}

/** Blobs by their names, each from the repository that lists it. */
export class Blobs {
  readonly #sha: string;
  readonly #top: GitRepository;
  /** Those of submodules only. */
  readonly #homes = new Map<string, GitRepository>();

  constructor(top: GitRepository, sha: string) {
    this.#top = top;
    this.#sha = sha;
  }

  /** Notes which repository holds a blob. */
  lieIn(at: GitRepository, object: string): void {
    if (at !== this.#top) this.#homes.set(object, at);
  }

  /** Sizes in bytes. @throws MissingContents */
  sizes(objects: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#each(objects, (at, some) => blobSizes(at, this.#sha, some));
  }

  /** Contents, those that Git LFS has fetched in place of their pointers. @throws MissingContents */
  read(objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#each(objects, async (at, some) => {
      const bytes = await readBlobs(at, this.#sha, some);
      return new Map([...bytes].map(([object, one]) => [object, throughLfs(at, one)]));
    });
  }

  async #each<Value>(
    objects: readonly string[],
    ask: (at: GitRepository, some: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<ReadonlyMap<string, Value>> {
    const parts = new Map<GitRepository, string[]>();
    for (const object of objects) {
      const at = this.#homes.get(object) ?? this.#top;
      const some = parts.get(at);
      if (some === undefined) parts.set(at, [object]);
      else some.push(object);
    }
    const answers = await Promise.all([...parts].map(([at, some]) => ask(at, some)));
    return new Map(answers.flatMap((answer) => [...answer]));
  }
}
