/** One way through a folder for files on disk, in a commit and behind the API: which files count, which links do not. */
import { posix } from 'node:path';
import type { ReadIssue } from '../../sot/entry.ts';
import { byCodeUnit, submoduleNotFetched, unreadable } from './bytes.ts';
import type { Selection } from './globs.ts';

/** What a folder lists. A submodule is one whose files are not here. */
export interface Listed {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'submodule' | 'other';
}

/** Where a path leads when every link on it is followed. */
export type Resolved =
  | {
      readonly kind:
        | 'file'
        | 'folder' /** From the checked folder, free of links; `` is the folder itself. */;
      readonly path: string;
    }
  | { readonly kind: 'outside' | 'loop' | 'nothing' | 'closed' };

/** A folder as its walk sees it; paths are relative to it, with `/`. */
export interface Walkable {
  /** Null when it cannot be listed, with why among the issues. */
  list(path: string): readonly Listed[] | ReadIssue;
  /** Follows links, each at most once, never out of the folder. */
  resolve(path: string): Resolved;
  /** Whether a folder that lists nothing is a submodule that was not fetched. */
  leftEmpty?(path: string): boolean;
}

/** A file to read: the path it is known by, and the one its bytes stand under. */
export interface WantedFile {
  readonly path: string;
  readonly real: string;
}

/** Most files of one tree; a source of truth has hundreds. */
export const mostFiles = 50_000;

/**
 * The files a selection picks, each once however many links lead to it, under its own path where that is picked.
 * Whatever could hold files and cannot be followed is an issue; what is not on this machine is listed apart.
 */
export function walk(
  folder: Walkable,
  pick: Selection,
): { wanted: WantedFile[]; issues: ReadIssue[]; lacking: ReadIssue[]; empty: string[] } {
  const wanted: WantedFile[] = [];
  const issues: ReadIssue[] = [];
  const lacking: ReadIssue[] = [];
  const empty: string[] = [];
  const links: string[] = [];
  /** Folders listed and files taken, by their real path. */
  const seen = new Set<string>();
  let full = false;

  const take = (path: string, real: string): void => {
    seen.add(real);
    if (wanted.length < mostFiles) wanted.push({ path, real });
    else if (!full) {
      full = true;
      issues.push(tooMany(path));
    }
  };

  const list = (path: string, real: string): void => {
    seen.add(real);
    const entries = folder.list(path);
    if ('code' in entries) {
      issues.push(entries);
      return;
    }
    if (entries.length === 0 && path !== '') {
      if (folder.leftEmpty?.(path)) lacking.push(submoduleNotFetched(path));
      else empty.push(path);
      return;
    }
    const spelled = new Map<string, string>();
    for (const { name, kind } of [...entries].sort((a, b) => byCodeUnit(a.name, b.name))) {
      if (full) return;
      const inner = path === '' ? name : `${path}/${name}`;
      const other = spelled.get(foldedName(name));
      if (other === undefined) spelled.set(foldedName(name), inner);
      const issue = other === undefined ? null : hidden(other, inner);
      if (issue !== null) issues.push(issue);
      if (issue?.span.file === inner) continue;
      const innerReal = real === '' ? name : `${real}/${name}`;
      if (kind === 'link') {
        if (pick.file(inner) || pick.folder(inner)) links.push(inner);
      } else if (kind === 'folder') {
        if (pick.file(inner)) issues.push(namedLikeFile(inner));
        else if (pick.folder(inner) && !seen.has(innerReal)) list(inner, innerReal);
      } else if (kind === 'submodule') {
        if (pick.folder(inner)) lacking.push(submoduleNotFetched(inner));
      } else if (pick.file(inner) && !seen.has(innerReal)) {
        take(inner, innerReal);
      }
    }
  };

  /**
   * The issue of two names that a disk without cases takes for one, where that decides what is read: the one that
   * is not picked, else the second, is what is not read here.
   */
  const hidden = (first: string, second: string): ReadIssue | null => {
    const [one, two] = [pick.file(first), pick.file(second)];
    if (one || two) return onlyCase(two && !one ? second : first, two && !one ? first : second);
    if (pick.folder(first) === pick.folder(second)) return null;
    const [read, left] = pick.folder(first) ? [first, second] : [second, first];
    const below = folder.list(left);
    const counts = ({ name, kind }: Listed) => kind === 'folder' || pick.file(`${read}/${name}`);
    return !('code' in below) && below.some(counts) ? onlyCase(read, left) : null;
  };

  const follow = (path: string): void => {
    const target = folder.resolve(path);
    if (target.kind !== 'file' && target.kind !== 'folder') {
      // What a link to nowhere would have been is unknown: a name without an extension is taken for a folder of files.
      if (pick.file(path) || posix.extname(path) === '') issues.push(unfollowed(path, target.kind));
    } else if (target.kind === 'folder') {
      const above = target.path === '' || `${path}/`.startsWith(`${target.path}/`);
      if (above) issues.push(linksBack(path));
      else if (pick.file(path)) issues.push(namedLikeFile(path));
      else if (!seen.has(target.path)) list(path, target.path);
    } else if (pick.file(path) && !seen.has(target.path) && !pick.file(target.path)) {
      take(path, target.path);
    }
  };

  list('', '');
  for (let next = 0; next < links.length && !full; next++) follow(links[next] as string);
  return { wanted, issues, lacking, empty };
}

/** The issue of a link that does not lead to a file or folder of the checked folder. */
export function unfollowed(path: string, kind: 'outside' | 'loop' | 'nothing' | 'closed'): ReadIssue {
  const what = {
    outside: `${path} is a link out of the checked folder.`,
    closed: `${path} is a link into a folder that is never read.`,
    loop: `${path} is a link that leads back to itself.`,
    nothing: `${path} is a link to nothing (it does not exist).`,
  }[kind];
  const fix =
    kind === 'outside' || kind === 'closed'
      ? 'Put the file itself into the folder.'
      : 'Remove the link, or point it to a file in the folder.';
  return unreadable(path, what, fix);
}

/** A name as disks compare it that know no cases: those of macOS and Windows. */
function foldedName(name: string): string {
  const small = name.toLowerCase();
  return /^[ -~]*$/.test(small) ? small : small.normalize('NFC');
}

function onlyCase(read: string, left: string): ReadIssue {
  const message = `${left} and ${read} have the same name but for the case of its letters. macOS and Windows keep one of the two; here ${left} is not read.`;
  return unreadable(left, message, 'Bring what counts into one of them and delete the other.');
}

function linksBack(path: string): ReadIssue {
  return unreadable(path, `${path} links back to a folder above it.`, 'Remove the link.');
}

function namedLikeFile(path: string): ReadIssue {
  return unreadable(path, `${path} is a folder named like a file.`, 'Rename the folder.');
}

function tooMany(path: string): ReadIssue {
  return unreadable(
    path,
    `The checked folder has more than ${mostFiles.toLocaleString('en')} files that count; from ${path} on none is read.`,
    'Name the source of truth more narrowly under sot: in mops.config.yml.',
  );
}
