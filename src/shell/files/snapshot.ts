/** A commit's folder as the walk sees it: entries by path, links with where they point. */
import { posix } from 'node:path';
import { unreadable } from './bytes.ts';
import type { Listed, Resolved, Walkable } from './walk.ts';

/** An entry of a commit's tree, its path relative to the checked folder. */
export interface SnapshotEntry {
  readonly path: string;
  readonly kind: 'file' | 'link' | 'submodule';
  /** Name of the blob. */
  readonly object: string;
}

/** Links that a path may lead over; the system's own limit is as high. */
const mostLinks = 40;

export class Snapshot implements Walkable {
  readonly #entries: ReadonlyMap<string, SnapshotEntry>;
  readonly #folders = new Map<string, Map<string, Listed>>([['', new Map()]]);
  readonly #targets = new Map<string, string>();
  /** Links that were to be followed before their blobs were read. */
  readonly #unread = new Set<string>();

  constructor(entries: readonly SnapshotEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]));
    for (const { path, kind } of entries) this.#add(path, kind);
  }

  #add(path: string, kind: Listed['kind']): void {
    for (let at = path, what = kind; ; ) {
      const cut = at.lastIndexOf('/');
      const parent = at.slice(0, Math.max(cut, 0));
      const known = this.#folders.get(parent);
      const siblings = known ?? new Map<string, Listed>();
      const name = at.slice(cut + 1);
      siblings.set(name, { name, kind: what });
      if (known) return;
      this.#folders.set(parent, siblings);
      at = parent;
      what = 'folder';
    }
  }

  /**
   * Does something with the snapshot, and again as long as it met links whose blobs were not read yet: only links
   * that matter are ever read, a chain of them step by step.
   *
   * @param read gives the texts of link blobs by their names
   */
  async withLinks<Result>(
    act: () => Result,
    read: (objects: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  ): Promise<Result> {
    for (;;) {
      const result = act();
      if (this.#unread.size === 0) return result;
      const objects = [...this.#unread];
      this.#unread.clear();
      const texts = await read(objects);
      for (const object of objects) this.#targets.set(object, texts.get(object) ?? '');
    }
  }

  /** The blob of a file, by a path without links. */
  object(path: string): string | null {
    return this.#entries.get(path)?.object ?? null;
  }

  list(path: string): readonly Listed[] | ReturnType<typeof unreadable> {
    const { kind, path: real } = { path: '', ...this.resolve(path) };
    const listed = kind === 'folder' ? this.#folders.get(real) : undefined;
    return listed
      ? [...listed.values()]
      : unreadable(path, `The folder ${path} cannot be listed.`, 'Check its name.');
  }

  resolve(path: string): Resolved {
    const rest = partsOf(path);
    let at = '';
    for (let hops = 0; rest.length > 0; ) {
      const part = rest.shift() as string;
      if (part === '..') {
        if (at === '') return { kind: 'outside' };
        at = at.slice(0, Math.max(at.lastIndexOf('/'), 0));
        continue;
      }
      if (part.toLowerCase() === '.git') return { kind: 'closed' };
      if (!this.#folders.has(at)) return { kind: 'nothing' };
      const next = at === '' ? part : `${at}/${part}`;
      const entry = this.#entries.get(next);
      if (entry?.kind !== 'link') {
        if (entry === undefined && !this.#folders.has(next)) return { kind: 'nothing' };
        at = next;
        continue;
      }
      const target = this.#targets.get(entry.object);
      if (target === undefined) {
        this.#unread.add(entry.object);
        return { kind: 'nothing' };
      }
      hops += 1;
      if (hops > mostLinks) return { kind: 'loop' };
      if (target === '' || target.includes('\0')) return { kind: 'nothing' };
      if (posix.isAbsolute(target)) return { kind: 'outside' };
      rest.unshift(...partsOf(target));
    }
    const found = this.#entries.get(at);
    if (found) return found.kind === 'file' ? { kind: 'file', path: at } : { kind: 'nothing' };
    return this.#folders.has(at) ? { kind: 'folder', path: at } : { kind: 'nothing' };
  }
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
