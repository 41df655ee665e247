/** The SoT files of a commit without checking it out: what `readFolder` would read of that tree. */
import { posix } from 'node:path';
import type { ReadIssue } from '../../sot/entry.ts';
import { mostBytes, type TreeFiles, unreadable } from '../files/bytes.ts';
import { selection } from '../files/globs.ts';
import { Intake } from '../files/intake.ts';
import { Snapshot, type SnapshotEntry } from '../files/snapshot.ts';
import { unfollowed, walk } from '../files/walk.ts';
import { throughLfs } from './lfs.ts';
import { blobSizes, listTree, readBlobs, type TreeEntry } from './objects.ts';
import { type Located, locate } from './repository.ts';

/** As `readCommitIn`, for a person's own command. */
export async function readCommit(folder: string, sha: string, globs: readonly string[]): Promise<TreeFiles> {
  return readCommitIn(await locate(folder), sha, globs);
}

/** As `readFileIn`, the path relative to the folder. */
export async function readFileAt(folder: string, sha: string, path: string): Promise<Uint8Array | null> {
  const at = await locate(folder);
  return readFileIn(at, sha, at.prefix + path);
}

/**
 * Reads the files that globs pick under the folder of `at`. Links are followed inside the folder.
 *
 * @throws MissingContents when a partial clone left out what is needed, GitError when git cannot read the tree
 */
export async function readCommitIn(at: Located, sha: string, globs: readonly string[]): Promise<TreeFiles> {
  const folder = await folderOf(at, sha);
  if (folder.snapshot === null) return { files: [], issues: folder.issues };
  const { snapshot } = folder;
  const pick = selection(globs);
  const { wanted, issues } = await snapshot.withLinks(() => walk(snapshot, pick), linkReader(at, sha));
  const objects = wanted.map(({ real }) => snapshot.object(real) ?? '');
  const sizes = await blobSizes(at, sha, objects);
  const intake = new Intake([...folder.issues, ...issues]);
  const small = wanted.filter(({ path }, index) => intake.admits(path, sizes.get(objects[index] ?? '') ?? 0));
  const contents = await readBlobs(
    at,
    sha,
    small.map(({ real }) => snapshot.object(real) ?? ''),
  );
  for (const { path, real } of small) {
    intake.add(path, throughLfs(at, contents.get(snapshot.object(real) ?? '') ?? new Uint8Array()));
  }
  return intake.done();
}

/**
 * One file of a commit, its path from the top of the repository; null when the commit has none there. A link is
 * followed inside the file's own folder.
 *
 * @throws GitError when the path is a link that leads to no file there, or a file that is too big
 */
export async function readFileIn(at: Located, sha: string, path: string): Promise<Uint8Array | null> {
  const [entry] = await listTree(at, sha, path, false);
  if (entry === undefined || entry.type !== 'blob') return null;
  let object = entry.object;
  if (entry.mode === '120000') {
    const folder = posix.dirname(path) === '.' ? '' : `${posix.dirname(path)}/`;
    const snapshot = await snapshotOf(at, sha, folder);
    const name = path.slice(folder.length);
    const target = await snapshot.withLinks(() => snapshot.resolve(name), linkReader(at, sha));
    if (target.kind !== 'file') {
      throw new LinkedAway(unfollowed(path, target.kind === 'folder' ? 'nothing' : target.kind).message);
    }
    object = snapshot.object(target.path) ?? object;
  }
  const size = (await blobSizes(at, sha, [object])).get(object) ?? 0;
  if (size > mostBytes) return new Uint8Array(mostBytes + 1);
  return (await readBlobs(at, sha, [object])).get(object) ?? null;
}

/** A file that was asked for by name is a link, and leads nowhere it may be read from. */
export class LinkedAway extends Error {}

/** The checked folder in a commit; where a link stands in its place, what that leads to, with an issue about it. */
async function folderOf(
  at: Located,
  sha: string,
): Promise<{ readonly snapshot: Snapshot | null; readonly issues: ReadIssue[] }> {
  const link = await linkOnTheWay(at, sha);
  if (link === null) return { snapshot: await snapshotOf(at, sha, at.prefix), issues: [] };
  const issues = [folderIsLink(link)];
  const whole = await snapshotOf(at, sha, '');
  const path = at.prefix.replace(/\/$/, '');
  const target = await whole.withLinks(() => whole.resolve(path), linkReader(at, sha));
  return target.kind === 'folder'
    ? { snapshot: await snapshotOf(at, sha, target.path === '' ? '' : `${target.path}/`), issues }
    : { snapshot: null, issues };
}

/** The first part of the way to the checked folder that is a link in the commit; null when none is. */
async function linkOnTheWay(at: Located, sha: string): Promise<string | null> {
  const parts = at.prefix.split('/').filter(Boolean);
  for (let count = 1; count <= parts.length; count++) {
    const path = parts.slice(0, count).join('/');
    const [entry] = await listTree(at, sha, path, false);
    if (entry === undefined) return null;
    if (entry.mode === '120000') return path;
  }
  return null;
}

/** A link in place of the checked folder: another folder than the one that was named would be judged. */
export function folderIsLink(path: string): ReadIssue {
  return unreadable(
    path,
    `${path}, which leads to the checked folder, is a link.`,
    'Put the folder itself there, or name the folder it leads to as the path.',
  );
}

async function snapshotOf(at: Located, sha: string, prefix: string): Promise<Snapshot> {
  return new Snapshot((await listTree(at, sha, prefix)).flatMap((entry) => entryIn(prefix, entry)));
}

/** Longest text a link may have on any system. */
export const longestTarget = 4096;

function linkReader(at: Located, sha: string) {
  return async (objects: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const sizes = await blobSizes(at, sha, objects);
    const short = objects.filter((object) => (sizes.get(object) ?? 0) <= longestTarget);
    const blobs = await readBlobs(at, sha, short);
    return new Map([...blobs].map(([object, bytes]) => [object, Buffer.from(bytes).toString('utf8')]));
  };
}

function entryIn(prefix: string, { mode, type, object, path }: TreeEntry): SnapshotEntry[] {
  if (!path.startsWith(prefix)) return [];
  const kind = mode === '120000' ? 'link' : type === 'commit' ? 'submodule' : 'file';
  return [{ path: path.slice(prefix.length), kind, object }];
}
