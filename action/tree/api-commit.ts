/** A commit read through GitHub's API, where the clone does not hold it. */
import { posix } from 'node:path';
import { decode, mostBytes, submoduleNotFetched, type TreeFiles } from '../../src/shell/files/bytes.ts';
import { type Selection, selection } from '../../src/shell/files/globs.ts';
import { Intake } from '../../src/shell/files/intake.ts';
import { Snapshot, type SnapshotEntry } from '../../src/shell/files/snapshot.ts';
import { unfollowed, walk } from '../../src/shell/files/walk.ts';
import { throughLfs } from '../../src/shell/git/lfs.ts';
import { folderIsLink } from '../../src/shell/git/read-commit.ts';
import type { GitRepository } from '../../src/shell/git/run.ts';
import type { GitHubClient } from '../github/client.ts';

interface ApiEntry {
  readonly path?: string;
  readonly type?: string;
  readonly mode?: string;
  readonly sha?: string;
  readonly size?: number;
}

interface ApiTree {
  readonly truncated: boolean;
  readonly tree: readonly ApiEntry[];
}

/** Most requests one commit may take; a bigger source of truth needs a clone with its history. */
const mostRequests = 300;

/** Which repository to ask; the event's own when left out. */
export interface Elsewhere {
  readonly owner: string;
  readonly repo: string;
}

export class ApiCommit {
  readonly #github: GitHubClient;
  readonly #sha: string;
  readonly #elsewhere: Elsewhere | object;
  readonly #stored: (bytes: Uint8Array) => Uint8Array;
  readonly #trees = new Map<string, ApiTree>();
  readonly #blobs = new Map<string, Uint8Array>();

  /** @param at a clone, which may hold what Git LFS keeps of the files */
  constructor(github: GitHubClient, sha: string, at: GitRepository | null, elsewhere?: Elsewhere) {
    this.#github = github;
    this.#sha = sha;
    this.#elsewhere = elsewhere ?? {};
    this.#stored = (bytes) => (at === null ? bytes : throughLfs(at, bytes));
  }

  /** Throws when the commit cannot be had at all. */
  async open(): Promise<void> {
    await this.#tree(this.#sha, false);
  }

  /** The entry at a path from the root; null when there is none. Links on the way are not followed. */
  async entry(path: string): Promise<ApiEntry | null> {
    const { found, rest } = await this.#follow(path);
    return rest === '' ? found : null;
  }

  /** As far as a path leads over folders: what stands there, where that is, and what is left of the path. */
  async #follow(path: string): Promise<{ found: ApiEntry | null; at: string; rest: string }> {
    const parts = path.split('/').filter(Boolean);
    let found: ApiEntry | null = { type: 'tree', sha: this.#sha };
    for (const [index, part] of parts.entries()) {
      const tree: ApiTree = await this.#tree(found.sha ?? '', false);
      found = tree.tree.find((one) => one.path === part) ?? null;
      const at = parts.slice(0, index + 1).join('/');
      if (found?.sha === undefined || found.type !== 'tree')
        return { found, at, rest: parts.slice(index + 1).join('/') };
    }
    return { found, at: parts.join('/'), rest: '' };
  }

