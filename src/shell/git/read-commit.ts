/** The SoT files of a commit without checking it out: what `readFolder` would read of that tree. */
import { posix } from 'node:path';
import type { ReadIssue } from '../../sot/entry.ts';
import { mostBytes, submoduleNotFetched, type TreeFiles, unreadable } from '../files/bytes.ts';
import { type Selection, selection } from '../files/globs.ts';
import { Intake } from '../files/intake.ts';
import { type KnownFile, keepKnown } from '../files/known.ts';
import { Snapshot } from '../files/snapshot.ts';
import { unfollowed, walk } from '../files/walk.ts';
import { knownByBlob } from './known-blobs.ts';
import { throughLfs } from './lfs.ts';
import { Blobs, listedEntries } from './listed.ts';
import { blobSizes, listTree, readBlobs } from './objects.ts';
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
  const pick = selection(globs);
  const blobs = new Blobs(at, sha);
  const folder = await folderOf(at, sha, blobs, pick);
  if (folder.snapshot === null) return new Intake(folder.issues, folder.lacking).done();
  const { snapshot } = folder;
  const { wanted, issues, lacking } = await snapshot.withLinks(() => walk(snapshot, pick), linkReader(blobs));
  const files = wanted.map(({ path, real }) => {
    const object = snapshot.object(real) ?? '';
    return { path, object, known: knownByBlob(path, object) };
  });
  const asked = (some: typeof files) =>
    some.filter(({ known }) => known === null).map(({ object }) => object);
  const sizes = await blobs.sizes(asked(files));
  const intake = new Intake([...folder.issues, ...issues], lacking);
  const small = files.filter(({ path, object, known }) =>
    intake.admits(path, known?.size ?? sizes.get(object) ?? 0),
  );
  const contents = await blobs.read(asked(small));
  const read = new Map<string, KnownFile>();
  for (const { path, object, known } of small) {
    const bytes = contents.get(object) ?? new Uint8Array();
    const file = known === null ? intake.add(path, bytes) : intake.take(known.file);
    if (file !== null) read.set(path, { file, size: known?.size ?? bytes.length, stamp: null });
  }
  keepKnown(read);
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
    const blobs = new Blobs(at, sha);
    const snapshot = new Snapshot(await listedEntries(at, sha, folder, blobs, none));
    const name = path.slice(folder.length);
    const target = await snapshot.withLinks(() => snapshot.resolve(name), linkReader(blobs));
    if (target.kind !== 'file') {
      throw new LinkedAway(unfollowed(path, target.kind === 'folder' ? 'nothing' : target.kind).message);
    }
    object = snapshot.object(target.path) ?? object;
  }
  const size = (await blobSizes(at, sha, [object])).get(object) ?? 0;
  if (size > mostBytes) return new Uint8Array(mostBytes + 1);
  const bytes = (await readBlobs(at, sha, [object])).get(object);
  return bytes === undefined ? null : throughLfs(at, bytes);
}

/** Where no submodule is looked into: one file is asked for by its path. */
const none: Selection = { file: () => false, folder: () => false };

/** A file that was asked for by name is a link, and leads nowhere it may be read from. */
export class LinkedAway extends Error {}

interface Folder {
  readonly snapshot: Snapshot | null;
  readonly issues: readonly ReadIssue[];
  readonly lacking: readonly ReadIssue[];
}

/** The checked folder in a commit; where a link stands in its place, what that leads to, with an issue about it. */
async function folderOf(at: Located, sha: string, blobs: Blobs, pick: Selection): Promise<Folder> {
  const below = async (prefix: string) => new Snapshot(await listedEntries(at, sha, prefix, blobs, pick));
  const way = await onTheWay(at, sha);
  if (way === null) return { snapshot: await below(at.prefix), issues: [], lacking: [] };
  if (!way.isLink) return { snapshot: null, issues: [], lacking: [submoduleNotFetched(way.path)] };
  const issues = [folderIsLink(way.path)];
  const whole = new Snapshot(await listedEntries(at, sha, '', blobs, none));
  const path = at.prefix.replace(/\/$/, '');
  const target = await whole.withLinks(() => whole.resolve(path), linkReader(blobs));
  return target.kind === 'folder'
    ? { snapshot: await below(target.path === '' ? '' : `${target.path}/`), issues, lacking: [] }
    : { snapshot: null, issues, lacking: [] };
}

/** The first part of the way to the checked folder that is a link or a submodule in the commit; null when none is. */
async function onTheWay(
  at: Located,
  sha: string,
): Promise<{ readonly path: string; readonly isLink: boolean } | null> {
  const parts = at.prefix.split('/').filter(Boolean);
  for (let count = 1; count <= parts.length; count++) {
    const path = parts.slice(0, count).join('/');
    const [entry] = await listTree(at, sha, path, false);
    if (entry === undefined) return null;
    if (entry.mode === '120000') return { path, isLink: true };
    if (entry.type === 'commit') return { path, isLink: false };
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

/** Longest text a link may have on any system. */
const longestTarget = 4096;

function linkReader(blobs: Blobs) {
  return async (objects: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const sizes = await blobs.sizes(objects);
    const short = objects.filter((object) => (sizes.get(object) ?? 0) <= longestTarget);
    const texts = await blobs.read(short);
    return new Map([...texts].map(([object, bytes]) => [object, Buffer.from(bytes).toString('utf8')]));
  };
}