  async files(prefix: string, globs: readonly string[]): Promise<TreeFiles> {
    const { found: folder, at } = await this.#follow(prefix);
    if (folder?.mode === '120000') return new Intake([folderIsLink(at)]).done();
    if (folder?.type === 'commit') return new Intake([], [submoduleNotFetched(at)]).done();
    if (folder?.type !== 'tree') return { files: [], issues: [] };
    const pick = selection(globs);
    const entries = await this.#below(folder.sha ?? this.#sha, '', pick);
    const snapshot = new Snapshot(entries.map(({ entry }) => entry));
    const sizes = new Map(entries.map(({ entry, size }) => [entry.object, size]));
    const { wanted, issues, lacking } = await snapshot.withLinks(
      () => walk(snapshot, pick),
      (objects) => this.#texts(objects),
    );
    const distinct = new Set(wanted.map(({ real }) => snapshot.object(real)));
    if (distinct.size > mostRequests) {
      throw new Error(`the base has ${distinct.size} files, more than the API is asked for`);
    }
    const intake = new Intake(issues, lacking);
    for (const { path, real } of wanted) {
      const object = snapshot.object(real) ?? '';
      if (intake.admits(path, sizes.get(object) ?? 0))
        intake.add(path, this.#stored(await this.#blob(object)));
    }
    return intake.done();
  }

  /** One file by its path from the root; null when the commit has none there. */
  async file(path: string): Promise<string | null> {
    const found = await this.entry(path);
    if (found?.type !== 'blob' || found.sha === undefined) return null;
    let [object, size] = [found.sha, found.size ?? 0];
    if (found.mode === '120000') {
      const folder = posix.dirname(path) === '.' ? '' : posix.dirname(path);
      const tree = await this.entry(folder);
      const entries = await this.#below(tree?.sha ?? this.#sha, '', { file: () => true, folder: () => true });
      const snapshot = new Snapshot(entries.map(({ entry }) => entry));
      const name = posix.basename(path);
      const target = await snapshot.withLinks(
        () => snapshot.resolve(name),
        (objects) => this.#texts(objects),
      );
      if (target.kind !== 'file') {
        throw new Error(unfollowed(path, target.kind === 'folder' ? 'nothing' : target.kind).message);
      }
      object = snapshot.object(target.path) ?? object;
      size = entries.find(({ entry }) => entry.object === object)?.size ?? 0;
    }
    if (size > mostBytes) throw new Error(`${path} is too big`);
    const text = decode(path, this.#stored(await this.#blob(object)));
    if ('code' in text) throw new Error(text.message);
    return text.text;
  }

  /** Everything below a tree; one that is too big to be listed at once folder by folder, where files may be picked. */
  async #below(
    sha: string,
    path: string,
    pick: Selection,
  ): Promise<{ readonly entry: SnapshotEntry; readonly size: number }[]> {
    const whole = await this.#tree(sha, true);
    const listed = whole.truncated ? (await this.#tree(sha, false)).tree : whole.tree;
    const found: { entry: SnapshotEntry; size: number }[] = [];
    for (const { path: name = '', type, mode, sha: object = '', size = 0 } of listed) {
      const inner = path === '' ? name : `${path}/${name}`;
      if (type !== 'tree') {
        const kind = mode === '120000' ? 'link' : type === 'commit' ? 'submodule' : 'file';
        found.push({ entry: { path: inner, kind, object }, size });
      } else if (whole.truncated && pick.folder(inner)) {
        found.push(...(await this.#below(object, inner, pick)));
      }
    }
    return found;
  }

  async #tree(sha: string, recursive: boolean): Promise<ApiTree> {
    const key = `${sha}${recursive}`;
    const known = this.#trees.get(key);
    if (known) return known;
    this.#count();
    const tree = await this.#github.request<ApiTree>('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...this.#elsewhere,
      tree_sha: sha,
      ...(recursive ? { recursive: '1' } : {}),
    });
    this.#trees.set(key, tree);
    return tree;
  }

  async #blob(sha: string): Promise<Uint8Array> {
    const known = this.#blobs.get(sha);
    if (known) return known;
    this.#count();
    const { content } = await this.#github.request<{ content: string }>(
      'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
      { ...this.#elsewhere, file_sha: sha },
    );
    const bytes = new Uint8Array(Buffer.from(content, 'base64'));
    this.#blobs.set(sha, bytes);
    return bytes;
  }

  async #texts(objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const object of objects) texts.set(object, Buffer.from(await this.#blob(object)).toString('utf8'));
    return texts;
  }

  #count(): void {
    if (this.#trees.size + this.#blobs.size > mostRequests) {
      throw new Error('the commit has more files than the API is asked for');
    }
  }
}
